-- Each phrase over known values, and over everything that leaves the value
-- open: the set given for an open value must hold what every value would give,
-- and nothing that none would.
local support = require "support.host"
local leaves = require "model.leaves"
local logic = require "base.logic"
local sentence = require "pack.sentence"
assert(support)

local NA, MET, LAPSE, ABSENT = logic.NA, logic.MET, logic.LAPSE, logic.ABSENT
local TODAY = 16000

local ENTRIES = {
  flag = { type = "yes/no" },
  level = { type = "choice", values = { "none", "partial", "full" } },
  parts = { type = "choices", values = { "a", "b", "c" } },
  amount = { type = "count", least = 0 },
  whole = { type = "count", least = 0 },
  day = { type = "date" },
  other = { type = "date" },
  seen = { type = "date", may_be_never = true },
  limit = { type = "months", least = 1, may_be_none = true },
}
for path, entry in pairs(ENTRIES) do
  entry.path, entry.scope = path, "facility"
end
local function resolve(name) return ENTRIES[name] end

local function leaf(text)
  local ast = assert(sentence.parse(text))
  return leaves.build(ast, ENTRIES[ast.fact], resolve)
end

local function eval(text, frame)
  return leaf(text) { facility = frame, as_of = TODAY }
end

local function known(value)
  return { state = "known", value = value }
end

local function set(text)
  local result = {}
  for name in text:gmatch("%w") do result[name] = true end
  return result
end

describe("over known values", function()
  local function check(text, frame, wanted)
    assert.equal(wanted, eval(text, frame), text)
  end

  it("yes and no: a missing requirement is wholly absent, a broken prohibition "
    .. "a lapse", function()
    check("flag is yes", { flag = known(true) }, MET)
    check("flag is yes", { flag = known(false) }, ABSENT)
    check("flag is no", { flag = known(false) }, MET)
    check("flag is no", { flag = known(true) }, LAPSE)
  end)

  it("choices: none is wholly absent", function()
    check("level is full", { level = known "full" }, MET)
    check("level is full", { level = known "partial" }, LAPSE)
    check("level is full", { level = known "none" }, ABSENT)
    check("level is partial or full", { level = known "partial" }, MET)
    check("level is not none", { level = known "none" }, ABSENT)
    check("level is not partial", { level = known "partial" }, LAPSE)
  end)

  it("sets: none of several is wholly absent", function()
    check("parts includes a, b", { parts = known(set "abc") }, MET)
    check("parts includes a, b", { parts = known(set "ac") }, LAPSE)
    check("parts includes a, b", { parts = known(set "c") }, ABSENT)
    check("parts includes a", { parts = known(set "c") }, LAPSE)
    check("parts includes any of a, b", { parts = known(set "b") }, MET)
    check("parts includes any of a, b", { parts = known(set "c") }, ABSENT)
    check("parts includes none of a, b", { parts = known(set "b") }, LAPSE)
    check("parts includes none of a, b", { parts = known(set "") }, MET)
  end)

  it("a part of a whole: 0 of at least 2 is wholly absent, of 0 does not apply",
    function()
      local function covers(part, whole)
        return eval("amount covers all of whole",
          { amount = known(part), whole = known(whole) })
      end
      assert.equal(MET, covers(5, 5))
      assert.equal(LAPSE, covers(4, 5))
      assert.equal(ABSENT, covers(0, 2))
      assert.equal(LAPSE, covers(0, 1))
      assert.equal(NA, covers(0, 0))
    end)

  it("a share without head-counts", function()
    local function share(word, whole)
      return eval("amount covers all of whole", { whole = whole and known(whole),
        amount = { state = "known", share = word } })
    end
    assert.equal(MET, share("all", 7))
    assert.equal(LAPSE, share("some", 100))
    assert.equal(ABSENT, share("none", 7))
    assert.equal(LAPSE, share("none", 1))
    assert.equal(MET | NA, share("all", nil))
    assert.equal(LAPSE, share("some", nil))
  end)

  it("dates: the day itself still counts", function()
    check("day is on or after today", { day = known(TODAY) }, MET)
    check("day is on or after today", { day = known(TODAY - 1) }, LAPSE)
    check("day is before today", { day = known(TODAY) }, LAPSE)
    check("day is after other", { day = known(5), other = known(4) }, MET)
    check("day is on or after 30 days after today",
      { day = known(TODAY + 29) }, LAPSE)
    check("day is on or after 30 days after today",
      { day = known(TODAY + 30) }, MET)
  end)

  it("currency: no stated limit cannot be exceeded; never is wholly absent",
    function()
      check("seen is within 12 months of today", { seen = known(TODAY - 365) },
        MET)
      check("seen is within 12 months of today", { seen = known(TODAY - 366) },
        LAPSE)
      check("seen is within limit of today", { seen = known(TODAY - 3660),
        limit = known "none-stated" }, NA)
      check("seen is within 12 months of today", { seen = known(-math.huge) },
        ABSENT)
      check("seen is within limit of today", { seen = known(-math.huge),
        limit = known "none-stated" }, ABSENT)
    end)
end)

