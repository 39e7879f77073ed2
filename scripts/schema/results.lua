-- The part of cop11.report/1 that speaks of checks, as JSON Schema: results
-- with what they read and what decided them, prompts, and what is missing.

local envelope = require "dossier.envelope"
local outcomes = require "base.outcomes"
local fields = require "schema.fields"

local schema_results = {}

local object <const>, list <const>, ref <const>, text <const>, one_of <const>,
  whole <const>, flag <const>, pointer <const> = fields.object, fields.list,
  fields.ref, fields.text, fields.one_of, fields.whole, fields.flag,
  fields.pointer

local OUTCOMES <const> = outcomes.NAMES
local STATES <const> = { "known", "unknown", "withheld", "not_applicable",
  "conflicting" }
local STRENGTHS <const> = { "shall", "must", "should", "could", "background",
  "beyond" }
local WORDINGS <const> = { "shall", "must", "should", "could", "background" }

-- ---- facts --------------------------------------------------------------

local function fact()
  return object("A fact that was read.", {
    fact = text "Its path in the vocabulary.",
    pointer = pointer "Where the dossier holds it, or would.",
    state = one_of("What is known of it.", STATES),
    value = ref("value", "Only where known; left out for a sensitive fact "
      .. "unless the caller asked (guarantee 8)."),
    basis = ref("basis", "How well it is supported, where known."),
    evidence = list(text "An id.", "Ids of the evidence the dossier gives for "
      .. "it."),
    why = text "The reason or remark that the dossier gives with it.",
    stated_by = text "Who says so, where the dossier names it.",
    record = pointer("The auditor's record that settled or verified it, where "
      .. "one did."),
    auditor = object("Who found it, where the auditor's finding decides.", {
      by = text "The auditor.", date = text "The day of the finding." }, "by date"),
    member = object("What the Member answers, where the auditor's finding decides.",
      { state = one_of("What the Member makes known of it.", STATES),
        value = ref("value", "The Member's answer.") }, "state"),
    set_by = one_of("Whose rule a limit is, where the dossier says so.",
      envelope.SET_BY),
    worked_out_from = pointer("The list, or the other fact, that it follows "
      .. "from; or where it is said of all facilities."),
  }, "fact pointer state")
end

local function list_read()
  return object("A list that was read.", {
    list = text "Its name in the vocabulary.",
    pointer = pointer "Where the dossier holds it, or would.",
    items = whole "How many items it names.",
    complete = flag "Whether these are all there are.",
    basis = ref("basis", "How well that is supported, where it is said."),
    evidence = list(text "An id.", "Ids of the evidence the dossier gives for "
      .. "it."),
    stated_by = text "Who says that it is complete.",
  }, "list pointer items complete")
end

local function parameter_read()
  return object("A parameter that was read.", {
    fact = text "Its name.", parameter = { const = true, description =
      "Tells a parameter from a fact." },
    state = one_of("Unset reads as unknown.", { "known", "unknown" }),
    value = ref "value", source = text "Who set it.",
    layer = text "The pack or layer that gives the value.",
  }, "fact parameter state")
end

local function read()
  return { description = "What was read: a fact, a list or a parameter.",
    anyOf = { ref "fact", ref "list", ref "parameter" } }
end

local function value()
  return { description = "A value as the dossier or the pack gives it: plain, "
    .. "a list of values, or an object with bounds or a choice of values.",
    type = { "boolean", "number", "string", "array", "object" } }
end

-- ---- results ------------------------------------------------------------

local function deciding()
  return object("A condition that decided the outcome, or leaves it open.", {
    condition = text "The condition as the rule has it.",
    line = whole "Its line in the rule file; 0 where there is none.",
    facts = list(ref "fact", "The facts of the item it was judged for."),
    pointer = pointer "The item of a list it was judged for.",
    named = list(text "An id or a name.", "What these items may be called, where "
      .. "that is known and not sensitive."),
    items = list(pointer "An item.", "The items that a shortfall in their "
      .. "number speaks of."),
  }, "condition line")
end

