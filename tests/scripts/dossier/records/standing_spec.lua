-- Which records are in force: the auditor's, of their time, not superseded.
local support = require "support.host"
local small = require "support.small"

local runtime = assert(small.open(small.check '"a.level is full"'
  .. small.check('"b.flag is yes"'):gsub('"1.1"', '"1.2"')))
local FACTS <const> = { a = { level = "partial" }, b = { flag = true } }

-- A judgement on the extent of the shortfall of 1.1.
local function judged(id, answer, more)
  local record = { id = id, kind = "judgement", by = "A. Auditor",
    party = "auditor", authority = "lead", date = "2013-11-01", why = "seen",
    prompt = "1.1/extent", answer = answer }
  for key, value in pairs(more or {}) do record[key] = value end
  return record
end

local function report_of(records, more)
  more = more or {}
  more.records = support.json.array(records)
  return support.evaluate(runtime, small.dossier(FACTS, more))
end

local function problems_of(records)
  return support.decode(runtime.validate(support.json.write(small.dossier(FACTS,
    { records = records, facilities = { { id = "f" }, { id = "g" } } })),
    {})).problems
end

local function refused(key, text, records)
  local one
  for _, problem in ipairs(problems_of(records)) do
    one = one or problem.kind == "error" and problem
  end
  assert.truthy(one, "no error")
  assert.equal("/records/" .. key, one.pointer)
  assert.matches(text, one.message, 1, true)
end

local function outcome(records)
  return support.result(assert(report_of(records)), "1.1").outcome
end

local MINOR <const>, MAJOR <const> = "minor-nonconformance",
  "major-nonconformance"

describe("the days of a record", function()
  it("are not after the as-of date", function()
    refused("0/date", "2013-12-01 is after the as-of date 2013-11-30",
      { judged("A", "systemic", { date = "2013-12-01" }) })
  end)
  it("say from when and until when it is in force", function()
    assert.equal(MAJOR, outcome { judged("A", "systemic",
      { from = "2013-11-30", ["until"] = "2013-11-30" }) })
    assert.equal(MINOR, outcome { judged("A", "systemic",
      { from = "2013-12-01" }) })
    assert.equal(MINOR, outcome { judged("A", "systemic",
      { ["until"] = "2013-11-29" }) })
    refused("0/until", "would end on 2013-10-01, before it begins",
      { judged("A", "systemic", { from = "2013-11-01",
        ["until"] = "2013-10-01" }) })
  end)
end)

describe("a record that supersedes another", function()
  local OLD <const> = judged("OLD", "systemic")
  it("takes its place, whatever their order", function()
    local new = judged("NEW", "isolated", { supersedes = "OLD" })
    assert.equal(MINOR, outcome { OLD, new })
    assert.equal(MINOR, outcome { new, OLD })
    local report = report_of { new, OLD }
    assert.is_true(report.records[1].in_force)
    assert.is_false(report.records[2].in_force)
    assert.equal("superseded", report.records[2].no_force)
    assert.equal("NEW", report.records[2].superseded_by)
    assert.same({}, report.problems)
  end)
  it("does so from the day it is in force, and for good", function()
    local function new(more)
      more.supersedes = "OLD"
      return judged("NEW", "isolated", more)
    end
    assert.equal(MAJOR, outcome { OLD, new { from = "2013-12-01" } })
    assert.equal(MINOR, outcome { OLD, new { ["until"] = "2013-11-29" } })
  end)
  it("at one facility does so there alone", function()
    local report = report_of({ OLD, judged("NEW", "isolated",
      { supersedes = "OLD", facility = "f" }) }, { facilities = {
        complete = true, items = { { id = "f", a = FACTS.a },
          { id = "g", a = FACTS.a } } } })
    assert.equal(MINOR, support.result(report, "1.1", "f").outcome)
    assert.equal(MAJOR, support.result(report, "1.1", "g").outcome)
    assert.is_true(report.records[1].in_force)
    assert.same({}, report.problems)
  end)
  it("names a record that there is, on the same matter, from before it",
    function()
      refused("1/supersedes", "there is no record 'ODL'; did you mean 'OLD'?",
        { OLD, judged("NEW", "isolated", { supersedes = "ODL" }) })
      refused("1/supersedes", "which is later",
        { OLD, judged("NEW", "isolated", { supersedes = "OLD",
          date = "2013-10-31" }) })
      refused("0/supersedes", "cannot supersede itself",
        { judged("NEW", "isolated", { supersedes = "NEW" }) })
      refused("1/supersedes", "speaks of 1.1, not of 1.2",
        { OLD, judged("NEW", "no", { supersedes = "OLD",
          prompt = "1.2/applies" }) })
      refused("1/supersedes", "speaks of facility 'f', not of 'g'",
        { judged("OLD", "systemic", { facility = "f" }),
          judged("NEW", "isolated", { supersedes = "OLD", facility = "g" }) })
    end)
  it("is the auditor's, and so is the other", function()
    refused("1/supersedes", "only a record of the auditor supersedes",
      { OLD, judged("NEW", "isolated", { supersedes = "OLD",
        party = "member" }) })
  end)
  it("is not superseded by that one in turn", function()
    refused("1/supersedes", "in a circle", {
      judged("A", "systemic", { supersedes = "B" }),
      judged("B", "isolated", { supersedes = "A" }) })
  end)
  it("is named by an id that is used once", function()
    refused("1/id", "the id 'OLD' is used twice", { OLD, OLD })
  end)
end)

describe("a self-assessment", function()
  local SELF <const> = { assessment = { date = "2013-11-30", kind = "self" } }
  local with_kind = assert(small.open(small.check '"a.level is full"', { more = {
    ["kind.lua"] = [[fact "assessment.kind" { type = "choice", ask = "Which?",
      values = { "self", "certification" } }]] } }))
  it("holds no record of an auditor", function()
    local dossier = small.dossier(FACTS, { records = { judged("A", "systemic") },
      assessment = SELF.assessment })
    local report = assert(support.evaluate(with_kind, dossier))
    assert.equal(MINOR, support.result(report, "1.1").outcome)
    assert.equal("not-the-auditors", report.records[1].no_force)
    assert.equal("conflict", report.problems[1].kind)
    assert.same({ "/records/0/party", "/assessment/kind" },
      report.problems[1].pointers)
  end)
  it("holds no evidence that an auditor collected", function()
    local dossier = small.dossier({ a = { level = { value = "full",
      evidence = { "I" } } } }, { assessment = SELF.assessment,
      evidence = { { id = "I", kind = "interview", title = "Guards",
        date = "2013-11-01",
        collected_by = "auditor" } } })
    local report = assert(support.evaluate(with_kind, dossier))
    assert.equal("evidenced", support.result(report, "1.1").basis)
    assert.equal("conflict", report.problems[1].kind)
    assert.equal("/evidence/0/collected_by", report.problems[1].pointer)
    dossier.assessment.kind = "certification"
    assert.equal("auditor-verified", support.result(assert(support.evaluate(
      with_kind, dossier)), "1.1").basis)
  end)
end)
