-- The JSON Schema (draft-07) of cop11.report/1: every field that report.lua
-- writes, with what it means and what it promises.  Fields may be added, so
-- none is forbidden; readers ignore those they do not know.

local fields = require "schema.fields"
local outcomes = require "base.outcomes"
local report = require "report"
local results = require "schema.results"
local said_once = require "schema.said_once"

local schema_report = {}

local object <const>, list <const>, ref <const>, text <const>, one_of <const>,
  whole <const>, flag <const> = fields.object, fields.list, fields.ref,
  fields.text, fields.one_of, fields.whole, fields.flag

-- ---- ratings ------------------------------------------------------------

local RANGE <const> = outcomes.SCALE
local RATINGS <const> = table.move(RANGE, 1, #RANGE, 1, {})
RATINGS[#RATINGS + 1] = outcomes.NOT_DETERMINED

local function range()
  local schema = list(one_of("One rating.", RANGE), "Every rating that what is "
    .. "not known still allows, best first.  Sound: it holds each rating that "
    .. "some answer to the open questions leads to (guarantee 3).")
  schema.minItems, schema.uniqueItems = 1, true
  return schema
end

local function completeness()
  local function count(what)
    return whole("Checks " .. what .. ", counted once a facility.")
  end
  return object("What the rating rests on, in whole numbers of checks, those that "
    .. "are 0 left out; never a percentage.", {
    settled = count "with a definite outcome",
    unknown = count "left open by facts that are not known",
    withheld = count "left open by facts that are withheld",
    conflicting = count "left open by facts that contradict each other",
    error = count "that are broken and were not run",
    not_applicable = count "that do not apply here",
  }, "settled")
end

local function rating_fields(more)
  local all = {
    rating = one_of("The one rating that is possible; not-determined where there "
      .. "are more, and then `range` lists them.", RATINGS),
    range = range(),
  }
  for name, schema in pairs(more or {}) do all[name] = schema end
  return all
end

local RATING <const> = "rating"

-- A rating with what it rests on.
local function roll_up(description, more, needed)
  local all = rating_fields {
    completeness = completeness(),
    basis = ref("basis", "The weakest support of what decided it; only where "
      .. "the rating is determined.  Where each of several results would have "
      .. "sufficed, the best supported decided."),
    support = object("How many settled checks rest on what; see basis.", {
      stated = whole "On what the dossier states, without evidence.",
      evidenced = whole "On evidence that the dossier gives.",
      auditor_verified = whole "On what the auditor collected or confirmed.",
    }, ""),
    lowered_by = list(text "The id of a check.", "The checks that cannot be "
      .. "favourable, whatever is not known; only where the rating is not "
      .. "determined and there are such."),
  }
  for name, schema in pairs(more) do all[name] = schema end
  return object(description, all, RATING .. " completeness support " .. needed)
end

local function house_rating()
  return object("The rating with what layers add and change; only where rules "
    .. "are laid over the baseline.", rating_fields(), RATING)
end

local function with_records()
  return object("The auditor's column: the rating with the auditor's overrides, "
    .. "waivers and records on provisions, which never change `rating`; missing where "
    .. "none speaks, and the column is the same.",
    rating_fields { records = list({ type = "string" }, "The ids of the records "
      .. "that speak in it, or their pointers.") }, RATING .. " records")
end

local function findings_on(what)
  return list(text "An id.", "The ids of the entered findings on " .. what .. ".")
end

local function beside()
  return {
    with_records = with_records(),
    house_rating = house_rating(),
  }
end

local function provision()
  return roll_up("A provision: the worst of its checks; not-applicable is "
    .. "neutral.", {
    provision = text "Its id.",
    title = text "Its title; said over all facilities alone, as are the next two.",
    with = text "What it is to be read together with.",
    reads = list(text "A path.", "The facts and lists by which it applies."),
    house_rating = house_rating(), with_records = with_records(),
    findings = findings_on "the provision",
  }, "provision")
end

local function facility()
  local more = beside()
  more.id = text "The facility's id in the dossier."
  more.name = text "Its name, where known."
  more.kind = list(text "A kind.", "What it is, where known.")
  more.country = text "Its country, where known."
  more.pointer = fields.pointer "Where the dossier describes it."
  more.by_statement = flag("That nothing but the dossier's word stands for it: "
    .. "no evidence is named.")
  more.assessed = flag("Whether in each provision that may apply at least one "
    .. "check is settled.  What is open contributes its full range.")
  more.not_assessed_why = text("Why it was not assessed, where that is so and the "
    .. "dossier says it.")
  more.provisions = list(ref "provision", "The facility's provisions.")
  return roll_up("A facility.", more,
    "id pointer assessed provisions")
end

local function member()
  local more = beside()
  more.id = text "The Member's id, where known."
  more.name = text "The Member's name, where known."
  more.rating_of_assessed = roll_up("The rating over the assessed facilities "
    .. "alone; missing where none is.", {}, "")
  more.determined_by = object("The one answer that would determine the rating, "
    .. "whatever it is; missing where it is determined, more than one is needed, or "
    .. "looking for it would take too many steps.", {
      ask = text "The question.", pointer = fields.pointer "Where it is answered.",
      answers = list(object("An answer.", { answer = text "The answer.",
        rating = text "The rating it would give, in words." }, "answer rating"),
        "Each answer there is."),
    }, "ask pointer answers")
  more.text = text("The rating in words; one that is not determined names its best "
    .. "and its worst.")
  more.facilities_assessed = whole "Facilities that were assessed."
  more.facilities_listed = whole "Facilities the dossier names."
  more.facilities_complete = flag("Whether the dossier says that these are all "
    .. "there are.")
  more.assessed_text = text "The same in words."
  return roll_up("The Member: the worst of every facility in scope.", more,
    "facilities_assessed facilities_listed "
    .. "facilities_complete assessed_text text")
end

-- An answer, and beside it every answer that is possible.
local function answer_fields(more)
  local possible = {}
  for i, name in ipairs(RANGE) do possible[i] = outcomes.of[name].answer end
  local any = table.move(possible, 1, #possible, 1, {})
  any[#any + 1] = outcomes.NOT_KNOWN
  more.answer = one_of("At a facility, yes: all of its checks conform; in-part: one "
    .. "is a minor non-conformance at worst; no: one is a major one.  Over all "
    .. "facilities in-part where it is so at one alone, or yes at one and no at "
    .. "another; not-applicable: no check applies; not-known: more than one answer is "
    .. "possible.", any)
  more.range = list(one_of("One answer.", possible), "Every answer that what is "
    .. "not known still allows, best first; only where there is more than one.")
  more.range.minItems, more.range.uniqueItems = 2, true
  more.basis = ref("basis", "The weakest support of what decided it; only where "
    .. "the answer is known.")
  return more
end

local function question()
  return object("A question of the guidance's own, answered from the checks that "
    .. "cite it, over every facility in scope.", answer_fields {
    point = text "The point that asks it.", text = text "The question.",
    of_assessed = object("The answer over the facilities that were assessed; "
      .. "missing where none was.", answer_fields {}, "answer"),
    at = fields.map("By answer the facilities that give it; missing where all give "
      .. "the same.", list(text "The id of a facility.", "Each of them.")),
    checks = list(text "An id.", "The checks it is answered from."),
  }, "point text answer checks")
end

-- ---- where it comes from ------------------------------------------------

local function engine()
  return object("What evaluated.", {
    name = text "The library's name.",
    version = text("Its version.  The same version, rules, dossier and as-of "
      .. "date give the same bytes (guarantee 4)."),
  }, "name version")
end

local function signature()
  return object("Who signed its files, by the key; whether to trust the key is "
    .. "for the reader to say.", {
    state = one_of("modified: since it was signed.  built-in: it came with the "
      .. "library.", { "built-in", "unsigned", "signed", "modified" }),
    key = text "The public key, 64 hexadecimal digits.",
    files = list(text "A path.", "What was changed, added or taken away since; "
      .. "pack.signature where the signature itself does not hold."),
  }, "state files")
end

local function pack()
  local layer = object("The pack, or one laid over it.", {
    name = text "Its name.",
    digest = fields.digest("Over the paths and texts of its files, examples "
      .. "left out."),
    signature = signature(),
  }, "name digest")
  return object("The rules.", {
    name = text "The pack's name.",
    digest = fields.digest "Over the digests of all layers.",
    title = text "What the pack is called.",
    edition = text "The edition of the standard.",
    version = text "The pack's version.",
    layers = list(layer, "The pack first, then what is laid over it."),
  }, "name digest layers")
end

local function change()
  return object("One thing that a layer changes.  The rating itself rests on the "
    .. "baseline's checks alone; the house rating takes these in.", {
    kind = one_of("What it does.", { "adds-check", "stricter-check",
      "switches-off", "narrows", "sets-parameter", "changes-parameter" }),
    layer = text "The layer that says so.",
    weakens = flag("Whether it can make the house rating more favourable than "
      .. "the baseline."),
    in_force = flag "Whether it holds on the as-of date.",
    check = text "The check it adds or changes.",
    stricter_than = text "The check of the baseline that it strictens.",
    parameter = text "The parameter it sets.",
    value = ref "value", instead_of = ref "value",
    source = text "Who set the value.",
    because = text "Why it weakens.", by = text "Who decided that.",
    until_date = fields.day "The last day it holds.",
    text = text "All of this in one sentence.",
    file = text "The file.", line = whole "The line in it.",
  }, "kind layer weakens in_force text file line")
end

local function record_change()
  return object("An outcome that a record changes beside the rating.", {
    check = text "The check.", facility = text "The facility's id.",
    provision = text "The provision, where the record speaks of the whole of it.",
    strength = text "The strongest wording of the check.",
    from = text "The outcome or rating without the record.",
    to = text "The outcome with it.",
    remark = one_of("lifts: a shall or must that is short or open, or a "
      .. "provision that is, becomes favourable; beyond-wording: major, which "
      .. "its wording never makes it.", { "lifts", "beyond-wording" }),
  }, "from to")
end

local function record()
  return object("A record in the dossier.", {
    id = text "Its id in the dossier.",
    fact = fields.pointer "The fact it attests.",
    fact_name = text "The name of the fact it is about.",
    answer = fields.any_of("Its answer; left out for a sensitive fact unless "
      .. "the caller asked.", "string", "boolean", "number", "array"),
    outcome = text "The outcome it states.",
    date = fields.day "The day it was made.",
    from = fields.day "The first day it holds.",
    ["until"] = fields.day "The last day it holds.",
    supersedes = text "The id of the record that it takes the place of.",
    superseded_by = text "The id of the record that took its place, or its pointer.",
    changes = list(record_change(), "The outcomes it changes."),
    kind = text "Judgement, override, waiver or attestation.",
    by = text "Who.", why = text "Why.", authority = text "By what authority.",
    ref = text "Where it is worked out.", note = text "A remark.",
    party = text "Auditor, member or third-party: the auditor's alone have force.",
    pointer = fields.pointer "Where the dossier holds it.",
    prompt = text "The prompt it answers.", check = text "The check.",
    provision = text "The provision.",
    facility = text "The facility's id; all facilities where it is missing.",
    in_force = flag "Whether it is the auditor's, of its time and not superseded.",
    no_force = one_of("Why it is not in force.", { "lapsed", "not-the-auditors",
      "not-yet", "superseded" }),
    used = flag "True where it had a part in this evaluation.",
    without_effect = text "Why it changes nothing, although it is in force.",
    stale = text("Why its case is not there, although it is in force; a prompt "
      .. "asks whether it still holds."),
  }, "kind by why authority date pointer in_force")
end

local function finding()
  return object("A finding the dossier states; it lowers no rating here.", {
    id = text "Its id.", provision = text "The provision it is against.",
    facility = text "The facility's id; the Member where it is missing.",
    check = text "The check it belongs to.",
    rating = text "As stated: minor or major non-conformance, critical breach.",
    nature = text "What falls short.", by = text "Who entered it.",
    ref = text "Where it is worked out.", note = text "A remark.",
    party = text "Whose finding it is: auditor, member or third-party.",
    cause = text "Its likely root cause.",
    containment = text "What was done at once.",
    action = text "What removes the cause.", owner = text "Who carries it out.",
    auditor_approved = flag "Whether the auditor approved the action.",
    due = fields.day "When the action is due.",
    verified_by = text "Who saw that the action works.",
    closed_on = fields.day "When it was closed.",
    overdue = flag "Due before the as-of date, and not closed.",
    repeat_of = text "The earlier finding it repeats.",
    raised = fields.day "When it was raised.",
    pointer = fields.pointer "Where the dossier holds it.",
    evidence = list(text "An id.", "Ids of the evidence it rests on."),
  }, "id provision rating nature by party overdue pointer")
end

local function registered()
  return object("An item of a list that is reported in full.", {
    item = text "Its id or name, where that may be shown.",
    pointer = fields.pointer "Where in the dossier, without such a name.",
    says = fields.map("By fact, what the dossier says of it, in words.", text "Words."),
    basis = fields.map("By fact, how well that is supported; missing where it is stated "
      .. "alone, or not known.", ref "basis"),
    evidence = fields.map("By fact, what the dossier names for or against it.",
      list(text "A key of `evidence`.", "Its ids.")),
    why = fields.map("By fact, the reason given, such as why it is withheld.",
      text "A reason."),
    note = fields.map("By fact, what the dossier remarks on it.", text "A remark."),
  }, "says")
end

local function hint()
  return object("What a named source says of a Member with this rating.", {
    hint = text "Its name in the pack.", text = text "What it says.",
    source = text "Where that stands.",
  }, "hint text source")
end

local function problem()
  return object("Something in the dossier that a person should look at.", {
    kind = one_of("conflict: the facts named read as unknown.",
      { "conflict", "note" }),
    code = text "Names what is wrong, whatever the words of the message.",
    pointer = fields.pointer "Where in the dossier.",
    message = text "What is wrong, and what to do.",
    pointers = list(fields.pointer "One place.",
      "Of a conflict: every place it stands in; each fact has its own problem."),
    cure = text "Of a conflict: what resolves it.",
  }, "kind code pointer message")
end

-- ---- the whole ----------------------------------------------------------

local function properties(model)
  return {
    format = { const = report.FORMAT, description = "What this document is." },
    notice = text "What a rating of this library is, and is not.",
    as_of = fields.day "The only today every rule knows.",
    evaluated_at = { type = "string", format = "date-time", description =
      "When the host evaluated, if it said so; nothing follows from it." },
    engine = engine(), pack = pack(),
    dossier = object("What was evaluated.", { digest = fields.digest
      "Over the dossier's canonical form." }, "digest"),
    assessment = object("What the dossier says of the assessment.", {
      kind = text "Its kind, where known.",
      said = list(object("A fact about it, such as who assessed.", {
        fact = text "Its path.", label = text "What to print beside it.",
        value = ref "value" }, "fact label value"), "The rest, in the "
        .. "vocabulary's order; no check reads it.") }, "said"),
    member = member(),
    provisions = list(ref "provision", "The provisions over all facilities."),
    questions = list(question(), "The questions of the guidance, answered."),
    facilities = list(facility(), "In the order of the dossier."),
    results = list(ref "result", "One for each check and place, or provision and "
      .. "place: the Member's first, then facility by facility."),
    prompts = list(ref "prompt", "What is for the auditor to decide."),
    missing = list(ref "missing", "The questions whose answers would settle "
      .. "what is open, each once."),
    problems = list(problem(), "Contradictions and remarks, by pointer."),
    records = list(record(), "The records, in force or not."),
    findings = list(finding(), "Findings the dossier states, with their plans."),
    registers = { type = "object", additionalProperties = list(registered(),
      "Its items, in the order of the dossier."), description = "By the key of a "
      .. "list that is reported in full, such as allegations: each item, whatever "
      .. "a check read of it." },
    hints = list(hint(), "Beside the rating; they change nothing."),
    changes = list(change(), "What layers change; only where rules are laid "
      .. "over the baseline."),
  }, model.about.notice and "notice " or ""
end

local function add_all(into, more)
  for name, schema in pairs(more) do into[name] = schema end
end

-- The schema of the reports that `model` gives.
function schema_report.build(model)
  local all, notice = properties(model)
  add_all(all, said_once.parts())
  local schema = object("The result of an evaluation: an indicative rating, "
    .. "never a certificate.", all, notice .. "format as_of engine pack "
    .. "dossier assessment member provisions questions facilities results "
    .. "checks points facts parameters evidence prompts missing problems "
    .. "records findings registers hints")
  schema["$schema"] = "http://json-schema.org/draft-07/schema#"
  schema.title = "Report"
  schema.definitions = results.definitions(range)
  add_all(schema.definitions, said_once.definitions())
  schema.definitions.provision = provision()
  return schema
end

return schema_report
