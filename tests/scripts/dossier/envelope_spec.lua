-- How a fact can be said: states, bounds, legs of evidence.
local support = require "support.host"
local small = require "support.small"

local OPEN = "insufficient-evidence"
local EVIDENCE = { evidence = {
  { id = "I", kind = "interview", title = "T", collected_by = "auditor", date = "2013-11-01" },
  { id = "O", kind = "observation", title = "T", collected_by = "auditor",
    date = "2013-11-02" },
  { id = "D", kind = "document", title = "T", collected_by = "member", date = "2013-01-01" },
  { id = "L", kind = "document", title = "T", collected_by = "member", date = "2014-01-01" },
} }

local function flag(cell, more)
  local dossier = support.copy(EVIDENCE)
  for key, value in pairs(more or {}) do dossier[key] = value end
  local result, report = small.result('"a.flag is yes"',
    { a = { flag = cell }, b = { flag = true } }, dossier)
  return result.outcome, result, report
end

local function problem_of(report, kind)
  for _, problem in ipairs(report.problems) do
    if problem.kind == kind then return problem end
  end
end

local function fact_of(result, name)
  for _, fact in ipairs(result.facts) do
    if fact.fact == name then return fact end
  end
end

describe("a fact in an envelope", function()
  it("says the same as a plain one", function()
    assert.equal("conformance", flag { value = true })
    assert.equal("conformance", flag { state = "known", value = true })
  end)
  it("may be unknown, withheld or contradictory: none of these is a verdict",
    function()
      assert.equal(OPEN, flag { state = "unknown", why = "not asked yet" })
      assert.equal(OPEN, flag { state = "withheld", withheld_reason = "secret" })
      assert.equal(OPEN, flag { state = "conflicting" })
      assert.equal(OPEN, flag(support.json.null))
      assert.equal(OPEN, flag "unknown")
    end)
  it("shows its state, reasons and evidence in the report", function()
    local _, result = flag { value = true, evidence = { "D" }, why = "signed" }
    assert.same({ fact = "a.flag", state = "known", value = true,
      pointer = "/facilities/items/0/a/flag", evidence = { "D" },
      basis = "evidenced", why = "signed" }, fact_of(result, "a.flag"))
  end)
  it("takes bounds, which can settle a question", function()
    local function total(cell)
      return small.result('"a.total is at least 3"', { a = { total = cell } })
        .outcome
    end
    assert.equal("conformance", total { at_least = 3 })
    assert.equal("minor-nonconformance", total { at_most = 2 })
    assert.equal(OPEN, total { at_least = 2 })
    assert.equal(OPEN, total { at_least = 2, at_most = 5 })
  end)
  it("takes one of a few values, and values a set surely holds", function()
    assert.equal("conformance", small.result('"a.level is not none"',
      { a = { level = { one_of = { "partial", "full" } } } }).outcome)
    assert.equal("conformance", small.result('"a.kinds includes x"',
      { a = { kinds = { includes = { "x" } } } }).outcome)
    assert.equal(OPEN, small.result('"a.kinds includes x and y"',
      { a = { kinds = { includes = { "x" } } } }).outcome)
  end)
  it("takes evidence against its bounds for a contradiction", function()
    local CASES <const> = {
      { "total", { at_least = 5 }, 3, 7 }, { "total", { at_most = 5 }, 6, 5 },
      { "level", { one_of = { "none", "partial" } }, "full", "none" },
      { "kinds", { includes = { "x" } }, { "y" }, { "x", "y" } },
      { "day", "2013-02", "2013-03-01", "2013-02-28" },
      { "limit", { at_least = 6 }, "none-stated", 6 },
    }
    for _, case in ipairs(CASES) do
      for i, wanted in ipairs { "conflict", false } do
        local cell = type(case[2]) == "table" and support.copy(case[2])
          or { value = case[2] }
        cell.evidence = { { id = "D", says = case[i + 2] } }
        local _, report = small.result('"b.flag is yes"', { b = { flag = true },
          a = { [case[1]] = cell } }, EVIDENCE)
        assert.equal(wanted, problem_of(report, "conflict") and "conflict" or false,
          case[1])
      end
    end
  end)
  it("takes a whole set", function()
    assert.equal("conformance", small.result('"a.kinds includes x and y"',
      { a = { kinds = { value = { "x", "y" } } } }).outcome)
  end)
  it("takes a share for what it says of the number itself", function()
    local function more_than(limit, share, total)
      return (small.result('"a.done is more than ' .. limit .. '"',
        { a = { done = share, total = total } })).outcome
    end
    assert.equal("conformance", more_than(0, { share = "some" }, 5))
    assert.equal("conformance", more_than(4, { share = "all" }, 5))
    assert.equal("minor-nonconformance", more_than(5, { share = "all" }, 5))
    assert.equal("minor-nonconformance", more_than(4, { percent = 80 }, 5))
    assert.equal("minor-nonconformance", more_than(0, { share = "none" }, 5))
    assert.equal(OPEN, more_than(1, { share = "some" }, 5))
    assert.equal(OPEN, more_than(0, { share = "all" }, nil))
    assert.equal("conformance", more_than(0, { share = "some" }, nil))
    assert.equal(OPEN, more_than(0, { share = "all" }, { at_least = 0 }))
  end)
  it("takes a share without head-counts as the claim it is", function()
    local function done(cell, total)
      return small.result('"a.done covers all of a.total"',
        { a = { done = cell, total = total } }).outcome
    end
    assert.equal("conformance", done({ share = "all" }, 5))
    assert.equal("minor-nonconformance", done({ percent = 97 }, 100))
    assert.equal("major-nonconformance", done({ share = "none" }, 5))
    assert.equal("minor-nonconformance", done({ share = "some" }, nil))
    assert.equal("minor-nonconformance", done({ percent = 60 }, nil))
    assert.equal(OPEN, done({ share = "none" }, nil))
  end)
end)

