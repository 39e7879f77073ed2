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
    nature = "No plan.", cause = "No owner.", by = "A", party = "auditor",
    action = "Name one." }
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
    local report = report_of(finding { due = "2014-01-31" })
    assert.equal("conformance", report.member.rating)
    assert.equal("No plan.", report.findings[1].nature)
    assert.is_false(report.findings[1].overdue)
    assert.same({}, prompt_ids(report))
  end)
  it("without a plan where one is required raises a prompt", function()
    local bare = finding()
    bare.action = nil
    assert.same({ "finding:F1/plan" }, prompt_ids(report_of(bare)))
    bare.rating = "minor-nonconformance"
    assert.same({}, prompt_ids(report_of(bare)))
  end)
  it("whose plan is overdue raises a prompt", function()
    local report = report_of(finding { due = "2013-11-29" })
    assert.is_true(report.findings[1].overdue)
    assert.same({ "finding:F1/overdue" }, prompt_ids(report))
    assert.same({}, prompt_ids(report_of(finding {
      due = "2013-11-29", closed_on = "2013-11-28", verified_by = "B" })))
  end)
  it("that was closed, and nobody verified it, raises a prompt", function()
    local report = report_of(finding { due = "2013-11-26", closed_on = "2013-11-28",
      auditor_approved = true })
    assert.same({ "finding:F1/unverified" }, prompt_ids(report))
    assert.matches("closed on 2013-11-28, 2 days after it was due, and nobody is named "
      .. "who saw that the action works", report.prompts[1].text, 1, true)
    assert.matches("closed on 2013-11-28, and nobody", report_of(finding {
      due = "2013-11-28", closed_on = "2013-11-28" }).prompts[1].text, 1, true)
    assert.same({}, prompt_ids(report_of(finding { closed_on = "2013-11-28",
      verified_by = "B" })))
  end)
  it("that came back, is critical or has no root cause raises a prompt",
    function()
      assert.same({ "finding:F1/persistent" }, prompt_ids(report_of(
        finding { repeat_of = "F0" })))
      assert.same({ "finding:F1/critical" }, prompt_ids(report_of(
        finding { rating = "critical-breach" })))
      local bare = finding()
      bare.cause = nil
      assert.same({ "finding:F1/write_up" }, prompt_ids(report_of(bare)))
    end)
end)

describe("practice that turned after a finding", function()
  local practice = assert(small.open(small.check '"a.practice is yes"'))
  local EVIDENCE <const> = {
    { id = "before", kind = "observation", title = "Gates", date = "2013-05-01",
      collected_by = "auditor" },
    { id = "after", kind = "observation", title = "Gates", date = "2013-11-01",
      collected_by = "auditor" },
    { id = "theirs", kind = "observation", title = "Gates", date = "2013-11-01",
      collected_by = "member" },
    { id = "call", kind = "interview", title = "A call", date = "2013-11-01",
      collected_by = "auditor" } }
  local function asked(id, more, value)
    local one = finding { check = "1.1", raised = "2013-05-01", closed_on = "2013-11-29",
      verified_by = "B" }
    for key, given in pairs(more or {}) do one[key] = given end
    local f = { id = "f", a = { practice = { value = value or "yes",
      evidence = { id } } } }
    local report = assert(support.evaluate(practice, small.dossier({}, {
      findings = { one }, evidence = EVIDENCE,
      facilities = { complete = true, items = { f, { id = "g" } } } })))
    for _, prompt in ipairs(report.prompts) do
      if prompt.prompt == "finding:F1/turned" then
        assert.same({ "advisory", "f", "1.1" }, { prompt.kind, prompt.facility,
          prompt.check })
        return prompt.text
      end
    end
  end
  it("asks what shows it, where the auditor observed nothing since", function()
    for _, id in ipairs { "before", "theirs", "call" } do
      assert.equal('Finding F1 was raised on 2013-05-01, and 1.1 conforms now.  Nothing '
        .. 'that the auditor observed after that day is named for "Is it done?".  What '
        .. "shows that practice changed?", asked(id))
    end
    assert.is_nil(asked "after")
  end)
  it("is asked of the check and place that the finding names", function()
    assert.is_nil(asked("call", { facility = "f" }, "mixed"))
    assert.truthy(asked("call", { facility = "f" }))
    assert.is_nil(asked("call", { facility = "g" }))
  end)
  it("is not asked of what documents show", function()
    assert.same({}, prompt_ids(report_of(finding { check = "1.1",
      raised = "2013-05-01", closed_on = "2013-11-29", verified_by = "B" })))
  end)
end)

