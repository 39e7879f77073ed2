-- What a dossier says once for all of its facilities.

local say <const> = require("base.diagnostic").new

local all_facilities = {}

local POINTER <const> = "/all_facilities"
-- What marks one facility off from the others.
local OWN <const> = { "facility.id", "facility.name" }

-- An empty frame for what is said of all.
function all_facilities.frame()
  return { ["#pointer"] = POINTER, ["#all"] = true }
end

function all_facilities.refuse_list(r, list, pointer)
  r.error(pointer, say("list-of-one", { it = list.path }))
end

-- Tells what `frame` says that is of one facility alone.
function all_facilities.refuse_own(r, frame)
  for _, path in ipairs(OWN) do
    if frame[path] then
      r.error(POINTER .. r.vocabulary.entries[path].suffix,
        say("fact-of-one", { it = path }))
    end
  end
end

return all_facilities
