-- Objects of a dossier as JSON Schema: beside their own names they may hold a
-- host's, which begin with "x-".  Tools that make types of a schema keep what
-- additionalProperties lets in, and know no patternProperties.

local sorted_keys = require "base.sorted_keys"

local schema_objects = {}

-- The schema of a key that is one of `names` or a host's own.
function schema_objects.keys(names)
  -- Some read a dollar sign as the end wherever it stands.
  local either = table.concat(names, "|"):gsub("%$", "\\x24")
  return { type = "string", pattern = "^(x-.*|" .. either .. ")$" }
end

-- An object that may hold `properties`.
function schema_objects.of(properties, title)
  return { title = title, type = "object", properties = properties,
    propertyNames = schema_objects.keys(sorted_keys(properties)), additionalProperties = true }
end

return schema_objects
