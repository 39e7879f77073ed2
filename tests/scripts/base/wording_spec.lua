-- Facts in sentences, as a person reads them.
local dates = require "base.dates"
local wording = require "base.wording"

local COUNT <const> = { type = "count" }
local LEVEL <const> = { type = "choice", values = { "all", "some", "none" },
  titles = { some = "only some" } }
local KINDS <const> = { type = "choices", values = { "a", "b" },
  titles = { a = "the first" } }

local function known(value, raw)
  return { state = "known", value = value, raw = raw == nil and value or raw }
end

describe("a value", function()
  local function said(entry, raw)
    return wording.value(entry, { state = "known", raw = raw })
  end
  it("known in part says what is known", function()
    assert.equal("at least 20", said(COUNT, { at_least = 20.0 }))
    assert.equal("at most 3", said(COUNT, { at_most = 3 }))
    assert.equal("2 to 2.5", said(COUNT, { at_least = 2.0, at_most = 2.5 }))
    assert.equal("2013-06-01 to 2013-06-30", said({ type = "date" },
      { at_least = "2013-06-01", at_most = "2013-06-30" }))
    assert.equal("only some or none", said(LEVEL, { one_of = { "some",
      "none" } }))
    assert.equal("the first and perhaps more", said(KINDS, { includes = {
      "a" } }))
  end)
  it("of a day between bounds names the month or the year", function()
    local function between(first, last)
      return wording.value({ type = "date" }, { state = "known",
        lo = dates.parse(first), hi = dates.parse(last), raw = "" })
    end
    assert.equal("June 2013", between("2013-06-01", "2013-06-30"))
    assert.equal("December 2013", between("2013-12-01", "2013-12-31"))
    assert.equal("2013", between("2013-01-01", "2013-12-31"))
    assert.equal("some day from 2013-06-02 to 2013-06-30",
      between("2013-06-02", "2013-06-30"))
  end)
  it("in months names its unit", function()
    local MONTHS <const> = { type = "months" }
    assert.equal("1 month", wording.value(MONTHS, known(1)))
    assert.equal("6 months", wording.value(MONTHS, known(6)))
    assert.equal("3 to 6 months", said(MONTHS, { at_least = 3, at_most = 6 }))
    assert.equal("none-stated", wording.value(MONTHS, known "none-stated"))
  end)
  it("that is whole shows no fraction", function()
    assert.equal("7", wording.value(COUNT, known(7, 7.0)))
  end)
end)

describe("a sentence that is filled in", function()
  local function fill(template, entry, value)
    return wording.fill(template, function() return entry, known(value) end, 0)
  end
  it("begins with a capital", function()
    assert.equal("Only some of all.", fill("{x} of all.", LEVEL, "some"))
    assert.equal("Trained: only some.", fill("Trained: {x}.", LEVEL, "some"))
    assert.equal("7 of all.", fill("{x} of all.", COUNT, 7))
  end)
  it("leaves a name as it is written", function()
    assert.equal("de Wit is armed.", fill("{x} is armed.", { type = "text" },
      "de Wit"))
  end)
end)
