-- What follows from the facts before any check is run: totals out of lists, and
-- facts that contradict each other.

local dates = require "dates"
local envelope = require "envelope"
local logic = require "logic"
local nearest = require "nearest"

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

by_type["yes/no"] = function(entry, ctx)
  local mask = entry.from.eval(ctx)
  if mask == logic.MET then
    return { state = "known", value = true, raw = true, derived = true }
  elseif mask & ~logic.SHORT == 0 then
    return { state = "known", value = false, raw = false, derived = true }
  end
  return nil
end

-- What is wrong with how `entry` follows from a list, or nil.
function derive.problem(entry)
  local kind, wanted = entry.from.kind, { count = "count", date = "latest" }
  if wanted[entry.type] and kind ~= wanted[entry.type]
    or not wanted[entry.type] and (kind == "count" or kind == "latest") then
    return "from = count \"list\" { ... } gives a count, latest a date, and "
      .. "nothing else does; other facts use every, any or none"
  end
  if entry.type == "choice" and (kind ~= "every" or #entry.values ~= 3) then
    return "a choice follows from every \"list\" { ... } where it has three "
      .. "values: for all, some and none of the items"
  end
  if not by_type[entry.type] or entry.future then
    return ("a fact of type '%s'%s cannot follow from a list"):format(
      entry.type, entry.future and " that may lie ahead" or "")
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

local function merged_bounds(stated, derived, written)
  if stated.share_lo then return stated end
  local lo, hi = overlap(stated, derived)
  if not lo then return nil end
  if stated.value ~= nil then return stated end
  if lo == hi then
    stated.value, stated.raw = lo, written(lo)
  end
  stated.lo, stated.hi = lo, hi
  return stated
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
  if stated.value == nil then
    stated.possible, stated.raw = left, { one_of = left }
  end
  return stated
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

-- The weakest support among what the items say: that of what follows from them.
local function basis_of(entry, content)
  local basis
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

local function derive_entry(r, entry, frame, ctx)
  local derived = by_type[entry.type](entry, ctx)
  if not derived then return end
  local content = frame[entry.from.list.path]
  derived.basis = basis_of(entry, content)
  derived.list = content and content.pointer
  local stated = frame[entry.path]
  local cell = merged(entry, stated, derived)
  if not cell then
    envelope.conflict(r, stated, frame["#pointer"] .. entry.suffix,
      ("%s differs from what the list '%s' gives"):format(entry.path,
        entry.from.list.path))
  else
    frame[entry.path] = cell
  end
end

-- ---- disagreements ------------------------------------------------------

-- Marks nothing yet: what one disagreement finds must not hide another.
local function found_in(model, scope, ctx, found)
  for _, disagreement in ipairs(model.disagreements) do
    if disagreement.scope == scope
      and logic.holds(disagreement.when.eval(ctx)) then
      found[#found + 1] = { disagreement = disagreement,
        facility = ctx.facility }
    end
  end
end

local function mark(r, one, ctx)
  local because = one.disagreement.because
  for _, entry in ipairs(one.disagreement.entries) do
    local frame = entry.scope == "facility" and one.facility
      or ctx[entry.scope]
    local cell = frame[entry.path]
    if cell then
      envelope.conflict(r, cell, frame["#pointer"] .. entry.suffix, because)
    end
  end
end

-- A part greater than its whole is a mistake in one of the two numbers.
local function check_parts(r, vocabulary, frame)
  for _, entry in ipairs(vocabulary.parts) do
    local part, whole = frame[entry.path], frame[entry.of]
    if part and whole and (part.value or part.lo)
      and (whole.value or whole.hi)
      and (part.value or part.lo) > (whole.value or whole.hi) then
      local message = ("%s is greater than %s"):format(entry.path, entry.of)
      envelope.conflict(r, part, frame["#pointer"] .. entry.suffix, message)
      envelope.conflict(r, whole, frame["#pointer"]
        .. vocabulary.entries[entry.of].suffix, message)
    end
  end
end

-- What a share stated without head-counts says of the number itself: where
-- some are, at least one is; of all, as many as there are.
local function bound_share(part, whole)
  local lo, hi = whole and (whole.value or whole.lo) or 0,
    whole and (whole.value or whole.hi) or math.huge
  local none = part.share_hi <= 0 or hi == 0
  part.lo = none and 0 or part.share_lo >= 100 and lo
    or part.share_lo > 0 and math.min(lo, 1) or 0
  part.hi = none and 0 or part.share_hi < 100 and math.max(hi - 1, part.lo) or hi
end

local function bound_shares(vocabulary, frame)
  for _, entry in ipairs(vocabulary.parts) do
    local part = frame[entry.path]
    if part and part.share_lo then bound_share(part, frame[entry.of]) end
  end
end

-- ---- the whole ----------------------------------------------------------

-- Completes the frames of the reading `r`; ctx.facility is left as it was.
function derive.apply(model, r, ctx)
  local vocabulary = model.vocabulary
  local found, outside = {}, ctx.facility
  for _, frame in ipairs(r.facilities.items) do
    ctx.facility = frame
    for _, entry in ipairs(vocabulary.derived) do
      derive_entry(r, entry, frame, ctx)
    end
    check_parts(r, vocabulary, frame)
    found_in(model, "facility", ctx, found)
  end
  ctx.facility = outside
  found_in(model, "member", ctx, found)
  for _, one in ipairs(found) do mark(r, one, ctx) end
  for _, frame in ipairs(r.facilities.items) do bound_shares(vocabulary, frame) end
end

return derive
