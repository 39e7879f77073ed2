-- Turns one parsed sentence into a function of the context that gives the set
-- of extents (see logic.lua) the fact still allows.  One builder per phrase.
--
-- A cell is what the dossier says of one fact: `value` when it is known
-- exactly, `lo`/`hi` when only bounds are, `possible` when it is one of a few.
-- No cell, or one with none of these, is unknown: every allowed value counts.

local logic = require "base.logic"
local dates = require "base.dates"

local MET <const>, LAPSE <const>, ABSENT <const> =
  logic.MET, logic.LAPSE, logic.ABSENT
local NA <const>, UNKNOWN <const> = logic.NA, logic.UNKNOWN
local HUGE <const> = math.huge

local leaves = {}

-- A required element is wholly absent when it is known false, none or no.
local function shortfall_of(value)
  if value == false or value == "none" or value == "no" then return ABSENT end
  return LAPSE
end

-- ---- choices: is, is not ------------------------------------------------

local WORDS <const> = { yes = true, no = false }

local function value_of_word(entry, word)
  if entry.type == "yes/no" then return WORDS[word] end
  return word
end

-- A limit in months only tells "none-stated" from any number.
local ANY_MONTHS <const> = "some number"

local function values_of(entry)
  if entry.type == "yes/no" then return { true, false } end
  if entry.type == "months" then return { "none-stated", ANY_MONTHS } end
  return entry.values
end

-- extent[v] for every value the fact may take, and their union.
local function choice_table(entry, operand, wanted)
  local named, extent, union = {}, {}, 0
  for _, word in ipairs(operand) do
    named[value_of_word(entry, word)] = true
  end
  for _, value in ipairs(values_of(entry)) do
    local met = (named[value] or false) == wanted
    extent[value] = met and MET or shortfall_of(value)
    union = union | extent[value]
  end
  return extent, union
end

-- A text may be any: one that is not known may be named, and may be none of these.
local function text_choice(operand, wanted)
  local named = {}
  for _, word in ipairs(operand) do named[word] = true end
  return function(cell)
    if cell.value == nil then return MET | LAPSE end
    return (named[cell.value] or false) == wanted and MET or LAPSE
  end, MET | LAPSE
end

local function choice(wanted)
  return function(node, entry)
    if entry.type == "text" then return text_choice(node.operand, wanted) end
    local extent, union = choice_table(entry, node.operand, wanted)
    return function(cell)
      local value = cell.value
      if value ~= nil then return extent[value] or extent[ANY_MONTHS] end
      if cell.lo or cell.hi then return extent[ANY_MONTHS] end
      if not cell.possible then return union end
      local mask = 0
      for _, v in ipairs(cell.possible) do mask = mask | extent[v] end
      return mask
    end, union
  end
end

leaves.is = choice(true)
leaves.is_not = choice(false)

-- ---- sets: includes -----------------------------------------------------

-- How many of `names` the set surely holds, and may hold.
local function members(names, cell)
  local sure, possible = 0, 0
  local value, has = cell.value, cell.has
  for _, name in ipairs(names) do
    if value and value[name] or has and has[name] then
      sure, possible = sure + 1, possible + 1
    elseif not value then
      possible = possible + 1
    end
  end
  return sure, possible
end

-- `grade(k, n)` is the extent when k of the n named values are in the set.
local function set(grade)
  return function(node)
    local names = node.operand
    local n, unknown = #names, 0
    for k = 0, n do unknown = unknown | grade(k, n) end
    return function(cell)
      local sure, possible = members(names, cell)
      local mask = 0
      for k = sure, possible do mask = mask | grade(k, n) end
      return mask
    end, unknown
  end
end

local function none_of_many(n) return n >= 2 and ABSENT or LAPSE end

leaves.includes = set(function(k, n)
  if k == n then return MET end
  return k == 0 and none_of_many(n) or LAPSE
end)
leaves.includes_any = set(function(k, n)
  return k > 0 and MET or none_of_many(n)
end)
leaves.includes_none = set(function(k) return k == 0 and MET or LAPSE end)

