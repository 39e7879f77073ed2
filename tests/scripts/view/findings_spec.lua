-- What reports say of an entered finding's plan and its closure.
local support = require "support.host"
local small_report = require "support.small_report"
local view = require "view"

local function plan_of(more)
  local finding = { id = "F1", provision = "1", rating = "minor-nonconformance",
    nature = "N.", by = "A", party = "auditor", raised = "2012-01-01",
    evidence = support.json.array {} }
  for key, value in pairs(more) do finding[key] = value end
  local text = select(2, small_report.of(small_report.list(small_report.GOOD),
    { findings = { finding } }))
  local v = view.read(support.decode(text), support.host)
  return v.findings[1].plan
end

describe("the plan of a finding", function()
  it("is approved, which is never said of its closure", function()
    assert.equal("Mend it, by the owner, due 2013-01-01, the plan approved by the "
      .. "auditor; closed 2013-02-15, 45 days late, the closure verified by nobody",
      plan_of { action = "Mend it.", owner = "the owner", due = "2013-01-01",
        auditor_approved = true, closed_on = "2013-02-15" })
  end)
  it("is closed in time, and somebody saw that it works", function()
    assert.equal("Mend it, due 2013-01-01; closed 2013-01-01, the closure verified by B",
      plan_of { action = "Mend it", due = "2013-01-01", closed_on = "2013-01-01",
        verified_by = "B" })
    assert.equal("Mend it, due 2013-01-01; closed 2013-01-02, 1 day late, the closure "
      .. "verified by B", plan_of { action = "Mend it", due = "2013-01-01",
        closed_on = "2013-01-02", verified_by = "B" })
  end)
  it("may be missing, though the finding is closed", function()
    assert.equal("no plan; closed 2013-02-15, the closure verified by nobody",
      plan_of { closed_on = "2013-02-15" })
    assert.is_nil(plan_of {})
  end)
  it("is overdue, or not closed yet", function()
    assert.equal("Mend it, due 2013-01-01; overdue",
      plan_of { action = "Mend it", due = "2013-01-01" })
    assert.equal("Mend it; not closed, the action verified by B",
      plan_of { action = "Mend it", verified_by = "B" })
  end)
end)
