-- Reports for OpenSCAP: the result that each outcome has there, and what its message
-- says.  tests/exports holds whole documents to what OpenSCAP takes and makes of them.
local exported = require "support.exported"

-- The results at a facility where a.flag and b.flag are so, as text.
local function results_of(a, b, more, id, kind)
  return exported.of("xccdf/results", "SHOULD", { id = id or "pit", a = { flag = a },
    b = { flag = b }, kind = kind }, more)
end

-- What the TestResult says: its result and the lines of its message.
local function answer(...)
  local text = results_of(...):match "<TestResult.*"
  local lines = {}
  for line in text:match("<message[^>]*>(.-)</message>"):gmatch "[^\n]+" do
    lines[#lines + 1] = line
  end
  return text:match "<result>(.-)</result>", lines
end

describe("a result for OpenSCAP", function()
  it("passes where the check conforms", function()
    local result, lines = answer(true, true)
    assert.equal("pass", result)
    assert.equal("outcome: conformance", lines[2])
    assert.equal("basis: stated", lines[3])
  end)
  it("fails where it is short", function()
    assert.equal("fail", (answer(false, true)))
  end)
  it("is unknown where it is open, and its message has the range", function()
    local result, lines = answer(nil, true)
    assert.equal("unknown", result)
    assert.equal("possible outcomes: conformance, minor-nonconformance", lines[3])
  end)
  it("is notapplicable where the check is", function()
    assert.equal("notapplicable", (answer(true, false)))
  end)
  it("fails where the auditor alone finds a shortfall", function()
    local result, lines = answer(true, true, exported.major_at "pit")
    assert.equal("fail", result)
    assert.equal("auditor&#39;s outcome: major-nonconformance", lines[4])
  end)
  it("is of a rule as heavy as its wording", function()
    assert.truthy(results_of(true, true):find(
      '<Rule id="xccdf_cop11_rule_1.1" selected="true" severity="medium">', 1, true))
  end)
  it("is of a place with an id that XML takes, whatever the facility is called", function()
    assert.truthy(results_of(true, true, nil, "p/t & co"):find(
      "<target>facility-p_2Ft_20_26_20co</target>", 1, true))
  end)
  it("is of a place whose facts are told", function()
    local text = results_of(true, true, nil, nil, { "mine", "office" })
    assert.truthy(text:find('name="urn:cop11:fact:kind" type="string">mine, office<', 1, true))
    assert.is_nil(results_of(true, true):find("fact:kind", 1, true))
  end)
  it("is in a document that no text breaks out of", function()
    local text = results_of(true, true, nil, "<x>")
    assert.is_nil(text:find("<x>", 1, true))
    assert.truthy(text:find('<fact name="urn:cop11:fact:id" type="string">&lt;x&gt;<', 1, true))
  end)
  it("counts as one where every rule that counts passed, and as none else", function()
    assert.truthy(results_of(true, true):find('maximum="1">1</score>', 1, true))
    assert.truthy(results_of(nil, true):find('maximum="1">0</score>', 1, true))
    assert.truthy(results_of(true, false):find('maximum="1">0</score>', 1, true))
  end)
end)
