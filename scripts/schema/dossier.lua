-- The JSON Schema (draft-07) of cop11.dossier/1, made from the vocabulary.  It
-- accepts what dossier.lua accepts and refuses what it refuses, as far as JSON
-- Schema can say: not that ids are used once and evidence exists, nor that
-- at_least is below at_most.

local dossier = require "dossier"
local fact_card = require "describe.fact_card"
local schema_envelope = require "schema.envelope"
local schema_facts = require "schema.facts"
local schema_objects = require "schema.objects"
local schema_registers = require "schema.registers"
local values = require "base.values"

local schema_dossier = {}

local ref <const> = schema_envelope.ref
local group -- forward

-- ---- lists --------------------------------------------------------------

local function item_name(list)
  if list.inner == "facility" then return "facility" end
  return list.path .. "-item"
end

-- What every list says of itself.
local function any_list()
  return schema_objects.of({ items = true,
    count = { title = "How many there are in all", type = "integer",
      minimum = 0, maximum = values.GREATEST },
    complete = { title = "These are all there are", type = "boolean" },
    stated_by = ref "optional-text",
    evidence = { title = "Evidence", type = "array", items = ref "text" },
    note = ref "optional-text", why = ref "optional-text" })
end

local function list_object(s, list, items)
  s.definitions.list = s.definitions.list or any_list()
  return { title = "List of " .. (list.path:gsub("_", " ")), type = "object",
    allOf = { ref "list" }, properties = { items = items } }
end

local function list_property(s, list)
  local name = item_name(list)
  if not s.definitions[name] then
    s.definitions[name] = true -- stands for itself until it is made
    s.definitions[name] = group(s, list.tree, list.item and fact_card.titled(list.item))
  end
  local items = { title = "Items", type = "array",
    items = ref(name) }
  return { title = list.label or list.ask or fact_card.titled(list.path),
    description = list.help, anyOf = { { title = "Not known", type = "null" },
      items, list_object(s, list, items) } }
end

-- ---- groups -------------------------------------------------------------

local function property_of(s, node, name)
  if node.entry then return schema_facts.property(s, node.entry) end
  if node.list then return list_property(s, node.list) end
  local inner = group(s, node, fact_card.titled(name))
  inner.type = { "object", "null" }
  return inner
end

function group(s, tree, title)
  local properties = {}
  for _, name in ipairs(tree.names) do
    properties[name] = property_of(s, tree.children[name], name)
  end
  return schema_objects.of(properties, title)
end

-- Every facility has an id that is known, plainly or in an envelope.
local function need_id(s)
  local facility, not_known = s.definitions.facility, ref "not-known"
  if not facility.properties.id then return end
  facility.required = { "id" }
  facility.properties.id["not"] = { anyOf = { not_known,
    { type = "object", required = { "value" },
      properties = { value = not_known } },
    { type = "object", required = { "state" },
      properties = { state = { enum = { "unknown", "withheld",
        "not_applicable", "conflicting" } } } },
  } }
end

-- What may be said of all facilities at once: the facts of a facility, without
-- lists and what tells facilities apart.  The topics are shared with it.
local OF_ONE <const> = { id = true, name = true }

local function all_facilities(s, tree)
  local facility, properties = s.definitions.facility.properties, {}
  for _, name in ipairs(tree.names) do
    local node = tree.children[name]
    if not node.entry and not node.list then
      local shared = "facility-" .. name
      s.definitions[shared] = facility[name]
      facility[name] = ref(shared)
    end
    if not node.list and not OF_ONE[name] then
      properties[name] = facility[name]
    end
  end
  local schema = schema_objects.of(properties, "All facilities")
  schema.description = "Facts as a facility holds them; a facility's own answer "
    .. "wins."
  schema.type = { "object", "null" }
  return schema
end

-- ---- the whole ----------------------------------------------------------

local function top(s, trees, name, title)
  local schema = group(s, trees[name], title)
  schema.type = { "object", "null" }
  return schema
end

-- The schema for the vocabulary of `model`.
function schema_dossier.build(model)
  local vocabulary = model.vocabulary
  local s = schema_facts.new()
  local properties = schema_registers.add(s.definitions)
  properties["$schema"] = { title = "Schema", type = "string" }
  properties.format = { title = "Format", const = dossier.FORMAT }
  properties.assessment = top(s, vocabulary.trees, "assessment",
    "Assessment")
  properties.member = top(s, vocabulary.trees, "member", "Member")
  properties.facilities = list_property(s, vocabulary.facilities)
  properties.facilities.title = "Facilities"
  s.definitions.facility.title = "Facility"
  properties.all_facilities = all_facilities(s, vocabulary.facilities.tree)
  need_id(s)
  local schema = schema_objects.of(properties, "Dossier")
  schema["$schema"] = "http://json-schema.org/draft-07/schema#"
  schema.description = ("Facts about a Member and its facilities, for pack %s "
    .. "(%s).  A fact stands plainly, or as an object with its state, reasons "
    .. "and evidence; null and \"unknown\" say that it is not known."):format(
    model.layers[1].name, model.digest)
  schema.required, schema.definitions = { "format" }, s.definitions
  return schema
end

return schema_dossier
