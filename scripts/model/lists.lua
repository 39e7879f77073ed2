-- `every` and `any` over the items of a list, when some facts of the items are
-- unknown and the list itself may be open.
--
-- A list holds the items that are named and between `extra_lo` and `extra_hi`
-- more that are not (0 and 0 for a complete list, 0 and infinity for an open
-- one).  Each item on its own may be out of the count (its `where` may fail, or
-- it is not applicable), met, or short; the extents of the whole follow from
-- counting these possibilities.

local logic = require "base.logic"

local NA <const>, MET <const>, LAPSE <const>, ABSENT <const> =
  logic.NA, logic.MET, logic.LAPSE, logic.ABSENT
local SHORT <const> = logic.SHORT

local lists = {}

local ITEM_COST <const> = 15

local OPEN <const> = { items = {}, extra_lo = 0, extra_hi = math.huge }

-- The work of looking at one item, in steps.
function lists.cost(where, expect)
  return ITEM_COST + (where and where.cost or 0) + expect.cost
end

-- Calls see(mask) for each item with what it may be, NA standing for "out".
local function each(list, where, expect, ctx, see)
  local name, inner = list.path, list.inner
  local content = ctx[list.scope][name] or OPEN
  local outer = ctx[inner]
  ctx.charge(ITEM_COST + #content.items * lists.cost(where, expect))
  for _, item in ipairs(content.items) do
    ctx[inner] = item
    local gate = where and where.eval(ctx) or MET
    local mask = logic.may_hold(gate) and expect.eval(ctx) or 0
    if logic.may_fail(gate) then mask = mask | NA end
    see(mask)
  end
  ctx[inner] = outer
  return content
end

-- Counts what the items may be.
local function tally(list, where, expect, ctx)
  local t = { met = 0, short = 0, both = 0, may_be_out = true,
    none_forced_short = true, none_forced_met = true, must_be_in = 0,
    short_alone = false }
  local content = each(list, where, expect, ctx, function(mask)
    local out, met, short = mask & NA ~= 0, mask & MET ~= 0, mask & SHORT ~= 0
    if met then t.met = t.met + 1 end
    if short then t.short = t.short + 1 end
    if met and short then t.both = t.both + 1 end
    if not out then
      t.must_be_in = t.must_be_in + 1
      t.in_can_be_short = short
      if not met then t.none_forced_short = false end
      if not short then t.none_forced_met = false end
    end
  end)
  return t, content
end

-- Some item short while another is met: two different sources are needed.
local function mixed_possible(t, more)
  if more >= 2 then return true end
  local met, short = t.met, t.short
  if more == 1 then return met + short > 0 end
  return met > 0 and short > 0 and not (met == 1 and short == 1 and t.both == 1)
end

-- Exactly one item counted, and it is short.
local function one_short_possible(t, extra_lo, extra_hi, optional)
  if t.must_be_in > 1 or not optional and extra_lo > 1 then return false end
  if t.must_be_in == 1 then
    return t.in_can_be_short and (optional or extra_lo == 0)
  end
  if t.short > 0 and (optional or extra_lo == 0) then return true end
  return extra_hi >= 1 and (optional or extra_lo <= 1)
end

-- Whether every item meets `expect`, among those that meet `where`.
function lists.every(list, where, expect)
  local optional = where ~= nil
  return function(ctx)
    local t, content = tally(list, where, expect, ctx)
    local lo, hi = content.extra_lo, content.extra_hi
    local mask = 0
    if t.must_be_in == 0 and (lo == 0 or optional) then mask = NA end
    if t.none_forced_short and t.met + hi > 0 then mask = mask | MET end
    if t.none_forced_met and t.short + hi >= 2 then mask = mask | ABSENT end
    if mixed_possible(t, hi) or one_short_possible(t, lo, hi, optional) then
      mask = mask | LAPSE
    end
    return mask
  end
end

-- Whether any item meets `expect`, among those that meet `where`; none at all
-- is a required element wholly absent.
function lists.some(list, where, expect)
  return function(ctx)
    local sure, may = false, false
    local content = each(list, where, expect, ctx, function(mask)
      if mask == MET then sure = true end
      if mask & MET ~= 0 then may = true end
    end)
    if sure then return MET end
    may = may or content.extra_hi > 0
    return ABSENT | (may and MET or 0)
  end
end

-- The least and the greatest number of items that may meet `expect`.
function lists.count(list, where, expect)
  return function(ctx)
    local sure, may = 0, 0
    local content = each(list, where, expect, ctx, function(mask)
      if mask == MET then sure = sure + 1 end
      if mask & MET ~= 0 then may = may + 1 end
    end)
    return sure, may + content.extra_hi
  end
end

-- The earliest and the latest day that the last of the items may have on which
-- `expect` holds, by the date `entry` of each; -inf where there may be none.
function lists.latest(list, where, expect, entry)
  return function(ctx)
    local lo, hi = -math.huge, -math.huge
    local content = each(list, where, expect, ctx, function(mask)
      local day = ctx[list.inner][entry.path] or OPEN
      if mask == MET then lo = math.max(lo, day.value or day.lo or lo) end
      if mask & MET ~= 0 then
        hi = math.max(hi, day.value or day.hi or ctx.as_of)
      end
    end)
    return lo, content.extra_hi > 0 and math.max(hi, ctx.as_of) or hi
  end
end

return lists
