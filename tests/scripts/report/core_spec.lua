-- What the core does with a dossier's text as a whole.
local support = require "support.host"

describe("The core", function()
  local runtime = support.open_builtin()
  local function report_on(text, call)
    return support.report(runtime, text, call)
  end

  it("carries a host's own keys as a reader with doubles has them", function()
    local report = select(2, support.evaluate(runtime, [[{"format": "cop11.dossier/1",
      "assessment": {"date": "2013-11-30", "kind": "certification"},
      "member": {"id": "m", "name": "M"}, "facilities": [{"id": "a", "kind": ["mine"]}],
      "evidence": [{"id": "E-1", "kind": "document", "x-b": [], "x-a": {"k": {}, "\u0061":
        [1e400, -1e400, 1.50, 0.1234567890123456789, -0.0, null, true, "\u0041"]}}]}]]))
    assert.truthy(report:find('"x-a":{"a":["(a number', 1, true))
  end)

  it("tells evidence against an item from what shows the fact that follows", function()
    local report = report_on [[{
      "format": "cop11.dossier/1", "member": {"id": "m", "name": "M"},
      "assessment": {"date": "2013-11-30", "kind": "certification"},
      "facilities": [{"id": "a", "kind": ["mine"], "threats": {"complete": true,
        "items": [{"sources": {"value": ["employees"], "evidence": ["E-1"],
          "auditor": {"value": ["criminals"], "by": "A", "date": "2013-11-20"}}},
          {"sources": {"value": ["criminals"], "evidence": ["E-1", "E-2"]}}]}}],
      "evidence": [{"id": "E-1", "kind": "document", "title": "T", "date": "2013-11-01"},
        {"id": "E-2", "kind": "document", "title": "U", "date": "2013-11-01"}]}]]
    local fact = report.facts["a/risk_assessment.threats_from_criminals"]
    assert.same({ "E-1" }, fact.evidence_against)
    assert.same({ "E-1", "E-2" }, fact.evidence)
  end)

  -- Which letters look like which, Lua knows alone: it looks, and hands over its notes.
  it("rates a dossier with an id that is read by Lua, which notes what it saw",
    function()
      local text = [[{"format": "cop11.dossier/1", "facilities": [{"id": "%s"}]}]]
      local odd = report_on(text:format "a\u{200B}b", { as_of = "2013-11-30" })
      local plain = report_on(text:format "a-b", { as_of = "2013-11-30" })
      assert.equal("a\u{200B}b", odd.facilities[1].id)
      assert.equal(#plain.results, #odd.results)
      assert.equal(#plain.problems + 1, #odd.problems)
      for _, problem in ipairs(odd.problems) do
        if problem.code == "id-holds-unseen" then
          assert.equal("note", problem.kind)
          assert.equal("/facilities/0/id", problem.pointer)
          assert.matches("U%+200B", problem.message)
          return
        end
      end
      error "no note on the id"
    end)

  it("says nothing of an id whose letters are all plain to see", function()
    local odd = report_on([[{"format": "cop11.dossier/1", "facilities":
      [{"id": "Zürich"}]}]], { as_of = "2013-11-30" })
    for _, problem in ipairs(odd.problems) do
      assert.not_equal("id-holds-unseen", problem.code)
    end
  end)
end)
