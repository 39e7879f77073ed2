-- A condition as plain data, so that a host can draw it, or find out by itself
-- that it is known not to hold, without knowing the language of rules.
--
--   { kind = "fact", fact, list, scope, op, operand, text, otherwise, line }
--   { kind = "all" | "any" | "none", parts }
--   { kind = "when", gate, parts }
--   { kind = "every" | "some" | "no" | "count" | "latest", list, where, parts }
--   { kind = "auditor", id, ask, answers }
--   { kind = "reading", parameter, choices }
--   { kind = "compute", facts }
--
-- Beside `otherwise` may stand what is said where a day never came, and the
-- remedy and the points of that finding.

local phrases = require "pack.phrases"

local condition_tree = {}

-- How a fact, or a parameter, is named in a tree.
local function name_of(entry)
  if entry.scope == "parameter" then return { parameter = entry.path } end
  return { fact = entry.path, list = entry.list and entry.list.path,
    scope = entry.scope }
end

local YES_NO <const> = { yes = true, no = false }

local function words_of(entry, words)
  local values = {}
  for i, word in ipairs(words) do
    if entry.type == "yes/no" then
      values[i] = YES_NO[word]
    else
      values[i] = word
    end
  end
  return { values = values }
end

-- What the fact is compared with: values, a number, a day, or another fact.
local function operand_of(node)
  local written = node.ast.operand
  if written[1] ~= nil then return words_of(node.entry, written) end
  local operand = node.operand and name_of(node.operand) or {}
  operand.number, operand.date = written.number, written.date
  operand.today, operand.shift = written.today, written.shift
  operand.unit = written.unit or phrases.of[node.op].unit
  return operand
end

local fillers = {}

function fillers.leaf(tree, node)
  local name = name_of(node.entry)
  tree.kind = "fact"
  tree.fact, tree.list, tree.scope = name.fact, name.list, name.scope
  tree.parameter = name.parameter
  tree.op, tree.operand, tree.column = node.op, operand_of(node), node.ast.column
end

function fillers.auditor(tree, node)
  tree.id, tree.ask = node.id, node.ask
  tree.answers = next(node.answers) and node.answers or nil
end

function fillers.reading(tree, node)
  tree.parameter, tree.choices = node.entry.path, {}
  for _, child in ipairs(node.children) do
    tree.choices[child.reading] = condition_tree.of(child)
  end
end

function fillers.compute(tree, node)
  tree.facts = {}
  for i, entry in ipairs(node.entries) do tree.facts[i] = name_of(entry) end
end

-- Joining words, gates and lists: whatever holds other conditions.
local function fill_parts(tree, node)
  tree.list = node.list and node.list.path
  tree.where = node.where and condition_tree.of(node.where)
  tree.gate = node.gate and condition_tree.of(node.gate)
  tree.parts = {}
  for i, child in ipairs(node.children) do
    tree.parts[i] = condition_tree.of(child)
  end
end

-- Being listed is all that it says.
function fillers.listed() end

-- The tree of a compiled condition.
function condition_tree.of(node)
  local tree = { kind = node.kind, text = node.text, line = node.line,
    otherwise = node.otherwise, never = node.never, remedy = node.remedy,
    points = node.points }
  local fill = fillers[node.kind] or fill_parts
  fill(tree, node)
  return tree
end

return condition_tree
