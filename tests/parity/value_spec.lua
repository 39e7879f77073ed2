-- A plain value of a fact is the same cell in the core as in Lua, and is none where it
-- is none there.

package.path = "tests/parity/?.lua;" .. package.path
local support = require "support.host"
local compare = require "compare"
local dump = require "dump"
local program = require "program"
local small = require "support.small"
local values = require "dossier.values"

local parity = support.host.parity
local json = support.json

local FACTS <const> = [[
fact "t.yes" { type = "yes/no", ask = "?" }
fact "t.choice" { type = "choice", values = { "none", "some", "unknown" }, ask = "?" }
fact "t.set" { type = "choices", values = { "x", "y" }, ask = "?" }
fact "t.none" { type = "choices", values = { "x", "y" }, may_be_none = true, ask = "?" }
fact "t.count" { type = "count", ask = "?" }
fact "t.number" { type = "number", ask = "?" }
fact "t.between" { type = "number", least = 1.5, most = 3, ask = "?" }
fact "t.percent" { type = "percent", ask = "?" }
fact "t.months" { type = "months", ask = "?" }
fact "t.limit" { type = "months", may_be_none = true, ask = "?" }
fact "t.day" { type = "date", ask = "?" }
fact "t.never" { type = "date", may_be_never = true, ask = "?" }
fact "t.text" { type = "text", ask = "?" }
fact "t.place" { type = "country", ask = "?" }
check "1.1" { title = "A", points = { "SHALL" }, ask = "?", expect = "a.flag is yes" }
]]

local VALUES <const> = { "null", "true", "false", '""', '" \\t\\n\\u000b"', '"none"',
  '"x"', '"some"', '"unknown"', '"not_assessed"', '"none-stated"', '"never"',
  '"\\u00e9 and more"', '"ZA"', '"za"', '"ZAR"', '"Z"', "[]", "{}", '["x"]',
  '["y", "x"]', '["x", "x"]', '["x", "q"]', '["x", 1]', '[["x"]]', '{"a": 1}', "0", "-0",
  "1", "-1", "1.0", "1.5", "2.50", "3", "3.0000000000000004", "1e2", "1E+2", "100",
  "100.5", "9007199254740991", "9007199254740992", "9007199254740993", "-9007199254740991",
  "12345678901234567890", "0.1", "1e308", "123456789.123456789123", "1e-400",
  "4.9406564584124654e-324", '"2013-11-30"', '"2013-11"', '"2013"', '"2013-02-29"',
  '"2012-02-29"', '"1899"', '"2199-12-31"', '"2013-1-1"', '" 2013"' }

describe("A plain value", function()
  local model, block

  setup(function()
    model = assert(small.open(FACTS)).model()
    block = parity.open(program.compile(model, support.host.program.layout()))
  end)

  local function expected(entry, text)
    local whole, _, empties = json.read('{"value":' .. text .. "}", 8)
    if empties[whole.value] == "object" then return {} end
    local cell = values.read(entry, whole.value, json.null)
    return cell and dump.cell_of(entry, cell, dump.new_dump(model, json)) or {}
  end

  local function check(entry, text)
    local difference = compare.difference(
      support.decode(json.write(expected(entry, text))),
      support.decode(parity.value(block, ('{"fact":"%s","value":%s}')
        :format(entry.path, text))))
    if difference then
      error(("%s of %s: %s"):format(entry.path, text, difference))
    end
  end

  it("of any type is read as in Lua", function()
    local count = 0
    for _, entry in ipairs(model.vocabulary.ordered) do
      if entry.path:find "^t%." then
        count = count + 1
        for _, text in ipairs(VALUES) do check(entry, text) end
      end
    end
    assert.equal(14, count)
  end)

  it("is a country where Lua knows its code", function()
    local entry = model.vocabulary.entries["t.place"]
    for first = 65, 90 do
      for second = 65, 90 do
        check(entry, ('"%s"'):format(string.char(first, second)))
      end
    end
  end)
end)
