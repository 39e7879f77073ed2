-- A number that is read as another whole one is told, with what was written.
local support = require "support.host"

local runtime = support.open_builtin()

local DOSSIER <const> = '{"format":"cop11.dossier/1","assessment":{"date":"2013-11-30"},'
  .. '"facilities":[{"id":"f",%s}]}'

local function problems(text, ask)
  local found = {}
  for i, one in ipairs(support.decode(assert(ask(text, {}))).problems) do
    found[i] = ("%s %s: %s"):format(one.kind, one.pointer:gsub("^/facilities/0/", ""),
      one.message:match "^[^,;]+")
  end
  return found
end

local PERCENT <const> = '"vpshr":{"trained_inhouse":{"percent":%s}}'
local COUNT <const> = '"security":{"inhouse_count":%s}'

-- { what is said, a note of it or none }
local CASES <const> = {
  { PERCENT:format "99.99999999999999999", "note vpshr/trained_inhouse/percent: "
    .. "99.99999999999999999 is read as 100" },
  { PERCENT:format "1e-400", "note vpshr/trained_inhouse/percent: 1e-400 is read as 0" },
  { PERCENT:format "84.21052631578948" }, { PERCENT:format "84.210526315789478123" },
  { PERCENT:format "100.00000000000000000" }, { PERCENT:format "0.5e2" },
  { COUNT:format "12.00000000000000000001", "note security/inhouse_count: "
    .. "12.00000000000000000001 is read as 12" },
  { COUNT:format '{"at_least":3.00000000000000000001}',
    "note security/inhouse_count/at_least: 3.00000000000000000001 is read as 3" },
  { '"people":{"count":2.00000000000000000001,"items":[]}',
    "note people/count: 2.00000000000000000001 is read as 2" },
  { COUNT:format "9007199254740991" },
  { '"x-id":12345678901234567890' },
  { '"kind":["mine"],"x-more":{"digest":99.99999999999999999}' },
}

describe("a number that is rounded to a whole one", function()
  for _, case in ipairs(CASES) do
    it("is told, and no other: " .. case[1], function()
      local text = DOSSIER:format(case[1])
      assert.same({ case[2] }, problems(text, runtime.validate))
      assert.same({ case[2] }, problems(text, runtime.evaluate))
    end)
  end
  it("is told as an error where it is beyond what every host reads", function()
    local found = problems(DOSSIER:format(COUNT:format "9007199254740993"),
      runtime.validate)
    assert.equal(1, #found)
    assert.matches("^error ", found[1])
  end)
end)
