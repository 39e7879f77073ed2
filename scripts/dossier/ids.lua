-- Ids: each names one thing, for a person who reads it too.

local say <const> = require "base.diagnostic".new
local lookalike = require "base.lookalike"

local ids = {}

local COST_OF_BYTE <const> = 4

-- A function that takes the ids of one register with their pointers and tells
-- what is wrong with each; it returns whether the id is new.
function ids.register(r)
  local seen = {} -- what an id looks like -> the first such id
  return function(id, pointer)
    r.charge(COST_OF_BYTE * #id)
    local look = lookalike.skeleton(id)
    local other = seen[look]
    seen[look] = other or id
    if other == id then
      r.error(pointer, say("id-twice", { it = id }))
    elseif other then
      r.error(pointer, say("id-looks-alike", { it = id, other = other,
        difference = lookalike.difference(id, other) }))
    elseif lookalike.odd(id, true) then
      r.problem("note", pointer, say("id-holds-unseen", { it = id,
        odd = lookalike.odd(id, true) }))
    end
    return other ~= id
  end
end

-- Items that have an id have one each: what is entered twice would count twice.
function ids.of_items(r, list, items)
  if not list.entries.id then return end
  local add = ids.register(r)
  for _, frame in ipairs(items) do
    local cell = frame.id
    if cell and cell.value then add(cell.value, frame["#pointer"] .. "/id") end
  end
end

return ids
