-- What a dossier says once for all of its facilities.  A facility's own answer wins,
-- even that it is not known; where it says something else, a note tells both places.

local shallow = require "base.shallow"

local say <const> = require("base.diagnostic").new

local all_facilities = {}

local POINTER <const> = "/all_facilities"
local ENTRY_COST <const> = 5
-- What marks one facility off from the others.
local OWN <const> = { "facility.id", "facility.name" }

-- An empty frame for what is said of all, and the tables that keep what is open in
-- it: each facility that takes an answer has to settle it for itself.
function all_facilities.frame(r)
  local outer = { undecided = r.undecided, unshown = r.unshown,
    disputed = r.disputed }
  r.undecided, r.unshown, r.disputed = {}, {}, {}
  return { ["#pointer"] = POINTER, ["#all"] = true }, outer
end

function all_facilities.refuse_list(r, list, pointer)
  r.error(pointer, say("list-of-one", { it = list.path }))
end

local function refuse_own(r, frame)
  for _, path in ipairs(OWN) do
    if frame[path] then
      r.error(POINTER .. r.vocabulary.entries[path].suffix,
        say("fact-of-one", { it = path }))
      frame[path] = nil
    end
  end
end

-- Nobody answered: null, or an empty list in place of a set.
local function is_blank(cell)
  return cell == nil or cell.unanswered or cell.empty_list
end

local function note_difference(r, own, said, here, there)
  if own.value == nil or said.value == nil or own.value == said.value
    or type(own.value) == "table" then return end
  r.problem("note", here, say "own-answer-taken").pointers = { here, there }
end

-- The facility's own copy, for what is found of it there holds nowhere else.
local function take(r, entry, facility, said, here, there)
  local cell = shallow.copy(said)
  cell.list = there
  facility[entry.path] = cell
  local open = { entry = entry, frame = facility, pointer = here, cell = cell }
  if cell.deciding then
    open.why = cell.deciding
    table.insert(r.undecided, open)
  end
  if cell.unshown_by or cell.unverified then table.insert(r.unshown, open) end
  if cell.claims then
    table.insert(r.disputed, { frame = facility, path = entry.path, cell = cell })
  end
end

-- Gives each of `facilities` what `frame` says and it does not; `outer` is what
-- all_facilities.frame gave.
function all_facilities.give(r, frame, outer, facilities)
  r.undecided, r.unshown, r.disputed = outer.undecided, outer.unshown,
    outer.disputed
  refuse_own(r, frame)
  for _, entry in ipairs(r.vocabulary.ordered) do
    local said = frame[entry.path]
    if said and not is_blank(said) then
      local there = POINTER .. entry.suffix
      for _, facility in ipairs(facilities) do
        r.charge(ENTRY_COST)
        local own, here = facility[entry.path], facility["#pointer"] .. entry.suffix
        if is_blank(own) then
          take(r, entry, facility, said, here, there)
        else
          note_difference(r, own, said, here, there)
        end
      end
    end
  end
end

return all_facilities
