-- The part of cop11.report/1 that speaks of checks at their places, as JSON
-- Schema: results with what decided them, prompts, and what is missing.

local outcomes = require "base.outcomes"
local fields = require "schema.fields"

local schema_results = {}

local object <const>, list <const>, text <const>, one_of <const>,
  pointer <const> = fields.object, fields.list, fields.text,
  fields.one_of, fields.pointer
local ref <const>, whole <const> = fields.ref, fields.whole

local OUTCOMES <const> = outcomes.NAMES

-- ---- results ------------------------------------------------------------

local function keys(description)
  return list(text "A key of `facts`.", description)
end

local function deciding()
  return object("A condition that decided the outcome, or leaves it open.", {
    condition = text "The condition as the rule has it.",
    line = whole "Its line in the rule file.",
    item = text "The key of the item of a list that it was judged for.",
    items = list(text "A key.", "The items that a shortfall in their number "
      .. "speaks of."),
    pointers = list(pointer "Where the dossier holds one.", "Of these items, in their "
      .. "order; missing where each has an id or a name of its own."),
  }, "condition")
end

local function with_judgements()
  return list(object("A judgement.", {
    id = text "Its id in the dossier.", prompt = text "The prompt it answers.",
    answer = fields.any_of("The answer.", "string", "boolean", "number"),
    by = text "Who.", why = text "Why.", authority = text "By what authority.",
    pointer = pointer "Where the dossier holds it.",
  }, "prompt answer by why authority pointer"), "The auditor's judgements that "
    .. "the outcome takes in.")
end

local function speaking_record()
  return object("A record that speaks of the check, or of its provision.", {
    id = text "The record's id in the dossier.",
    outcome = one_of("The outcome it states; a waiver may state none.", OUTCOMES),
    kind = text "Judgement, override or waiver.", by = text "Who.",
    why = text "Why.", authority = text "By what authority.",
    ["until"] = fields.day "Its last day.",
    pointer = pointer "Where the dossier holds the record.",
  }, "kind by why authority pointer")
end

local function with_records(range)
  return object("The auditor's column, where a record in force speaks of the "
    .. "check; the outcome beside it is what the rules say.", {
    outcome = one_of("The outcome with the records.", OUTCOMES),
    range = range(),
    conflicting = fields.flag "That the records contradict each other.",
    records = list(speaking_record(), "The records."),
  }, "outcome range records")
end

local function with_layers(range)
  return object("What the check comes to in the house rating, where a layer "
    .. "weakens it or gives it another value; the outcome beside it is the "
    .. "baseline's.", {
    kind = text "What the layer does.", layer = text "The layer that does it.",
    outcome = one_of("What then holds.", OUTCOMES), range = range(),
    reason = text "Why, in one sentence.",
  }, "kind layer outcome range reason")
end

local function result(range)
  return object("The outcome of one check at one place, or of all the checks of a "
    .. "provision there.", {
    id = text "The place and the check or provision: the same in every report.",
    check = text "A key of `checks`; missing where the row speaks of a provision.",
    provision = text "The provision, where the row speaks of all its checks.",
    checks = list(text "A key of `checks`.", "Those that the row speaks of, where "
      .. "it speaks of a provision."),
    facility = text "The facility's id; missing at the Member.",
    outcome = one_of("What was found.  Nothing unknown makes a conformance or a "
      .. "non-conformance (guarantee 1).", OUTCOMES),
    range = range(),
    basis = ref("basis", "The weakest support of what decided it; only where "
      .. "the outcome is settled."),
    reason = text "Why, in one sentence (guarantee 2).",
    rests_on = keys("The facts that decided it, or leave it open; missing where "
      .. "these are all that the check `reads`."),
    deciding = list(deciding(), "The conditions that decided it; missing where "
      .. "all that the check expects did, or a whole provision is meant."),
    points = list(text "A key of `points`.", "Of a shortfall: what it falls short "
      .. "of, where that is not all of the check's points."),
    remedy = text "Of a shortfall: what closes it, where that is not the check's.",
    readings = fields.map("What the check comes to under each reading of the "
      .. "guidance; the rating uses the parameter's.", text "An outcome."),
    against = list(object("What one condition reads.", {
      says = text "The question, and the answer that is known.",
    }, "says"), "What is known and speaks against the Member, though the "
      .. "outcome does not say so; missing where there is none."),
    findings = list(text "An id.", "The ids of the entered findings on the check."),
    with_judgements = with_judgements(), with_layers = with_layers(range),
    with_records = with_records(range),
  }, "id outcome reason")
end

-- ---- what to do next ----------------------------------------------------

local function prompt()
  return object("A question that only the auditor may decide.", {
    kind = one_of("deciding: the outcome stays open until a record answers "
      .. "it; advisory: it changes nothing.", { "deciding", "advisory" }),
    text = text "The question.",
    answer = text "What an answer looks like, where it is a fact's value.",
    answers = fields.map("What each answer means.", text "What it means."),
    at = list(object("A place it is asked for.", {
      id = text("The same in every report.  A record of kind judgement puts it into "
        .. "\"prompt\", without the facility, which it names beside it; that of a "
        .. "fact, \"fact:\" and its key, is put there whole."),
      check = text "The check's id.", facility = text "The facility's id.",
    }, "id"), "Where it is asked."),
    check = text "The check of all these places, where they have the same.",
  }, "kind text at")
end

local function missing()
  return object("A question whose answers would help to settle outcomes.", {
    ask = text "The question.",
    at = list(object("A fact or list it is about.", {
      fact = text "Its key in `facts`.",
      state = one_of("Why it is open, where it is not plainly unknown.",
        { "withheld", "conflicting" }),
      provisions = list(text "An id.", "The provisions of which the checks of a "
        .. "whole row at this place wait for it.  Other open results rest on it."),
    }, "fact"), "What it is asked of."),
  }, "at")
end

-- The definitions that the schema of a report refers to; range() makes the
-- schema of a range.
function schema_results.definitions(range)
  return {
    basis = one_of("stated: no evidence given; evidenced: evidence given; "
      .. "auditor-verified: evidence the auditor collected, or an attestation.",
      outcomes.BASES),
    result = result(range), prompt = prompt(), missing = missing(),
  }
end

return schema_results