local function with_judgements()
  return list(object("A judgement.", {
    id = text "Its id in the dossier.", prompt = text "The prompt it answers.",
    answer = { type = { "string", "boolean", "number" },
      description = "The answer." },
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
    pointer = pointer "Where the dossier holds the record.",
  }, "kind by why authority pointer")
end

local function with_records(range)
  return object("The auditor's column, where a record in force speaks of the "
    .. "check; the outcome beside it is what the rules say.", {
    outcome = one_of("The outcome with the records.", OUTCOMES),
    range = range(),
    conflicting = flag "That the records contradict each other.",
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

local function cite()
  return object("A point with the guidance's wording of it.", {
    point = text "Its id.",
    strength = one_of("How strongly the guidance words it.", WORDINGS),
  }, "point strength")
end

local function result(range)
  return object("The outcome of one check at one place.", {
    check = text "The check's id.", title = text "The check's title.",
    provision = text "The provision's id; empty where nobody can tell.",
    facility = text "The facility's id; missing at the Member.",
    points = list(text "An id.", "The points of the guidance it cites."),
    cites = list(cite(), "The points that the outcome rests on: of a finding, "
      .. "those that it falls short of. What only informs is left out."),
    strength = one_of("The strongest wording among the points it cites; beyond where "
      .. "it cites none, and then it never lowers a rating (guarantee 7).",
      STRENGTHS),
    outcome = one_of("What the check found.  Nothing unknown makes a "
      .. "conformance or a non-conformance (guarantee 1).", OUTCOMES),
    range = range(),
    basis = ref("basis", "The weakest support of what decided it; only where "
      .. "the outcome is settled."),
    reason = text "Why, in one sentence (guarantee 2).",
    deciding = list(deciding(), "What decided it, or leaves it open."),
    facts = list(read(), "Everything the check and the gate of its provision "
      .. "read; the facts of items stand under deciding."),
    ask = text "What to ask for next; only with insufficient-evidence.",
    remedy = text "What would close it; only with a shortfall.",
    readings = { type = "object", additionalProperties = one_of("The outcome.",
      OUTCOMES), description = "The outcome under each reading of a "
      .. "requirement that may be read in several ways." },
    against = list(object("A condition.", {
      condition = text "The condition, as the rule has it.",
      says = text "The question, and the answer that is known.",
      pointer = fields.pointer "Where the dossier says so.",
    }, "condition says"), "What is known and speaks against the Member, though the "
      .. "outcome does not say so; missing where there is none."),
    with_judgements = with_judgements(),
    with_records = with_records(range),
    findings = list(text "An id.", "The ids of the entered findings on the check."),
    file = text "The rule file that declares the check.",
    line = whole "The line on which it does.",
    with_layers = with_layers(range),
    layer = text "The pack, or the layer over it, that the file belongs to.",
  }, "check cites title provision points strength outcome range reason deciding "
    .. "facts file line layer")
end

-- ---- what to do next ----------------------------------------------------

local function prompt()
  return object("Something only the auditor may decide.", {
    kind = one_of("deciding: the outcome stays open until a record answers "
      .. "it; advisory: it changes nothing.", { "deciding", "advisory" }),
    prompt = text("Its name: what a record of kind judgement puts into "
      .. "\"prompt\"."),
    text = text "The question.", check = text "The check's id.",
    facility = text "The facility's id.",
    answer = text "What an answer looks like, where it is a fact's value.",
    answers = { type = "object", additionalProperties = text "What it means.",
      description = "What each answer means." },
  }, "kind prompt text")
end

local function missing()
  return object("A question whose answer would help to settle an outcome.", {
    fact = text "The fact's path in the vocabulary.",
    list = text "The list's name, where the question is about a list.",
    pointer = pointer "Where the answer belongs.",
    ask = text "The question.", state = one_of("Why it is open.",
      { "unknown", "withheld", "conflicting" }),
    value = ref("value", "What is known of it, where that does not settle it; "
      .. "left out for a sensitive fact unless the caller asked."),
    items = whole("How many the list names, where the question is about a list "
      .. "that may hold more."),
    why = text "The reason that the dossier gives, left out in the same way.",
    checks = list(text "An id.", "The checks that wait for it."),
  }, "pointer state checks")
end

-- The definitions that the schema of a report refers to; range() makes the
-- schema of a range.
function schema_results.definitions(range)
  return {
    basis = one_of("stated: no evidence given; evidenced: evidence given; "
      .. "auditor-verified: evidence the auditor collected, or an attestation.",
      outcomes.BASES),
    value = value(), fact = fact(), list = list_read(),
    parameter = parameter_read(), result = result(range), prompt = prompt(),
    missing = missing(),
  }
end

return schema_results
