-- A fact written with its state, reasons and evidence, as JSON Schema (draft-07).
-- It must say what dossier/envelope.lua reads.  What all such facts share is one
-- definition; that of each shape adds what its values look like.

local auditors = require "dossier.auditors"
local envelope = require "dossier.envelope"
local patterns = require "schema.patterns"
local schema_objects = require "schema.objects"
local schema_values = require "schema.values"

local schema_envelope = {}

local function ref(name)
  return { ["$ref"] = "#/definitions/" .. name }
end
schema_envelope.ref = ref

-- Not known is the first choice everywhere.
local function or_not_known(schema)
  return { anyOf = { ref "not-known", schema } }
end

-- ---- what all share -----------------------------------------------------

-- A list of its own: what is written as JSON is marked as an array.
local function copied(list) return table.move(list, 1, #list, 1, {}) end

local function in_state(state)
  return { type = "object", required = { "state" },
    properties = { state = { const = state } } }
end

local function has(key)
  return { required = { key }, properties = { [key] = true } }
end

-- The value is known where the state says so, or says nothing, no reason for
-- withholding it is given, and no auditor found anything.
local function known()
  return { anyOf = { in_state "known", { properties = { state = false,
    withheld_reason = false, auditor = { type = "null" } } } } }
end

-- Ways of saying a value, of which a known fact has one; an object without
-- anything in it says nothing, and is not known.
local WAYS <const> = { { "value" }, { "at_least", "at_most" }, { "share" },
  { "percent" }, { "one_of" }, { "includes" } }

local function one_way()
  local ways = {}
  for i, keys in ipairs(WAYS) do
    ways[i] = #keys == 1 and has(keys[1])
      or { anyOf = { has(keys[1]), has(keys[2]) } }
  end
  return { anyOf = { { maxProperties = 0 }, { oneOf = ways } } }
end

-- Where it is not known no way of saying the value is used; who says two things
-- says that they conflict.  Beside what the auditor found the Member may have
-- answered or not.
local function no_value()
  local absent = { value = ref "not-known" }
  for i = 2, #WAYS do
    for _, key in ipairs(WAYS[i]) do absent[key] = false end
  end
  return { properties = absent }
end

local function nothing_said()
  return { anyOf = { in_state "conflicting", no_value(),
    { required = { "auditor" }, properties = { state = false,
      withheld_reason = false, auditor = { type = "object" } } } } }
end

local function needs_reason(state, reason)
  return { required = { reason }, properties = { [reason] = ref "text" },
    title = "Why it is " .. state }
end

local function rules()
  return {
    { ["if"] = known(), ["then"] = one_way(), ["else"] = nothing_said() },
    { ["if"] = { anyOf = { in_state "withheld", { properties = {
        state = false } , required = { "withheld_reason" } } } },
      ["then"] = needs_reason("withheld", "withheld_reason") },
    { ["if"] = in_state "not_applicable",
      ["then"] = needs_reason("not applicable", "na_reason") },
  }
end

local function any_envelope()
  local properties = { as_of = ref "optional-date",
    state = { title = "State", type = "string",
      enum = copied(envelope.STATES) },
    set_by = { title = "Set by", type = "string",
      enum = copied(envelope.SET_BY) } }
  for _, key in ipairs { "note", "why", "stated_by", "withheld_reason",
    "na_reason", "na_verified_by" } do
    properties[key] = ref "optional-text"
  end
  return { title = "Fact with state and evidence", type = "object",
    properties = properties, allOf = rules() }
end

-- What an auditor's finding of any fact holds; that of each shape adds its values.
local function auditor_finding()
  return { title = "Auditor's finding", description = "A value or bounds as beside "
      .. "it, evidence, and who found it, on what day.  It decides; the Member's "
      .. "answer stays beside it.",
    type = "object", required = { "by", "date" },
    properties = { by = ref "text",
      date = ref "day",
      state = { title = "State", type = "string",
        enum = { "known", "unknown" } },
      note = ref "optional-text", why = ref "optional-text" },
    allOf = { { ["if"] = in_state "unknown", ["then"] = no_value(),
      ["else"] = one_way() } } }
end

local function leg()
  return { title = "Said by evidence", type = "object",
    required = { "id" }, properties = { id = ref "text",
      supports = { title = "Supports", type = "string", enum = { "for", "against" } } },
    propertyNames = schema_objects.keys { "id", "says", "supports" },
    additionalProperties = true }
end

-- What every schema of facts refers to.
function schema_envelope.shared()
  return {
    ["not-known"] = { title = "Not known", anyOf = { { type = "null" },
      { type = "string", enum = { "unknown", "not_assessed" } } } },
    ["optional-text"] = { title = "Text", type = { "string", "null" },
      pattern = patterns.TEXT },
    day = { title = "Day", type = "string", pattern = patterns.DAY },
    ["optional-day"] = { title = "Day", type = { "string", "null" },
      pattern = patterns.DAY },
    ["optional-date"] = { title = "Day, month or year",
      type = { "string", "null" }, pattern = patterns.DATE },
    ["not-applicable"] = in_state "not_applicable",
    envelope = any_envelope(), leg = leg(),
    found = auditor_finding(),
  }
end

-- ---- ways of saying a value in part -------------------------------------

local function bounds(s, value, entry)
  local bound = (entry.type == "months" or entry.type == "date")
    and ref(schema_values.name(s, schema_values.bound(entry))) or value
  return { at_least = bound, at_most = bound }
end

local partial = { number = bounds, percent = bounds, months = bounds,
  date = bounds }

function partial.count(s, value, entry)
  local keys = bounds(s, value, entry)
  keys.share = { title = "Of them all", type = "string",
    enum = { "all", "some", "none" } }
  keys.percent = { title = "Percent of them all", type = "number",
    minimum = 0, maximum = 100 }
  return keys
end

function partial.choice(_, value)
  return { one_of = { title = "One of these", type = "array",
    items = value, minItems = 1 } }
end

function partial.choices(_, value)
  return { includes = value }
end

-- ---- the envelope of one shape ------------------------------------------

local PARTIAL <const> = { at_least = true, at_most = true, share = true,
  percent = true, one_of = true, includes = true }

-- Of the ways of saying a value, a shape has its own (`keys`): the definition that
-- adds to `base` those of `all` names that may stand beside them.
local function base_with(s, keys, base, all)
  local names, class = {}, base
  for _, name in ipairs(all) do
    if keys[name] and PARTIAL[name] then class = class .. "-" .. name:gsub("_", "-") end
    if keys[name] or not PARTIAL[name] then names[#names + 1] = name end
  end
  if class == base then class = base .. "-value" end
  s.definitions[class] = s.definitions[class] or { type = "object",
    allOf = { ref(base) }, propertyNames = schema_objects.keys(names),
    additionalProperties = true }
  return ref(class)
end

-- What a fact and an auditor's finding of it both hold, where its plain value is
-- the definition `name`.
local function said_of(s, entry, name)
  local value = ref(name)
  local keys = partial[entry.type] and partial[entry.type](s, value, entry) or {}
  keys.value = or_not_known(value)
  keys.evidence = { type = "array", items = { anyOf = { ref "text",
    { type = "object", allOf = { ref "leg" },
      properties = { says = or_not_known(value) } } } } }
  return keys
end


-- The schema of an envelope whose plain value is the definition `name`.
function schema_envelope.of(s, entry, name)
  local keys, said = said_of(s, entry, name), name .. "-said"
  s.definitions[said] = { type = "object", properties = keys }
  local found = { allOf = {
    base_with(s, keys, "found", auditors.KEYS), ref(said) } }
  return { type = "object",
    allOf = { base_with(s, keys, "envelope", envelope.KEYS), ref(said) },
    properties = { auditor = { anyOf = { { type = "null" }, found } } } }
end

return schema_envelope
