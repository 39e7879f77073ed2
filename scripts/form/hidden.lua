-- When a form need not ask a question, as JSON Schema over the object in which
-- the form asks it: a facility, or an item of a list.  The schema is met where
-- the gates of every check that needs the answer are known not to hold; what
-- cannot be told from that object alone is not known, and the question is asked.
--
-- A facility cannot see its Member.  So a form holds the facility once more for
-- each gate of the Member's own facts, as it is where that gate does not hold.

local condition_tree = require "model.condition_tree"
local need = require "describe.need"
local nodes = require "model.nodes"

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

-- Met by anything.
local ALWAYS <const> = {}
hidden.ALWAYS = ALWAYS

-- The schemas by which each of `parts` is known not to hold; with `failed`, the
-- text of a gate that does not.
local function each_of(parts, scope, failed)
  local schemas = {}
  for _, part in ipairs(parts) do
    schemas[#schemas + 1] = known_false(part, scope, failed)
  end
  return schemas
end

-- One of `schemas` is met.
local function any_of(schemas)
  for _, schema in ipairs(schemas) do
    if schema == ALWAYS then return ALWAYS end
  end
  if #schemas < 2 then return schemas[1] end
  return { anyOf = schemas }
end

-- Each of `schemas` is met.
local function all_of(schemas)
  local needed = {}
  for _, schema in ipairs(schemas) do
    if schema ~= ALWAYS then needed[#needed + 1] = schema end
  end
  if #needed == 0 then return #schemas > 0 and ALWAYS or nil end
  if #needed < 2 then return needed[1] end
  return { allOf = needed }
end

-- The schema that is met where `node` is known not to hold; nil where that is
-- never known from an object of `scope`.
function known_false(node, scope, failed)
  if failed and node.text == failed then return ALWAYS end
  if node.kind == "leaf" then
    local entry, by = node.entry, FALSE_BY[node.op]
    local own = entry.scope == "item" and entry.list or entry.scope
    local operand = condition_tree.of(node).operand
    local schema = own == scope and by and by(entry, operand)
    return schema and where_fact(entry, schema) or nil
  elseif node.kind == "all" then
    return any_of(each_of(node.children, scope, failed))
  elseif node.kind == "any" and not node.list then
    local schemas = each_of(node.children, scope, failed)
    return #schemas == #node.children and all_of(schemas) or nil
  end
  return nil
end

-- The schema that is met where `target` need not be asked; nil where it always
-- is.  `use` is what need.of found of it; `failed`, where it is given, is the
-- text of a gate that does not hold.
function hidden.schema(target, use, failed)
  local alternatives = use and need.alternatives(target, use)
  local scope = target.scope == "item" and target.list or target.scope
  local schemas = {}
  for i, gates in ipairs(alternatives or {}) do
    schemas[i] = any_of(each_of(gates, scope, failed))
    if not schemas[i] then return nil end
  end
  return all_of(schemas)
end

-- The Member's facts that may take `target` away whatever the facility answers, each
-- once; none where it may matter all the same.
function hidden.member_facts(target, use)
  local facts, seen = {}, {}
  for _, gates in ipairs(use and need.alternatives(target, use) or {}) do
    local found = false
    for _, gate in ipairs(gates) do
      local decides = known_false(gate, "member")
      for _, entry in ipairs(decides and nodes.facts(gate) or {}) do
        found = true
        if entry.scope == "member" and not seen[entry] then
          seen[entry], facts[#facts + 1] = true, entry
        end
      end
    end
    if not found then return {} end
  end
  return facts
end

-- The gates of facilities' questions that the Member's own facts decide, in
-- order: { text, schema }, met by a Member at whom the gate does not hold.
function hidden.member_gates(model, uses)
  local gates, known = {}, {}
  for _, entry in ipairs(model.vocabulary.ordered) do
    local use = entry.scope == "facility" and uses[entry]
    for _, list in ipairs(use and need.alternatives(entry, use) or {}) do
      for _, gate in ipairs(list) do
        local schema = not known[gate.text] and known_false(gate, "member")
        if schema then
          known[gate.text] = true
          gates[#gates + 1] = { text = gate.text, schema = schema }
        end
      end
    end
  end
  return gates
end

return hidden
