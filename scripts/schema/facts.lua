-- The shapes a fact may have in a dossier, as JSON Schema (draft-07): a plain
-- value, one of the words for "not known", or an envelope.  They must say what
-- dossier/values.lua and dossier/envelope.lua read.

local envelope = require "dossier.envelope"
local fact_card = require "describe.fact_card"
local patterns = require "schema.patterns"
local registers = require "dossier.registers"
local values = require "dossier.values"

local schema_facts = {}

local function ref(name)
  return { ["$ref"] = "#/definitions/" .. name }
end
schema_facts.ref = ref

-- ---- plain values -------------------------------------------------------

local function options_of(entry)
  local options = {}
  for i, one in ipairs(fact_card.values(entry)) do
    options[i] = { const = one.value, title = one.title }
  end
  return options
end

local plain = {}

plain["yes/no"] = function(entry)
  return { title = "Yes or no", type = "boolean", oneOf = options_of(entry) }
end

function plain.choice(entry)
  return { title = "One value", type = "string", oneOf = options_of(entry) }
end

function plain.choices(entry)
  local set = { title = "All values that hold", type = "array",
    uniqueItems = true, items = { type = "string", oneOf = options_of(entry) } }
  if not entry.may_be_none then return set end
  return { anyOf = { set, { title = "None of these", const = "none" } } }
end

local GREATEST <const> = values.GREATEST
schema_facts.GREATEST = GREATEST

local function numeric(kind, title)
  return function(entry)
    return { title = title, type = kind, minimum = entry.least,
      maximum = entry.most or kind == "integer" and GREATEST or nil }
  end
end

plain.number = numeric("number", "A number")
plain.percent = numeric("number", "Percent")
plain.count = numeric("integer", "A whole number")

function plain.months(entry)
  local months = numeric("integer", "Months")(entry)
  if not entry.may_be_none then return months end
  return { anyOf = { months,
    { title = "No limit is stated", const = "none-stated" } } }
end

-- A day, or only the month or year; `never` adds that it did not happen.
local function date_options(never)
  return { anyOf = {
    { title = "A day", type = "string", format = "date",
      pattern = patterns.DAY },
    { title = "Only the month or the year", type = "string",
      pattern = patterns.MONTH_OR_YEAR },
    never and { title = "Never", const = "never" } or nil,
  } }
end

function plain.date(entry)
  return date_options(entry.may_be_never)
end

function plain.country()
  return { title = "A country, by its ISO 3166 code", type = "string",
    pattern = patterns.COUNTRY }
end

function plain.text()
  return { title = "A text", type = "string", pattern = patterns.TEXT }
end

-- ---- names --------------------------------------------------------------

local function written_type(entry)
  return entry.is_country and "country" or entry.type
end

