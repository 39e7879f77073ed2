local support = require "support.host"
local diagnostic = require "base.diagnostic"

-- Words of its own, so that this holds whatever the messages say.
local WORDS <const> = {
  ["did-you-mean"] = "did you mean '{near}'?",
  ["colour-unknown"] = { "'{it}' is no colour[?of: of {of}?]", "write one of: {allowed}" },
  ["in-check"] = { "check {name}: {inner}" },
  ["broken"] = { "it is broken", "Mend it." },
  ["plain"] = { "it holds a {brace}" },
}

local function with_words(run)
  local kept = package.loaded["messages.dossier"]
  package.loaded["messages.dossier"] = WORDS
  local ok, problem = pcall(run)
  package.loaded["messages.dossier"] = kept
  assert(ok, problem)
end

describe("a diagnostic", function()
  it("is filled with its arguments, and leaves out what has none", function()
    with_words(function()
      local d = diagnostic.new("colour-unknown", { it = "bleu",
        allowed = { "blue", "red" } })
      assert.equal("'bleu' is no colour; write one of: blue, red",
        diagnostic.text(d))
      d.args.of = "the sky"
      assert.equal("'bleu' is no colour of the sky", diagnostic.wrong(d))
    end)
  end)

  it("offers the nearest where one is near, else all", function()
    with_words(function()
      local near = diagnostic.none_of("colour-unknown", { it = "bleu" },
        { "blue", "red" })
      assert.equal("blue", near.args.near)
      assert.equal("did you mean 'blue'?", diagnostic.cure(near))
      local far = diagnostic.none_of("colour-unknown", { it = "square" },
        { "blue", "red" })
      assert.is_nil(far.args.near)
      assert.equal("write one of: blue, red", diagnostic.cure(far))
    end)
  end)

  it("that only says where has the cure and the word of what it holds", function()
    with_words(function()
      local d = diagnostic.new("in-check", { name = "1.1",
        inner = diagnostic.none_of("colour-unknown", { it = "bleu" }, { "blue" }) })
      assert.equal("check 1.1: 'bleu' is no colour; did you mean 'blue'?",
        diagnostic.text(d))
      assert.equal("bleu", diagnostic.it(d))
      assert.equal("colour-unknown", diagnostic.core(d).code)
    end)
  end)

  it("has a cure of its own sentence where that begins like one", function()
    with_words(function()
      assert.equal("it is broken. Mend it.",
        diagnostic.text(diagnostic.new("broken")))
      assert.equal("it holds a {brace}", diagnostic.text(diagnostic.new("plain")))
    end)
  end)

  it("without words is a mistake in the scripts", function()
    assert.has_error(function() diagnostic.text(diagnostic.new("no-such")) end)
  end)
end)

-- Every code that a script or the core gives has words, and all words are used.
describe("the words in messages/", function()
  local sources, of_core = {}, {}
  for _, code in ipairs(support.host.message_codes()) do of_core[code] = true end
  local list = assert(io.popen(("find '%s/scripts' -name '*.lua' | LC_ALL=C sort")
    :format(support.root)))
  for path in list:lines() do
    if not path:find "/messages/" then
      sources[#sources + 1] = (("\n" .. support.read_file(path))
        :gsub("\n%s*%-%-[^\n]*", ""))
    end
  end
  list:close()
  local text = table.concat(sources, "\n")

  for _, name in ipairs(diagnostic.MESSAGES) do
    it("are all used: " .. name, function()
      for code in pairs(require(name)) do
        assert.truthy(of_core[code] or text:find('"' .. code .. '"', 1, true), code)
      end
    end)
  end

  it("stand in one place each", function()
    local seen = {}
    for _, name in ipairs(diagnostic.MESSAGES) do
      -- The text, since of two entries with one name Lua keeps the last.
      local written = support.read_file(("%s/scripts/%s.lua"):format(support.root,
        name:gsub("%.", "/")))
      for code in ("\n" .. written):gmatch '\n  %["([^"]+)"%] = ' do
        assert.is_nil(seen[code], code)
        seen[code] = true
      end
      for code in pairs(require(name)) do assert.is_true(seen[code], code) end
    end
  end)

  it("are there for every code", function()
    local known = {}
    for _, name in ipairs(diagnostic.MESSAGES) do
      for code in pairs(require(name)) do known[code] = true end
    end
    for _, call in ipairs { "diagnostic%.new", "diagnostic%.none_of", "say",
      "none_of" } do
      for code in text:gmatch(call .. '%(%s*"([^"]+)"') do
        assert.truthy(known[code], code)
      end
    end
  end)
end)