-- ---- numbers ------------------------------------------------------------

local function bounds_of(cell, least, most)
  if not cell then return least, most or HUGE end
  local value = cell.value
  if value ~= nil then return value, value end
  return cell.lo or least, cell.hi or most or HUGE
end

-- A reader of a cell of `entry`: the bounds of its number, and whether it may be
-- that no limit is stated.  Where that is so, there are no bounds.
local function bounds_reader(entry)
  local months = entry.type == "months"
  local least, most = entry.least or (months and 1 or -HUGE), entry.most
  if not months or not entry.may_be_none then
    return function(cell) return bounds_of(cell, least, most) end
  end
  return function(cell)
    if cell and cell.value == "none-stated" then return nil, nil, true end
    local lo, hi = bounds_of(cell, least, most)
    return lo, hi, not (cell and (cell.value or cell.lo or cell.hi))
  end
end

-- The same for the right-hand side: a number, a parameter or another fact.
local function right_side(operand, resolve)
  if operand.number then
    local number = operand.number
    return function() return number, number end
  end
  local entry = resolve(operand.name)
  local scope, path, read = entry.scope, entry.path, bounds_reader(entry)
  return function(ctx) return read(ctx[scope][path]) end
end

-- What a..b may be to c..d: each order can be met in one way and failed in the
-- opposite one.
local function may_reach(_, b, c) return b >= c end
local function may_pass(_, b, c) return b > c end
local function may_fall_to(a, _, _, d) return a <= d end
local function may_fall_below(a, _, _, d) return a < d end

-- `can_meet` and `can_fail` look at the bounds a..b of the left and c..d of
-- the right.  Where no limit is stated there is nothing to compare.
local function comparison(can_meet, can_fail)
  return function(node, entry, resolve)
    local right, left = right_side(node.operand, resolve), bounds_reader(entry)
    return function(cell, ctx)
      local a, b, no_left = left(cell)
      local c, d, no_right = right(ctx)
      if not a or not c then return NA end
      return (can_meet(a, b, c, d) and MET or 0)
        | (can_fail(a, b, c, d) and LAPSE or 0)
        | ((no_left or no_right) and NA or 0)
    end
  end
end

leaves.at_least = comparison(may_reach, may_fall_below)
leaves.at_most = comparison(may_fall_to, may_pass)
leaves.more_than = comparison(may_pass, may_fall_to)
leaves.less_than = comparison(may_fall_below, may_reach)
leaves.exactly = comparison(
  function(a, b, c, d) return a <= d and b >= c end,
  function(a, b, c, d) return a ~= b or c ~= d or a ~= c end)

-- ---- a part of a whole: covers all of -----------------------------------

-- Extents for a part p in pl..ph of a whole w in wl..wh, with p <= w.  Of a part
-- above its whole one is wrong, and nobody knows which: both count as unknown.
local function cover_extents(pl, ph, wl, wh)
  if pl > wh then pl, ph, wl, wh = 0, HUGE, 0, HUGE end
  local mask = 0
  if pl == 0 and wl == 0 then mask = NA end
  local low = math.max(pl, wl, 1)
  if low <= ph and low <= wh then mask = mask | MET end
  if pl == 0 and wh >= 2 then mask = mask | ABSENT end
  local one_missing = pl == 0 and wl <= 1 and wh >= 1
  local some = math.max(pl, 1)
  if one_missing or some <= ph and some < wh then mask = mask | LAPSE end
  return mask
end

-- A share stated without head-counts: "all", "none", or some and not all.
local function share_extents(share, wl, wh)
  if share == "some" then return LAPSE end
  if wh == 0 then return NA end
  local mask = wl == 0 and NA or 0
  if share == "all" then return mask | MET end
  return mask | (wh >= 2 and ABSENT or 0) | (wl <= 1 and LAPSE or 0)
end

