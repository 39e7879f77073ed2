-- The registers of a dossier (evidence, records, findings) as JSON Schema
-- (draft-07), made from register_fields.lua.

local patterns = require "schema.patterns"
local register_fields = require "schema.register_fields"
local schema_envelope = require "schema.envelope"
local schema_objects = require "schema.objects"

local schema_registers = {}

local ref <const> = schema_envelope.ref

-- What a field holds, by its kind.
local makers = {}

function makers.text() return { type = "string", pattern = patterns.TEXT } end

makers.prose = makers.text

function makers.day(field)
  return { allOf = { ref(field.needed and "day" or "optional-day") } }
end

function makers.flag() return { type = "boolean" } end

function makers.choice(field)
  local words = {}
  for i, option in ipairs(field.options) do words[i] = option.const end
  return { type = "string", enum = words }
end

function makers.ids() return { type = "array", items = ref "text" } end

function makers.answer()
  return { anyOf = { { type = "null" }, { type = "string" },
    { type = "boolean" }, { type = "number" },
    { type = "array", items = { type = "string" } } } }
end

-- A field that need not be there may be null, too.
local function field_schema(field)
  local schema = makers[field.kind](field)
  if not field.needed then
    if schema.enum then
      schema = { anyOf = { { type = "null" }, schema } }
    elseif schema.type then
      schema.type = { schema.type, "null" }
    end
  end
  schema.title, schema.description = field.title, field.description
  return schema
end

local function entry_schema(shape)
  local properties, needed = {}, {}
  for _, field in ipairs(shape.fields) do
    properties[field.name] = field_schema(field)
    if field.needed then needed[#needed + 1] = field.name end
  end
  table.sort(needed)
  local schema = schema_objects.of(properties, shape.item)
  schema.required = #needed > 0 and needed or nil
  return schema
end

local ENTRIES <const> = { evidence = "evidence-entry", records = "record",
  findings = "finding" }

-- Adds what the registers need to `definitions`, and returns the schemas of the
-- properties that hold them.
function schema_registers.add(definitions)
  local properties = {}
  for _, name in ipairs(register_fields.NAMES) do
    local shape, entry = register_fields[name], ENTRIES[name]
    definitions[entry] = entry_schema(shape)
    properties[name] = { title = shape.title, description = shape.help,
      type = { "array", "null" }, items = ref(entry) }
  end
  return properties
end

return schema_registers
