-- The keys of a report: names for results, facts and prompts at a place, the same
-- in every report on that place.

local keys = {}

-- An id of the dossier inside a key, as in a JSON Pointer.
function keys.escape(id)
  return (id:gsub("~", "~0"):gsub("/", "~1"))
end

-- What the keys of all that is at a facility begin with; "" for the Member.
function keys.of_place(frame)
  local id = frame and frame["#id"]
  return id and keys.escape(id) .. "/" or ""
end

return keys