function leaves.covers(node, _, resolve)
  local whole = right_side(node.operand, resolve)
  return function(cell, ctx)
    local wl, wh = whole(ctx)
    if cell.share then return share_extents(cell.share, wl, wh) end
    local pl, ph = bounds_of(cell, 0)
    return cover_extents(pl, ph, math.max(wl, 0), wh)
  end
end

-- ---- dates --------------------------------------------------------------

local function shifted(day, point)
  if not point.shift or day == HUGE or day == -HUGE then return day end
  if point.unit == "days" then return day + point.shift end
  return dates.add_months(day, point.shift)
end

local function moment_side(point, resolve)
  if point.name then
    local entry = resolve(point.name)
    local scope, path = entry.scope, entry.path
    return function(ctx)
      local lo, hi = bounds_of(ctx[scope][path], -HUGE)
      return shifted(lo, point), shifted(hi, point)
    end
  end
  local fixed = point.date and dates.parse(point.date)
  return function(ctx)
    local day = shifted(fixed or ctx.as_of, point)
    return day, day
  end
end

local function date_comparison(can_meet, can_fail)
  return function(node, _, resolve)
    local right = moment_side(node.operand, resolve)
    return function(cell, ctx)
      local a, b = bounds_of(cell, -HUGE)
      local c, d = right(ctx)
      return (can_meet(a, b, c, d) and MET or 0)
        | (can_fail(a, b, c, d) and LAPSE or 0)
    end
  end
end

leaves.on_or_after = date_comparison(may_reach, may_fall_below)
leaves.on_or_before = date_comparison(may_fall_to, may_pass)
leaves.after = date_comparison(may_pass, may_fall_to)
leaves.before = date_comparison(may_fall_below, may_reach)

-- ---- currency: is within M months of today ------------------------------

-- The earliest day that still counts, for the shortest and the longest limit.
local function oldest_days(as_of, least, most)
  local latest = least == HUGE and -HUGE or dates.add_months(as_of, -least)
  local earliest = most == HUGE and -HUGE or dates.add_months(as_of, -most)
  return earliest, latest
end

-- Where no limit is stated there is nothing to be older than: not applicable.
-- What never happened is wholly absent.
function leaves.within(node, entry, resolve)
  local limit = right_side(node.operand, resolve)
  local never = entry.may_be_never and ABSENT or 0
  return function(cell, ctx)
    if cell.value == -HUGE then return ABSENT end
    local least, most, may_be_none = limit(ctx)
    local a, b = bounds_of(cell, -HUGE)
    if not least then return NA | (a == -HUGE and never or 0) end
    local earliest, latest = oldest_days(ctx.as_of, least, most)
    return (may_be_none and NA or 0) | (b >= earliest and MET or 0) | (a < latest and LAPSE or 0)
      | (a == -HUGE and never or 0)
  end
end

-- ---- putting one together -----------------------------------------------

-- A fact that its vocabulary lets be "not applicable" may turn out to be so:
-- known when its condition is known true, possible while that is not known
-- false.
local function with_not_applicable(eval, entry)
  local scope, path, condition = entry.scope, entry.path, entry.na_when
  return function(ctx)
    local cell = ctx[scope][path]
    local state = cell and cell.state
    if state == "known" then return eval(ctx) end
    local gate = condition.eval(ctx)
    if state == "not_applicable" and gate == MET then return NA end
    return eval(ctx) | (gate & MET ~= 0 and NA or 0)
  end
end

local EMPTY <const> = {}

-- The function of the context for the parsed sentence `node` on `entry`.
function leaves.build(node, entry, resolve)
  local judge, unknown = leaves[node.op](node, entry, resolve)
  local scope, path = entry.scope, entry.path
  local function eval(ctx)
    local cell = ctx[scope][path]
    if cell == nil then return unknown or judge(EMPTY, ctx) end
    return judge(cell, ctx)
  end
  if entry.na_when then return with_not_applicable(eval, entry) end
  return eval
end

leaves.UNKNOWN = UNKNOWN
return leaves
