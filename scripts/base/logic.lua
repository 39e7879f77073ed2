-- Sets of possible values, as small bit masks, and how they are joined.  The core in C
-- has the other joins of conditions (plugin/core/mask.h).
--
-- A condition gives an extent: not applicable, met, note (a shortfall that is
-- only an observation), lapse (an isolated shortfall) or absent (a required
-- element wholly missing).  What is unknown gives the set of every extent it
-- could still be.  Ratings are sets of the same shape (not applicable,
-- conformance, minor, major).  The join is
-- pointwise over the sets: making an input set larger can only make the result
-- larger, which is guarantee 3.

local NA <const>, MET <const>, LAPSE <const>, ABSENT <const> = 1, 2, 4, 8
local NOTE <const> = 16 -- between met and lapse; of ratings, none
local ANY <const> = NA | MET | LAPSE | ABSENT | NOTE
local RANK <const> = { [NA] = 1, [MET] = 2, [NOTE] = 3, [LAPSE] = 4, [ABSENT] = 5 }

local logic = {
  NA = NA, MET = MET, NOTE = NOTE, LAPSE = LAPSE, ABSENT = ABSENT,
  SHORT = NOTE | LAPSE | ABSENT,
  ANY = ANY,
}

-- The worse of two single values; not applicable is neutral.
local function worse_of(a, b)
  return RANK[a] > RANK[b] and a or b
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

-- Three-valued reading of a condition used as a gate.
function logic.may_hold(mask) return mask & MET ~= 0 end
function logic.may_fail(mask) return mask & ~MET ~= 0 end

return logic
