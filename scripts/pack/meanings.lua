-- Phrases that mean what others say: each is written out in those, so that the
-- engine knows few phrases and an author many.  `is between 2 and 5` is at least 2
-- and at most 5.

local sentence = require "pack.sentence"

local meanings = {}

-- ---- building -----------------------------------------------------------

-- `leaf` said by another phrase.
local function said(leaf, op, operand)
  local other = { kind = "leaf", fact = leaf.fact, op = op, operand = operand,
    line = leaf.line, column = leaf.column }
  other.text = sentence.write(other)
  return other
end

local function both(...)
  return { kind = "all", parts = { ... } }
end

-- ---- sets ---------------------------------------------------------------

-- The values of `entry` that `named` leaves out.
local function others(entry, named)
  local set, list = {}, {}
  for _, value in ipairs(named) do set[value] = true end
  for _, value in ipairs(entry.values) do
    if not set[value] then list[#list + 1] = value end
  end
  return list
end
meanings.others = others

local by_op = {}

-- Nothing else, and something: of an empty set nobody says that it includes only
-- this or that.
function by_op.includes_only(leaf, entry)
  local no_other = said(leaf, "includes_none", others(entry, leaf.operand))
  if not entry.may_be_none then return no_other end
  return both(said(leaf, "includes_any", entry.values), no_other)
end

function by_op.empty(leaf, entry)
  return said(leaf, "includes_none", entry.values)
end

function by_op.not_empty(leaf, entry)
  return said(leaf, "includes_any", entry.values)
end

-- ---- choices whose values stand in order ----------------------------------

local RANKED <const> = {
  at_least = function(rank, limit) return rank >= limit end,
  at_most = function(rank, limit) return rank <= limit end,
  more_than = function(rank, limit) return rank > limit end,
  less_than = function(rank, limit) return rank < limit end,
}

-- The values of `entry` that are, say, at least `value`; nil where that has no
-- place in the order.
function meanings.ranked(op, entry, value)
  local limit
  for rank, one in ipairs(entry.order) do
    if one == value then limit = rank end
  end
  if not limit then return nil end
  local list = {}
  for rank, one in ipairs(entry.order) do
    if RANKED[op](rank, limit) then list[#list + 1] = one end
  end
  return list
end

for op in pairs(RANKED) do
  by_op[op] = function(leaf, entry)
    if not entry.order then return nil end
    return said(leaf, "is", meanings.ranked(op, entry, leaf.operand.name))
  end
end

-- ---- what lies between two others -----------------------------------------

function by_op.between(leaf, entry)
  local is_date, limits = entry.type == "date", leaf.operand
  return both(said(leaf, is_date and "on_or_after" or "at_least", limits.low),
    said(leaf, is_date and "on_or_before" or "at_most", limits.high))
end

function by_op.on(leaf)
  return both(said(leaf, "on_or_after", leaf.operand),
    said(leaf, "on_or_before", leaf.operand))
end

-- Dossiers hold no earlier day, and never lies before all of them.
function by_op.never(leaf)
  return said(leaf, "before", { date = "1900-01-01" })
end

local function shifted(base, count, unit)
  return { name = base.name, date = base.date, today = base.today, shift = count,
    unit = unit }
end

-- So long before, after, or either side of another day; of today has a phrase of
-- its own.
function by_op.within(leaf)
  local stretch = leaf.operand
  local base, side = stretch.base, stretch.side
  if not base then return nil end
  local first = side == "after" and base
    or shifted(base, -stretch.count, stretch.unit)
  local last = side == "before" and base
    or shifted(base, stretch.count, stretch.unit)
  return both(said(leaf, "on_or_after", first), said(leaf, "on_or_before", last))
end

-- ---- the whole ----------------------------------------------------------

meanings.by_op = by_op

-- The condition that the parsed sentence `leaf` on `entry` means; `leaf` itself
-- where it is among those that the engine knows.
function meanings.of(leaf, entry)
  local meaning = by_op[leaf.op]
  local meant = meaning and meaning(leaf, entry)
  if not meant then return leaf end
  meant.text, meant.line, meant.column = leaf.text, leaf.line, leaf.column
  meant.otherwise, meant.never = leaf.otherwise, leaf.never
  meant.remedy, meant.points = leaf.remedy, leaf.points
  return meant
end

return meanings
