-- Each phrase over known values, and over everything that leaves the value open: the set
-- given for an open value must hold what every value would give, and nothing that none
-- would.  Each is evaluated by the core, in a dossier.
local support = require "support.host"
local dates = require "base.dates"
local extents = require "support.extents"
local logic = require "base.logic"

local null = support.json.null
local NA, MET, LAPSE, ABSENT = logic.NA, logic.MET, logic.LAPSE, logic.ABSENT
local TODAY = dates.parse "2013-11-30"

local FACTS <const> = [[
fact "t.flag" { type = "yes/no", ask = "?" }
fact "t.level" { type = "choice", values = { "none", "partial", "full" }, ask = "?" }
fact "t.parts" { type = "choices", values = { "a", "b", "c" }, may_be_none = true,
  ask = "?" }
fact "t.amount" { type = "count", ask = "?" }
fact "t.whole" { type = "count", ask = "?" }
fact "t.day" { type = "date", future = true, ask = "?" }
fact "t.other" { type = "date", future = true, ask = "?" }
fact "t.seen" { type = "date", may_be_never = true, ask = "?" }
fact "t.limit" { type = "months", may_be_none = true, ask = "?" }
fact "t.asked" { type = "yes/no", ask = "?" }
fact "t.maybe" { type = "yes/no", ask = "?", not_applicable_when = "t.asked is yes" }
]]

