-- The shapes a fact may have in a dossier, as JSON Schema (draft-07): not known,
-- a plain value, or an envelope.

local schema_envelope = require "schema.envelope"
local schema_values = require "schema.values"

local schema_facts = {}

local ref <const> = schema_envelope.ref

-- A set of definitions under way.
function schema_facts.new()
  return { definitions = schema_envelope.shared(), names = {} }
end

local function description_of(entry)
  local parts = { entry.label and entry.ask or nil }
  parts[#parts + 1] = entry.help
  if entry.unit then
    parts[#parts + 1] = ("Counted in %s."):format(entry.unit)
  end
  return #parts > 0 and table.concat(parts, "  ") or nil
end

-- The name of the definition of a fact, plain or not, whose plain value is the
-- definition `value`.
local function fact_name(s, entry, value)
  local name = value .. (entry.na_when and "-fact-or-na" or "-fact")
  local envelope = value .. "-envelope"
  s.definitions[envelope] = s.definitions[envelope]
    or schema_envelope.of(s, entry, value)
  s.definitions[name] = s.definitions[name] or { anyOf = { ref "not-known",
    ref(value), ref(envelope) },
    ["not"] = not entry.na_when and ref "not-applicable" or nil }
  return name
end

-- The schema of the property that holds `entry`.
function schema_facts.property(s, entry)
  return { title = entry.label or entry.ask or entry.path,
    description = description_of(entry),
    allOf = { ref(fact_name(s, entry, schema_values.name(s, entry))) } }
end

return schema_facts
