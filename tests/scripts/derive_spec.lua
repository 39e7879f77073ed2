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
