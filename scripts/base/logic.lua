-- Sets of possible values, as small bit masks, and the two ways to join them.
--
-- A condition gives an extent: not applicable, met, note (a shortfall that is
-- only an observation), lapse (an isolated shortfall) or absent (a required
-- element wholly missing).  What is unknown gives the set of every extent it
-- could still be.  Ratings are sets of the same shape (not applicable,
-- conformance, minor, major), so one table of joins serves both.  Every join is
-- pointwise over the sets: making an input set larger can only make the result
-- larger, which is guarantee 3.

local NA <const>, MET <const>, LAPSE <const>, ABSENT <const> = 1, 2, 4, 8
local NOTE <const> = 16 -- between met and lapse; of ratings, none
local ANY <const> = NA | MET | LAPSE | ABSENT | NOTE
local RANK <const> = { [NA] = 1, [MET] = 2, [NOTE] = 3, [LAPSE] = 4, [ABSENT] = 5 }

local logic = {
  NA = NA, MET = MET, NOTE = NOTE, LAPSE = LAPSE, ABSENT = ABSENT,
  SHORT = NOTE | LAPSE | ABSENT,
  UNKNOWN = MET | LAPSE | ABSENT,
  ANY = ANY,
}

-- The worse of two single values; not applicable is neutral.
local function worse_of(a, b)
  return RANK[a] > RANK[b] and a or b
end

-- The better of two single values; not applicable is neutral.
local function better_of(a, b)
  if a == NA then return b end
  if b == NA then return a end
  return RANK[a] < RANK[b] and a or b
end

-- The join of sets: every pair out of `a` and `b` joined.  A set is its lowest
-- member and the rest, so each cell follows from smaller ones.
local function table_of(join)
  local rows = { [0] = {} }
  for b = 0, ANY do rows[0][b] = 0 end
  for a = 1, ANY do
    local lowest, row = a & -a, { [0] = 0 }
    local rest = rows[a & ~lowest]
    for b = 1, ANY do
      local first = b & -b
      row[b] = rest[b] | row[b & ~first] | join(lowest, first)
    end
    rows[a] = row
  end
  return rows
end

-- worst[a][b]: `all` of conditions, and the roll-up of ratings.
logic.worst = table_of(worse_of)
-- best[a][b]: `any` of conditions.
logic.best = table_of(better_of)

-- negate[a]: a shortfall against a prohibition is an isolated one, since
-- nothing that is required is missing.
local negate = {}
for a = 0, ANY do
  negate[a] = (a & NA) | (a & MET ~= 0 and LAPSE or 0)
    | (a & logic.SHORT ~= 0 and MET or 0)
end
logic.negate = negate

-- soften[a]: a shortfall of a point that gives no more than an observation.
logic.soften = {}
for a = 0, ANY do
  logic.soften[a] = (a & ~logic.SHORT) | (a & logic.SHORT ~= 0 and NOTE or 0)
end

-- Whether the set holds exactly one value: single[mask].
logic.single = {}
for mask = 0, ANY do
  logic.single[mask] = mask ~= 0 and mask & (mask - 1) == 0
end

-- Three-valued reading of a condition used as a gate.
function logic.may_hold(mask) return mask & MET ~= 0 end
function logic.may_fail(mask) return mask & ~MET ~= 0 end
function logic.holds(mask) return mask == MET end

return logic
