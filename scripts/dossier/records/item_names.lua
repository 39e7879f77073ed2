-- What the items of a list are called in keys: the same in every report, so that a
-- record can name one.

local culprits = require "evaluate.culprits"
local keys = require "report.keys"

local item_names = {}

-- The names of `items`, in their order: each item's id or name where that is not
-- sensitive and no other item before it has it, else its number.
function item_names.of(items)
  local names, taken = {}, {}
  for i, item in ipairs(items) do
    local label = culprits.label(item, false)
    local name = label and not taken[label] and keys.escape(label) or "#" .. i
    taken[label or name], names[i] = true, name
  end
  return names
end

-- The item of `items` that is called `name`, or nil.
function item_names.find(items, name)
  for i, one in ipairs(item_names.of(items)) do
    if one == name then return items[i] end
  end
end

return item_names
