-- The registers of a dossier (evidence, records, findings) as JSON Schema.  It
-- must say what dossier/registers.lua reads.

local fact_card = require "describe.fact_card"
local patterns = require "schema.patterns"
local registers = require "dossier.registers"

local schema_registers = {}

-- ---- fields -------------------------------------------------------------

-- Each maker gives the schema of a field that must be there, or, when
-- `optional`, of one that null leaves out.

local function kind_of(name, optional)
  return optional and { name, "null" } or name
end

local function text(title, description)
  return function(optional)
    return { title = title, description = description,
      type = kind_of("string", optional), pattern = patterns.TEXT }
  end
end

local function day(title, description)
  return function(optional)
    return { title = title, description = description, format = "date",
      type = kind_of("string", optional), pattern = patterns.DAY }
  end
end

local function flag(title)
  return function(optional)
    return { title = title, type = kind_of("boolean", optional) }
  end
end

local function choice(title, values, titles)
  return function(optional, json)
    local options = {}
    for i, value in ipairs(values) do
      options[i] = { const = value, title = titles and titles[value]
        or fact_card.titled((value:gsub("-", " "))) }
    end
    if optional then
      options[#options + 1] = { const = json.null, title = "Not stated" }
    end
    return { title = title, type = kind_of("string", optional),
      oneOf = options }
  end
end

local function answer(title, description)
  return function()
    return { title = title, description = description, type = { "string",
      "number", "boolean", "array", "null" }, items = { type = "string" } }
  end
end

local function ids(title, description)
  return function(optional)
    return { title = title, description = description,
      type = kind_of("array", optional), items = { type = "string",
        pattern = patterns.TEXT } }
  end
end

-- ---- the shapes ---------------------------------------------------------

local EVIDENCE <const> = { title = "A piece of evidence", needed = { "id",
  "kind" }, fields = {
  id = text("Id", "By what facts refer to it."),
  kind = choice("Kind", registers.EVIDENCE_KINDS),
  title = text "Title",
  ref = text("Reference", "Where to find it: a file, a page, a register."),
  date = day("Date", "When it was made.  Evidence dated after the as-of date "
    .. "supports nothing."),
  collected_by = choice("Collected by", registers.COLLECTORS),
  hash = text("Hash", "A digest of the file, such as \"sha256:...\"."),
  media_type = text("Media type", "Such as application/pdf."),
  valid_until = day("Valid until", "The last day it holds."),
  note = text "Note",
} }

local RECORD <const> = { title = "A record", needed = {
  "authority", "by", "date", "kind", "why" }, fields = {
  id = text("Id", "By what a later record refers to it."),
  date = day("Date", "The day on which it was made."),
  supersedes = text("Supersedes", "The id of the earlier record on the same "
    .. "matter that it takes the place of."),
  kind = choice("Kind", registers.RECORD_KINDS, {
    judgement = "Judgement: answers a prompt of the report",
    override = "Override of an outcome, shown beside it",
    waiver = "Waiver, shown beside the outcome",
    attestation = "Attestation that a fact was verified" }),
  by = text("Who says so"),
  party = choice("Whose statement it is", registers.PARTIES, {
    auditor = "The auditor's: it answers, verifies, overrides or waives",
    member = "The Member's: listed, without force",
    ["third-party"] = "A third party's: listed, without force" }),
  authority = text("By what authority", "The person's role or mandate."),
  why = text "Why",
  from = day("In force from"),
  ["until"] = day("In force until", "The last day on which it holds."),
  prompt = text("Prompt", "For a judgement: the prompt it answers, as the "
    .. "report names it."),
  answer = answer("Answer", "For a judgement: one of the answers that the prompt "
    .. "has; a list where its fact is one."),
  check = text("Check", "For an override or waiver: the id of the check."),
  provision = text("Provision", "For an override or waiver of a whole "
    .. "provision: its id."),
  facility = text("Facility", "The id of the facility it speaks of; every "
    .. "facility where there is none."),
  outcome = choice("Outcome", registers.OUTCOMES),
  fact = text("Fact", "For an attestation: the JSON Pointer of the fact."),
  note = text "Note",
} }

local FINDING <const> = { title = "A finding of this or an earlier assessment",
  needed = { "by", "id", "nature", "party", "provision", "rating" }, fields = {
  id = text("Id", "Used once."),
  provision = text "Provision",
  facility = text("Facility", "The id of the facility where it was made."),
  check = text "Check",
  rating = choice("Rating", registers.FINDING_RATINGS),
  nature = text("What was found"),
  by = text("Who entered it"),
  party = choice("Whose finding it is", registers.PARTIES),
  raised = day "Raised on",
  cause = text "Root cause",
  containment = text("Containment", "What was done at once."),
  action = text("Corrective action", "What removes the cause."),
  owner = text("Owner", "Who carries the action out."),
  auditor_approved = flag "The auditor approved the action",
  due = day "Due",
  verified_by = text("Verified by", "Who saw that the action works."),
  closed_on = day "Closed on",
  repeat_of = text("Repeats finding", "The id of the earlier finding."),
  evidence = ids("Evidence", "Ids of entries under /evidence."),
  note = text "Note",
} }

-- ---- putting them together ----------------------------------------------

local function entry_schema(shape, json)
  local properties, needed = {}, {}
  for _, name in ipairs(shape.needed) do needed[name] = true end
  for name, make in pairs(shape.fields) do
    properties[name] = make(not needed[name], json)
  end
  return { title = shape.title, type = "object", properties = properties,
    required = #shape.needed > 0 and shape.needed or nil,
    patternProperties = { ["^x-"] = {} }, additionalProperties = false }
end

local function register(title, description, name)
  return { title = title, description = description, type = { "array",
    "null" }, items = { ["$ref"] = "#/definitions/" .. name } }
end

-- Adds what the registers need to `definitions`, and returns the schemas of the
-- properties evidence, records and findings.
function schema_registers.add(definitions, json)
  definitions["evidence-entry"] = entry_schema(EVIDENCE, json)
  definitions["record"] = entry_schema(RECORD, json)
  definitions["finding"] = entry_schema(FINDING, json)
  return {
    evidence = register("Evidence", "What the facts rest on; facts refer to "
      .. "these entries by id.", "evidence-entry"),
    records = register("Records", "Judgements, overrides, waivers and "
      .. "attestations; the auditor's own alone have force.", "record"),
    findings = register("Findings", "Findings on file, with their corrective "
      .. "action.", "finding"),
  }
end

return schema_registers
