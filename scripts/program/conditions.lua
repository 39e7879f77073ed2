-- Compiled conditions as rows: each after those below it, so that C sees in one
-- pass that every way down ends.

local dates = require "base.dates"
local sentences = require "program.sentences"

local conditions = {}

-- What stands on the right of a sentence.
local function right_side(node)
  local operand = node.values or {}
  local shift = operand.shift or 0
  return { number = operand.number or operand.date and dates.parse(operand.date),
    today = operand.today, shift = shift,
    unit = shift ~= 0 and operand.unit or nil,
    values = operand[1] and operand or nil }
end

local function values_of(out, m, node, inside)
  local answers = node.answers or {}
  local own = right_side(node)
  own.inside, own.fact, own.facts = inside, node.entry, node.entries
  own.yes, own.no = answers.yes, answers.no
  own.op = node.sum or node.op
  own.otherwise = sentences.add(out, m, node.otherwise)
  own.never = sentences.add(out, m, node.never)
  own.points = {}
  for i, id in ipairs(node.points or {}) do own.points[i] = m.points[id] end
  return own
end

-- Adds `node` and all below it, and returns it; `inside` is the list whose items
-- it speaks of.
local function add(out, m, node, inside)
  if node == nil or out.is_declared("node", node) then return node end
  local of_items = node.list and node.list.inner == "item" and node.list
  local inner = of_items or inside
  add(out, m, node.na_when, nil)
  add(out, m, node.gate, inside)
  add(out, m, node.where, inner)
  for _, child in ipairs(node.children or {}) do add(out, m, child, inner) end
  local own = values_of(out, m, node, inside)
  local row = out.add("node", node, own)
  if node.kind == "compute" and not node.sum then out.functions[row] = node end
  return node
end

function conditions.add(out, m, node)
  out.functions = out.functions or {}
  return add(out, m, node, nil)
end

return conditions