-- Facts of one shape share a definition.  Its name is the type where that says
-- it all, else the path of the first fact that has the shape.
local function signature_of(entry)
  local parts = { written_type(entry), tostring(entry.least), tostring(entry.most),
    tostring(entry.may_be_none), tostring(entry.may_be_never) }
  if entry.values then
    for _, one in ipairs(fact_card.values(entry)) do
      parts[#parts + 1] = ("%q %q"):format(one.value, one.title)
    end
  end
  return table.concat(parts, "\n")
end

local USUAL <const> = {
  ["yes/no"] = { "yes-no" }, date = { "date" }, text = { "text" },
  country = { "country" }, count = { "count", 0 }, percent = { "percent", 0, 100 },
  months = { "months", 1 }, number = { "number" },
}

local function new_name(s, entry)
  local usual = USUAL[written_type(entry)]
  if usual and entry.least == usual[2] and entry.most == usual[3]
    and not s.definitions[usual[1]] and not entry.may_be_none
    and not entry.may_be_never then
    return usual[1]
  end
  return (entry.list and entry.list.path .. "." or "") .. entry.path
end

-- The name of the definition of the plain value of `entry`.
local function value_name(s, entry)
  local signature = signature_of(entry)
  local name = s.names[signature]
  if not name then
    name = new_name(s, entry)
    s.names[signature], s.definitions[name] = name, plain[written_type(entry)](entry)
  end
  return name
end

-- ---- envelopes ----------------------------------------------------------

-- Ways of saying a value, other than `value`, by type: each a group of keys.
local function bounds(entry, value)
  local bound = entry.type == "months" and numeric("integer", "Months")(entry)
    or entry.type == "date" and date_options(false) or value
  return { at_least = bound, at_most = bound }
end

local partial = {}

function partial.count(entry, value)
  local keys = bounds(entry, value)
  keys.share = { title = "Of them all", type = "string",
    enum = { "all", "some", "none" } }
  keys.percent = { title = "Percent of them all", type = "number",
    minimum = 0, maximum = 100 }
  return keys, { { "at_least", "at_most" }, { "share" }, { "percent" } }
end

local function only_bounds(entry, value)
  return bounds(entry, value), { { "at_least", "at_most" } }
end
partial.number, partial.percent = only_bounds, only_bounds
partial.months, partial.date = only_bounds, only_bounds

function partial.choice(_, value)
  return { one_of = { title = "One of these, not known which", type = "array",
    items = value, minItems = 1 } }, { { "one_of" } }
end

function partial.choices(_, value)
  return { includes = value }, { { "includes" } }
end

local function nothing_partial() return {}, {} end

local STATE_TITLES <const> = { known = "Known", unknown = "Not known",
  withheld = "Withheld from the auditor",
  not_applicable = "Said not to apply", conflicting = "Contradictory" }

local function states_of(entry)
  local options = {}
  for _, state in ipairs(envelope.STATES) do
    if state ~= "not_applicable" or entry.na_when then
      options[#options + 1] = { const = state, title = STATE_TITLES[state] }
    end
  end
  return { title = "What is known of it", type = "string", oneOf = options }
end

local function with_state(state)
  return { required = { "state" },
    properties = { state = { const = state } } }
end

local function without(...)
  local absent = {}
  for i, key in ipairs { ... } do absent[i] = { required = { key } } end
  return { ["not"] = { anyOf = absent } }
end

-- Exactly one way of saying the value.
local function one_way(ways)
  local options = { { required = { "value" } } }
  for _, keys in ipairs(ways) do
    local any = {}
    for i, key in ipairs(keys) do any[i] = { required = { key } } end
    options[#options + 1] = #any == 1 and any[1] or { anyOf = any }
  end
  return #options == 1 and options[1] or { oneOf = options }
end

-- What is not known has no value, and may need a reason.
local function no_value(ways, reason)
  local keys = {}
  for _, way in ipairs(ways) do table.move(way, 1, #way, #keys + 1, keys) end
  local rule = #keys > 0 and without(table.unpack(keys)) or {}
  rule.properties = { value = ref "not-known" }
  if reason then
    rule.properties[reason], rule.required = ref "needed-text", { reason }
  end
  return rule
end

local function rules_of(entry, ways)
  local rules = {
    { ["if"] = { anyOf = { with_state "known",
        without("state", "withheld_reason", "auditor") } },
      ["then"] = one_way(ways) },
    { ["if"] = with_state "unknown", ["then"] = no_value(ways) },
    { ["if"] = { anyOf = { with_state "withheld",
        { required = { "withheld_reason" }, ["not"] = { required =
          { "state" } } } } },
      ["then"] = no_value(ways, "withheld_reason") },
  }
  if entry.na_when then
    rules[#rules + 1] = { ["if"] = with_state "not_applicable",
      ["then"] = no_value(ways, "na_reason") }
  end
  return rules
end

local function legs_of(value)
  local says = { anyOf = { value, ref "not-known" } }
  return { title = "Evidence", type = "array", items = { anyOf = {
    { title = "The id of an entry under /evidence", type = "string",
      pattern = patterns.TEXT },
    { title = "What that entry says", type = "object", required = { "id" },
      properties = { id = ref "needed-text", says = says,
        supports = { title = "Speaks", type = "string", oneOf = {
          { const = "for", title = "For the value" },
          { const = "against", title = "Against it" } } } },
      patternProperties = { ["^x-"] = {} }, additionalProperties = false },
  } } }
end

local SET_BY <const> = { { "member", "The Member's own procedure" },
  { "law", "A law" }, { "contract", "A contract" }, { "other", "Another" } }

local function set_by()
  local options = {}
  for i, one in ipairs(SET_BY) do
    options[i] = { const = one[1], title = one[2] }
  end
  return { title = "Who set it", type = "string", oneOf = options }
end

local function envelope_of(entry, name)
  local value = ref(name)
  local keys, ways = (partial[entry.type] or nothing_partial)(entry, value)
  keys.value = { anyOf = { value, ref "not-known" } }
  keys.state, keys.evidence = states_of(entry), legs_of(value)
  keys.as_of, keys.auditor = ref "optional-date", ref "auditor-finding"
  keys.set_by = set_by()
  for _, key in ipairs { "note", "why", "stated_by", "withheld_reason",
    entry.na_when and "na_reason", entry.na_when and "na_verified_by" } do
    keys[key] = ref "optional-text"
  end
  return { title = "With its state, reasons and evidence", type = "object",
    properties = keys, patternProperties = { ["^x-"] = {} },
    additionalProperties = false, allOf = rules_of(entry, ways) }
end

local function envelope_name(s, entry, name)
  local suffix = entry.na_when and "-envelope-or-not-applicable"
    or "-envelope"
  if not s.definitions[name .. suffix] then
    s.definitions[name .. suffix] = envelope_of(entry, name)
  end
  return name .. suffix
end

-- ---- a fact -------------------------------------------------------------

local function optional_date()
  local options = date_options(false)
  table.insert(options.anyOf, { title = "Not stated", type = "null" })
  return options
end

-- What every schema of facts refers to.
local function shared(json)
  return {
    ["not-known"] = { title = "Not known",
      enum = { json.null, "unknown", "not_assessed" } },
    ["needed-text"] = plain.text(),
    ["optional-text"] = { title = "A text", type = { "string", "null" },
      pattern = patterns.TEXT },
    ["optional-date"] = optional_date(),
    ["auditor-finding"] = { title = "What the auditor found", type = { "object", "null" },
      description = "A value or bounds as beside it, evidence, and who found it, on "
        .. "what day. It decides; the Member's answer stays beside it.",
      required = { "by", "date" }, properties = { by = plain.text(),
        date = { title = "On what day", type = "string", format = "date",
          pattern = patterns.DAY } } },
  }
end

-- A set of definitions under way.
function schema_facts.new(json)
  return { definitions = shared(json), names = {}, json = json }
end

local function description_of(entry)
  local parts = { entry.label and entry.ask or nil }
  parts[#parts + 1] = entry.help
  if entry.unit then
    parts[#parts + 1] = ("Counted in %s."):format(entry.unit)
  end
  if type(entry.evidence) == "table" and #entry.evidence > 0 then
    parts[#parts + 1] = ("Typical evidence: %s."):format(
      table.concat(entry.evidence, ", "))
  end
  if #entry.shown_by < #registers.EVIDENCE_KINDS then
    parts[#parts + 1] = ("Shown by evidence of the kind %s alone."):format(
      table.concat(entry.shown_by, " or "))
  end
  return #parts > 0 and table.concat(parts, "  ") or nil
end

-- The schema of the property that holds `entry`.
function schema_facts.property(s, entry)
  local name = value_name(s, entry)
  return { title = entry.label or entry.ask or entry.path,
    description = description_of(entry),
    anyOf = { ref(name), ref "not-known",
      ref(envelope_name(s, entry, name)) } }
end

return schema_facts
