-- The plain functions of a model, for the core: a function that gets the text of the
-- condition and the values of its facts.

local diagnostic = require "base.diagnostic"
local nodes = require "model.nodes"

local computing = {}

local function collect(model)
  local by_text = {}
  local function look(node)
    if node.kind == "compute" then by_text[node.text] = node end
  end
  for _, check in ipairs(model.checks) do
    nodes.walk(check.applies, look)
    nodes.walk(check.expect, look)
    for _, prompt in ipairs(check.prompts) do nodes.walk(prompt.when, look) end
  end
  for _, one in ipairs(model.disagreements) do nodes.walk(one.when, look) end
  return by_text
end

-- A frame of each scope in which the facts of `node` have these values.
local function context_of(node, values)
  local ctx = { charge = function() end }
  for i, entry in ipairs(node.entries) do
    ctx[entry.scope] = ctx[entry.scope] or {}
    ctx[entry.scope][entry.path] = { state = "known", value = values[i] }
  end
  return ctx
end

function computing.of(model)
  local by_text = collect(model)
  return function(text, ...)
    local node = by_text[text]
    local ok, mask = pcall(node.eval, context_of(node, { ... }))
    if not ok then error(type(mask) == "table" and diagnostic.text(mask.says) or mask, 0) end
    return mask
  end
end

return computing
