-- Did you mean?  The candidate closest to a misspelt word.

local work = require "base.work"

local nearest = {}

-- Words longer than this, and lists that are, are not worth the work.
local MOST_BYTES <const>, MOST_CANDIDATES <const> = 80, 500
-- About the instructions of Lua that one step of `distance` takes.
local STEP_COST <const> = 16

-- How many bytes `a` and `b` have in common at their beginning, and after these at
-- their end; what lies between alone makes the distance.
local function common(a, b)
  local shorter, first, last = math.min(#a, #b), 0, 0
  while first < shorter and a:byte(first + 1) == b:byte(first + 1) do
    first = first + 1
  end
  while last < shorter - first and a:byte(#a - last) == b:byte(#b - last) do
    last = last + 1
  end
  work.charge(STEP_COST // 2 * (1 + first + last))
  return first, last
end

-- The row of the distances of the first `i` bytes of `a`, and the least of them; only
-- of cells that may lie within `limit`: the others are nil.
local function next_row(a, b, i, limit, previous, before)
  local from, to = math.max(1, i - limit), math.min(#b, i + limit)
  local current, least = {}, limit + 1
  if i <= limit then current[0], least = i, i end
  work.charge(STEP_COST * (to - from + 1))
  for j = from, to do
    local same = a:byte(i) == b:byte(j)
    local cost = math.min((previous[j] or limit) + 1, (current[j - 1] or limit) + 1,
      (previous[j - 1] or limit + 1) + (same and 0 or 1))
    if i > 1 and j > 1 and a:byte(i) == b:byte(j - 1)
      and a:byte(i - 1) == b:byte(j) then
      cost = math.min(cost, (before[j - 2] or limit) + 1)
    end
    current[j] = cost
    if cost < least then least = cost end
  end
  return current, least
end

-- Edit distance with swaps of neighbours, given up above `limit`.
local function distance(a, b, limit)
  local first, last = common(a, b)
  a, b = a:sub(first + 1, #a - last), b:sub(first + 1, #b - last)
  if #a == 0 or #b == 0 then return #a + #b <= limit and #a + #b or nil end
  local before, previous = {}, {}
  for j = 0, math.min(#b, limit) do previous[j] = j end
  for i = 1, #a do
    local current, least = next_row(a, b, i, limit, previous, before)
    if least > limit then return nil end
    before, previous = previous, current
  end
  local all = previous[#b]
  return all and all <= limit and all or nil
end

-- The nearest of `candidates` (a list of strings) to `word`, or nil when none
-- is near.  Ties go to the first in byte order, so the answer never depends on
-- the order of the list.
function nearest.find(word, candidates)
  if #word == 0 or #word > MOST_BYTES or #candidates > MOST_CANDIDATES then
    return nil
  end
  local lower = word:lower()
  local limit = math.max(1, #word // 3) -- or what the best needs
  local best, best_distance
  for _, candidate in ipairs(candidates) do
    local d = math.abs(#candidate - #word) <= limit
      and distance(lower, candidate:lower(), limit)
    if d and (not best or d < best_distance or candidate < best) then
      best, best_distance, limit = candidate, d, d
    end
  end
  work.charge(#candidates)
  return best
end

-- Whether `word` is one of `candidates`.
function nearest.is_in(word, candidates)
  for i = 1, #candidates do
    if candidates[i] == word then return true end
  end
  return false
end

-- One a list, for those that stand in scripts and never change.
local sets = setmetatable({}, { __mode = "k" })

-- The names of a fixed list as a set.
function nearest.set_of(list)
  local set = sets[list]
  if not set then
    set = {}
    for i = 1, #list do set[list[i]] = true end
    sets[list] = set
  end
  return set
end

-- The first name in `object`, in byte order, that is none of `allowed`, and
-- whether it holds values without a name; these may be parts of their own.
function nearest.stranger(object, allowed)
  local stranger, nameless
  local known = nearest.set_of(allowed)
  for key in pairs(object) do
    if type(key) ~= "string" then
      nameless = true
    elseif not known[key] and (not stranger or key < stranger) then
      stranger = key
    end
  end
  return stranger, nameless
end

-- "; did you mean 'x'?" or "".
function nearest.hint(word, candidates)
  local best = nearest.find(word, candidates)
  return best and "; did you mean '" .. best .. "'?" or ""
end

return nearest
