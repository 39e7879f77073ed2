-- The JSON Schema (draft-07) of cop11.dossier/1, made from the vocabulary.  It
-- accepts what dossier.lua accepts and refuses what it refuses, as far as JSON
-- Schema can say: not that ids are used once and evidence exists, nor that
-- at_least is below at_most.

local dossier = require "dossier"
local fact_card = require "describe.fact_card"
local patterns = require "schema.patterns"
local schema_facts = require "schema.facts"
local schema_registers = require "schema.registers"

local schema_dossier = {}

local HOSTS_OWN <const> = "^x-"
local group -- forward

-- An object that may hold `properties` and a host's own "x-" keys.
local function object_of(properties, title)
  return { title = title, type = "object", properties = properties,
    patternProperties = { [HOSTS_OWN] = {} }, additionalProperties = false }
end

-- ---- lists --------------------------------------------------------------

local function item_name(list)
  if list.inner == "facility" then return "facility" end
  return list.path .. "-item"
end

local function list_object(items, ref)
  local object = object_of({
    items = items,
    count = { title = "How many there are in all", type = "integer",
      minimum = 0, maximum = schema_facts.GREATEST },
    complete = { title = "These are all there are", type = "boolean" },
    stated_by = ref "optional-text",
    evidence = { title = "Evidence", type = "array", items = { type = "string",
      pattern = patterns.TEXT } },
    note = ref "optional-text", why = ref "optional-text",
  }, "Items, and whether these are all")
  return object
end

local function list_property(s, list)
  local name = item_name(list)
  if not s.definitions[name] then
    s.definitions[name] = true -- stands for itself until it is made
    s.definitions[name] = group(s, list.tree, list.item)
  end
  local items = { title = "Items", type = "array",
    items = schema_facts.ref(name) }
  return { title = list.label or list.ask or fact_card.titled(list.path),
    description = list.help, anyOf = { items,
      list_object(items, schema_facts.ref),
      { title = "Not known", type = "null" } } }
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
  return object_of(properties, title)
end

-- Every facility has an id that is known, plainly or in an envelope.
local function need_id(s)
  local facility, not_known = s.definitions.facility,
    schema_facts.ref "not-known"
  if not facility.properties.id then return end
  facility.required = { "id" }
  facility.properties.id["not"] = { anyOf = { not_known,
    { type = "object", required = { "value" },
      properties = { value = not_known } },
    { type = "object", required = { "state" },
      properties = { state = { enum = { "unknown", "conflicting" } } } },
  } }
end

-- ---- the whole ----------------------------------------------------------

local function top(s, trees, name, title)
  local schema = group(s, trees[name], title)
  schema.type = { "object", "null" }
  return schema
end

-- The schema for the vocabulary of `model`.
function schema_dossier.build(model, host)
  local vocabulary, json = model.vocabulary, host.json
  local s = schema_facts.new(json)
  local properties = schema_registers.add(s.definitions, json)
  properties["$schema"] = { title = "Where the schema is", type = "string" }
  properties.format = { title = "Format", const = dossier.FORMAT }
  properties.assessment = top(s, vocabulary.trees, "assessment",
    "The assessment")
  properties.member = top(s, vocabulary.trees, "member", "The Member")
  properties.facilities = list_property(s, vocabulary.facilities)
  properties.facilities.title = "Facilities"
  properties.all_facilities = { title = "What holds for all facilities",
    description = "Facts as a facility holds them, without lists, id and name; a "
      .. "facility's own answer wins.", type = { "object", "null" } }
  s.definitions.facility.title = "A facility"
  need_id(s)
  local schema = object_of(properties, "A COP 11 dossier")
  schema["$schema"] = "http://json-schema.org/draft-07/schema#"
  schema.description = ("Facts about a Member and its facilities, for pack %s "
    .. "(%s).  A fact stands plainly, or as an object with its state, reasons "
    .. "and evidence; null and \"unknown\" say that it is not known."):format(
    model.layers[1].name, model.digest)
  schema.required, schema.definitions = { "format" }, s.definitions
  return schema
end

return schema_dossier
