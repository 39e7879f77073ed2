-- The fields of a dossier's registers (evidence, records, findings) as data, in
-- the order in which a person fills them in.  Schemas and forms are made from
-- it; it must say what dossier/registers.lua reads.

local evidence_kinds = require "base.evidence_kinds"
local fact_card = require "describe.fact_card"
local registers = require "dossier.registers"

local register_fields = {}

local function of_kind(kind)
  return function(name, title, description)
    return { name = name, kind = kind, title = title, description = description }
  end
end

local text, prose, day, flag, answer, ids = of_kind "text", of_kind "prose",
  of_kind "day", of_kind "flag", of_kind "answer", of_kind "ids"

local function choice(name, title, values, titles)
  local options = {}
  for i, value in ipairs(values) do
    options[i] = { const = value, title = titles and titles[value]
      or fact_card.titled((value:gsub("-", " "))) }
  end
  return { name = name, kind = "choice", title = title, options = options }
end

local function register(title, help, item, needed, fields)
  local set = {}
  for name in needed:gmatch "%S+" do set[name] = true end
  for _, field in ipairs(fields) do field.needed = set[field.name] end
  return { title = title, help = help, item = item, fields = fields }
end

register_fields.evidence = register("Evidence", "What the facts rest on; facts "
  .. "refer to these entries by id.", "Piece of evidence", "id kind", {
  text("id", "Id", "By what facts refer to it."),
  choice("kind", "Kind", evidence_kinds),
  text("title", "Title"),
  text("ref", "Reference", "Where to find it: a file, a page, a register."),
  day("date", "Date", "When it was made.  Evidence dated after the as-of date "
    .. "supports nothing."),
  choice("collected_by", "Collected by", registers.COLLECTORS),
  text("hash", "Hash", "A digest of the file, such as \"sha256:...\"."),
  text("media_type", "Media type", "Such as application/pdf."),
  day("valid_until", "Valid until", "The last day it holds."),
  flag("draft", "Draft", "Whether it is a draft that is not in force.  A draft shows "
    .. "nothing."),
  prose("note", "Note"),
})

register_fields.records = register("Records", "Judgements, overrides, waivers "
  .. "and attestations; the auditor's own alone have force.", "Record",
  "authority by date kind why", {
  text("id", "Id", "By what a later record refers to it."),
  day("date", "Date", "The day on which it was made."),
  text("supersedes", "Supersedes", "The id of the earlier record on the same "
    .. "matter that it takes the place of."),
  choice("kind", "Kind", registers.RECORD_KINDS, {
    judgement = "Judgement: answers a prompt of the report",
    override = "Override of an outcome, shown beside it",
    waiver = "Waiver, shown beside the outcome",
    attestation = "Attestation that a fact was verified" }),
  text("by", "Who says so"),
  choice("party", "Whose statement it is", registers.PARTIES, {
    auditor = "The auditor's: it answers, verifies, overrides or waives",
    member = "The Member's: listed, without force",
    ["third-party"] = "A third party's: listed, without force" }),
  text("authority", "By what authority", "The person's role or mandate."),
  prose("why", "Why"),
  day("from", "In force from"),
  day("until", "In force until", "The last day on which it holds."),
  text("prompt", "Prompt", "For a judgement: the prompt it answers, as the "
    .. "report names it."),
  answer("answer", "Answer", "For a judgement: one of the answers that the "
    .. "prompt has; a list where its fact is one."),
  text("check", "Check", "For an override or waiver: the id of the check."),
  text("provision", "Provision", "For an override or waiver of a whole "
    .. "provision: its id."),
  text("facility", "Facility", "The id of the facility it speaks of; every "
    .. "facility where there is none."),
  choice("outcome", "Outcome", registers.OUTCOMES),
  text("fact", "Fact", "For an attestation: the JSON Pointer of the fact, "
    .. "or its key in a report."),
  text("ref", "Reference", "Where it is worked out: a working paper, a page."),
  prose("note", "Note"),
})

register_fields.findings = register("Findings", "Findings on file, of this or "
  .. "an earlier assessment, with their corrective action.", "Finding",
  "by id nature party provision rating", {
  text("id", "Id", "Used once."),
  text("provision", "Provision"),
  text("facility", "Facility", "The id of the facility where it was made."),
  text("check", "Check"),
  choice("rating", "Rating", registers.FINDING_RATINGS),
  prose("nature", "What was found"),
  text("by", "Who entered it"),
  choice("party", "Whose finding it is", registers.PARTIES),
  day("raised", "Raised on"),
  prose("cause", "Root cause"),
  prose("containment", "Containment", "What was done at once."),
  prose("action", "Corrective action", "What removes the cause."),
  text("owner", "Owner", "Who carries the action out."),
  flag("auditor_approved", "The auditor approved the action"),
  day("due", "Due"),
  text("verified_by", "Verified by", "Who saw that the action works."),
  day("closed_on", "Closed on"),
  text("repeat_of", "Repeats finding", "The id of the earlier finding."),
  ids("evidence", "Evidence", "Ids of entries under /evidence."),
  text("ref", "Reference", "Where it is worked out: a working paper, a page."),
  prose("note", "Note"),
})

register_fields.NAMES = { "evidence", "records", "findings" }

return register_fields
