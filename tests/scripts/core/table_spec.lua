-- Every phrase over small domains of values, bounds, parts and gaps, on both sides, and
-- every kind of list over its possible items: the core gives what tables.txt says, which
-- was so written when a second evaluator, in Lua, gave the same.  A line there is a
-- condition and a digit for each frame: the sum of 1 not applicable, 2 met, 4 lapse and
-- 8 absent.  What differs is shown; where it is meant, its line is put right there.

local support = require "support.host"
local extents = require "support.extents"

local null = support.json.null

local FACTS <const> = [[
fact "t.yes" { type = "yes/no", ask = "?" }
fact "t.choice" { type = "choice", values = { "none", "partial", "full" }, ask = "?" }
fact "t.set" { type = "choices", values = { "x", "y", "z" }, may_be_none = true,
  ask = "?" }
fact "t.count" { type = "count", ask = "?" }
fact "t.other" { type = "count", ask = "?" }
fact "t.number" { type = "number", ask = "?" }
fact "t.limit" { type = "number", least = 1, most = 3, ask = "?" }
fact "t.months" { type = "months", may_be_none = true, ask = "?" }
fact "t.term" { type = "months", ask = "?" }
fact "t.day" { type = "date", may_be_never = true, ask = "?" }
fact "t.until" { type = "date", future = true, ask = "?" }
fact "t.name" { type = "text", ask = "?" }
fact "t.maybe" { type = "choice", values = { "none", "partial", "full" }, ask = "?",
  not_applicable_when = "t.yes is no" }
parameter "most" { type = "count", value = 2, source = "us", ask = "?" }
]]

local CONDITIONS <const> = { '"t.yes is yes"', '"t.yes is not yes"',
  '"t.choice is none"', '"t.choice is full or partial"', '"t.choice is not none"',
  '"t.set includes x"', '"t.set includes x and y"', '"t.set includes any of x or y"',
  '"t.set includes none of x, y"', '"t.set is empty"', '"t.set is not empty"',
  '"t.set includes only x or y"', '"t.name is Ann"', '"t.name is not Ann or Bo"',
  '"t.maybe is full"', '"t.months is none-stated"', '"t.months is not none-stated"',
  '"t.day is never"' , '"t.day is on or after today"',
  '"t.count covers all of t.other"', '"t.count is between 1 and 2"' }
for _, phrase in ipairs { "at least", "at most", "more than", "less than", "exactly" } do
  for _, pair in ipairs { { "t.count", "2" }, { "t.count", "t.other" },
    { "t.count", "most" }, { "t.number", "t.limit" }, { "t.limit", "2" },
    { "t.months", "12" }, { "t.months", "t.term" }, { "t.months", "limit" } } do
    CONDITIONS[#CONDITIONS + 1] = ('"%s is %s %s"'):format(pair[1], phrase, pair[2])
  end
end
for _, phrase in ipairs { "on or after", "on or before", "after", "before" } do
  for _, right in ipairs { "today", "t.until", "2013-10-31", "30 days after today",
    "3 months before t.until" } do
    CONDITIONS[#CONDITIONS + 1] = ('"t.day is %s %s"'):format(phrase, right)
  end
end
for _, limit in ipairs { "12 months", "t.months", "limit", "t.term" } do
  CONDITIONS[#CONDITIONS + 1] = ('"t.day is within %s of today"'):format(limit)
end

local NUMBERS <const> = { 0, 1, 2, 3, { at_least = 1 }, { at_most = 2 },
  { at_least = 1, at_most = 3 }, null }
local MONTHS <const> = { 1, 12, 24, "none-stated", { at_least = 6 }, { at_most = 12 }, null }
local DAYS <const> = { "2012-11-29", "2012-11-30", "2013-10-31", "2013-11-30", "2013",
  "2013-11", "2012", null, { at_least = "2012-12-01" }, { at_most = "2013-10-31" } }

local function with(list, ...)
  local longer = table.move(list, 1, #list, 1, {})
  return table.move({ ... }, 1, select("#", ...), #longer + 1, longer)
end

local LEFT <const> = {
  yes = { true, false, null, { state = "withheld", withheld_reason = "no" } },
  choice = { "none", "partial", "full", { one_of = { "none", "full" } }, null },
  set = { { "x" }, { "x", "y" }, { "x", "y", "z" }, "none", { includes = { "x" } }, null },
  count = with(NUMBERS, { share = "all" }, { share = "some" }, { share = "none" },
    { percent = 50 }),
  number = with(NUMBERS, 1.5, { at_least = 0.5 }),
  months = MONTHS, day = with(DAYS, "never", { at_most = "never" }),
  name = { "Ann", "Bo", "Cy", null },
  maybe = { "none", "full", null, { state = "not_applicable", na_reason = "none" } },
}
local RIGHT <const> = { other = NUMBERS, limit = { 1, 2, 3, 1.5, { at_least = 2 },
  { at_most = 2 }, null }, term = { 1, 12, 24, { at_least = 6 }, { at_most = 12 }, null },
  ["until"] = with(DAYS, "2014-02-28", "2014") }

-- A facility for each value on the left beside each on the right.
local function frames()
  local list = {}
  for left = 0, 12 do
    for right = 0, 12 do
      local facts = {}
      for name, domain in pairs(LEFT) do facts[name] = domain[left % #domain + 1] end
      for name, domain in pairs(RIGHT) do facts[name] = domain[right % #domain + 1] end
      list[#list + 1] = { t = facts }
    end
  end
  return list
end

local WANTED = {}
for line in io.lines "tests/scripts/core/tables.txt" do
  local condition, masks = line:match "^(.+): (%x+)$"
  WANTED[condition] = masks
end

local function compare(facts, conditions, all)
  for i, masks in ipairs(extents.by(facts, conditions)(all)) do
    local digits = ("%x"):rep(#all):format(table.unpack(masks))
    assert.equal(WANTED[conditions[i]], digits, conditions[i])
  end
end

describe("The core", function()
  it("gives every phrase its mask over all values of both sides", function()
    compare(FACTS, CONDITIONS, frames())
  end)

  local LISTS <const> = { 'every "people" { "armed is yes" }',
    'every "people" { where = "trained is yes", "armed is yes" }',
    'any "people" { "armed is yes" }',
    'any "people" { where = "trained is yes", "armed is yes" }',
    'none "people" { "armed is yes" }', 'none "people" {}',
    'every "people" { all { "armed is yes", when "trained is no" { "name is Ann" } } }',
    'any { every "people" { "armed is yes" }, "a.flag is yes" }' }
  local EXTRA <const> = { { complete = true }, {}, { more = 1 }, { more = 2 } }
  local STATES <const> = { true, false, null }

  local function people_of(code, count, extra)
    local items = {}
    for i = 1, count do
      items[i] = { armed = STATES[code % 3 + 1], trained = STATES[code // 3 % 3 + 1],
        name = code % 2 == 0 and "Ann" or nil }
      code = code // 9
    end
    return { people = { items = items, complete = extra.complete,
      count = extra.more and count + extra.more } }
  end

  it("gives every list its mask over all items and those that are missing", function()
    local all = {}
    for _, extra in ipairs(EXTRA) do
      for count = 0, 2 do
        for code = 0, 9 ^ count - 1 do
          all[#all + 1] = people_of(code // 1, count, extra)
        end
      end
      for code = 1, 6561, 97 do -- of four items some
        all[#all + 1] = people_of(code, 4, extra)
      end
    end
    compare("", LISTS, all)
  end)
end)
