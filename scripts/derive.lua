-- What follows from the facts before any check is run: totals out of lists, and
-- facts that contradict each other.

local envelope = require "envelope"
local logic = require "logic"

local derive = {}

-- ---- facts that follow from lists ---------------------------------------

local function counted(node, ctx)
  local lo, hi = node.count(ctx)
  if lo == hi then
    return { state = "known", value = lo, raw = lo, derived = true }
  end
  if lo == 0 and hi == math.huge then return nil end
  return { state = "known", lo = lo, hi = hi, derived = true,
    raw = { at_least = lo, at_most = hi < math.huge and hi or nil } }
end

local function answered(node, ctx)
  local mask = node.eval(ctx)
  if mask == logic.MET then
    return { state = "known", value = true, raw = true, derived = true }
  elseif mask & ~logic.SHORT == 0 then
    return { state = "known", value = false, raw = false, derived = true }
  end
  return nil
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

local function merged_numbers(stated, derived)
  if stated.share_lo then return stated end
  local lo, hi = overlap(stated, derived)
  if not lo then return nil end
  if stated.value ~= nil then return stated end
  if lo == hi then
    stated.value, stated.raw = lo, lo
  end
  stated.lo, stated.hi = lo, hi
  return stated
end

-- Joins what is stated with what the list gives; nil when they disagree.
local function merged(entry, stated, derived)
  if not stated or stated.state == "unknown" or stated.state == "withheld" then
    return derived
  end
  if stated.state ~= "known" then return stated end
  if entry.type == "count" then return merged_numbers(stated, derived) end
  return stated.value == derived.value and stated or nil
end

local function derive_entry(r, entry, frame, ctx)
  local derived = entry.type == "count" and counted(entry.from, ctx)
    or entry.type ~= "count" and answered(entry.from, ctx)
  if not derived then return end
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
