-- What a report holds: roll-ups, completeness, who was not assessed, what may
-- not leak.
local support = require "support.host"
local small = require "support.small"
local small_report = require "support.small_report"

local CHECK <const> = small_report.CHECK
local BAD <const>, GOOD <const>, SILENT <const> =
  small_report.BAD, small_report.GOOD, small_report.SILENT
local list, report_of = small_report.list, small_report.of

describe("the Member's rating", function()
  it("is the worst of its facilities", function()
    local report = report_of(list(GOOD, BAD))
    assert.equal("major-nonconformance", report.member.rating)
    assert.equal("conformance", report.facilities[1].rating)
    assert.equal("major-nonconformance", report.facilities[2].rating)
  end)
  it("is not determined while a facility is not assessed", function()
    local report = report_of(list(GOOD, SILENT))
    assert.equal("not-determined", report.member.rating)
    assert.equal("not determined: at best conformance, at worst major "
      .. "non-conformance", report.member.text)
    assert.equal("conformance", report.member.rating_of_assessed.rating)
    assert.equal("1 of 2 facilities assessed (by statement alone: no "
      .. "evidence is named there)", report.member.assessed_text)
    assert.is_false(report.facilities[2].assessed)
  end)
  it("is not determined while the list of facilities is open", function()
    local report = report_of { GOOD }
    assert.equal("not-determined", report.member.rating)
    assert.equal("conformance", report.member.rating_of_assessed.rating)
    assert.is_false(report.member.facilities_complete)
  end)
  it("major stays major whatever is not assessed", function()
    assert.equal("major-nonconformance",
      report_of(list(BAD, SILENT)).member.rating)
  end)
  it("is not opened by facilities for a provision that cannot reach them",
    function()
      local rules = CHECK .. [[
provision "2" { title = "Two", applies = "member.flag is yes" }
check "2.1" { title = "T", points = { "SHALL" }, ask = "A.",
  expect = "b.flag is yes" }
]]
      local function second(flag, facilities)
        local report = report_of(facilities, { member = { id = "M",
          flag = flag } }, rules)
        return report.provisions[2], report.facilities[#report.facilities]
      end
      local whole, silent = second(false, list(GOOD, SILENT))
      assert.equal("not-applicable", whole.rating)
      assert.equal("not-applicable", silent.provisions[2].rating)
      assert.equal(1, silent.provisions[2].completeness.not_applicable)
      assert.equal("not-determined", silent.rating)
      assert.equal("not-applicable", second(false, { GOOD }).rating)
      assert.same({ "not-applicable", "conformance", "major-nonconformance" },
        second(nil, list(GOOD, SILENT)).range)
      assert.equal("not-determined", second(nil, { GOOD }).rating)
    end)
  it("of a Member said to have no facility is not determined", function()
    local report = report_of { complete = true, items = support.json.array {} }
    assert.equal("not-determined", report.member.rating)
    assert.equal("conflict", report.problems[1].kind)
  end)
end)

describe("completeness", function()
  it("counts no checks of facilities that nobody listed", function()
    local report = report_of { GOOD }
    assert.same({ settled = 1, unknown = 0, withheld = 0, conflicting = 0,
      error = 0, not_applicable = 0 }, report.member.completeness)
  end)
  it("counts in integers", function()
    local rules = CHECK .. [[
check "1.2" { title = "T", points = { "COULD" }, ask = "A.",
  expect = "b.flag is yes" }
check "1.3" { title = "T", points = { "COULD" }, ask = "A.",
  applies = "a.flag is no", expect = "b.flag is yes" }
]]
    local report = report_of(list(GOOD), nil, rules)
    assert.same({ settled = 1, unknown = 1, withheld = 0, conflicting = 0,
      error = 0, not_applicable = 1 }, report.member.completeness)
  end)
end)

describe("the basis of a roll-up", function()
  local function supported(value, collector)
    return { value = value, evidence = { collector } }
  end
  local EVIDENCE <const> = { evidence = {
    { id = "auditor", kind = "observation", title = "T",
      date = "2013-06-30", collected_by = "auditor" },
    { id = "member", kind = "document", title = "T",
      date = "2013-06-30", collected_by = "member" } } }
  local RULES <const> = CHECK .. [[
check "1.2" { title = "T", points = { "SHALL" }, ask = "A.",
  expect = "b.flag is yes" }
]]
  local function basis_of(a, b)
    return report_of(list({ id = "one", a = { flag = a }, b = { flag = b } }),
      EVIDENCE, RULES).member.basis
  end
  it("is the weakest of all, since none of it may be worse", function()
    assert.equal("stated", basis_of(supported(true, "auditor"), true))
    assert.equal("evidenced", basis_of(supported(true, "auditor"),
      supported(true, "member")))
  end)
  it("of a major rating is the best of what is major: each suffices", function()
    assert.equal("auditor-verified",
      basis_of(supported(false, "auditor"), true))
    assert.equal("auditor-verified", basis_of(supported(false, "auditor"),
      supported(false, "member")))
    assert.equal("auditor-verified", basis_of(false, supported(false, "auditor")))
  end)
  it("of a minor rating is the best of what is minor, and the weakest of all that "
    .. "is no worse", function()
      local minor = small.check('"a.level is full"')
        .. small.check('"a.practice is yes"'):gsub("1%.1", "1.2")
        .. small.check('"a.flag is yes"'):gsub("1%.1", "1.3")
      local function basis(level, practice, flag)
        return report_of(list { id = "one", a = { level = level,
          practice = practice, flag = flag } }, EVIDENCE, minor).member.basis
      end
      local seen = { value = "mixed", evidence = { "auditor" } }
      local said = { value = "partial" }
      assert.equal("auditor-verified", basis(said, seen,
        supported(true, "auditor")))
      assert.equal("evidenced", basis(said, seen, supported(true, "member")))
      assert.equal("stated", basis(said, seen, true))
      assert.equal("stated", basis(said, { value = "mixed" },
        supported(true, "auditor")))
    end)
  it("stands beside how many checks rest on what", function()
    local function support_of(a, b)
      local report = report_of(list({ id = "one", a = { flag = a },
        b = { flag = b } }), EVIDENCE, RULES)
      for _, rated in ipairs { report.facilities[1], report.provisions[1],
        report.facilities[1].provisions[1], report.member.rating_of_assessed } do
        assert.same(report.member.support, rated.support)
      end
      return report.member.support
    end
    local member, auditor = supported(true, "member"), supported(true, "auditor")
    assert.same({ stated = 2, evidenced = 0, auditor_verified = 0 },
      support_of(true, true))
    assert.same({ stated = 1, evidenced = 1, auditor_verified = 0 },
      support_of(member, true))
    assert.same({ stated = 0, evidenced = 1, auditor_verified = 1 },
      support_of(member, auditor))
  end)
end)

describe("what is missing", function()
  it("of the Member names each check once that waits at its facilities",
    function()
      local rules = small.check('"a.flag is yes"', 'applies = "member.flag is yes"')
        .. [[
check "1.2" { title = "T", points = { "SHALL" }, ask = "A.",
  applies = "member.flag is yes", expect = "a.flag is yes" }
]]
      local report = report_of(list(GOOD, BAD), nil, rules)
      assert.equal(1, #report.missing)
      assert.same({ "1.1", "1.2" }, report.missing[1].checks)
    end)
  it("says what is known of it, unless that is sensitive", function()
    local function values(call)
      local report = report_of(list { id = "f", a = { level = { one_of = {
        "partial", "full" } }, hidden = { one_of = { "blue", "green" } } } },
        nil, small.check 'all { "a.level is full", "a.hidden is blue" }', call)
      return report.missing[1].value, report.missing[2].value
    end
    local level, hidden = values()
    assert.same({ one_of = { "partial", "full" } }, level)
    assert.is_nil(hidden)
    assert.same({ one_of = { "blue", "green" } },
      select(2, values { show_sensitive = true }))
  end)
  it("says how many a list names that may hold more", function()
    local function items(people)
      return report_of(list { id = "f", b = { flag = true }, people = people },
        nil, small.check 'every "people" { "armed is yes" }').missing[1].items
    end
    assert.equal(2, items { { armed = true }, { armed = true } })
    assert.equal(0, items(nil))
  end)
  it("says why it is missing, unless that is sensitive", function()
    local function whys(call)
      local lost = { state = "unknown", why = "lost" }
      local report = report_of(list { id = "f", b = { flag = true },
        a = { level = lost, hidden = lost } }, nil,
        small.check 'all { "a.level is full", "a.hidden is blue" }', call)
      return { report.missing[1].why or "", report.missing[2].why or "" }
    end
    assert.same({ "lost", "" }, whys())
    assert.same({ "lost", "lost" }, whys { show_sensitive = true })
  end)
  it("is listed once, with the question and the checks that wait", function()
    local rules = CHECK .. [[
check "1.2" { title = "T", points = { "SHALL" }, ask = "A.",
  expect = "a.flag is no" }
]]
    local report = report_of(list { id = "f", b = { flag = true } }, nil, rules)
    assert.equal(1, #report.missing)
    assert.same({ "1.1", "1.2" }, report.missing[1].checks)
    assert.equal("Flag a?", report.missing[1].ask)
  end)
end)

describe("a reason", function()
  it("counts a question that leaves two conditions open once", function()
    local rules = small.check
      'all { "a.level is not none", "a.level is not partial" }'
    local report = report_of(list { id = "f", b = { flag = true } }, nil, rules)
    assert.equal('Not settled: "Level?"',
      support.result(report, "1.1").reason)
  end)
end)

describe("sensitive facts", function()
  local rules = small.check('every "people" { { "armed is yes", otherwise = '
    .. '"{name} has no {a.secret}." } }')
  local facility = { id = "f", a = { secret = "TOPSECRET" }, people = {
    complete = true, items = { { name = "VICTIM", armed = false },
      { name = "WITNESS", armed = true } } } }
  it("leave no value in a report", function()
    local _, text = report_of(list(facility), nil, rules)
    assert.is_nil(text:find("VICTIM", 1, true))
    assert.is_nil(text:find("TOPSECRET", 1, true))
    assert.truthy(text:find("/people/items/0", 1, true))
  end)
  it("and lists of them tell no reasons", function()
    local cases = [[
list "cases" { ask = "Cases?", sensitive = true, facts = {
  fact "closed" { type = "yes/no", ask = "Closed?" },
  fact "open" { type = "yes/no", ask = "Open?" } } }
]] .. small.check 'every "cases" { "closed is yes", "open is no" }'
    local dossier = { id = "f", cases = { complete = true, items = { {
      closed = { value = false, why = "VICTIM withdrew" },
      open = { state = "unknown", why = "VICTIM is away" } } } } }
    local report, text = report_of(list(dossier), nil, cases)
    assert.is_nil(text:find("VICTIM", 1, true))
    local rests_on = support.result(report, "1.1").rests_on
    assert.truthy(rests_on[1]:find "^f/cases%[#%x+%]%.closed$", rests_on[1])
    assert.same({ pointer = "/facilities/items/0/cases/items/0/closed",
      value = false }, report.facts[rests_on[1]])
    text = select(2, report_of(list(dossier), nil, cases,
      { show_sensitive = true }))
    assert.truthy(text:find("VICTIM withdrew", 1, true))
  end)
  it("that a condition reads show their state alone", function()
    local report, text = report_of(list { id = "f", a = { hidden = "green" } },
      nil, small.check '"a.hidden is blue"')
    assert.is_nil(text:find("green", 1, true))
    assert.equal("known", support.result(report, "1.1").facts[1].state)
    text = select(2, report_of(list { id = "f", a = { hidden = "green" } }, nil,
      small.check '"a.hidden is blue"', { show_sensitive = true }))
    assert.truthy(text:find("green", 1, true))
  end)
  it("show when the caller asks", function()
    local _, text = report_of(list(facility), nil, rules,
      { show_sensitive = true })
    assert.truthy(text:find("VICTIM has no TOPSECRET", 1, true))
  end)
end)

describe("the bytes of a report", function()
  it("are canonical: written again, they are the same", function()
    local runtime = support.open_builtin()
    for _, sample in ipairs(support.samples()) do
      local _, text = assert(support.evaluate(runtime, sample.text))
      assert.equal(text, support.json.write(support.decode(text)))
    end
  end)
  it("do not depend on the order of keys or on white space", function()
    local runtime = assert(small.open(CHECK))
    local a = runtime.evaluate('{"format":"cop11.dossier/1","assessment":'
      .. '{"date":"2013-11-30"},"facilities":[{"id":"f","a":{"flag":true},'
      .. '"b":{"flag":false}}]}', {})
    local b = runtime.evaluate('{ "facilities": [ { "b": {"flag": false},\n'
      .. '"a": {"flag": true}, "id": "f" } ], "assessment": {"date": '
      .. '"2013-11-30"}, "format": "cop11.dossier/1" }', {})
    assert.equal(a, b)
  end)
end)

describe("the as-of date", function()
  it("comes from the caller, else from the dossier, else there is no report",
    function()
      local runtime = assert(small.open(CHECK))
      local dossier = small.dossier({ a = { flag = true } })
      assert.equal("2013-11-30",
        assert(support.evaluate(runtime, dossier)).as_of)
      assert.equal("2012-01-01", assert(support.evaluate(runtime, dossier,
        { as_of = "2012-01-01" })).as_of)
      dossier.assessment = nil
      local report, problem = support.evaluate(runtime, dossier)
      assert.is_nil(report)
      assert.equal("argument", problem.status)
      assert.matches("as%-of date", problem.message)
    end)
  it("must be a date", function()
    local runtime = assert(small.open(CHECK))
    local _, problem = support.evaluate(runtime, small.dossier {},
      { as_of = "30.11.2013" })
    assert.equal("argument", problem.status)
  end)
end)

describe("a facility of which nothing but words is known", function()
  local function member(...)
    local facilities = { { id = "a", a = { flag = true } } }
    for i, flag in ipairs { ... } do
      facilities[i + 1] = { id = "f" .. i, a = { flag = flag } }
    end
    local runtime = assert(small.open(small.check '"a.flag is yes"'))
    local report = assert(support.evaluate(runtime, small.dossier({}, {
      evidence = { { id = "D", kind = "document", title = "T", date = "2013-06-30" } },
      facilities = { complete = true, items = facilities } })))
    return report.member.assessed_text, report.facilities
  end
  it("is said to be assessed by statement alone", function()
    local text, facilities = member({ value = true, evidence = { "D" } }, false)
    assert.equal("3 of 3 facilities assessed (2 of them by statement alone: no "
      .. "evidence is named there)", text)
    assert.is_true(facilities[1].by_statement)
    assert.is_nil(facilities[2].by_statement)
    assert.equal("1 of 1 facilities assessed (by statement alone: no evidence is "
      .. "named there)", (member()))
  end)
end)

describe("what the dossier says of the assessment", function()
  local runtime = support.open_builtin()
  local dossier = { format = "cop11.dossier/1",
    assessment = { date = "2013-11-30", assessor = "Example Assurance; A. Lead",
      scope = "Every shop; the web shop is left out" },
    facilities = { complete = true, items = { { id = "a" } } } }
  it("stands at the head of the report", function()
    local report, written = support.evaluate(runtime, dossier)
    assert.same({ { fact = "assessment.assessor", label = "Assessed by",
      value = "Example Assurance; A. Lead" }, { fact = "assessment.scope",
      label = "Scope", value = "Every shop; the web shop is left out" } },
      report.assessment.said)
    local text = runtime.render(written, "text")
    local head = text:sub(1, text:find("PROVISIONS", 1, true)):gsub("%s+", " ")
    assert.truthy(head:find("Assessed by Example Assurance; A. Lead "
      .. "Scope Every shop; the web shop is left out", 1, true))
  end)
  it("is read by no check but its date", function()
    for _, check in ipairs(runtime.model().checks) do
      for _, entry in ipairs(check.reads.facts) do
        assert.not_equal("assessment", entry.scope, check.id)
      end
    end
  end)
end)
