-- The core writes the same report as Lua, byte by byte.

package.path = "tests/parity/?.lua;" .. package.path
local support = require "support.host"
local corpus = require "corpus"
local layers = require "layered"
local reporting = require "reporting"

local function compare_all(check, list)
  local count = 0
  for _, one in ipairs(list) do
    if not one.call.parameters and check(one) then count = count + 1 end
  end
  return count
end

describe("The report of the core", function()
  local runtime = support.open_builtin { tolerant = true }
  local model, check = runtime.model(), reporting.comparer(runtime)

  it("is that of Lua on each sample", function()
    assert.equal(#corpus.samples(), compare_all(check, corpus.samples()))
  end)

  it("is that of Lua on each example of the rules", function()
    assert.is_true(compare_all(check, corpus.examples(model)) > 500)
  end)

  it("is that of Lua on many generated dossiers", function()
    assert.is_true(compare_all(check, corpus.generated(model, 1, 200)) > 100)
  end)

  it("says when it was made, and notes a byte order mark", function()
    local sample = corpus.samples()[1]
    local text = "\xEF\xBB\xBF" .. sample.text
    local report = check { name = "marked", text = text,
      call = { evaluated_at = "2013-11-30T12:00:00Z" } }
    assert.truthy(report:find('"evaluated_at":"2013-11-30T12:00:00Z"', 1, true))
    assert.truthy(report:find("byte order mark", 1, true))
  end)

  it("carries a host's own keys as a reader with doubles has them", function()
    local report = check { name = "own", call = {}, text = [[{"format": "cop11.dossier/1",
      "assessment": {"date": "2013-11-30", "kind": "certification"},
      "member": {"id": "m", "name": "M"}, "facilities": [{"id": "a", "kind": ["mine"]}],
      "evidence": [{"id": "E-1", "kind": "document", "x-b": [], "x-a": {"k": {}, "\u0061":
        [1e400, -1e400, 1.50, 0.1234567890123456789, -0.0, null, true, "\u0041"]}}]}]] }
    assert.truthy(report:find('"x-a":{"a":["(a number', 1, true))
  end)

  it("is that of Lua where evidence speaks against an item that a fact follows from",
    function()
      local report = check { name = "contrary", call = {}, text = [[{
        "format": "cop11.dossier/1", "member": {"id": "m", "name": "M"},
        "assessment": {"date": "2013-11-30", "kind": "certification"},
        "facilities": [{"id": "a", "kind": ["mine"], "threats": {"complete": true,
          "items": [{"sources": {"value": ["employees"], "evidence": ["E-1"],
            "auditor": {"value": ["criminals"], "by": "A", "date": "2013-11-20"}}},
            {"sources": {"value": ["criminals"], "evidence": ["E-1", "E-2"]}}]}}],
        "evidence": [{"id": "E-1", "kind": "document", "title": "T", "date": "2013-11-01"},
          {"id": "E-2", "kind": "document", "title": "U", "date": "2013-11-01"}]}]] }
      local fact = support.decode(report).facts["a/risk_assessment.threats_from_criminals"]
      assert.same({ "E-1" }, fact.evidence_against)
      assert.same({ "E-1", "E-2" }, fact.evidence)
    end)

  it("is that of Lua under layers, with their changes and the house rating", function()
    local layered = support.open_builtin { tolerant = true, layers = layers }
    local compare = reporting.comparer(layered)
    for _, list in ipairs { corpus.samples(), corpus.generated(layered.model(), 1, 60) } do
      compare_all(compare, list)
    end
    assert.truthy(compare(corpus.samples()[1]):find('"changes":[{', 1, true))
  end)

  it("is written, or is for Lua, whatever stands in a dossier", function()
    for _, text in ipairs { "", "[]", "{", "{}", '{"a":1,"a":2}', "\xFF" } do
      assert.is_nil(check { name = text, text = text, call = {} })
    end
  end)
end)
