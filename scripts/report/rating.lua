-- How outcomes become ratings: the one place.  What each wording strength makes
-- of a lapse or of a wholly absent element stands in the pack (ratings { ... });
-- here it is turned into tables, and ranges are rolled up by worst-of.

local logic = require "evaluate.logic"

local rating = {}

local NA <const>, CONFORMANCE <const>, MINOR <const>, MAJOR <const> = 1, 2, 4, 8
local FULL <const> = NA | CONFORMANCE | MINOR | MAJOR
rating.FULL, rating.NONE = FULL, NA

local BIT_OF <const> = { ["not-applicable"] = NA, conformance = CONFORMANCE,
  observation = CONFORMANCE, ["minor-nonconformance"] = MINOR,
  ["major-nonconformance"] = MAJOR }
local NAME_OF <const> = { [NA] = "not-applicable",
  [CONFORMANCE] = "conformance", [MINOR] = "minor-nonconformance",
  [MAJOR] = "major-nonconformance" }
local WORDS <const> = { [NA] = "not applicable", [CONFORMANCE] = "conformance",
  [MINOR] = "minor non-conformance", [MAJOR] = "major non-conformance" }
local ORDER <const> = { NA, CONFORMANCE, MINOR, MAJOR }
local BASES <const> = { "stated", "evidenced", "auditor-verified" }

rating.BIT_OF = BIT_OF

-- ---- outcomes -----------------------------------------------------------

local EXTENTS <const> = { logic.NA, logic.MET, logic.NOTE, logic.LAPSE,
  logic.ABSENT }

-- For one strength: [set of extents] -> { outcome, range }.
local function table_for(row)
  local by_extent = { [logic.NA] = "not-applicable", [logic.MET] = "conformance",
    [logic.NOTE] = "observation", [logic.LAPSE] = row.lapse,
    [logic.ABSENT] = row.absent }
  local result = {}
  for mask = 1, logic.ANY do
    local range, outcomes, count = 0, {}, 0
    for _, bit in ipairs(EXTENTS) do
      if mask & bit ~= 0 then
        local outcome = by_extent[bit]
        range = range | BIT_OF[outcome]
        if not outcomes[outcome] then
          outcomes[outcome], count = true, count + 1
        end
      end
    end
    result[mask] = { range = range, outcome = count == 1 and next(outcomes)
      or "insufficient-evidence" }
  end
  return result
end

-- [strength][set of extents] -> { outcome, range }; strength "beyond" is for
-- checks that cite no point of the guidance.
function rating.outcome_tables(ratings)
  local tables = {}
  for strength, row in pairs(ratings) do
    if type(row) == "table" then tables[strength] = table_for(row) end
  end
  return tables
end

-- ---- ranges in words ----------------------------------------------------

local arrays = {}
for mask = 0, FULL do
  local list = {}
  for _, bit in ipairs(ORDER) do
    if mask & bit ~= 0 then list[#list + 1] = NAME_OF[bit] end
  end
  arrays[mask] = list
end

-- The range as a list of names, best first.
function rating.names(mask) return arrays[mask] end

local function best_and_worst(mask)
  local best, worst
  for _, bit in ipairs(ORDER) do
    if mask & bit ~= 0 then
      best, worst = best or bit, bit
    end
  end
  return best, worst
end

-- The rating's name, and the words a report prints for it.
function rating.name_and_text(mask)
  if logic.single[mask] then return NAME_OF[mask], WORDS[mask] end
  local best, worst = best_and_worst(mask)
  return "not-determined", ("not determined: at best %s, at worst %s")
    :format(WORDS[best], WORDS[worst])
end

-- ---- roll-up ------------------------------------------------------------

local COUNTS <const> = { "settled", "unknown", "withheld", "conflicting",
  "error", "not_applicable" }

-- The worse of two ranges, pointwise.
function rating.worst(a, b) return logic.worst[a][b] end

-- An empty roll-up: nothing in it, so not applicable.  `house` is the range with
-- what layers add and change, `records` with overrides and waivers, `changes`
-- the records that change something; [basis] counts the settled results of that basis.
function rating.new()
  return { range = NA, house = NA, records = NA, changes = {}, settled = 0,
    unknown = 0, withheld = 0, conflicting = 0, error = 0, not_applicable = 0,
    0, 0, 0 }
end

-- The weaker of two supports, of which either may be missing.
local function weaker(a, b)
  if a and b then return math.min(a, b) end
  return a or b
end

-- Adds one result: its range, its basis, and what its count is.  A major rating
-- is decided by what is major alone; any other rests on everything that was
-- looked at, since nothing in it may be worse.
function rating.add(sum, range, count, basis)
  sum.range = logic.worst[sum.range][range]
  sum[count] = sum[count] + 1
  sum.basis = weaker(sum.basis, basis)
  if count == "settled" then sum[basis] = sum[basis] + 1 end
  if range == MAJOR then sum.basis_of_major = weaker(sum.basis_of_major, basis) end
end

-- Adds what one result comes to in the house rating.
function rating.add_house(sum, range)
  sum.house = logic.worst[sum.house][range]
end

local function add_change(sum, record)
  for _, known in ipairs(sum.changes) do
    if known == record then return end
  end
  sum.changes[#sum.changes + 1] = record
end

-- Adds what one result comes to with records; `change` is the one that changes it.
function rating.add_records(sum, range, change)
  sum.records = logic.worst[sum.records][range]
  if change then add_change(sum, change) end
end

-- Adds another roll-up.
function rating.merge(sum, other)
  sum.range = logic.worst[sum.range][other.range]
  sum.house = logic.worst[sum.house][other.house]
  sum.records = logic.worst[sum.records][other.records]
  for _, record in ipairs(other.changes) do add_change(sum, record) end
  for _, name in ipairs(COUNTS) do sum[name] = sum[name] + other[name] end
  for basis = 1, #BASES do sum[basis] = sum[basis] + other[basis] end
  sum.basis = weaker(sum.basis, other.basis)
  sum.basis_of_major = weaker(sum.basis_of_major, other.basis_of_major)
end

-- Something that was not looked at: it may be anything, unless it is known to be
-- `outside`.
function rating.add_unassessed(sum, checks, outside)
  local range, count = FULL, "unknown"
  if outside then range, count = NA, "not_applicable" end
  sum.range = logic.worst[sum.range][range]
  sum.house = logic.worst[sum.house][range]
  sum.records = logic.worst[sum.records][range]
  sum[count] = sum[count] + checks
end

function rating.basis_name(basis) return BASES[basis] end

-- The roll-up as a report shows it.
function rating.shown(sum, json)
  local name, text = rating.name_and_text(sum.range)
  local basis = sum.range == MAJOR and sum.basis_of_major or sum.basis
  local completeness = {}
  for _, key in ipairs(COUNTS) do completeness[key] = sum[key] end
  return { rating = name, text = text, range = json.array(arrays[sum.range]),
    completeness = completeness,
    basis = logic.single[sum.range] and BASES[basis] or nil }
end

-- How many settled results rest on what.
function rating.support(sum)
  return { stated = sum[1], evidenced = sum[2], auditor_verified = sum[3] }
end

-- A range alone, as a report shows it.
function rating.shown_range(mask, json)
  local name, text = rating.name_and_text(mask)
  return { rating = name, text = text, range = json.array(arrays[mask]) }
end

return rating
