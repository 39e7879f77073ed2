-- The auditor's column: what records make of checks and provisions, beside what
-- the rules say of them.
local support = require "support.host"
local small = require "support.small"

local GATED <const> = [[
provision "2" { title = "Two", applies = "b.flag is yes",
  not_applicable = "No b." }
check "2.1" { title = "T", points = { "SHALL" }, ask = "Ask.",
  expect = "a.flag is yes" }
provision "3" { title = "Three", scope = "member" }
check "3.1" { title = "T", points = { "SHALL" }, ask = "Ask.",
  expect = "member.flag is yes" }]]
local runtime = assert(small.open(small.check('"a.level is full"',
  'applies = "a.flag is yes", not_applicable = "No a."') .. GATED))

local MINOR <const>, MAJOR <const> = "minor-nonconformance",
  "major-nonconformance"

local function record(fields)
  local one = { id = "R", kind = "judgement", by = "A. Auditor",
    party = "auditor", authority = "lead", date = "2013-11-01", why = "Seen." }
  for key, value in pairs(fields) do one[key] = value end
  return one
end

local function report_of(facts, ...)
  return assert(support.evaluate(runtime, small.dossier(facts,
    { records = support.json.array { ... } })))
end

local function prompt(report, id)
  for _, one in ipairs(report.prompts) do
    if one.prompt == id then return one end
  end
end

local function provision(report, id)
  for _, one in ipairs(report.provisions) do
    if one.provision == id then return one end
  end
end

local SHORT <const> = { a = { flag = true, level = "partial" },
  b = { flag = true } }

describe("a record that a check does not apply", function()
  local NO <const> = record { prompt = "1.1/applies", answer = "no" }
  it("counts in the rules' rating where the facts leave it open", function()
    local report = report_of({ a = { level = "partial" } }, NO)
    local result = support.result(report, "1.1")
    assert.equal("not-applicable", result.outcome)
    assert.matches("Seen (R, A. Auditor, lead)", result.reason, 1, true)
    assert.is_nil(prompt(report, "1.1/applies"))
  end)
  it("stands in the auditor's column alone where they say that it applies",
    function()
      local report = report_of(SHORT, NO)
      local result = support.result(report, "1.1")
      assert.equal(MINOR, result.outcome)
      assert.equal("not-applicable", result.with_records.outcome)
      local said = result.with_records.records[1]
      assert.same({ "A. Auditor", "Seen." }, { said.by, said.why })
      local asked = prompt(report, "1.1/applies")
      assert.equal("advisory", asked.kind)
      assert.matches('record R by A. Auditor of 2013-11-01 ("Seen.")',
        asked.text, 1, true)
    end)
  it("has no case where they say so too", function()
    local report = report_of({ a = { flag = false } }, NO)
    assert.matches("No a.", support.result(report, "1.1").reason, 1, true)
    assert.equal("not-applicable",
      support.result(report, "1.1").with_records.outcome)
  end)
  it("that says yes closes what is open, and nothing else", function()
    local yes = record { prompt = "1.1/applies", answer = "yes" }
    local report = report_of({ a = { level = "partial" } }, yes)
    assert.equal(MINOR, support.result(report, "1.1").outcome)
    report = report_of({ a = { flag = false } }, yes)
    assert.equal("not-applicable", support.result(report, "1.1").outcome)
    assert.matches("the facts say without it", report.records[1].stale, 1, true)
    assert.truthy(prompt(report, "record:R/stale"))
  end)
  it("by override is asked about as well", function()
    local report = report_of(SHORT, record { kind = "override", check = "1.1",
      outcome = "not-applicable" })
    assert.equal(MINOR, support.result(report, "1.1").outcome)
    assert.truthy(prompt(report, "1.1/applies"))
  end)
end)

describe("a record that a provision does not apply", function()
  local NO <const> = record { prompt = "2/applies", answer = "no" }
  it("counts in the rules' rating where the facts leave it open", function()
    local report = report_of({ a = { flag = true } }, NO)
    local result = support.result(report, "2.1")
    assert.equal("not-applicable", result.outcome)
    assert.matches("Seen (R, A. Auditor, lead)", result.reason, 1, true)
    assert.is_true(report.records[1].used)
  end)
  it("stands in the auditor's column alone where they say that it applies",
    function()
      local report = report_of({ a = { flag = false }, b = { flag = true } }, NO)
      assert.equal(MAJOR, provision(report, "2").rating)
      assert.equal("not-applicable", provision(report, "2").with_records.rating)
      local result = support.result(report, "2.1")
      assert.equal(MAJOR, result.outcome)
      assert.equal("not-applicable", result.with_records.outcome)
      assert.truthy(prompt(report, "2/applies"))
    end)
end)

