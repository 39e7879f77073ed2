-- Facts that contradict each other become conflicting.  All contradictions are
-- looked for before any is marked, and in the dossier as it was given: a value
-- that one takes away could have shown another, and who adds a contradiction
-- must not gain by it.

local derive = require "dossier.derive"
local legs = require "dossier.legs"
local logic = require "evaluate.logic"
local nearest = require "base.nearest"

local contradictions = {}

-- ---- what was found, to be marked later ---------------------------------

-- Each is kept once: in `found` by what it is (`what`) and the frame it is in.
local function add(found, what, frame, marker)
  local places = found.seen[what] or {}
  found.seen[what] = places
  if places[frame] then return end
  places[frame] = true
  found[#found + 1] = marker
end

local CURE <const> = "Correct one of these, or let the auditor decide each by "
  .. "a judgement on \"fact:\" and its pointer."

local function add_once(list, one)
  if one and not nearest.is_in(one, list) then list[#list + 1] = one end
end

-- Marks those of the facts `places`, { entry, frame }, that the dossier gives or
-- its lists do.  Each has its own problem, which names all the places.
local function mark_places(r, places, message)
  local about, given = { places = {}, cure = CURE }, {}
  local pointers = about.places
  for _, place in ipairs(places) do
    local entry, frame = place[1], place[2]
    local cell = frame[entry.path]
    if cell then
      local pointer = frame["#pointer"] .. entry.suffix
      given[#given + 1] = { cell, pointer }
      add_once(pointers, pointer)
      add_once(pointers, cell.list)
    end
    add_once(pointers, place.list)
  end
  for _, one in ipairs(given) do
    legs.conflict(r, one[1], one[2], message, about)
  end
end

-- ---- the three kinds ----------------------------------------------------

local function add_disagreement(found, r, disagreement, ctx)
  local facility, member, assessment = ctx.facility, ctx.member, ctx.assessment
  add(found, disagreement, facility, function()
    local places = {}
    for i, entry in ipairs(disagreement.entries) do
      places[i] = { entry, entry.scope == "facility" and facility
        or entry.scope == "member" and member or assessment }
    end
    mark_places(r, places, disagreement.because)
  end)
end

local function find_disagreements(model, r, scope, ctx, found)
  for _, disagreement in ipairs(model.disagreements) do
    if disagreement.scope == scope
      and logic.holds(disagreement.when.eval(ctx)) then
      add_disagreement(found, r, disagreement, ctx)
    end
  end
end

-- A part greater than its whole is a mistake in one of the two numbers.
local function compare_part(r, entry, whole, frame, found)
  local part, all = frame[entry.path], frame[whole.path]
  local least = part and (part.value or part.lo)
  local most = all and (all.value or all.hi)
  if least and most and least > most then
    add(found, entry.path .. " > " .. whole.path, frame, function()
      mark_places(r, { { entry, frame }, { whole, frame } },
        ("%s is greater than %s"):format(entry.path, whole.path))
    end)
  end
end

-- The whole may be a part itself, of something larger; no more often than there
-- are parts, where a pack should say that they go round in a circle.
local function find_parts(r, vocabulary, frame, found)
  for _, entry in ipairs(vocabulary.parts) do
    local whole = vocabulary.entries[entry.of]
    for _ = 1, #vocabulary.parts do
      if not whole then break end
      compare_part(r, entry, whole, frame, found)
      whole = vocabulary.entries[whole.of]
    end
  end
end

local function add_difference(found, r, entry, frame)
  local list = entry.from.list
  local content = frame[list.path]
  add(found, entry.from, frame, function()
    mark_places(r, { { entry, frame, list = content and content.pointer } },
      ("%s differs from what the list '%s' gives"):format(entry.path, list.path))
  end)
end

-- ---- one look at the frames as they stand -------------------------------

local function take_back(undo)
  for i = #undo, 1, -1 do
    local frame, path, cell = table.unpack(undo[i], 1, 3)
    frame[path] = cell
  end
end

local function look_inside(model, r, frame, ctx, found)
  find_parts(r, model.vocabulary, frame, found)
  find_disagreements(model, r, "facility", ctx, found)
end

-- Where a fact is stated and a list gives another answer, both are looked at.
local function look_at_facility(model, r, frame, ctx, found, undo)
  local differing = {}
  derive.complete(model.vocabulary, frame, ctx, undo, function(entry, derived)
    add_difference(found, r, entry, frame)
    differing[#differing + 1] = { entry.path, derived }
  end)
  look_inside(model, r, frame, ctx, found)
  for _, one in ipairs(differing) do
    local swapped = {}
    derive.put(swapped, frame, one[1], one[2])
    look_inside(model, r, frame, ctx, found)
    take_back(swapped)
  end
end

local function look(model, r, ctx, found, undo)
  local outside = ctx.facility
  local facilities = r.member[model.vocabulary.facilities.path]
  for _, frame in ipairs(facilities.items) do
    ctx.facility = frame
    look_at_facility(model, r, frame, ctx, found, undo)
  end
  ctx.facility = outside
  find_disagreements(model, r, "member", ctx, found)
end

-- ---- claims -------------------------------------------------------------

-- What is contradicted where it stands, by its evidence or by a list's own count,
-- claims several things (`claims`).  Each is looked at as if it stood alone.
local function look_at_claims(model, r, ctx, found)
  local most = 0
  for _, one in ipairs(r.disputed) do most = math.max(most, #one.cell.claims) end
  for k = 1, most do
    local undo = {}
    for _, one in ipairs(r.disputed) do
      local claims = one.cell.claims
      derive.put(undo, one.frame, one.path, claims[math.min(k, #claims)])
    end
    look(model, r, ctx, found, undo)
    take_back(undo)
  end
end

-- ---- shares -------------------------------------------------------------

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

-- Completes the frames of the reading `r` and marks what contradicts itself;
-- ctx.facility is left as it was.
function contradictions.settle(model, r, ctx)
  local found = { seen = {} }
  look_at_claims(model, r, ctx, found)
  look(model, r, ctx, found, {})
  for _, mark in ipairs(found) do mark() end
  for _, frame in ipairs(r.facilities.items) do
    bound_shares(model.vocabulary, frame)
  end
end

return contradictions
