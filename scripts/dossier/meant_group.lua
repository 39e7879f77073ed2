-- Which group of facts is meant by a name that is none, from what it holds and the
-- word that it is.

local search = require "model.search"

local meant_group = {}

local LOOKED <const> = 3

-- The group at the top of `tree` in which a fact stands, if in any.
local function group_of(tree, entry)
  local name = entry.suffix and entry.suffix:match "^/([^/]+)/"
  return name and tree.children[name] and tree.children[name].children and name
end

-- Whether an object under a wrong name holds facts, and is no answer itself.
function meant_group.holds_facts(value)
  return type(value) == "table" and value[1] == nil and next(value) ~= nil
    and value.value == nil and value.state == nil and value.items == nil
end

-- How many of the names in `object` the group of `name` has.
local function shared(tree, name, object)
  local count = 0
  for key in next, tree.children[name].children do
    if object[key] ~= nil then count = count + 1 end
  end
  return count
end

-- The name of the group at the top of `tree` that is meant by `word`, under which
-- `object` stands: of those that speak of it, the one that has most of its names.
function meant_group.of(vocabulary, tree, word, object)
  local best, most
  local paths = search.facts(vocabulary, word, function(entry)
    return group_of(tree, entry) ~= nil
  end)
  for i = 1, math.min(#paths, LOOKED) do
    local name = group_of(tree, vocabulary.entries[paths[i]])
    local count = shared(tree, name, object)
    if not best or count > most then best, most = name, count end
  end
  return best
end

return meant_group
