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

-- The conditions that `node` leans on.
function nodes.below(node)
  local list = {}
  list[1] = node.where
  list[#list + 1] = node.gate
  list[#list + 1] = node.na_when
  return table.move(node.children or {}, 1, #(node.children or {}), #list + 1, list)
end

-- Says at `node`, whose parts are measured, how many conditions it is on the longest way
-- down, and in all, each as often as it is met.  Gives `node`.
function nodes.measure(node)
  node.depth, node.weight = 1, 1
  for _, below in ipairs(nodes.below(node)) do
    node.depth = math.max(node.depth, below.depth + 1)
    node.weight = node.weight + below.weight
  end
  return node
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
