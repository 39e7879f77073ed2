-- Facts that contradict each other become conflicting.  All contradictions are
-- looked for before any is marked, and in the dossier as it was given: a value
-- that one takes away could have shown another, and who adds a contradiction
-- must not gain by it.

local derive = require "dossier.derive"
local legs = require "dossier.legs"
local logic = require "evaluate.logic"
local nearest = require "base.nearest"
local parts = require "dossier.parts"

local say <const> = require("base.diagnostic").new

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

local function add_once(list, one)
  if one and not nearest.is_in(one, list) then list[#list + 1] = one end
end

-- Marks those of the facts `places`, { entry, frame }, that the dossier gives or
-- its lists do.  Each has its own problem, which names all the places.
local function mark_places(r, places, says)
  local pointers, given = {}, {}
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
    legs.conflict(r, one[1], one[2], says, pointers)
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
    mark_places(r, places, say("disagreement", { because = disagreement.because }))
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

-- A part that its whole cannot have is a mistake in one of the two.
local function find_parts(r, vocabulary, frame, found)
  for _, entry in ipairs(vocabulary.parts) do
    local problem = parts.problem(entry, frame[entry.path], frame[entry.of],
      r.charge)
    if problem then
      add(found, entry, frame, function()
        mark_places(r, { { entry, frame },
          { vocabulary.entries[entry.of], frame } }, problem)
      end)
    end
  end
end

local function add_difference(found, r, entry, frame)
  local list = entry.from.list
  local content = frame[list.path]
  add(found, entry.from, frame, function()
    mark_places(r, { { entry, frame, list = content and content.pointer } },
      say("list-differs", { it = entry.path, list = list.path }))
  end)
end

-- ---- one look at the frames as they stand -------------------------------

local function take_back(undo)
  for i = #undo, 1, -1 do
    local frame, path, cell = table.unpack(undo[i], 1, 3)
    frame[path] = cell
  end
end

-- What a part and its whole say of each other counts where both are given: of
-- what one alone gives, nothing else can be wrong.
local function look_inside(model, r, frame, ctx, found)
  local narrowed = {}
  find_parts(r, model.vocabulary, frame, found)
  parts.narrow(model.vocabulary, frame, function(_, path, cell)
    if frame[path] then derive.put(narrowed, frame, path, cell) end
  end, r.charge)
  find_disagreements(model, r, "facility", ctx, found)
  take_back(narrowed)
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

-- ---- the whole ----------------------------------------------------------

-- Completes the frames of the reading `r` and marks what contradicts itself;
-- ctx.facility is left as it was.
function contradictions.settle(model, r, ctx)
  local found = { seen = {} }
  look_at_claims(model, r, ctx, found)
  look(model, r, ctx, found, {})
  for _, mark in ipairs(found) do mark() end
  for _, frame in ipairs(r.facilities.items) do
    parts.narrow(model.vocabulary, frame, rawset, r.charge)
  end
end

return contradictions