describe("a withheld document", function()
  local function withheld(...)
    local legs = { ... }
    return { state = "withheld", withheld_reason = "confidential",
      evidence = legs }
  end
  it("is settled by an interview and an observation that agree (P11.1-15)",
    function()
      local got, result = flag(withheld({ id = "I", says = true },
        { id = "O", says = true }))
      assert.equal("conformance", got)
      assert.equal("auditor-verified", result.basis)
      assert.equal("major-nonconformance", (flag(withheld(
        { id = "I", says = false }, { id = "O", says = false }))))
    end)
  it("with one leg alone stays open, with a deciding prompt", function()
    local got, _, report = flag(withheld { id = "I", says = true })
    assert.equal(OPEN, got)
    assert.equal("deciding", report.prompts[1].kind)
    assert.equal("f", report.prompts[1].facility)
    assert.equal("fact:f/a.flag", report.prompts[1].prompt)
  end)
  it("with two legs of one kind stays open", function()
    assert.equal(OPEN, flag(withheld({ id = "I", says = true },
      { id = "I", says = true })))
  end)
  it("is not settled by the Member's own interview and observation", function()
    local function by(collector)
      return { evidence = {
        { id = "I", kind = "interview", title = "T",
          date = "2013-06-30", collected_by = "auditor" },
        { id = "O", kind = "observation", title = "T",
          date = "2013-06-30", collected_by = collector } } }
    end
    local said = withheld({ id = "I", says = true }, { id = "O", says = true })
    assert.equal("conformance", (flag(said, by "auditor")))
    for _, collector in ipairs { "member", "third-party", false } do
      local got, _, report = flag(said, by(collector or nil))
      assert.equal(OPEN, got)
      assert.equal("deciding", report.prompts[1].kind)
      assert.equal("fact:f/a.flag",
        report.prompts[1].prompt)
    end
  end)
  it("that the auditor settled is contradicted by the Member's leg", function()
    local evidence = support.copy(EVIDENCE.evidence)
    evidence[#evidence + 1] = { id = "M", kind = "interview", title = "T", date = "2013-06-30",
      collected_by = "member" }
    local got, _, report = flag(withheld({ id = "I", says = true },
      { id = "O", says = true }, { id = "M", says = false }),
      { evidence = evidence })
    assert.equal(OPEN, got)
    assert.is_truthy(problem_of(report, "conflict"))
  end)
  it("that disagrees shows what each side says, and no secret", function()
    local function message_of(name, value, says)
      local dossier = small.dossier({ a = { [name] = { value = value,
        evidence = { { id = "O-1", says = says }, { id = "I-1", says = value } } } } },
        { evidence = { { id = "I-1", kind = "interview", title = "T", date = "2013-06-30" },
          { id = "O-1", kind = "observation", title = "T", date = "2013-06-30" } } })
      local runtime = assert(small.open(small.check '"a.flag is yes"'))
      local report = assert(support.evaluate(runtime, dossier))
      assert.equal("conflict", report.problems[1].kind)
      return report.problems[1].message
    end
    assert.equal("evidence O-1 speaks against the value given (given: yes; "
      .. "I-1: yes; O-1: no)", message_of("flag", true, false))
    assert.equal("evidence O-1 speaks against the value given (given: x, y; "
      .. "I-1: x, y; O-1: z)", message_of("kinds", { "y", "x" }, { "z" }))
    assert.equal("evidence O-1 speaks against the value given",
      message_of("secret", "a", "b"))
  end)
  it("that disagrees with a number shows it as a person writes it", function()
    local runtime = assert(small.open(small.check '"a.limit is at most 9"'))
    local report = assert(support.evaluate(runtime, small.dossier({ a = { limit = {
      at_least = 3, at_most = 3, evidence = { { id = "O-1", says = 4 } } } } }, {
        evidence = { { id = "O-1", kind = "observation", title = "T",
          date = "2013-06-30" } } })))
    assert.equal("evidence O-1 speaks against the value given (given: 3; O-1: 4)",
      report.problems[1].message)
  end)
  it("whose legs disagree is contradictory", function()
    local got, _, report = flag(withheld({ id = "I", says = true },
      { id = "O", says = false }))
    assert.equal(OPEN, got)
    assert.is_truthy(problem_of(report, "conflict"))
    assert.equal(1, report.member.completeness.conflicting)
  end)
  it("is settled by the auditor's judgement on the prompt", function()
    local got, result = flag(withheld { id = "I", says = true }, { records = {
      { kind = "judgement", prompt = "fact:/facilities/items/0/a/flag",
        answer = true, by = "Lead auditor", party = "auditor", authority = "audit",
          date = "2013-11-01", why = "seen" },
    } })
    assert.equal("conformance", got)
    assert.equal("auditor-verified", result.basis)
  end)
end)

