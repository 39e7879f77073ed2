-- Findings with their plans, and hints on certification: shown, questioned,
-- never part of a rating.
local support = require "support.host"
local small = require "support.small"

local RULES = small.check '"a.flag is yes"' .. [[
findings { plan_required_for = { "major-nonconformance" }, source = "S" }
hint "three" { "Three years.", ratings = { "conformance" }, source = "S" }
hint "flagged" { "Flagged: {member.flag}.", ratings = { "conformance" },
  when = "member.flag is yes", source = "S" }
hint "one" { "One year.", ratings = { "major-nonconformance" }, source = "S" }
]]
local runtime = assert(small.open(RULES))

local SHOWN <const> = { value = true, evidence = { "E1" } }

local function report_of(finding, member, flag)
  local dossier = small.dossier({ a = { flag = flag == nil and SHOWN or flag } },
    { findings = finding and { finding } or nil,
      evidence = { { id = "E1", kind = "document", title = "Minutes",
        date = "2013-06-30" } } })
  dossier.member = member or dossier.member
  return assert(support.evaluate(runtime, dossier))
end

local function finding(more)
  local one = { id = "F1", provision = "1", rating = "major-nonconformance",
    nature = "No plan.", root_cause = "No owner." }
  for key, value in pairs(more or {}) do one[key] = value end
  return one
end

local function prompt_ids(report)
  local ids = {}
  for i, prompt in ipairs(report.prompts) do ids[i] = prompt.prompt end
  return ids
end

describe("a finding", function()
  it("is shown and lowers nothing", function()
    local report = report_of(finding { cap = { due = "2014-01-31" } })
    assert.equal("conformance", report.member.rating)
    assert.equal("No plan.", report.findings[1].nature)
    assert.is_false(report.findings[1].plan.overdue)
    assert.same({}, prompt_ids(report))
  end)
  it("without a plan where one is required raises a prompt", function()
    assert.same({ "finding:F1/plan" }, prompt_ids(report_of(finding())))
    assert.same({}, prompt_ids(report_of(
      finding { rating = "minor-nonconformance" })))
  end)
  it("whose plan is overdue raises a prompt", function()
    local report = report_of(finding { cap = { due = "2013-11-29" } })
    assert.is_true(report.findings[1].plan.overdue)
    assert.same({ "finding:F1/overdue" }, prompt_ids(report))
    assert.same({}, prompt_ids(report_of(finding { cap = {
      due = "2013-11-29", closed = "2013-11-28" } })))
  end)
  it("that came back, is critical or has no root cause raises a prompt",
    function()
      local plan = { due = "2014-01-31" }
      assert.same({ "finding:F1/persistent" }, prompt_ids(report_of(
        finding { repeat_of = "F0", cap = plan })))
      assert.same({ "finding:F1/critical" }, prompt_ids(report_of(
        finding { rating = "critical-breach" })))
      local bare = finding { cap = plan }
      bare.root_cause = nil
      assert.same({ "finding:F1/write_up" }, prompt_ids(report_of(bare)))
    end)
end)

describe("a hint", function()
  it("follows from the rating and names its source", function()
    local report = report_of()
    assert.same({ { hint = "three", source = "S", text = "Three years." } },
      report.hints)
  end)
  it("may need a fact, and stays silent while that is not known", function()
    local report = report_of(nil, { flag = true })
    assert.equal("Flagged: yes.", report.hints[2].text)
  end)
  it("is not given while a shall rests on what is stated alone", function()
    local report = report_of(nil, nil, true)
    assert.equal("conformance", report.member.rating)
    assert.same({}, report.hints)
  end)
  it("that is a warning is given all the same", function()
    local report = report_of(nil, nil, false)
    assert.equal("One year.", report.hints[1].text)
  end)
  it("is not given while the rating is not determined", function()
    local dossier = small.dossier { b = { flag = true } }
    assert.same({}, assert(support.evaluate(runtime, dossier)).hints)
  end)
end)
