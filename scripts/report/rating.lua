-- How outcomes become ratings.  What each wording strength makes of a lapse or
-- of a wholly absent element, the pack says (ratings { ... }); here it is turned
-- into tables; the core rolls ranges up.

local logic = require "base.logic"
local outcomes = require "base.outcomes"

local rating = {}

local SCALE <const> = outcomes.SCALE
local NA <const> = outcomes.of[outcomes.NOT_APPLICABLE].bit
local MAJOR <const> = outcomes.of[outcomes.MAJOR].bit
local FULL <const> = 2 * MAJOR - 1 -- every value of the scale
rating.FULL, rating.NONE = FULL, NA

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

return rating
