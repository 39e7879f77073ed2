-- Walks the conditions of a rule without running them.

local nodes = {}

-- Calls see(node, list) for `node` and all below it; `list` is the list whose
-- items the node speaks of, nil outside one.
local function walk(node, see, list)
  if not node then return end
  see(node, list)
  local of_items = node.list and node.list.inner == "item" and node.list
  local inner = of_items or list
  walk(node.gate, see, list)
  walk(node.where, see, inner)
  for _, child in ipairs(node.children or {}) do walk(child, see, inner) end
end
nodes.walk = walk

-- How many conditions `node` is, with all that it leans on.
function nodes.weight(node)
  if not node then return 0 end
  local sum = 1 + nodes.weight(node.na_when) + nodes.weight(node.gate)
    + nodes.weight(node.where)
  for _, child in ipairs(node.children or {}) do sum = sum + nodes.weight(child) end
  return sum
end

local function add(set, list, entry)
  if entry and not set[entry] then
    set[entry] = true
    list[#list + 1] = entry
  end
end

-- The facts that the conditions `...` read, each once.
function nodes.facts(...)
  local seen, list = {}, {}
  for i = 1, select("#", ...) do
    walk((select(i, ...)), function(node)
      add(seen, list, node.entry)
      add(seen, list, node.operand)
      for _, entry in ipairs(node.entries or {}) do add(seen, list, entry) end
    end)
  end
  return list
end

-- Every condition of a check with what it is for: applies, expect, prompt.
function nodes.of_check(check)
  local roots = {}
  if check.applies then roots[1] = { "applies", check.applies } end
  if check.expect then roots[#roots + 1] = { "expect", check.expect } end
  for _, prompt in ipairs(check.prompts or {}) do
    if prompt.when then roots[#roots + 1] = { "prompt", prompt.when } end
  end
  return roots
end

return nodes
