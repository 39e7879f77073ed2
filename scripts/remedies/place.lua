-- A facility of a dossier, alone or before the others, in which answers are changed to
-- see what a check comes to: the tables are those that JSON was read into, and every
-- change can be taken back.

local shallow = require "base.shallow"

local place = {}

-- What is written at `keys` within `object`; nil where nothing is.
function place.at(object, keys)
  for _, key in ipairs(keys) do
    if type(object) ~= "table" then return nil end
    object = object[key]
  end
  return object
end

-- Writes `value` at `keys` within `object`; gives a function that takes it back.
function place.set(object, keys, value)
  local inner = object
  for i = 1, #keys - 1 do
    local key, before = keys[i], inner[keys[i]]
    if type(before) ~= "table" then
      local parent, new = inner, {}
      for k = i + 1, #keys - 1 do new[keys[k]] = {} end
      parent[key] = new
      place.set(new, table.move(keys, i + 1, #keys, 1, {}), value)
      return function() parent[key] = before end
    end
    inner = before
  end
  local last = keys[#keys]
  local before = inner[last]
  inner[last] = value
  return function() inner[last] = before end
end

-- The dossier `root` with `items` as its facilities.
local function with_facilities(root, items, json)
  local list = root.facilities
  if type(list) == "table" and list[1] == nil then
    list = shallow.with(list, "items", json.array(items))
    list.count = nil
  else
    list = json.array(items)
  end
  return shallow.with(root, "facilities", list)
end

-- The dossier `root` with the facility `said` alone.
function place.alone(root, said, json)
  return with_facilities(root, { said }, json)
end

-- The dossier `root`, in which `frames` are the facilities, with `said` before them.
function place.first(root, said, frames, json)
  local items = { said }
  for _, frame in ipairs(frames) do
    if frame["#said"] ~= said then items[#items + 1] = frame["#said"] end
  end
  return with_facilities(root, items, json)
end

return place
