-- Whether a fact can follow from what it is said to follow from: a list, or other facts.

local kinds = require "pack.kinds"

local say <const> = require("base.diagnostic").new

local derived = {}

-- The types of facts that follow from a list.
local FROM_LIST <const> = { choice = true, count = true, date = true, ["yes/no"] = true }

-- What is wrong with how `entry` follows from a list or from facts, or nil.
function derived.problem(entry)
  if entry.follows and entry.type ~= "yes/no" then
    return say("type-from-facts", { it = entry.type })
  end
  if not entry.from then return nil end
  if not entry.from.list then return say "from-no-list" end
  local kind, wanted = entry.from.kind, kinds.by_type[entry.type]
  if wanted and kind ~= wanted.kind
    or not wanted and kinds.of[kind].gives then
    return say "from-other-kind"
  end
  if entry.type == "choice" and (kind ~= "every" or #entry.values ~= 3) then
    return say "choice-from-list"
  end
  if not FROM_LIST[entry.type] or entry.future then
    return say("type-from-list", { it = entry.type, future = entry.future })
  end
end

return derived