-- ---- open values --------------------------------------------------------

local NUMBERS, DAYS, MONTHS = {}, {}, { known "none-stated" }
for n = 0, 5 do NUMBERS[#NUMBERS + 1] = known(n) end
for day = TODAY - 800, TODAY + 60, 20 do DAYS[#DAYS + 1] = known(day) end
DAYS[#DAYS + 1] = known(TODAY)
for _, n in ipairs { 1, 6, 12, 24, 240 } do MONTHS[#MONTHS + 1] = known(n) end

local SETS = {}
for _, text in ipairs { "", "a", "b", "c", "ab", "ac", "bc", "abc" } do
  SETS[#SETS + 1] = known(set(text))
end
local SEEN = { known(-math.huge) }
for _, cell in ipairs(DAYS) do SEEN[#SEEN + 1] = cell end

local VALUES = { flag = { known(true), known(false) },
  level = { known "none", known "partial", known "full" }, parts = SETS,
  amount = NUMBERS, whole = NUMBERS, day = DAYS, other = DAYS, seen = SEEN,
  limit = MONTHS }

-- Whether an exactly known frame is one that could be (a part is no more than
-- its whole).
local function possible(frame)
  local part, whole = frame.amount, frame.whole
  return not (part and whole) or part.value <= whole.value
end

local function union(text, names, fixed)
  local node, mask = leaf(text), 0
  local function fill(index, frame)
    local name = names[index]
    if not name then
      if possible(frame) then
        mask = mask | node { facility = frame, as_of = TODAY }
      end
      return
    end
    if fixed[name] then
      frame[name] = fixed[name]
      return fill(index + 1, frame)
    end
    for _, cell in ipairs(VALUES[name]) do
      frame[name] = cell
      fill(index + 1, frame)
    end
  end
  fill(1, {})
  return mask
end

local PHRASES = {
  { "flag is yes", "flag" }, { "flag is no", "flag" },
  { "level is full", "level" }, { "level is not none", "level" },
  { "level is partial or full", "level" },
  { "parts includes a, b", "parts" }, { "parts includes any of a, b", "parts" },
  { "parts includes none of a, c", "parts" }, { "parts includes c", "parts" },
  { "amount is at least 3", "amount" }, { "amount is at most 3", "amount" },
  { "amount is more than 3", "amount" }, { "amount is less than 3", "amount" },
  { "amount is exactly 3", "amount" },
  { "amount covers all of whole", "amount", "whole" },
  { "day is on or after today", "day" }, { "day is before today", "day" },
  { "day is after other", "day", "other" },
  { "seen is within 12 months of today", "seen" },
  { "seen is within limit of today", "seen", "limit" },
}

describe("over open values", function()
  for _, phrase in ipairs(PHRASES) do
    local text, names = phrase[1], { table.unpack(phrase, 2) }
    it(("'%s' gives just what some value would"):format(text), function()
      assert.equal(union(text, names, {}), eval(text, {}))
      for _, name in ipairs(names) do
        if #names > 1 then
          for _, cell in ipairs(VALUES[name]) do
            local wanted = union(text, names, { [name] = cell })
            local got = eval(text, { [name] = cell })
            assert.equal(wanted, wanted & got)
          end
        end
      end
    end)
  end

  it("bounds narrow what is possible, and never below the truth", function()
    for lo = 0, 5 do
      for hi = lo, 5 do
        for _, op in ipairs { "at least", "at most", "more than", "less than",
          "exactly" } do
          local text, mask = "amount is " .. op .. " 3", 0
          for n = lo, hi do mask = mask | eval(text, { amount = known(n) }) end
          assert.equal(mask, eval(text,
            { amount = { state = "known", lo = lo, hi = hi } }))
        end
      end
    end
  end)

  it("one of a few values gives no more than these", function()
    local cell = { state = "known", possible = { "partial", "full" } }
    assert.equal(MET | LAPSE, eval("level is full", { level = cell }))
    assert.equal(MET, eval("level is not none", { level = cell }))
  end)
end)

describe("a fact that may be marked not applicable", function()
  local gate = { mask = MET }
  local entry = { path = "parts", scope = "facility", type = "yes/no",
    na_when = { eval = function() return gate.mask end } }
  local node = leaves.build(assert(sentence.parse "parts is yes"), entry,
    function() return entry end)
  local function with(state, mask)
    gate.mask = mask
    return node { facility = { parts = state and { state = state } }, as_of = 1 }
  end
  it("is so only where its condition is known to hold", function()
    assert.equal(NA, with("not_applicable", MET))
    assert.equal(MET | ABSENT, with("not_applicable", LAPSE))
    assert.equal(NA | MET | ABSENT, with("not_applicable", MET | LAPSE))
  end)
  it("may turn out to be so while it is unknown", function()
    assert.equal(NA | MET | ABSENT, with(nil, MET))
    assert.equal(MET | ABSENT, with(nil, ABSENT))
  end)
end)
