-- The keys of a report: names for results, facts and prompts at a place, the same
-- in every report on that place.

local keys = {}

-- An id of the dossier inside a key, as in a JSON Pointer.
function keys.escape(id)
  return (id:gsub("~", "~0"):gsub("/", "~1"))
end

-- An id in a key as people write it: "4/2014", where the key has "4~12014".
function keys.unescape(key)
  return (key:gsub("~1", "/"):gsub("~0", "~"))
end

-- The key of `name` at a facility, or at the Member where there is no id.
function keys.at(facility_id, name)
  return facility_id and keys.escape(facility_id) .. "/" .. name or name
end

-- What a record of kind judgement puts into "prompt", where a prompt is asked `at` a
-- place: the id without the facility, which the record names beside it.  That of a
-- fact is taken whole.
function keys.prompt(at)
  if not at.facility or at.id:find "^fact:" then return at.id end
  return at.id:sub(#keys.at(at.facility, "") + 1)
end

-- The facility's id and the name of a key; no id at the Member.
function keys.parts(key)
  local place, name = key:match "^([^/]*)/(.*)$"
  if not place then return nil, key end
  return keys.unescape(place), name
end

return keys
