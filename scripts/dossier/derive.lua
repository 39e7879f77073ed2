-- What follows from lists before any check is run: totals, latest days, and
-- whether all or any are so.

local dates = require "base.dates"
local decided = require "evaluate.decided"
local explain = require "evaluate.explain"
local kinds = require "pack.kinds"
local logic = require "evaluate.logic"
local nearest = require "base.nearest"
local shallow = require "base.shallow"

local say <const> = require "base.diagnostic".new

local derive = {}

-- ---- facts that follow from lists ---------------------------------------

-- A cell with the bounds lo..hi; nil where they say nothing.
local function bounded(lo, hi, least, most, written)
  if lo == hi then
    return { state = "known", value = lo, raw = written(lo), derived = true }
  end
  if lo == least and hi == most then return nil end
  return { state = "known", lo = lo, hi = hi, derived = true,
    raw = { at_least = lo > least and written(lo) or nil,
      at_most = hi < most and written(hi) or nil } }
end

local function as_number(number) return number end

local function as_day(day)
  return day == -math.huge and "never" or dates.format(day)
end

-- Where a choice has three values, from best to worst, `every` gives the first
-- where all meet it, the last where none does, and else the one between.
local function graded(mask, node, entry, ctx)
  local sure, may = node.count(ctx)
  local possible = {}
  if mask & logic.MET ~= 0 then possible[1] = entry.values[1] end
  if mask & logic.LAPSE ~= 0 and may > 0 then
    possible[#possible + 1] = entry.values[2]
  end
  if mask & logic.SHORT ~= 0 and sure == 0 then
    possible[#possible + 1] = entry.values[3]
  end
  if #possible == 1 then
    return { state = "known", value = possible[1], raw = possible[1],
      derived = true }
  end
  return #possible < 3 and { state = "known", possible = possible,
    raw = { one_of = possible }, derived = true } or nil
end

local by_type = {}

function by_type.count(entry, ctx)
  local lo, hi = entry.from.count(ctx)
  return bounded(lo, hi, 0, math.huge, as_number)
end

function by_type.date(entry, ctx)
  local lo, hi = entry.from.bounds(ctx)
  if hi == -math.huge and not entry.may_be_never then return nil end
  return bounded(lo, hi, -math.huge, ctx.as_of, as_day)
end

function by_type.choice(entry, ctx)
  local mask = entry.from.eval(ctx)
  return mask & logic.NA == 0 and graded(mask, entry.from, entry, ctx) or nil
end

local function answer(mask)
  if mask == logic.MET then
    return { state = "known", value = true, raw = true, derived = true }
  elseif mask & ~logic.SHORT == 0 then
    return { state = "known", value = false, raw = false, derived = true }
  end
  return nil
end

by_type["yes/no"] = function(entry, ctx) return answer(entry.from.eval(ctx)) end

-- What is wrong with how `entry` follows from a list or from facts, or nil.
function derive.problem(entry)
  if entry.follows and entry.type ~= "yes/no" then
    return say("type-from-facts", { it = entry.type })
  end
  if not entry.from then return nil end
  if not entry.from.list then return say "from-no-list" end
  local kind, wanted = entry.from.kind, kinds.by_type[entry.type]
  if wanted and kind ~= wanted.kind
    or not wanted and kinds.of[kind].gives then
    return say "from-other-kind"
  end
  if entry.type == "choice" and (kind ~= "every" or #entry.values ~= 3) then
    return say "choice-from-list"
  end
  if not by_type[entry.type] or entry.future then
    return say("type-from-list", { it = entry.type, future = entry.future })
  end
end

-- What two statements of one number leave possible; nil when nothing is.
local function overlap(a, b)
  local lo = math.max(a.value or a.lo or -math.huge,
    b.value or b.lo or -math.huge)
  local hi = math.min(a.value or a.hi or math.huge,
    b.value or b.hi or math.huge)
  if lo > hi then return nil end
  return lo, hi
end

-- What is stated stays as it is, for it may be weighed again: what is merged is
-- a copy.
local function merged_bounds(stated, derived, written)
  local lo, hi = overlap(stated, derived)
  if not lo then return nil end
  if stated.value ~= nil then return stated end
  local cell = shallow.copy(stated)
  if lo == hi and not cell.share then
    cell.value, cell.raw = lo, written(lo)
  end
  cell.lo, cell.hi = lo, hi
  return cell
end

-- Of what is stated, the values that the list leaves possible.
local function merged_choices(entry, stated, derived)
  local left = {}
  for _, value in ipairs(entry.values) do
    local function allows(cell)
      return cell.value == value
        or cell.possible and nearest.is_in(value, cell.possible)
    end
    if allows(stated) and allows(derived) then left[#left + 1] = value end
  end
  if #left == 0 then return nil end
  if stated.value ~= nil then return stated end
  local cell = shallow.copy(stated)
  cell.possible, cell.raw = left, { one_of = left }
  return cell
end

-- Joins what is stated with what the list gives; nil when they disagree.
local function merged(entry, stated, derived)
  if not stated or stated.state == "unknown" or stated.state == "withheld" then
    return derived
  end
  if stated.state ~= "known" then return stated end
  if entry.type == "count" then
    return merged_bounds(stated, derived, as_number)
  elseif entry.type == "date" then
    return merged_bounds(stated, derived, as_day)
  elseif entry.type == "choice" then
    return merged_choices(entry, stated, derived)
  end
  return stated.value == derived.value and stated or nil
end

-- The weakest support among what the items say and that they are all: that of a
-- total.  An answer that is settled has that of the items which decided it.
local function basis_of(entry, content, ctx)
  local from, basis = entry.from, decided.of_list(content)
  if entry.type == "yes/no" then
    local own = decided.basis(decided.by(from, ctx), ctx)
    if own then return own end
  end
  for _, item in ipairs(content and content.items or {}) do
    for _, read in ipairs(entry.reads.facts) do
      local cell = item[read.path]
      if cell and cell.state == "known" then
        basis = math.min(basis or math.huge, cell.basis or 1)
      end
    end
  end
  return basis
end

-- What the items of a list withhold, and nothing else leaves open, is withheld:
-- a refusal is not a gap.  The reason is told unless it may name people.
local function withheld(entry, content, ctx)
  if not content or content.extra_hi > 0 then return nil end
  local why
  local all = explain.open(entry.from, ctx)
  for _, found in ipairs(all) do
    local read = found.node.entry
    local cell = read and read.scope == "item" and found.item[read.path]
    if not cell or cell.state ~= "withheld" then return nil end
    why = why or not read.hides_why and cell.why or nil
  end
  return #all > 0 and { state = "withheld", why = why, derived = true,
    list = content.pointer } or nil
end

-- Puts a cell into a frame, and keeps in `undo` what stood there.
function derive.put(undo, frame, path, cell)
  undo[#undo + 1] = { frame, path, frame[path] }
  frame[path] = cell
end

-- Completes `frame` with what follows from its lists, and keeps in `undo` what
-- stood there.  Where a list gives another answer than is stated, the stated one
-- stays and differs(entry, derived) is called.
function derive.complete(vocabulary, frame, ctx, undo, differs)
  for _, entry in ipairs(vocabulary.derived) do
    local derived, stated = by_type[entry.type](entry, ctx), frame[entry.path]
    local content = frame[entry.from.list.path]
    if derived then
      derived.basis = basis_of(entry, content, ctx)
      derived.list = content and content.pointer
      local cell = merged(entry, stated, derived)
      if not cell then
        differs(entry, derived)
      elseif cell ~= stated then
        derive.put(undo, frame, entry.path, cell)
      end
    elseif not stated then
      local refused = withheld(entry, content, ctx)
      if refused then derive.put(undo, frame, entry.path, refused) end
    end
  end
end

-- Gives an answer to facts that have none yet and follow from others.  It comes
-- last: what it rests on has been weighed, and what contradicts itself is not
-- known.
function derive.follow(vocabulary, frame, ctx)
  for _, entry in ipairs(vocabulary.following) do
    local stated = frame[entry.path]
    local cell = (not stated or stated.state == "unknown")
      and answer(entry.follows.eval(ctx))
    if cell then
      cell.basis = decided.basis(decided.by(entry.follows, ctx), ctx)
      frame[entry.path] = cell
    end
  end
end

return derive
