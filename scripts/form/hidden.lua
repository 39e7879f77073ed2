-- When a form need not ask a question, as JSON Schema over the object in which
-- the form asks it: a facility, or an item of a list.  The schema is met where
-- the gates of every check that needs the answer are known not to hold; what
-- cannot be told from that object alone is not known, and the question is asked.

local condition_tree = require "model.condition_tree"
local need = require "describe.need"

local hidden = {}

local known_false -- forward

-- ---- one fact -----------------------------------------------------------

local function values_of(entry)
  return entry.type == "yes/no" and { true, false } or entry.values or {}
end

-- The values of `entry` that are, or are not, among those named.
local function named(entry, values, wanted)
  local set, kept = {}, {}
  for _, value in ipairs(values) do set[value] = true end
  for _, value in ipairs(values_of(entry)) do
    if (set[value] or false) == wanted then kept[#kept + 1] = value end
  end
  return #kept > 0 and { enum = kept } or nil
end

-- A set that was answered and lacks what `join` makes of the values.
local function lacks(join)
  return function(entry, operand)
    local each = {}
    for i, value in ipairs(operand.values) do
      each[i] = { contains = { const = value } }
    end
    local set = { type = "array", minItems = 1, ["not"] = { [join] = each } }
    return entry.may_be_none and { anyOf = { set, { const = "none" } } } or set
  end
end

-- The plain values by which a phrase is known not to hold; what is not here is
-- never known.
local FALSE_BY <const> = {
  is = function(entry, operand) return named(entry, operand.values, false) end,
  is_not = function(entry, operand) return named(entry, operand.values, true) end,
  includes = lacks "allOf", includes_any = lacks "anyOf",
  more_than = function(_, operand)
    return operand.number and { type = "number", maximum = operand.number }
  end,
}

-- The fact, plainly or in an envelope, has a value that `schema` takes; some
-- values count only with a reason.
local function where_fact(entry, schema)
  local said = { type = "object", required = { "value" },
    properties = { value = schema, state = { const = "known" } } }
  if entry.needs_why then
    said.required = { "value", "why" }
    schema = said
  else
    schema = { anyOf = { schema, said } }
  end
  for i = #entry.keys, 1, -1 do
    schema = { type = "object", required = { entry.keys[i] },
      properties = { [entry.keys[i]] = schema } }
  end
  return schema
end

-- ---- conditions ---------------------------------------------------------

-- The schemas by which each of `parts` is known not to hold.
local function each_of(parts, scope)
  local schemas = {}
  for _, part in ipairs(parts) do
    schemas[#schemas + 1] = known_false(part, scope)
  end
  return schemas
end

local function joined(word, schemas)
  if #schemas < 2 then return schemas[1] end
  return { [word] = schemas }
end

-- The schema that is met where `node` is known not to hold; nil where that is
-- never known from an object of `scope`.
function known_false(node, scope)
  if node.kind == "leaf" then
    local entry, by = node.entry, FALSE_BY[node.op]
    local own = entry.scope == "item" and entry.list or entry.scope
    local operand = condition_tree.of(node).operand
    local schema = own == scope and by and by(entry, operand)
    return schema and where_fact(entry, schema) or nil
  elseif node.kind == "all" then
    return joined("anyOf", each_of(node.children, scope))
  elseif node.kind == "any" and not node.list then
    local schemas = each_of(node.children, scope)
    return #schemas == #node.children and joined("allOf", schemas) or nil
  end
  return nil
end

-- The schema that is met where `target` need not be asked; nil where it always
-- is.  `use` is what need.of found of it.
function hidden.schema(target, use)
  local alternatives = use and need.alternatives(target, use)
  local scope = target.scope == "item" and target.list or target.scope
  local schemas = {}
  for i, gates in ipairs(alternatives or {}) do
    schemas[i] = joined("anyOf", each_of(gates, scope))
    if not schemas[i] then return nil end
  end
  return joined("allOf", schemas)
end

return hidden
