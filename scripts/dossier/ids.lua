-- Ids: each names one thing, for a person who reads it too.

local say <const> = require "base.diagnostic".new
local lookalike = require "base.lookalike"

local ids = {}

local COST_OF_BYTE <const> = 4
local MOST_LOOKED_AT <const> = 200
-- In many typefaces the first cannot be told from the second.
local TAKEN_FOR <const> = { I = "1", l = "1", ["|"] = "1", O = "0" }
local TAKEN <const> = "[Il|O]"
local CALLED <const> = { I = "a capital I", l = "a small L", ["|"] = "a bar",
  ["1"] = "the digit 1", O = "a capital O", ["0"] = "the digit 0" }

-- The first characters in which two ids differ that are taken for each other.
local function first_difference(id, other)
  for i = 1, #id do
    local one, two = id:sub(i, i), other:sub(i, i)
    if one ~= two then return CALLED[one], CALLED[two] end
  end
end

-- Tells that `id` is plain, and easily taken for another that is.
local function tell_taken(r, taken, id, pointer)
  if #id > MOST_LOOKED_AT then return end
  local shape = id:gsub(TAKEN, TAKEN_FOR)
  local other = taken[shape]
  taken[shape] = other or id
  if not other or other == id then return end
  local one, two = first_difference(id, other)
  r.problem("note", pointer, say("id-taken-for-other", { it = id, other = other,
    one = one, two = two }))
end

-- A function that takes the ids of one register with their pointers and tells
-- what is wrong with each; it returns whether the id is new.
function ids.register(r)
  local seen = {} -- what an id looks like -> the first such id
  local taken = {} -- the same of what it is taken for
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
    else
      tell_taken(r, taken, id, pointer)
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
