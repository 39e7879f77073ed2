-- Totals out of lists, and facts that contradict each other.
local support = require "support.host"
local small = require "support.small"

local OPEN = "insufficient-evidence"

local function person(armed, trained) return { armed = armed,
  trained = trained } end

local function total(facts, phrase)
  local result, report = small.result(('"a.total %s"'):format(phrase
    or "is exactly 2"), facts)
  return result.outcome, report
end

describe("a total", function()
  local two = { complete = true, items = { person(true), person(true),
    person(false) } }
  it("follows from a complete list", function()
    assert.equal("conformance", total { people = two })
  end)
  it("is at least what an open list shows", function()
    local open = { items = { person(true), person(true) } }
    assert.equal("conformance", total({ people = open }, "is at least 2"))
    assert.equal(OPEN, total({ people = open }, "is exactly 2"))
  end)
  it("stated and listed must agree", function()
    assert.equal("conformance", total { a = { total = 2 }, people = two })
    local got, report = total { a = { total = 3 }, people = two }
    assert.equal(OPEN, got)
    assert.equal("/facilities/items/0/a/total", report.problems[1].pointer)
    assert.equal("conflict", report.problems[1].kind)
  end)
  it("stated fits an open list that shows fewer", function()
    assert.equal("conformance", total { a = { total = 2 },
      people = { person(true) } })
  end)
  it("stated below what a list shows is contradictory", function()
    assert.equal(OPEN, total({ a = { total = 1 },
      people = { person(true), person(true) } }, "is at least 1"))
  end)
end)

describe("a yes or no out of a list", function()
  local function armed(facts)
    return small.result('"a.any_armed is yes"', facts).outcome
  end
  it("is yes once one item says so", function()
    assert.equal("conformance", armed { people = { person(true) } })
  end)
  it("is no only when the list is complete", function()
    assert.equal("major-nonconformance", armed { people = { complete = true,
      items = { person(false) } } })
    assert.equal(OPEN, armed { people = { person(false) } })
  end)
end)

describe("what follows from a list", function()
  local function fact_read(facts)
    local result = small.result('"a.any_armed is yes"', facts,
      { evidence = { { id = "E1", kind = "record", title = "T",
        date = "2013-06-30", collected_by = "member" } } })
    return result.facts[1], result.basis
  end
  local function item(evidence)
    return { armed = { value = true, evidence = evidence } }
  end

  it("names the list, and is supported by what decided: one item for yes, "
    .. "every item for no", function()
    local shown, basis = fact_read { people = { item { "E1" } } }
    assert.equal("people", shown.from)
    assert.equal("evidenced", basis)
    assert.equal("evidenced", shown.basis)
    local _, either = fact_read { people = { item(), item { "E1" } } }
    assert.equal("evidenced", either)
    local no = item { "E1" }
    no.armed.value = false
    shown = fact_read { people = { complete = true,
      items = { no, { armed = false } } } }
    assert.is_nil(shown.basis)
  end)
  it("shows what speaks against an item beside what speaks for one", function()
    local found = { value = true, evidence = { "E1" }, auditor = { value = true,
      by = "A", date = "2013-06-30", evidence = { "E1" } } }
    local against = { armed = { value = false, evidence = { "E1" },
      auditor = { value = true, by = "A", date = "2013-06-30" } } }
    local shown = fact_read { people = { against } }
    assert.same({ "E1" }, shown.evidence_against)
    assert.same({}, shown.evidence)
    shown = fact_read { people = { against, { armed = found } } }
    assert.same({ "E1" }, shown.evidence_against)
    assert.same({ "E1" }, shown.evidence)
  end)
  it("stands where it is stated, with the support of what is stated",
    function()
      local shown, basis = fact_read { people = { item { "E1" } },
        a = { any_armed = true } }
      assert.is_nil(shown.from)
      assert.equal("stated", basis)
    end)
end)

describe("what the items of a list withhold", function()
  local REFUSED <const> = { state = "withheld",
    withheld_reason = "the firm's secret" }
  local function fact_of(items, complete)
    local result = small.result('"a.any_armed is yes"',
      { people = { complete = complete, items = items } })
    assert.equal(OPEN, result.outcome)
    return result.facts[1]
  end
  it("is withheld, with their reason", function()
    local shown = fact_of({ { armed = REFUSED }, { armed = false } }, true)
    assert.equal("withheld", shown.state)
    assert.equal("the firm's secret", shown.why)
  end)
  it("is unknown where anything else is open as well", function()
    assert.equal("unknown", fact_of({ { armed = REFUSED }, {} }, true).state)
    assert.equal("unknown", fact_of({ { armed = REFUSED } }, nil).state)
  end)
  it("tells no reason that may name people", function()
    local runtime = assert(small.open([[list "guests" { ask = "Guests?",
      sensitive = true, facts = { fact "late" { type = "yes/no",
        ask = "Late?" } } }
      fact "a.any_late" { type = "yes/no", ask = "Any late?",
        from = any "guests" { "late is yes" } }]]
      .. small.check '"a.any_late is yes"'))
    local report, text = support.evaluate(runtime, small.dossier { guests = {
      complete = true, items = { { late = REFUSED } } } })
    assert.equal("withheld", support.result(report, "1.1", "f").facts[1].state)
    assert.is_nil(text:find("secret", 1, true))
  end)
end)