describe("a record on a provision", function()
  local function override(fields)
    fields.kind = "override"
    return record(fields)
  end
  it("has effect in the auditor's column, at each place", function()
    local report = report_of(SHORT, override { provision = "1",
      outcome = "conformance" })
    assert.equal(MINOR, provision(report, "1").rating)
    assert.same({ rating = "conformance",
      range = { "conformance" }, records = { "R" } },
      provision(report, "1").with_records)
    assert.same({ "R" }, report.facilities[1].provisions[1].with_records.records)
    assert.same({ { provision = "1", facility = "f", from = MINOR,
      to = "conformance", remark = "lifts" } }, report.records[1].changes)
    assert.is_nil(report.records[1].stale)
  end)
  it("of the Member has effect once", function()
    local report = report_of(SHORT, override { provision = "3", outcome = MAJOR })
    assert.equal("not-determined", provision(report, "3").rating)
    assert.equal(MAJOR, provision(report, "3").with_records.rating)
    assert.equal(1, #report.records[1].changes)
  end)
  it("stands also where the facility is not assessed", function()
    local report = report_of({}, override { provision = "1",
      outcome = "not-applicable" })
    assert.equal("not-determined", provision(report, "1").rating)
    assert.equal("not-applicable", provision(report, "1").with_records.rating)
  end)
  it("does not hide what a record says of a check that is not as bad", function()
    local report = report_of(SHORT, override { id = "P", provision = "1",
      outcome = MAJOR }, override { check = "1.1", outcome = "conformance" })
    assert.same({}, report.problems)
    assert.equal(MAJOR, provision(report, "1").with_records.rating)
    assert.equal("conformance",
      support.result(report, "1.1").with_records.outcome)
  end)
end)

describe("a record without a case", function()
  local function stale(facts, fields, text)
    local report = report_of(facts, record(fields))
    assert.matches(text, report.records[1].stale or "none", 1, true)
    local asked = prompt(report, "record:R/stale")
    assert.matches(text, asked.text, 1, true)
    assert.equal("advisory", asked.kind)
  end
  local FINE <const> = { a = { flag = true, level = "full" } }
  it("since the check conforms now, is reported and asked about", function()
    local text <const> = "the check conforms now"
    stale(FINE, { kind = "override", check = "1.1", outcome = MAJOR }, text)
    stale(FINE, { kind = "waiver", check = "1.1" }, text)
    stale(FINE, { prompt = "1.1/extent", answer = "systemic" },
      "no isolated shortfall is known there now")
  end)
  it("since the check is not asked now", function()
    stale({ a = { flag = false } }, { kind = "override", check = "1.1",
      outcome = MAJOR }, "is not asked there now")
  end)
  it("since nothing is asked", function()
    stale(FINE, { prompt = "1/related", answer = "no" },
      "the question is not asked now")
  end)
  it("keeps what it says in the auditor's column", function()
    local report = report_of(FINE, record { kind = "override", check = "1.1",
      outcome = MAJOR })
    assert.equal(MAJOR, support.result(report, "1.1").with_records.outcome)
  end)
  it("is no longer reported once it is superseded", function()
    local report = report_of(FINE, record { kind = "waiver", check = "1.1" },
      record { id = "S", kind = "waiver", check = "1.1", supersedes = "R",
        date = "2013-11-02", ["until"] = "2013-11-10" })
    assert.is_nil(prompt(report, "record:R/stale"))
    assert.is_nil(report.records[1].stale)
  end)
end)

describe("an entered finding", function()
  it("stands with what rules and records say of the same matter", function()
    local dossier = small.dossier(SHORT, { findings = { { id = "F-1",
      provision = "1", check = "1.1", facility = "f", rating = MINOR,
      nature = "n", by = "A", party = "auditor" } } })
    local report = assert(support.evaluate(runtime, dossier))
    assert.same({ "F-1" }, support.result(report, "1.1").findings)
    assert.same({ "F-1" }, report.facilities[1].provisions[1].findings)
    assert.is_nil(support.result(report, "2.1").findings)
  end)
end)