describe("evidence", function()
  it("against a known value makes it contradictory", function()
    assert.equal(OPEN, flag { value = true, evidence = { "D",
      { id = "I", supports = "against" } } })
    assert.equal(OPEN, flag { value = true, evidence = { "D",
      { id = "I", says = false } } })
  end)
  it("names who says so, where that is given", function()
    local _, result = flag { value = true, stated_by = "The owner" }
    assert.equal("The owner", fact_of(result, "a.flag").stated_by)
  end)
  it("gives the basis: stated, evidenced, auditor-verified", function()
    local function basis(cell)
      return select(2, flag(cell)).basis
    end
    assert.equal("stated", basis { value = true })
    assert.equal("evidenced", basis { value = true, evidence = { "D" } })
    assert.equal("auditor-verified", basis { value = true,
      evidence = { "D", "O" } })
  end)
  it("dated after the as-of date supports nothing", function()
    assert.equal("insufficient-evidence", flag { value = true,
      evidence = { "L" } })
  end)
  it("dated after the as-of date is told where it stands", function()
    local _, _, report = flag { value = true, evidence = { "D" } }
    local late = problem_of(report, "note")
    assert.equal("/evidence/3/date", late.pointer)
    assert.is_truthy(late.message:find("2014-01-01", 1, true))
  end)
  describe("older than the event it is to show", function()
    local function day(cell, path)
      local dossier = support.copy(EVIDENCE)
      dossier.evidence[4] = nil
      path = path or "day"
      return small.result(('"a.%s is before 2015-01-01"'):format(path),
        { a = { [path] = cell } }, dossier)
    end
    it("supports nothing, and is told", function()
      local result, report = day { value = "2013-02-20", evidence = { "D" } }
      assert.equal("stated", result.basis)
      assert.equal("note", report.problems[1].kind)
      assert.equal("/facilities/items/0/a/day", report.problems[1].pointer)
      assert.is_truthy(report.problems[1].message:find("D", 1, true))
    end)
    it("does not weaken what younger evidence supports", function()
      assert.equal("auditor-verified", (day { value = "2013-02-20",
        evidence = { "D", "O" } }).basis)
    end)
    it("is none on the day itself, or within a month only known", function()
      for _, value in ipairs { "2013-01-01", "2013-01", "2013" } do
        local result, report = day { value = value, evidence = { "D" } }
        assert.equal("evidenced", result.basis)
        assert.same({}, report.problems)
      end
    end)
    it("is none where the date may lie ahead", function()
      local result, report = day({ value = "2014-01-31",
        evidence = { "D" } }, "expiry")
      assert.equal("evidenced", result.basis)
      assert.same({}, report.problems)
    end)
  end)
  it("of an outcome is its weakest support", function()
    local result = small.result('all { "a.flag is yes", "b.flag is yes" }',
      { a = { flag = { value = true, evidence = { "O" } } },
        b = { flag = { value = true, evidence = { "D" } } } }, EVIDENCE)
    assert.equal("evidenced", result.basis)
  end)
  it("of a comparison is the weaker of its two sides", function()
    local result = small.result('"a.done covers all of a.total"',
      { a = { done = { value = 1, evidence = { "O" } }, total = 2 } }, EVIDENCE)
    assert.equal("minor-nonconformance", result.outcome)
    assert.equal("stated", result.basis)
  end)
end)