describe("a list against its own count", function()
  it("that differs is contradictory and reads as unknown", function()
    local result, report = small.result(
      'every "people" { "trained is yes" }', { people = { count = 1,
        items = { person(true, true), person(true, true) } } })
    assert.equal(OPEN, result.outcome)
    assert.equal("conflict", report.problems[1].kind)
  end)
end)

describe("a part greater than its whole", function()
  it("makes both contradictory, not a finding", function()
    local result, report = small.result('"a.done covers all of a.total"',
      { a = { done = 5, total = 4 } })
    assert.equal(OPEN, result.outcome)
    assert.equal(2, #report.problems)
  end)
end)

describe("a disagreement", function()
  local RULES = small.check '"a.flag is yes"' .. [[
disagreement "both" { when = all { "a.flag is yes", "b.flag is yes" },
  facts = { "a.flag", "b.flag" }, because = "Not both." }
]]
  local runtime = assert(small.open(RULES))
  it("makes every fact it names contradictory", function()
    local report = assert(support.evaluate(runtime, small.dossier {
      a = { flag = true }, b = { flag = true } }))
    assert.equal(OPEN, support.result(report, "1.1").outcome)
    assert.same({ "/facilities/items/0/a/flag", "/facilities/items/0/b/flag" },
      { report.problems[1].pointer, report.problems[2].pointer })
    assert.equal("Not both.", report.problems[1].message)
  end)
  it("is silent where one side is not known", function()
    local report = assert(support.evaluate(runtime, small.dossier {
      a = { flag = true } }))
    assert.equal("conformance", support.result(report, "1.1").outcome)
    assert.same({}, report.problems)
  end)
end)

describe("a date after the as-of date", function()
  it("of a past event reads as unknown, with a note", function()
    local result, report = small.result('"a.day is before today"',
      { a = { day = "2013-12-01" }, b = { flag = true } })
    assert.equal(OPEN, result.outcome)
    assert.equal("note", report.problems[1].kind)
  end)
  it("is an ordinary value where the future is allowed", function()
    assert.equal("conformance", small.result('"a.expiry is after today"',
      { a = { expiry = "2013-12-01" } }).outcome)
  end)
  it("known to the month may still settle", function()
    assert.equal("conformance", small.result('"a.expiry is after today"',
      { a = { expiry = "2013-12" } }).outcome)
    assert.equal(OPEN, small.result('"a.expiry is after today"',
      { a = { expiry = "2013" } }).outcome)
  end)
end)

-- ---- the latest day, and grades of a choice ------------------------------

local MORE <const> = [[
fact "a.last" { type = "date", may_be_never = true, ask = "Last?",
  from = latest "talks" { where = "with is us", "day is on or before today" } }
fact "a.all" { type = "choice", values = { "all", "some", "none" },
  ask = "How many?", from = every "talks" { "kept is yes" } }
list "talks" { ask = "Talks?", facts = {
  fact "with" { type = "choice", values = { "us", "them" }, ask = "With?" },
  fact "day" { type = "date", ask = "Day?" },
  fact "kept" { type = "yes/no", ask = "Kept?" },
} }
]]

local function derived(expect, facts)
  local runtime = assert(small.open(small.check(expect),
    { more = { ["d.lua"] = MORE } }))
  local report = assert(support.evaluate(runtime, small.dossier(facts)))
  local result = support.result(report, "1.1", "f")
  return result.outcome, report, result
end

local function talk(day, with) return { day = day, with = with or "us" } end

describe("the latest day out of a list", function()
  local function last(talks, phrase, stated)
    return derived(('"a.last %s"'):format(phrase), { talks = talks,
      a = stated and { last = stated } })
  end
  local function complete(...)
    return { complete = true, items = support.json.array { ... } }
  end

  it("is the last of a complete list, whatever its order", function()
    for _, talks in ipairs { complete(talk "2013-03-01", talk "2013-05-02"),
      complete(talk "2013-05-02", talk "2013-03-01") } do
      assert.equal("conformance", last(talks, "is on or after 2013-05-02"))
      assert.equal("minor-nonconformance", last(talks, "is after 2013-05-02"))
    end
  end)
  it("is of the items meant alone", function()
    assert.equal("minor-nonconformance", last(complete(talk "2013-03-01",
      talk("2013-05-02", "them")), "is after 2013-03-01"))
  end)
  it("is never where a complete list holds none", function()
    assert.equal("major-nonconformance", last(complete(
      talk("2013-05-02", "them")), "is within 12 months of today"))
  end)
  it("is at least what an open list shows", function()
    local open = { talk "2013-05-02" }
    assert.equal("conformance", last(open, "is on or after 2013-05-02"))
    assert.equal(OPEN, last(open, "is after 2013-05-02"))
    assert.equal(OPEN, last({ talk("2013-05-02", "them") },
      "is on or before 2013-05-02"))
  end)
  it("is open where an item has no day, or may be one of another kind",
    function()
      assert.equal(OPEN, last(complete(talk "2013-03-01", { with = "us" }),
        "is after 2013-05-02"))
      assert.equal(OPEN, last(complete(talk "2013-03-01",
        { day = "2013-05-02" }), "is after 2013-03-01"))
      assert.equal("conformance", last(complete(talk "2013-05-02",
        { with = "us" }), "is on or after 2013-05-02"))
    end)
  it("and the day stated must agree", function()
    local two = complete(talk "2013-03-01", talk "2013-05-02")
    assert.equal("conformance",
      last(two, "is on or after 2013-05-02", "2013-05-02"))
    assert.equal("conformance", last(two, "is on or after 2013-05-02",
      "2013-05"))
    for _, other in ipairs { "2013-05-03", "2013-03-01", "never" } do
      local got, report = last(two, "is on or after 2013-05-02", other)
      assert.equal(OPEN, got, other)
      assert.equal("/facilities/items/0/a/last", report.problems[1].pointer)
    end
    assert.equal("conformance", last({ talk "2013-03-01" },
      "is on or after 2013-06-01", "2013-06-01"))
  end)
  it("stands in the report as a day, or as its bounds", function()
    local function shown(talks)
      local _, _, result = last(talks, "is on or after 2013-01-01")
      return result.facts[1].value
    end
    assert.equal("2013-05-02", shown(complete(talk "2013-05-02")))
    assert.same({ at_least = "2013-05-02" }, shown { talk "2013-05-02" })
    assert.equal("never", shown(complete()))
  end)
end)

describe("a choice of all, some and none out of a list", function()
  local function kept(...)
    local items = {}
    for i, value in ipairs { ... } do
      if value ~= "?" then items[i] = { kept = value } else items[i] = {} end
      items[i].with = "us"
    end
    return items
  end
  local function range(talks, stated)
    local _, _, result = derived('"a.all is all"', { talks = talks,
      a = stated and { all = stated } })
    return table.concat(result.range, " ")
  end
  local GOOD <const>, SOME <const>, NONE <const> = "conformance",
    "minor-nonconformance", "major-nonconformance"
  local function complete(...)
    return { complete = true, items = support.json.array(kept(...)) }
  end

  it("is the first value for all, the last for none", function()
    assert.equal(GOOD, range(complete(true, true)))
    assert.equal(SOME, range(complete(true, false)))
    assert.equal(NONE, range(complete(false, false)))
    assert.equal(NONE, range(complete(false)))
  end)
  it("is what an item that is not known leaves", function()
    assert.equal(GOOD .. " " .. SOME, range(complete(true, "?")))
    assert.equal(SOME .. " " .. NONE, range(complete(false, "?")))
    assert.equal(SOME, range(complete(true, false, "?")))
  end)
  it("is what an open list leaves", function()
    assert.equal(GOOD .. " " .. SOME, range(kept(true, true)))
    assert.equal(SOME, range(kept(true, false)))
    assert.equal(SOME .. " " .. NONE, range(kept(false)))
  end)
  it("is not known from a list of nothing", function()
    assert.equal(GOOD .. " " .. SOME .. " " .. NONE, range(complete()))
  end)
  it("narrows what is stated, or contradicts it", function()
    assert.equal(SOME, range(kept(true, false), { one_of = { "some",
      "none" } }))
    local _, report = derived('"a.all is all"', { talks = kept(true, false),
      a = { all = "all" } })
    assert.equal("/facilities/items/0/a/all", report.problems[1].pointer)
  end)
end)

describe("a fact that cannot follow from a list so", function()
  for _, case in ipairs {
    { '"date", ask = "?", from = any "people" { "armed is yes" }',
      "latest a date" },
    { '"yes/no", ask = "?", from = latest "talks" { "day is before today" }',
      "latest a date" },
    { '"choice", values = { "x", "y" }, ask = "?", from = every "people" { '
      .. '"armed is yes" }', "three values" },
    { '"date", ask = "?", from = latest "people" { "armed is yes" }',
      "write one sentence on a day" },
    { '"date", future = true, ask = "?", from = latest "talks" { '
      .. '"day is before today" }', "may lie ahead" },
    { '"text", ask = "?", from = every "people" { "armed is yes" }',
      "'text' cannot follow" },
  } do
    it("is refused: " .. case[2] .. ", " .. case[1]:match '^"(.-)"', function()
      local _, problem = small.open(small.check '"a.flag is yes"', { more = {
        ["d.lua"] = MORE .. 'fact "a.odd" { type = ' .. case[1] .. " }" } })
      assert.truthy(problem, "it was taken")
      local message = problem.message or problem
      assert.truthy(tostring(message):find(case[2], 1, true), message)
    end)
  end
end)
