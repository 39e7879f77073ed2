-- Authors write programs: any value can stand at any part of any declaration.  Lint
-- and test say so; neither ends as a defect.
local declarations = require "pack.declarations"
local small_pack = require "support.small_pack"

local ODD <const> = {
  ["an infinite number"] = "2e308",
  ["no number"] = "0/0",
  ["a function"] = "function() end",
  ["a position alone"] = "{ [2] = 1 }",
  ["a name and a position"] = "{ a = 1, 2 }",
  ["a key that is a fraction"] = "{ [1.5] = 1 }",
  ["an infinite number in braces"] = "{ { 2e308 } }",
  ["itself"] = "(function() local it = {} it.it = it return it end)()",
  ["what doubles"] = "(function() local it = {} for _ = 1, 30 do "
    .. "it = { a = it, b = it } end return it end)()",
}
local IN_EXAMPLES <const> = { 'facts = { ["doors.locked"] = %s }', "facts = %s",
  'member = { ["guards.count"] = %s }', "evidence = { { id = %s } }",
  "records = { { kind = %s } }", "facilities = { { id = %s } }",
  "people = { { name = %s } }", "as_of = %s", "range = { %s }",
  "parameters = { limit = %s }" }

local function assert_answers(runtime, written)
  for _, verb in ipairs { "lint", "test" } do
    local done, text, wrong = pcall(runtime[verb])
    assert.is_true(done, written .. ": " .. tostring(text))
    assert.is_string(text, written .. ": " .. tostring(wrong and wrong.message))
  end
end

for name, value in pairs(ODD) do
  describe(name, function()
    it("in an example is said by lint and test", function()
      for _, part in ipairs(IN_EXAMPLES) do
        local written = part:format(value)
        assert_answers(small_pack.open("rules.examples.lua",
          'facts = { "doors.locked is yes" }', written), written)
      end
    end)

    it("in any part of a declaration is said by lint and test", function()
      for word, kinds in pairs(declarations.KINDS) do
        for part in pairs(kinds) do
          local written = ('%s %s { %s = %s }'):format(word,
            declarations.ALL[word].name and '"odd"' or "", part, value)
          assert_answers(small_pack.open(nil, nil, nil, { ["odd.lua"] = written }),
            written)
        end
      end
    end)
  end)
end

describe("an example that is no data", function()
  it("is named, with what to write", function()
    local found = small_pack.lint("rules.examples.lua",
      'facts = { "doors.locked is yes" }', 'facts = { ["doors.locked"] = 2e308 }')
    assert.equal("Example 'they are locked': an example holds what no dossier can.",
      found.diagnostics[1].message)
    assert.equal(2, found.diagnostics[1].line)
  end)
end)