describe("malformed facts are refused, all at once, each with its place",
  function()
    local function problems(facts, more)
      local runtime = assert(small.open(small.check '"a.flag is yes"'))
      local dossier = small.dossier(facts, more or EVIDENCE)
      local report, problem = support.evaluate(runtime, dossier)
      assert.is_nil(report)
      assert.equal("dossier", problem.status)
      return problem.message, problem.where
    end
    local AT = "/facilities/items/0/a/"
    local CASES = {
      { { a = { flag = "yes" } }, "flag", "expected true or false" },
      { { a = { flag = { value = 1 } } }, "flag/value", "true or false" },
      { { a = { flag = { state = "withheld" } } }, "flag", "withheld_reason" },
      { { a = { flag = { state = "maybe" } } }, "flag/state", "one of" },
      { { a = { flag = { value = true, valu = 1 } } }, "flag/valu",
        "did you mean 'value'" },
      { { a = { flag = { state = "not_applicable", na_reason = "x" } } },
        "flag", "cannot be not_applicable" },
      { { a = { level = "ful" } }, "level", "did you mean 'full'" },
      { { a = { kinds = { "x", "q" } } }, "kinds/1", "one of: x, y, z" },
      { { a = { total = -1 } }, "total", "at least 0" },
      { { a = { total = 1.5 } }, "total", "whole number" },
      { { a = { total = { at_least = 3, at_most = 2 } } }, "total", "above" },
      { { a = { day = "2013-02-30" } }, "day", "a date such as" },
      { { a = { limit = 0 } }, "limit", "at least 1" },
      { { a = { flag = { value = true, evidence = { "X" } } } },
        "flag/evidence/0", "not in the dossier's list" },
      { { a = { flag = { value = true, evidence = { id = "D" } } } },
        "flag/evidence", "a list of evidence ids" },
      { { a = { flag = { value = true, evidence = {
        { id = "D", supports = "agaisnt" } } } } },
        "flag/evidence/0/supports", '"for" or "against"' },
      { { a = { flag = { value = true, evidence = {
        { id = "D", suports = "against" } } } } },
        "flag/evidence/0/suports", "did you mean 'supports'" },
      { { a = { flag = { value = true, note = " " } } }, "flag/note",
        "a text with at least a letter or a figure" },
      { { a = { flag = { value = true, why = "." } } }, "flag/why",
        "a text with at least a letter or a figure" },
      { { a = { flag = { value = true, as_of = "lately" } } }, "flag/as_of",
        "a date such as" },
      { { a = { flg = true } }, "flg", "did you mean 'flag'" },
    }
    for _, case in ipairs(CASES) do
      it(case[2] .. ": " .. case[3], function()
        local message, where = problems(case[1])
        assert.equal(AT .. case[2], where)
        assert.truthy(message:find(case[3], 1, true), message)
      end)
    end
    it("and the number of further ones is told", function()
      local message = problems { a = { flag = 1, level = 2, total = "x" } }
      assert.matches("2 more", message)
    end)
  end)

describe("a fact by which a provision applies", function()
  it("cannot be waived: the answer says whether the provision applies",
    function()
      local runtime = support.open_builtin()
      local _, problem = support.evaluate(runtime, { format = "cop11.dossier/1",
        assessment = { date = "2013-11-30" }, facilities = { complete = true,
          items = { { id = "a", handles_jewellery_products = {
            state = "not_applicable", na_reason = "low risk" } } } } })
      assert.truthy(problem.message:find("cannot be not_applicable: the answer "
        .. "decides the reach of 11.1", 1, true), problem.message)
    end)
end)
