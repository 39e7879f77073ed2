-- The JSON Schema (draft-07) of cop11.batch/1, the roll-up that `cop11 batch` writes.

local fields = require "schema.fields"
local outcomes = require "base.outcomes"

local schema_batch = {}

local object <const>, list <const>, ref <const>, text <const>, one_of <const>,
  whole <const>, flag <const> = fields.object, fields.list, fields.ref,
  fields.text, fields.one_of, fields.whole, fields.flag

-- ---- ratings --------------------------------------------------------------

local RATINGS <const> = table.move(outcomes.SCALE, 1, #outcomes.SCALE, 1, {})
RATINGS[#RATINGS + 1] = outcomes.NOT_DETERMINED

local function tally(description)
  local counts = {}
  for _, name in ipairs(RATINGS) do counts[name] = whole "How many dossiers." end
  return object(description, counts, table.concat(RATINGS, " "))
end

-- A rating of a report, with what `more` there is.
local function rated(description, more, needed)
  local all = {
    rating = one_of("By the rules.", RATINGS),
    range = list(one_of("One rating.", RATINGS), "Each that is still possible, where "
      .. "there are several."),
    basis = one_of("The weakest support of what decided it.",
      { "stated", "evidenced", "auditor-verified" }),
    with_records = one_of("By the auditor, where records change it.", RATINGS),
  }
  for name, schema in pairs(more) do all[name] = schema end
  return object(description, all, needed .. " rating")
end

-- ---- what stands in it ------------------------------------------------------

local function provision()
  return object("A provision over all dossiers.", {
    id = text "Its id.", title = text "Its title.",
    ratings = ref("tally", "By the rules."),
    with_records = ref("tally", "By the auditor."),
  }, "id ratings with_records")
end

local function check()
  return object("A check over all dossiers.", {
    id = text "Its id.", title = text "Its title.", provision = text "Its provision.",
    remedy = text "What puts a shortfall right.",
    strength = text "How the guidance words its points.",
    major = whole "Places with a major non-conformance.",
    minor = whole "Places with a minor non-conformance.",
    observation = whole "Places with an observation.",
    places = whole "Places at which it falls short.",
    dossiers = whole "Dossiers in which it does.",
    open = whole "Places at which it is not known.",
  }, "id major minor observation places dossiers open")
end

local function finding()
  return object("A check that falls short at a place.", {
    check = text "Its id.", facility = text "Where; missing at the Member.",
    outcome = text "By the rules.", with_records = text "By the auditor.",
  }, "check outcome")
end

local function member()
  return object("Whom the dossier is of.", {
    id = fields.any_of("Its id; null where the dossier names none.", "string", "null"),
    name = text "Its name.",
    facilities_assessed = whole "How many facilities were assessed.",
    facilities_listed = whole "How many the dossier names.",
    facilities_complete = flag "Whether these are all.",
  }, "id")
end

local function place(key, description)
  return { [key] = text(description) }
end

local function site()
  local all = place("id", "Its id.")
  all.name, all.assessed = text "Its name.", flag "Whether it was assessed."
  return rated("A facility.", all, "id")
end

local function failure()
  return object("Why there is no report.", {
    message = text "What is wrong.", where = fields.pointer "Where.",
    line = whole "The line in the dossier's text.", column = whole "The column.",
  }, "message")
end

-- One that could be assessed has `report`, one that could not has `error`.
local function dossier()
  local one = rated("A dossier and what became of it.", {
    file = text "Its name; of one in a file of many, with its line.",
    error = failure(), report = text "The file of its report, below the roll-up's folder.",
    report_size = whole "Its bytes.", sha256 = fields.digest "Of the dossier's bytes.",
    as_of = fields.day "The day it was judged by.",
    kind = text "The kind of the assessment.", member = member(),
    provisions = list(rated("A provision.", place("provision", "Its id."), "provision"),
      "The Member's rating of each."),
    sites = list(site(), "The facilities."),
    findings = list(finding(), "What falls short, by the rules or by the auditor."),
    open = list(text "The id of a check.", "What is not known: a check once for each "
      .. "place."),
  }, "")
  one.required = { "file" }
  return one
end

-- ---- the whole --------------------------------------------------------------

function schema_batch.build()
  local schema = object("What many dossiers come to: indicative ratings, never "
    .. "certificates.", {
    format = { type = "string", const = "cop11.batch/1" },
    notice = text "What a rating here is not.",
    engine = object("The library.", { name = text "Its name.",
      version = text "Its version." }, "name version"),
    pack = object("The rules, as in a report.", { name = text "Their name.",
      digest = fields.digest "Over the digests of all layers." }, "name digest"),
    count = whole "How many dossiers there were.",
    bad = whole "How many of them could not be assessed.",
    ratings = ref("tally", "By the rules."), with_records = ref("tally", "By the auditor."),
    provisions = list(provision(), "By their order in the rules."),
    checks = list(check(), "By their order in the rules."),
    dossiers = list(dossier(), "Each of them, by name."),
  }, "format count bad ratings with_records provisions checks dossiers")
  schema["$schema"] = "http://json-schema.org/draft-07/schema#"
  schema.title = "Batch"
  schema.definitions = { tally = tally "How many dossiers have which rating." }
  return schema
end

return schema_batch
