-- Where a workbook finds things in a dossier: the facilities, the lists and their items,
-- each by the keys that lead to it from the outermost object, items counted from 1.

local deep = require "base.deep"

local places = {}

-- "/a/b" as the keys { "a", "b" } behind those of `base`.
function places.below(base, suffix)
  local keys = table.move(base, 1, #base, 1, {})
  for key in suffix:gmatch "[^/]+" do keys[#keys + 1] = key end
  return keys
end

function places.item(base, number)
  local keys = table.move(base, 1, #base, 1, {})
  keys[#keys + 1] = number
  return keys
end

-- The JSON Pointer of `keys`.
function places.pointer(keys)
  local parts = {}
  for i, key in ipairs(keys) do
    parts[i] = math.type(key) and ("%d"):format(key - 1)
      or key:gsub("~", "~0"):gsub("/", "~1")
  end
  return #parts > 0 and "/" .. table.concat(parts, "/") or ""
end

-- The items of the list at `keys` of the dossier `root`, and the keys of the array that
-- holds them, whichever way the list is written.
function places.items(root, keys)
  local list = deep.at(root, keys)
  if type(list) ~= "table" then return {}, nil end
  if list[1] ~= nil then return list, keys end
  if type(list.items) == "table" then return list.items, places.below(keys, "items") end
  return {}, nil
end

local FACILITIES <const> = { "facilities" }

local MANY <const> = 3 -- facilities, for which it is worth while to answer for all at once

-- The facilities of `root`: { id, keys }, and where something is said of all at once, or
-- may well be, that first.
function places.facilities(root)
  local items, keys = places.items(root, FACILITIES)
  local list = {}
  if root.all_facilities ~= nil or #items >= MANY then
    list[1] = { id = "", keys = { "all_facilities" }, is_all = true }
  end
  for i, item in ipairs(items) do
    list[#list + 1] = { id = type(item) == "table" and type(item.id) == "string" and item.id
      or "", said = item, keys = places.item(keys, i) }
  end
  return list
end

return places
