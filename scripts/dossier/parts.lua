-- A part and its whole bound each other, without a head-count: where 60 % are
-- trained there are at least 5, and 3 of them are; of at most 4, at most 4 are.

local shallow = require "base.shallow"

local say <const> = require("base.diagnostic").new

local parts = {}

local HUGE <const> = math.huge
local NEARLY <const> = 1e-9 -- what a division of whole numbers may be off by
local MOST_TRIED <const> = 1000 -- wholes that a percentage is tried with

-- ---- of one whole -------------------------------------------------------

-- The fewest and the most of `whole` persons that are some of them and not all,
-- or the percentage in `cell`; nil where no number of them is.  A percentage is
-- taken as rounded to the digits it is written with.
local function some_of(cell, whole)
  local least, most, percent = 1, whole - 1, cell.percent
  if percent then
    local off = cell.rounded_by
    least = math.max(least, math.ceil((percent - off) * whole / 100 - NEARLY))
    most = math.min(most, math.floor((percent + off) * whole / 100 + NEARLY))
  end
  if least <= most then return least, most end
end

-- The first whole in from..to, in steps of `step`, of which the share is a number
-- in a..b, and the fewest and most it can be; nil, and whether all were tried.
local function first_whole(cell, from, to, step, a, b, charge)
  local last = from + step * MOST_TRIED
  local all = step > 0 and last >= to or step < 0 and last <= to
  for whole = from, all and to or last, step do
    local least, most = some_of(cell, whole)
    charge(1)
    if least and least <= b and most >= a then
      return whole, math.max(least, a), math.min(most, b)
    end
  end
  return nil, all
end

-- ---- what two statements leave ------------------------------------------

-- Narrows a..b of a part whose share is stated and c..d of its whole; nil where
-- nothing is left.
local function by_share(cell, a, b, c, d, charge)
  if cell.share == "none" then return a == 0 and 0 or nil, 0, c, d end
  if cell.share == "all" then
    local lo, hi = math.max(a, c), math.min(b, d)
    return lo <= hi and lo or nil, hi, lo, hi
  end
  local low, least = first_whole(cell, c, d, 1, a, b, charge)
  if low then
    c, a = low, least
  elseif least then
    return nil
  end
  if d == HUGE then return a, b, c, d end
  local high, _, most = first_whole(cell, d, c, -1, a, b, charge)
  if high then d, b = high, most end
  return a, b, c, d
end

local function bounds_of(cell)
  if not cell or cell.state ~= "known" then return 0, HUGE end
  return cell.value or cell.lo or 0, cell.value or cell.hi or HUGE
end

-- What the part leaves of itself and of its whole, and the whole of the part:
-- their bounds; nil where they exclude each other.
local function left(part, whole, charge)
  local a, b = bounds_of(part)
  local c, d = bounds_of(whole)
  if part and part.share and part.state == "known" then
    return by_share(part, a, b, c, d, charge)
  end
  if a > d then return nil end
  return a, math.min(b, d), math.max(c, a), d
end

-- ---- in a frame ---------------------------------------------------------

local function may_narrow(cell)
  return not cell or cell.state == "unknown"
    or cell.state == "known" and cell.value == nil
end

-- The cell with the bounds lo..hi, which follow from the one at `pointer`; nil
-- where they say nothing new.
local function narrowed(cell, lo, hi, other, pointer)
  local low, high = bounds_of(cell)
  if low == lo and high == hi then return nil end
  local basis, new = other and other.basis or 1
  if cell and cell.state == "known" then
    new, basis = shallow.copy(cell), math.min(cell.basis or 1, basis)
  else
    new = { state = "known", derived = true, list = pointer,
      why = cell and cell.why, note = cell and cell.note }
  end
  new.basis = basis
  new.lo, new.hi = lo, hi < HUGE and hi or nil
  if new.share then return new end
  new.raw = { at_least = lo > 0 and lo or nil, at_most = new.hi }
  if lo == hi then new.value, new.raw = lo, lo end
  return new
end

local function narrow_one(vocabulary, frame, entry, put, charge)
  local part, whole = frame[entry.path], frame[entry.of]
  if not part and not whole then return false end
  local a, b, c, d = left(part, whole, charge)
  if not a then return false end
  local of, at = vocabulary.entries[entry.of], frame["#pointer"]
  local new_part = may_narrow(part)
    and narrowed(part, a, b, whole, at .. of.suffix)
  local new_whole = may_narrow(whole)
    and narrowed(whole, c, d, part, at .. entry.suffix)
  if new_part then put(frame, entry.path, new_part) end
  if new_whole then put(frame, entry.of, new_whole) end
  return new_part or new_whole
end

-- One whole may have several parts: what narrows it narrows them.
local MOST_ROUNDS <const> = 8

-- Narrows the parts and wholes of `frame` by each other; put(frame, path, cell)
-- keeps what is found.
function parts.narrow(vocabulary, frame, put, charge)
  for _ = 1, MOST_ROUNDS do
    local changed = false
    for _, entry in ipairs(vocabulary.parts) do
      changed = narrow_one(vocabulary, frame, entry, put, charge)
        or changed
    end
    if not changed then return end
  end
end

-- What is wrong between the part `entry` and its whole, or nil.
function parts.problem(entry, part, whole, charge)
  if not part or not whole or left(part, whole, charge) then return nil end
  if not part.share then
    return say("part-too-great", { it = entry.path, whole = entry.of })
  end
  return say("share-of-none", { it = entry.path, whole = entry.of,
    share = part.percent and ("%.15g%%"):format(part.percent) or part.share })
end

return parts
