-- How outcomes become ratings.  What each wording strength makes of a lapse or
-- of a wholly absent element, the pack says (ratings { ... }); here it is turned
-- into tables, and ranges are rolled up by worst-of.

local logic = require "evaluate.logic"
local outcomes = require "base.outcomes"

local rating = {}

local BASES <const>, SCALE <const> = outcomes.BASES, outcomes.SCALE
local NA <const> = outcomes.of[outcomes.NOT_APPLICABLE].bit
local MINOR <const> = outcomes.of[outcomes.MINOR].bit
local MAJOR <const> = outcomes.of[outcomes.MAJOR].bit
local FULL <const> = 2 * MAJOR - 1 -- every value of the scale
rating.FULL, rating.NONE = FULL, NA
rating.FAVOURABLE = NA | outcomes.of[outcomes.CONFORMANCE].bit

local function bit_of(name) return outcomes.of[name].bit end
rating.bit_of = bit_of

-- ---- outcomes -----------------------------------------------------------

-- For one strength: [set of extents] -> { outcome, range }.
local function table_for(row)
  local by_extent = { [logic.NA] = outcomes.NOT_APPLICABLE,
    [logic.MET] = outcomes.CONFORMANCE,
    [logic.NOTE] = outcomes.OBSERVATION, [logic.LAPSE] = row.lapse,
    [logic.ABSENT] = row.absent }
  local result = {}
  for mask = 1, logic.ANY do
    local range, possible, count = 0, {}, 0
    for extent, outcome in pairs(by_extent) do
      if mask & extent ~= 0 then
        range = range | bit_of(outcome)
        if not possible[outcome] then
          possible[outcome], count = true, count + 1
        end
      end
    end
    result[mask] = { range = range, outcome = count == 1 and next(possible)
      or outcomes.OPEN }
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
  for _, name in ipairs(SCALE) do
    if mask & bit_of(name) ~= 0 then list[#list + 1] = name end
  end
  arrays[mask] = list
end

-- The range as a list of names, best first.
function rating.names(mask) return arrays[mask] end

-- The rating's name, and the words a report prints for it.
function rating.name_and_text(mask) return outcomes.rated(arrays[mask]) end

-- ---- roll-up ------------------------------------------------------------

local COUNTS <const> = { "settled", "unknown", "withheld", "conflicting",
  "error", "not_applicable" }

-- The worse of two ranges, pointwise.
function rating.worst(a, b) return logic.worst[a][b] end

-- An empty roll-up: nothing in it, so not applicable.  `house` is the range with
-- what layers add and change; `records` what the auditor's records make of it,
-- `claimed` what they say of single checks, `changes` the records; [basis] counts
-- the settled results of that basis.
function rating.new()
  return { range = NA, house = NA, records = NA, claimed = NA, changes = {},
    lowered_by = {}, settled = 0, unknown = 0, withheld = 0, conflicting = 0,
    error = 0, not_applicable = 0, 0, 0, 0 }
end

-- The weaker and the better of two supports, of which either may be missing.
local function weaker(a, b) return a and b and math.min(a, b) or a or b end
local function better(a, b) return a and b and math.max(a, b) or a or b end

-- Adds a check that cannot be favourable, whatever is not known.
local function add_lowering(sum, check)
  if not sum.lowered_by[check] then
    sum.lowered_by[check] = true
    sum.lowered_by[#sum.lowered_by + 1] = check
  end
end

-- The ids of checks, in the order of the rules.
local function ids_of(checks, json)
  local sorted, ids = table.move(checks, 1, #checks, 1, {}), {}
  table.sort(sorted, function(a, b) return a.number < b.number end)
  for i, check in ipairs(sorted) do ids[i] = check.id end
  return json.array(ids)
end

-- Adds one result of `check`, where its provision is known: its range, its basis,
-- and what its count is.
function rating.add(sum, range, count, basis, check)
  if check and range & rating.FAVOURABLE == 0 then add_lowering(sum, check) end
  sum.range = logic.worst[sum.range][range]
  sum[count] = sum[count] + 1
  if count == "settled" then sum[basis] = sum[basis] + 1 end
  if range == MAJOR then
    sum.basis_of_major = better(sum.basis_of_major, basis)
  elseif range == MINOR then
    sum.basis_of_minor = better(sum.basis_of_minor, basis)
  else
    sum.basis = weaker(sum.basis, basis)
  end
end

-- The basis of a rating by worst-of.  One major result suffices for major, so the
-- best supported decides; one minor result does for minor, together with all that
-- are no worse; conformance needs every result.
function rating.basis_of(sum)
  if sum.range == MAJOR then return sum.basis_of_major end
  if sum.range == MINOR then return weaker(sum.basis_of_minor, sum.basis) end
  return logic.single[sum.range] and sum.basis or nil
end

-- Adds what one result comes to in the house rating.
function rating.add_house(sum, range)
  sum.house = logic.worst[sum.house][range]
end

-- Keeps that `record` has a part in the auditor's column.
function rating.add_change(sum, record)
  if sum.changes[record] then return end
  sum.changes[record], sum.changes[#sum.changes + 1] = true, record
end

-- Adds what one result comes to in the auditor's column; `said` is what records
-- say of it.
function rating.add_records(sum, range, said)
  sum.records = logic.worst[sum.records][range]
  if not said then return end
  if not said.by_provision then
    sum.claimed = logic.worst[sum.claimed][range]
  end
  for _, claim in ipairs(said.claims) do
    rating.add_change(sum, claim.record)
  end
end

-- Adds another roll-up.
function rating.merge(sum, other)
  sum.range = logic.worst[sum.range][other.range]
  sum.house = logic.worst[sum.house][other.house]
  sum.records = logic.worst[sum.records][other.records]
  for _, record in ipairs(other.changes) do rating.add_change(sum, record) end
  for _, check in ipairs(other.lowered_by) do add_lowering(sum, check) end
  for _, name in ipairs(COUNTS) do sum[name] = sum[name] + other[name] end
  for basis = 1, #BASES do sum[basis] = sum[basis] + other[basis] end
  sum.basis = weaker(sum.basis, other.basis)
  sum.basis_of_minor = better(sum.basis_of_minor, other.basis_of_minor)
  sum.basis_of_major = better(sum.basis_of_major, other.basis_of_major)
end

-- Something that nobody listed: it may be anything, unless it is known to be
-- `outside`.
function rating.add_unlisted(sum, outside)
  local range = outside and NA or FULL
  sum.range = logic.worst[sum.range][range]
  sum.house = logic.worst[sum.house][range]
  sum.records = logic.worst[sum.records][range]
end

-- Whether a range holds no non-conformance.
function rating.is_favourable(mask)
  return mask & ~rating.FAVOURABLE == 0
end

function rating.basis_name(basis) return BASES[basis] end

-- How many settled results rest on what; those that are 0 are left out.
local function support_of(sum)
  local function some(count) return count > 0 and count or nil end
  return { stated = some(sum[1]), evidenced = some(sum[2]),
    auditor_verified = some(sum[3]) }
end

-- Each value that is possible, where there is more than one.
local function open_range(mask, json)
  return not logic.single[mask] and json.array(arrays[mask]) or nil
end

-- The roll-up as a report shows it.
function rating.shown(sum, json)
  local completeness = { settled = sum.settled }
  for _, key in ipairs(COUNTS) do
    if sum[key] > 0 then completeness[key] = sum[key] end
  end
  local open = not logic.single[sum.range] and #sum.lowered_by > 0
  return { rating = rating.name_and_text(sum.range), range = open_range(sum.range,
      json),
    lowered_by = open and ids_of(sum.lowered_by, json) or nil,
    completeness = completeness, basis = BASES[rating.basis_of(sum)],
    support = support_of(sum) }
end

-- A range alone, as a report shows it.
function rating.shown_range(mask, json)
  return { rating = rating.name_and_text(mask), range = open_range(mask, json) }
end

return rating
