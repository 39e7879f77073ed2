-- The one answer that would determine the Member's rating.
local small = require "support.small"
local small_report = require "support.small_report"

local GOOD <const>, list, report_of = small_report.GOOD, small_report.list,
  small_report.of

local TWO <const> = small_report.CHECK
  .. small.check('"a.level is full"'):gsub("1%.1", "1.2")

local function determined_by(facilities, rules)
  return report_of(facilities, nil, rules).member.determined_by
end

describe("what would determine a rating", function()
  it("is that the list of facilities is complete, where all else is settled",
    function()
      local one = determined_by { GOOD }
      assert.equal("/facilities/complete", one.pointer)
      assert.same({ { answer = "yes", rating = "conformance" } }, one.answers)
    end)
  it("is the one question left, with what each answer gives", function()
    local one = determined_by(list { id = "f", a = { flag = true } }, TWO)
    assert.equal("/facilities/items/0/a/level", one.pointer)
    assert.equal("Level?", one.ask)
    assert.same({ { answer = "none", rating = "major non-conformance" },
      { answer = "partial", rating = "minor non-conformance" },
      { answer = "full", rating = "conformance" } }, one.answers)
  end)
  it("is nothing where two answers are needed", function()
    assert.is_nil(determined_by(list { id = "f" }, TWO))
    assert.is_nil(determined_by({ { id = "f", a = { flag = true } } }, TWO))
  end)
  it("is nothing where the rating is determined already", function()
    assert.is_nil(determined_by(list(GOOD)))
    assert.is_nil(determined_by { { id = "f", a = { flag = false } } })
  end)
  it("leaves out what changes nothing beside a worse result", function()
    local could = small.check '"a.level is full"'
      .. small.check('"a.flag is yes"'):gsub("SHALL", "COULD"):gsub("1%.1", "1.2")
    assert.equal("/facilities/items/0/a/level",
      determined_by(list { id = "f" }, could).pointer)
  end)
  it("is no answer to a gate that opens another question", function()
    local gated = small.check('"a.level is full"', 'applies = "a.flag is yes"')
    assert.is_nil(determined_by(list { id = "f" }, gated))
    assert.equal("/facilities/items/0/a/flag",
      determined_by(list { id = "f", a = { level = "none" } }, gated).pointer)
  end)

  local function answers(expect, facility, facts)
    facility.id = "f"
    local one = determined_by(list(facility), (facts or "") .. small.check(expect))
    local said = {}
    for i, answer in ipairs(one and one.answers or {}) do
      said[i] = answer.answer .. ": " .. answer.rating
    end
    return table.concat(said, "; ")
  end
  it("may be a number: each answer, in a few spans", function()
    assert.equal("0: major non-conformance; 1 to 11: minor non-conformance; "
      .. "12: conformance", answers('"a.done covers all of a.total"',
      { a = { total = 12 } }))
    assert.equal("at most 6: minor non-conformance; at least 7: conformance",
      answers('"a.total is at least 7"', { a = { done = 2 } }))
    assert.equal("at most 1000000: conformance; at least 1000001: minor "
      .. "non-conformance", answers('"a.total is at most 1000000"', {}))
  end)
  it("that each number of a span comes to, when it is given", function()
    local expect = '"a.done covers all of a.total"'
    local rules = small.check(expect)
    for done = 0, 12 do
      local text = done == 0 and "major non-conformance" or done < 12
        and "minor non-conformance" or "conformance"
      local member = report_of(list { id = "f", a = { total = 12, done = done } },
        nil, rules).member
      assert.equal(text, member.text)
    end
  end)
  it("within what is known of it", function()
    assert.equal("at most 11: minor non-conformance; 12: conformance",
      answers('"a.done covers all of a.total"', { a = { total = 12,
        done = { at_least = 2 } } }))
  end)
  it("may be a number of months, or that none is stated", function()
    assert.equal("none-stated: conformance; at most 12 months: conformance; "
      .. "at least 13 months: minor non-conformance", answers(
      'any { "a.limit is at most 12", "a.limit is none-stated" }', {}))
  end)
  it("may be a day", function()
    assert.equal("on or before 2012-12-31: minor non-conformance; on or after "
      .. "2013-01-01: conformance", answers('"a.day is on or after 2013-01-01"', {}))
    assert.equal("on or before 2013-11-29: minor non-conformance; on or after "
      .. "2013-11-30: conformance", answers('"a.expiry is on or after today"', {}))
  end)
  it("is no number of which some leave another question open", function()
    assert.equal("", answers('any { "a.total is more than 3", "a.flag is yes" }',
      {}))
  end)

  it("may be a set: what each comes to, the commonest said of any other", function()
    assert.equal("none of y and z: conformance; any other: minor non-conformance",
      answers('"a.kinds includes only x"', {}))
    assert.equal("x, y and z: conformance; any other: minor non-conformance",
      answers('"a.kinds includes x, y and z"', {}))
    assert.equal("x and y: conformance; none of x and y: major non-conformance; any "
      .. "other: minor non-conformance", answers('"a.tasks includes x and y"', {}))
    assert.equal("none of x: conformance; x: minor non-conformance",
      answers('"a.kinds includes none of x"', {}))
    assert.equal("x without y: conformance; any other: minor non-conformance",
      answers('all { "a.kinds includes x", "a.kinds includes none of y" }', {}))
  end)
  it("is no set that lacks what is known to be in it", function()
    assert.equal("y without z: conformance; y and z: minor non-conformance",
      answers('all { "a.kinds includes y", "a.kinds includes none of z" }',
        { a = { kinds = { includes = { "y" } } } }))
  end)
  it("that each set comes to, when it is given", function()
    local rules = small.check '"a.tasks includes x and y"'
    for kinds, text in pairs { [{ "x", "y" }] = "conformance",
      [{ "x" }] = "minor non-conformance", [{ "y" }] = "minor non-conformance",
      none = "major non-conformance" } do
      assert.equal(text, report_of(list { id = "f", a = { tasks = kinds } }, nil,
        rules).member.text)
    end
  end)
  it("is no set of which some leave another question open", function()
    assert.equal("", answers('any { "a.kinds includes x", "a.flag is yes" }', {}))
  end)

  local NUMBERS <const> = [[
fact "a.share" { type = "percent", ask = "Share?" }
fact "a.height" { type = "number", ask = "Height?" }
]]
  it("may be a number that need not be whole", function()
    assert.equal("less than 50: minor non-conformance; at least 50: conformance",
      answers('"a.share is at least 50"', {}, NUMBERS))
    assert.equal("at most 12.5: minor non-conformance; more than 12.5: conformance",
      answers('"a.share is more than 12.5"', {}, NUMBERS))
    assert.equal("less than -2.5: minor non-conformance; at least -2.5 and at most "
      .. "0.25: conformance; more than 0.25: minor non-conformance",
      answers('"a.height is between -2.5 and 0.25"', {}, NUMBERS))
    assert.equal("at most 60: minor non-conformance; more than 60: conformance",
      answers('"a.share is more than 60"',
        { a = { share = { at_least = 20.5, at_most = 80 } } }, NUMBERS))
  end)

  it("is no question that would take too many steps to try", function()
    local function at_least(count)
      local parts = {}
      for i = 1, count do
        parts[i] = ('"a.total is at least %d"'):format(900000000000 + i)
      end
      return "all {" .. table.concat(parts, ",") .. "}"
    end
    assert.equal("at most 900000000009: minor non-conformance; at least "
      .. "900000000010: conformance", answers(at_least(10), {}))
    assert.equal("", answers(at_least(1000), {}))
  end)
end)