local function day(number) return dates.format(number) end
local function set(text)
  if text == "" then return "none" end
  local list = {}
  for name in text:gmatch "%w" do list[#list + 1] = name end
  return list
end

-- The extents of the condition `text` in each of `frames`.
local function masks_of(text, frames)
  local wrapped = {}
  for i, frame in ipairs(frames) do wrapped[i] = { t = frame } end
  return extents.by(FACTS, { ("%q"):format("t." .. text) })(wrapped)[1]
end

-- Each of `cases`, { text, facts, extent }.
local function check(cases)
  for _, case in ipairs(cases) do
    assert.equal(case[3], masks_of(case[1], { case[2] })[1], case[1])
  end
end

describe("over known values", function()
  it("yes and no: a missing requirement is wholly absent, a broken prohibition "
    .. "a lapse", function()
    check { { "flag is yes", { flag = true }, MET }, { "flag is yes", { flag = false }, ABSENT },
      { "flag is no", { flag = false }, MET }, { "flag is no", { flag = true }, LAPSE } }
  end)

  it("choices: none is wholly absent", function()
    check { { "level is full", { level = "full" }, MET },
      { "level is full", { level = "partial" }, LAPSE },
      { "level is full", { level = "none" }, ABSENT },
      { "level is partial or full", { level = "partial" }, MET },
      { "level is not none", { level = "none" }, ABSENT },
      { "level is not partial", { level = "partial" }, LAPSE } }
  end)

  it("sets: none of several is wholly absent", function()
    check { { "parts includes a and b", { parts = set "abc" }, MET },
      { "parts includes a and b", { parts = set "ac" }, LAPSE },
      { "parts includes a and b", { parts = set "c" }, ABSENT },
      { "parts includes a", { parts = set "c" }, LAPSE },
      { "parts includes any of a, b", { parts = set "b" }, MET },
      { "parts includes any of a, b", { parts = set "c" }, ABSENT },
      { "parts includes none of a, b", { parts = set "b" }, LAPSE },
      { "parts includes none of a, b", { parts = "none" }, MET } }
  end)

  local function covers(part, whole)
    return { "amount covers all of t.whole", { amount = part, whole = whole } }
  end
  local function each_covers(cases)
    for i, case in ipairs(cases) do
      cases[i] = covers(case[1], case[2])
      cases[i][3] = case[3]
    end
    check(cases)
  end

  it("a part of a whole: 0 of at least 2 is wholly absent, of 0 does not apply",
    function()
      each_covers { { 5, 5, MET }, { 4, 5, LAPSE }, { 0, 2, ABSENT }, { 0, 1, LAPSE },
        { 0, 0, NA } }
    end)

  it("a share without head-counts", function()
    local all, some, none = { share = "all" }, { share = "some" }, { share = "none" }
    each_covers { { all, 7, MET }, { some, 100, LAPSE }, { none, 7, ABSENT },
      { none, 1, LAPSE }, { all, null, MET | NA }, { some, null, LAPSE } }
  end)

  it("dates: the day itself still counts", function()
    local later = "day is on or after 30 days after today"
    check { { "day is on or after today", { day = day(TODAY) }, MET },
      { "day is on or after today", { day = day(TODAY - 1) }, LAPSE },
      { "day is before today", { day = day(TODAY) }, LAPSE },
      { "day is after t.other", { day = "2013-05-05", other = "2013-05-04" }, MET },
      { later, { day = day(TODAY + 29) }, LAPSE }, { later, { day = day(TODAY + 30) }, MET } }
  end)

  it("currency: no stated limit cannot be exceeded; never is wholly absent", function()
    local within, limited = "seen is within 12 months of today",
      "seen is within t.limit of today"
    check { { within, { seen = "2012-11-30" }, MET }, { within, { seen = "2012-11-29" }, LAPSE },
      { within, { seen = "never" }, ABSENT },
      { limited, { seen = "2003-11-30", limit = "none-stated" }, NA },
      { limited, { seen = "never", limit = "none-stated" }, ABSENT } }
  end)
end)

-- ---- open values --------------------------------------------------------

local NUMBERS <const> = { 0, 1, 2, 3, 4, 5 }
local DAYS, SEEN, SETS = {}, { "never" }, {}
for number = TODAY - 800, TODAY + 60, 20 do
  DAYS[#DAYS + 1] = day(number)
  if number <= TODAY then SEEN[#SEEN + 1] = day(number) end
end
for _, text in ipairs { "", "a", "b", "c", "ab", "ac", "bc", "abc" } do
  SETS[#SETS + 1] = set(text)
end

local VALUES <const> = { flag = { true, false }, level = { "none", "partial", "full" },
  parts = SETS, amount = NUMBERS, whole = NUMBERS, day = DAYS, other = DAYS, seen = SEEN,
  limit = { "none-stated", 1, 6, 12, 24, 240 } }

-- Whether it could be (a part is no more than its whole).
local function possible(frame)
  return not (frame.amount and frame.whole) or frame.amount <= frame.whole
end

-- Every frame of `names` in which all is known; and those of them in which each name has
-- each of its values, by name and by the place of the value.
local function known_frames(names)
  local frames = { {} }
  for _, name in ipairs(names) do
    local longer = {}
    for _, frame in ipairs(frames) do
      for _, value in ipairs(VALUES[name]) do
        local one = { [name] = value }
        for other, known in pairs(frame) do one[other] = known end
        longer[#longer + 1] = one
      end
    end
    frames = longer
  end
  local could = {}
  for _, frame in ipairs(frames) do
    if possible(frame) then could[#could + 1] = frame end
  end
  return could
end

local function union_where(frames, masks, name, value)
  local mask = 0
  for i, frame in ipairs(frames) do
    if name == nil or frame[name] == value then mask = mask | masks[i] end
  end
  return mask
end

local PHRASES <const> = {
  { "flag is yes", "flag" }, { "flag is no", "flag" },
  { "level is full", "level" }, { "level is not none", "level" },
  { "level is partial or full", "level" },
  { "parts includes a and b", "parts" }, { "parts includes any of a, b", "parts" },
  { "parts includes none of a, c", "parts" }, { "parts includes c", "parts" },
  { "amount is at least 3", "amount" }, { "amount is at most 3", "amount" },
  { "amount is more than 3", "amount" }, { "amount is less than 3", "amount" },
  { "amount is exactly 3", "amount" },
  { "amount covers all of t.whole", "amount", "whole" },
  { "day is on or after today", "day" }, { "day is before today", "day" },
  { "day is after t.other", "day", "other" },
  { "seen is within 12 months of today", "seen" },
  { "seen is within t.limit of today", "seen", "limit" },
}

describe("over open values", function()
  for _, phrase in ipairs(PHRASES) do
    local text, names = phrase[1], { table.unpack(phrase, 2) }
    it(("'%s' gives just what some value would"):format(text), function()
      local frames = known_frames(names)
      local masks = masks_of(text, frames)
      assert.equal(union_where(frames, masks), masks_of(text, { {} })[1])
      for _, name in ipairs(#names > 1 and names or {}) do
        local open = {}
        for i, value in ipairs(VALUES[name]) do open[i] = { [name] = value } end
        for i, got in ipairs(masks_of(text, open)) do
          local wanted = union_where(frames, masks, name, VALUES[name][i])
          assert.equal(wanted, wanted & got)
        end
      end
    end)
  end

  it("bounds narrow what is possible, and never below the truth", function()
    for _, op in ipairs { "at least", "at most", "more than", "less than", "exactly" } do
      local text, bounds, known = "amount is " .. op .. " 3", {}, {}
      for n, mask in ipairs(masks_of(text, known_frames { "amount" })) do known[n - 1] = mask end
      for lo = 0, 5 do
        for hi = lo, 5 do
          bounds[#bounds + 1] = { amount = { at_least = lo, at_most = hi } }
        end
      end
      for i, got in ipairs(masks_of(text, bounds)) do
        local wanted, amount = 0, bounds[i].amount
        for n = amount.at_least, amount.at_most do wanted = wanted | known[n] end
        assert.equal(wanted, got)
      end
    end
  end)

  it("one of a few values gives no more than these", function()
    local few = { level = { one_of = { "partial", "full" } } }
    check { { "level is full", few, MET | LAPSE }, { "level is not none", few, MET } }
  end)
end)

describe("a fact that may be marked not applicable", function()
  local marked = { state = "not_applicable", na_reason = "none" }
  it("is so only where its condition is known to hold", function()
    check { { "maybe is yes", { maybe = marked, asked = true }, NA },
      { "maybe is yes", { maybe = marked, asked = false }, MET | ABSENT },
      { "maybe is yes", { maybe = marked }, NA | MET | ABSENT } }
  end)
  it("may turn out to be so while it is unknown", function()
    check { { "maybe is yes", { asked = true }, NA | MET | ABSENT },
      { "maybe is yes", { asked = false }, MET | ABSENT } }
  end)
end)
