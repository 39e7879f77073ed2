-- A facility of a dossier, alone or before the others: the tables are those that JSON was
-- read into, so that an answer that is changed in it is changed in the dossier, too.

local shallow = require "base.shallow"

local place = {}

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
