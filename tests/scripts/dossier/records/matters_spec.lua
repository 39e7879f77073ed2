-- Records in force that say different things of one matter at one place are a
-- conflict, whatever their order.
local support = require "support.host"
local small = require "support.small"

local RULES <const> = small.check('any { "a.level is full", all { '
  .. '"a.flag is yes", auditor "x" { ask = "Enough?" } } }')
local runtime = assert(small.open(RULES))
local LAPSE <const> = { a = { level = "partial", flag = false } }
local ASKED <const> = { a = { level = "partial", flag = true } }

local function record(id, fields)
  local one = { id = id, kind = "judgement", by = "A. Auditor",
    party = "auditor", authority = "lead", date = "2013-11-01", why = "seen" }
  for key, value in pairs(fields) do one[key] = value end
  return one
end

local function report_of(facts, records, more)
  more = more or {}
  more.records = support.json.array(records)
  return assert(support.evaluate(runtime, small.dossier(facts, more)))
end

-- The report with these records in one order; in the other it must be the same
-- but for their places.
local function both_ways(facts, a, b, more)
  local report = report_of(facts, { a, b }, more)
  local other = report_of(facts, { b, a }, more)
  for _, part in ipairs { "member", "provisions", "facilities" } do
    assert.same(report[part].rating, other[part].rating)
  end
  assert.same(report.results[1].outcome, other.results[1].outcome)
  assert.same(report.results[1].range, other.results[1].range)
  assert.equal(#report.problems, #other.problems)
  return report
end

local function conflict(report, text)
  assert.equal(1, #report.problems)
  assert.equal("conflict", report.problems[1].kind)
  assert.matches(text, report.problems[1].message, 1, true)
  assert.same({ "/records/0", "/records/1" }, report.problems[1].pointers)
  assert.matches("supersedes", report.problems[1].cure, 1, true)
end

describe("records that contradict each other", function()
  it("are told at the first of them in the file", function()
    local records = {}
    for i = 1, 11 do records[i] = record("R" .. i, { kind = "waiver", check = "1.1" }) end
    records[3] = record("A", { prompt = "1.1/extent", answer = "systemic" })
    records[11] = record("B", { prompt = "1.1/extent", answer = "isolated" })
    local problem
    for _, one in ipairs(report_of(LAPSE, records).problems) do
      problem = one.message:find("1.1/extent", 1, true) and one or problem
    end
    assert.same({ "/records/2", "/records/10" }, problem.pointers)
    assert.equal("/records/2", problem.pointer)
  end)
  it("on an extent leave both extents open", function()
    local a = record("A", { prompt = "1.1/extent", answer = "systemic" })
    local b = record("B", { prompt = "1.1/extent", answer = "isolated" })
    local report = both_ways(LAPSE, a, b)
    conflict(report, "on 1.1/extent: A says systemic; B says isolated")
    assert.equal("insufficient-evidence", report.results[1].outcome)
    assert.same({ "minor-nonconformance", "major-nonconformance" },
      report.results[1].range)
    assert.equal(1, report.member.completeness.conflicting)
    assert.equal("1.1/extent", report.prompts[1].prompt)
    assert.equal("deciding", report.prompts[1].kind)
  end)
  it("on a deciding prompt leave it open", function()
    local a = record("A", { prompt = "1.1/x", answer = "yes" })
    local b = record("B", { prompt = "1.1/x", answer = "no", facility = "f" })
    local report = both_ways(ASKED, a, b)
    conflict(report, "on 1.1/x at f")
    assert.equal("insufficient-evidence", report.results[1].outcome)
    assert.equal("1.1/x", report.prompts[1].prompt)
  end)
  it("on a fact leave it open", function()
    local POINTER <const> = "fact:/facilities/items/0/a/flag"
    local a = record("A", { prompt = POINTER, answer = true })
    local b = record("B", { prompt = POINTER, answer = false })
    local report = both_ways({ a = { level = "partial",
      flag = { state = "conflicting" } } }, a, b)
    assert.equal("insufficient-evidence", report.results[1].outcome)
    conflict(report, "A says another value; B says another value")
  end)
  it("on an outcome leave the auditor's column open", function()
    local a = record("A", { kind = "override", check = "1.1",
      outcome = "conformance" })
    local b = record("B", { kind = "waiver", check = "1.1",
      outcome = "major-nonconformance" })
    local report = both_ways(LAPSE, a, b)
    conflict(report, "on the outcome of 1.1: A says conformance; B says major")
    assert.equal("minor-nonconformance", report.member.rating)
    assert.equal("not-determined", report.member.with_records.rating)
    assert.same({ "conformance", "major-nonconformance" },
      report.results[1].with_records.range)
    assert.is_true(report.results[1].with_records.conflicting)
  end)
  it("on whether it applies, and an override", function()
    local a = record("A", { kind = "override", check = "1.1",
      outcome = "conformance" })
    local b = record("B", { prompt = "1.1/applies", answer = "no" })
    conflict(both_ways(LAPSE, a, b), "A says conformance; B says not-applicable")
  end)
  it("on a provision and a worse check in it", function()
    local a = record("A", { kind = "override", provision = "1",
      outcome = "conformance" })
    local b = record("B", { kind = "override", check = "1.1", facility = "f",
      outcome = "major-nonconformance" })
    local report = both_ways(LAPSE, a, b)
    conflict(report, "on the outcome of 1 at f")
    assert.same({ "conformance", "major-nonconformance" },
      report.provisions[1].with_records.range)
  end)
end)

describe("records that agree", function()
  it("are no conflict, and all have a part", function()
    local a = record("A", { prompt = "1.1/extent", answer = "systemic" })
    local b = record("B", { prompt = "1.1/extent", answer = "systemic",
      facility = "f" })
    local report = both_ways(LAPSE, a, b)
    assert.same({}, report.problems)
    assert.equal("major-nonconformance", report.results[1].outcome)
    assert.is_true(report.records[1].used)
    assert.is_true(report.records[2].used)
  end)
  it("on a set do so in any order of its members", function()
    local POINTER <const> = "fact:/facilities/items/0/a/kinds"
    local a = record("A", { prompt = POINTER, answer = { "x", "y" } })
    local b = record("B", { prompt = POINTER, answer = { "y", "x" } })
    local report = both_ways({ a = { kinds = { state = "conflicting" } } }, a, b)
    assert.same({}, report.problems)
    assert.is_true(report.records[1].used)
    assert.is_true(report.records[2].used)
  end)
  it("at different facilities are no conflict", function()
    local a = record("A", { prompt = "1.1/x", answer = "yes", facility = "f" })
    local b = record("B", { prompt = "1.1/x", answer = "no", facility = "g" })
    local report = both_ways(ASKED, a, b, { facilities = { complete = true,
      items = { { id = "f", a = ASKED.a }, { id = "g", a = ASKED.a } } } })
    assert.same({}, report.problems)
    assert.equal("conformance", support.result(report, "1.1", "f").outcome)
  end)
  it("one of them without an outcome", function()
    local a = record("A", { kind = "override", check = "1.1",
      outcome = "conformance" })
    local b = record("B", { kind = "waiver", check = "1.1" })
    local report = both_ways(LAPSE, a, b)
    assert.same({}, report.problems)
    assert.equal(2, #report.results[1].with_records.records)
  end)
end)
