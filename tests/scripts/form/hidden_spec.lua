-- What a form leaves out is what the engine knows not to matter.
local hidden = require "form.hidden"
local json_schema = require "support.json_schema"
local need = require "describe.need"
local support = require "support.host"

local PACK = {
  ["pack.lua"] = [[
pack { title = "T", notice = "N" }
ratings { should = { lapse = "minor-nonconformance",
  absent = "minor-nonconformance" } }
point "P" { strength = "should", says = "s" }
]],
  ["vocabulary.lua"] = [[
fact "facility.id" { type = "text", ask = "Which?" }
fact "a.flag" { type = "yes/no", ask = "So?" }
fact "a.word" { type = "choice", values = { "red", "blue", "green" }, ask = "?" }
fact "a.set" { type = "choices", values = { "x", "y" }, may_be_none = true,
  ask = "?" }
fact "a.count" { type = "count", ask = "How many?" }
fact "a.bare" { type = "yes/no", ask = "?", needs_why = true }
fact "by.bare" { type = "yes/no", ask = "?" }
fact "member.mines" { type = "yes/no", ask = "Mines?" }
fact "by.flag" { type = "yes/no", ask = "?" }
fact "by.word" { type = "yes/no", ask = "?" }
fact "by.set" { type = "yes/no", ask = "?" }
fact "by.count" { type = "yes/no", ask = "?" }
fact "by.either" { type = "yes/no", ask = "?" }
fact "by.member" { type = "yes/no", ask = "?" }
]],
  ["rules.lua"] = [[
provision "1" { title = "P" }
check "1.1" { title = "T", points = { "P" }, ask = "?",
  applies = "a.flag is yes", expect = "by.flag is yes" }
check "1.2" { title = "T", points = { "P" }, ask = "?",
  applies = "a.word is red or blue", expect = "by.word is yes" }
check "1.3" { title = "T", points = { "P" }, ask = "?",
  applies = "a.set includes x", expect = "by.set is yes" }
check "1.4" { title = "T", points = { "P" }, ask = "?",
  applies = "a.count is more than 2", expect = "by.count is yes" }
check "1.5" { title = "T", points = { "P" }, ask = "?",
  applies = any { "a.flag is yes", "a.word is red" },
  expect = "by.either is yes" }
check "1.7" { title = "T", points = { "P" }, ask = "?",
  applies = "a.bare is yes", expect = "by.bare is yes" }
check "1.6" { title = "T", points = { "P" }, ask = "?",
  applies = "member.mines is yes", expect = "by.member is yes" }
]],
}

local runtime = assert(support.open(PACK))
local model = runtime.model()
local uses = need.of(model)

local function schema_of(path, failed)
  for _, entry in ipairs(model.vocabulary.ordered) do
    if entry.path == path then
      return hidden.schema(entry, uses[entry], failed)
    end
  end
end

-- Whether the question `path` is left out at the facility of this JSON text.
local function left_out(path, text)
  return json_schema.valid(support.decode(text), schema_of(path))
end

describe("a form leaves a question out", function()
  local CASES = {
    { "by.flag", false, { '"flag":false', '"flag":{"value":false}' },
      { '"flag":true', '"flag":null', '"flag":"unknown"',
        '"flag":{"state":"withheld","value":false}', '"word":"red"', '' } },
    { "by.word", false, { '"word":"green"' }, { '"word":"red"', '"word":null',
      '"word":{"one_of":["green"]}' } },
    { "by.set", false, { '"set":["y"]', '"set":"none"' },
      { '"set":["x","y"]', '"set":[]', '"set":{"includes":["y"]}' } },
    { "by.count", false, { '"count":2', '"count":{"value":0}' },
      { '"count":3', '"count":"unknown"' } },
    { "by.bare", false, { '"bare":{"value":false,"why":"nobody is near"}' },
      { '"bare":false', '"bare":{"value":false}' } },
    { "by.either", false, { '"flag":false,"word":"blue"' },
      { '"flag":false', '"word":"blue"', '"flag":false,"word":"red"' } },
  }
  for _, case in ipairs(CASES) do
    it("where its gate is known not to hold: " .. case[1], function()
      for _, text in ipairs(case[3]) do
        assert.is_true(left_out(case[1], '{"a":{' .. text .. '}}'), text)
      end
      for _, text in ipairs(case[4]) do
        assert.is_false(left_out(case[1], '{"a":{' .. text .. '}}'), text)
      end
    end)
  end

  it("never for what the facility alone cannot tell", function()
    assert.is_nil(schema_of "by.member")
    assert.is_nil(schema_of "a.flag")
  end)

  it("of a Member at whom its gate is known not to hold", function()
    local by_member = hidden.member_facts(model.vocabulary.entries["by.member"],
      uses[model.vocabulary.entries["by.member"]])
    assert.equal(model.vocabulary.entries["member.mines"], by_member[1])
    assert.equal(1, #by_member)
    assert.same({}, hidden.member_facts(model.vocabulary.entries["by.flag"],
      uses[model.vocabulary.entries["by.flag"]]))
    local gates = hidden.member_gates(model, uses)
    assert.equal(1, #gates)
    local function shut(text)
      return json_schema.valid(support.decode(text), gates[1].schema)
    end
    assert.is_true(shut '{"mines":false}')
    assert.is_true(shut '{"mines":{"value":false}}')
    assert.is_false(shut '{"mines":true}')
    assert.is_false(shut '{"mines":"unknown"}')
    assert.is_false(shut '{"mines":{"state":"withheld"}}')
    assert.is_false(shut '{}')
    assert.equal(hidden.ALWAYS, schema_of("by.member", gates[1].text))
    assert.same(schema_of "by.flag", schema_of("by.flag", gates[1].text))
  end)
end)
