-- The problems of a dossier as people see them: a contradiction once, with every
-- place it stands in, though each of its facts has a problem of its own.

local plain = require "base.plain"

local view_problems = {}

-- What the problems of one contradiction share; nil for any other problem.
local function key_of(given, pointers)
  if #pointers < 2 then return nil end
  return table.concat({ plain.text(given.kind) or "",
    plain.text(given.message) or "", table.unpack(pointers) }, "\n")
end

local function new_group(given, pointers)
  local group = { kind = plain.text(given.kind) or "problem",
    message = plain.text(given.message) or "", cure = plain.text(given.cure),
    places = {}, at = {} }
  for i, pointer in ipairs(pointers) do
    group.places[i] = { pointer = pointer }
    group.at[pointer] = group.places[i]
  end
  return group
end

-- { { kind, message, cure, places = { { pointer, line, column } } } }, in the
-- order of the first problem of each.
function view_problems.groups(problems)
  local groups, by_key = {}, {}
  for _, given in ipairs(plain.objects(problems)) do
    local pointer = plain.text(given.pointer) or "the whole dossier"
    local pointers = plain.texts(given.pointers)
    local key = key_of(given, pointers)
    local group = by_key[key or 1]
    if not group then
      group = new_group(given, key and pointers or { pointer })
      groups[#groups + 1], by_key[key or 0] = group, group
    end
    local place = group.at[pointer]
    if place then place.line, place.column = given.line, given.column end
  end
  return groups
end

return view_problems
