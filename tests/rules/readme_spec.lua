-- rules/README.md, for people who never programmed: every word and phrase of the
-- language stands in it, and what it shows can be written as it stands.
local support = require "support.host"
local language = require "pack.language"
local phrases = require "pack.phrases"
local sentence = require "pack.sentence"

local text = support.read_file(support.root .. "/rules/README.md")

-- All that stands between backticks or in a block of Lua.
local function code()
  local parts = {}
  for block in text:gmatch "```lua\n(.-)```" do parts[#parts + 1] = block end
  for span in text:gsub("```.-```", ""):gmatch "`([^`]+)`" do
    parts[#parts + 1] = span
  end
  return table.concat(parts, "\n"):gsub("%s+", " ")
end
local shown = code()

describe("the guide to rules shows", function()
  for _, word in ipairs(language.names()) do
    it("the word " .. word, function()
      assert.truthy(shown:find("%f[%w_]" .. word .. "%f[^%w_]"))
    end)
  end

  for _, phrase in ipairs(phrases.WORDS) do
    it("the phrase " .. phrase, function()
      assert.truthy(shown:find(phrase:match("^(.-) %.%.%.") or phrase, 1, true))
    end)
  end

  it("conditions that are understood, on facts that there are", function()
    local vocabulary = support.open_builtin { tolerant = true }.model()
      .vocabulary
    local function is_known(name)
      if not name or vocabulary.entries[name] then return true end
      for _, list in ipairs(vocabulary.ordered_lists) do
        if list.entries[name] then return true end
      end
    end
    local count = 0
    for written in text:gmatch '| `"([^`]+)"` |' do
      local parsed, problem = sentence.parse(written)
      assert.truthy(parsed, problem)
      assert.truthy(is_known(parsed.fact), written)
      local of = vocabulary.entries[parsed.fact]
      assert.truthy(of and of.order or is_known(parsed.operand.name), written)
      count = count + 1
    end
    assert.truthy(count > 12, count)
  end)

  it("rules that can be read", function()
    local count = 0
    for block in text:gmatch "```lua\n(.-)```" do
      local env = language.environment(function() end,
        { line = function() return 1 end })
      local chunk, problem = load(block, "=README", "t", env)
      assert.truthy(chunk, problem)
      chunk()
      count = count + 1
    end
    assert.truthy(count > 10, count)
  end)
end)

describe("the first rule of the guide", function()
  -- The blocks of its two files, as a reader would save them.
  local files = {}
  for block in text:gmatch "   ```lua\n(.-)   ```" do
    files[#files + 1] = { text = block,
      path = #files == 0 and "pack.lua" or "pack.examples.lua" }
  end
  local runtime = support.open_builtin { tolerant = true, layers = {
    { name = "our-rules", files = files } } }

  it("is in order, and its examples pass", function()
    assert.equal(2, #files)
    assert.same({}, support.decode(runtime.lint()).diagnostics)
    local test = support.decode(runtime.test())
    assert.is_true(test.ok, test.problems[1] and test.problems[1].message)
    assert.equal(4, test.totals.passed)
  end)
end)

describe("what the guide says of examples", function()
  -- The built-in rules, each file as edit(path, text) makes it.
  local function open(edit, more)
    local files = {}
    for _, file in ipairs(support.builtin_files()) do
      files[#files + 1] = { path = file.path,
        text = edit(file.path, file.text) }
    end
    files[#files + 1] = more
    return support.open_files(files, { tolerant = true })
  end
  local function checked(test, id)
    for _, check in ipairs(test.checks) do
      if check.check == id then return check end
    end
  end

  it("holds of those it shows", function()
    local block = text:match '```lua\n(examples "11.2.13".-)```'
    local runtime = open(function(path, rules)
      return path:find "examples" and "" or rules
    end, { path = "shown.examples.lua", text = block })
    local examples = checked(support.decode(runtime.test()), "11.2.13").examples
    assert.equal(2, #examples)
    for _, one in ipairs(examples) do assert.is_true(one.ok, one.problem) end
  end)

  it("happens where a limit is set in a copy", function()
    local runtime = open(function(path, rules)
      return path ~= "parameters.lua" and rules or (rules:gsub(
        'consultation.longest_interval" {', "%0 value = 12,"))
    end)
    local check = checked(support.decode(runtime.test()), "11.1.26")
    local failed = {}
    for _, one in ipairs(check.examples) do
      if not one.ok then failed[#failed + 1] = one end
    end
    assert.equal(1, #failed)
    assert.equal("insufficient-evidence", failed[1].expected)
    assert.equal("observation", failed[1].got)
    assert.truthy(text:find("`FAILED  11.1.26  " .. failed[1].name .. "`", 1,
      true))
    assert.same({ "insufficient-evidence" }, check.not_shown)
  end)
end)