describe("what a finding raises", function()
  it("can be answered by a record, each of it", function()
    local asked = {}
    for _, one in ipairs { { closed_on = "2013-11-28", raised = "2013-01-01" },
      { due = "2013-11-28", repeat_of = "F0", rating = "critical-breach" } } do
      local bare = finding(one)
      bare.cause, bare.action = nil, nil
      local dossier = small.dossier({ a = { flag = false } }, { findings = { bare } })
      for _, prompt in ipairs(assert(support.evaluate(runtime, dossier)).prompts) do
        local id = prompt.prompt
        if id:find "^finding:" then
          asked[id] = true
          dossier.records = { { kind = "judgement", prompt = id, answer = "noted",
            by = "A", party = "auditor", authority = "lead", date = "2013-11-30",
            why = "Seen." } }
          assert(support.evaluate(runtime, dossier), id)
        end
      end
    end
    local count = 0
    for _ in pairs(asked) do count = count + 1 end
    assert.equal(7, count)
  end)
end)

describe("a finding on what falls short now", function()
  local FINE <const> = { id = "f", a = { flag = true } }
  local BAD <const> = { id = "g", a = { flag = false } }
  local function prompts(more, facility, changed)
    more.verified_by = "B"
    local dossier = small.dossier({}, { findings = { finding(more) } })
    dossier.facilities = { complete = true, items = { FINE, facility or BAD } }
    for key, value in pairs(changed or {}) do dossier[key] = value end
    local list, report = {}, assert(support.evaluate(runtime, dossier))
    for _, one in ipairs(report.prompts) do
      if one.prompt:find "^finding:" then
        assert.equal("advisory", one.kind)
        list[#list + 1] = { one.prompt:match "[^/]*$", one.facility, one.check }
      end
    end
    return list, report
  end
  local CLOSED <const> = "2013-11-30"

  it("though it was closed asks whether it is repetitive", function()
    local expected = { { "repetitive", "g", "1.1" } }
    assert.same(expected, prompts { check = "1.1", raised = "2013-11-30",
      closed_on = CLOSED })
    assert.same(expected, prompts { check = "1.1", facility = "g",
      closed_on = CLOSED })
    assert.same({ { "repetitive" } }, prompts { closed_on = CLOSED })
    assert.same({}, prompts { check = "1.1", facility = "f",
      closed_on = CLOSED })
    assert.same({}, prompts({ check = "1.1", closed_on = CLOSED },
      { id = "g", a = { flag = true } }))
  end)
  it("and was raised before this assessment asks whether it is persistent",
    function()
      assert.same({ { "persistent", "g", "1.1" } }, prompts { check = "1.1",
        raised = "2013-11-29" })
      assert.same({}, prompts { check = "1.1", raised = "2013-11-30" })
    end)
  it("of the same audit is not persistent, on whichever day it was raised",
    function()
      local more = { assessment = { date = "2013-11-30", began = "2013-11-28" } }
      local found = { check = "1.1", raised = "2013-11-28" }
      assert.same({}, prompts(found, nil, more))
      found.raised = "2013-11-27"
      assert.same({ { "persistent", "g", "1.1" } }, prompts(found, nil, more))
    end)
  it("is asked about once where it names a provision alone", function()
    local list, report = prompts({ closed_on = CLOSED }, nil, { facilities = {
      complete = true, items = { BAD, { id = "h", a = { flag = false } } } } })
    assert.same({ { "repetitive" } }, list)
    assert.equal("Finding F1 was closed on 2013-11-30, yet 1.1 at g and 1.1 at h "
      .. "fall short of the guidance now.  Is it a repetitive finding?",
      report.prompts[1].text)
  end)
  it("and is past its date asks that too", function()
    assert.same({ { "overdue", "g", "1.1" }, { "persistent", "g", "1.1" } },
      prompts { check = "1.1", facility = "g", raised = "2013-01-01",
        due = "2013-11-29" })
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
