-- Small makers of JSON Schema for documents that we write: each field has a
-- type and says what it means.

local patterns = require "schema.patterns"

local schema_fields = {}

-- An object with these fields; `needed` names, in one text, those that are
-- always there.  Others may be added in time.
function schema_fields.object(description, properties, needed)
  local required = {}
  for name in needed:gmatch "%S+" do required[#required + 1] = name end
  table.sort(required)
  return { type = "object", description = description, properties = properties,
    required = #required > 0 and required or nil, additionalProperties = true }
end

function schema_fields.list(items, description)
  return { type = "array", items = items, description = description }
end

-- A definition of the same schema, with a description of its own where one is
-- given.
function schema_fields.ref(name, description)
  local reference = { ["$ref"] = "#/definitions/" .. name }
  if not description then return reference end
  return { description = description, allOf = { reference } }
end

function schema_fields.text(description)
  return { type = "string", description = description }
end

function schema_fields.one_of(description, values)
  return { type = "string", enum = values, description = description }
end

-- An object with a key for each entry.
function schema_fields.map(description, entry)
  return { type = "object", additionalProperties = entry,
    description = description }
end

-- One of several types.  Strict tools refuse a list of types.
function schema_fields.any_of(description, ...)
  local types = {}
  for i, name in ipairs { ... } do types[i] = { type = name } end
  return { anyOf = types, description = description }
end

function schema_fields.whole(description)
  return { type = "integer", minimum = 0, description = description }
end

function schema_fields.flag(description)
  return { type = "boolean", description = description }
end

function schema_fields.day(description)
  return { type = "string", pattern = patterns.DAY,
    description = description }
end

function schema_fields.digest(description)
  return { type = "string", pattern = patterns.DIGEST,
    description = "SHA-256 in hexadecimal.  " .. description }
end

-- A JSON Pointer into the dossier; "" is the whole of it.
function schema_fields.pointer(description)
  return { type = "string", pattern = "^(/.*)?$",
    description = description .. "  A JSON Pointer into the dossier." }
end

return schema_fields
