-- What cop11.report/1 says once and refers to by key, as JSON Schema: checks,
-- points, facts, parameters and evidence.

local envelope = require "dossier.envelope"
local fields = require "schema.fields"

local said_once = {}

local object <const>, list <const>, text <const>, one_of <const>, map <const> =
  fields.object, fields.list, fields.text, fields.one_of, fields.map
local ref <const>, whole <const> = fields.ref, fields.whole

local function value()
  return fields.any_of("A value as the dossier or the pack gives it: plain, a "
    .. "list of values, or an object with bounds or a choice of values.",
    "boolean", "number", "string", "array", "object")
end

local function fact()
  return object("A fact or a list that was read at a place.", {
    state = one_of("Why it is not known; missing where it is.", { "unknown",
      "withheld", "not_applicable", "conflicting" }),
    value = ref("value", "Only where known; left out for a sensitive fact "
      .. "unless the caller asked (guarantee 8)."),
    title = text "The value in words, where it is a choice.",
    items = whole "Of a list: how many it names.",
    complete = fields.flag "Of a list: whether these are all there are.",
    basis = ref("basis", "How well it is supported, where it is known and more than "
      .. "stated."),
    evidence = list(text "A key of `evidence`.", "What the dossier names for it."),
    evidence_against = list(text "A key of `evidence`.", "What the dossier names that "
      .. "speaks against the answer, which a record or the auditor chose all the same; "
      .. "missing where there is none."),
    why = text "The reason that the dossier gives with it, such as why it is withheld.",
    note = text "What the dossier remarks on it.",
    stated_by = text "Who says so, where the dossier names it.",
    record = fields.pointer("The auditor's record that settled or verified it, "
      .. "where one did."),
    auditor = object("Who found it, where the auditor's finding decides.", {
      by = text "The auditor.", date = text "The day of the finding.",
    }, "by date"),
    member = object("What the Member answers, where the auditor's finding "
      .. "decides.", { state = one_of("What the Member makes known of it.",
        { "known", "unknown", "withheld", "not_applicable", "conflicting" }),
        value = ref("value", "The Member's answer.") }, "state"),
    withheld = fields.flag("The Member withholds it, though its state is another: an "
      .. "interview and an observation show it, or disagree, or a record settled it."),
    set_by = one_of("Whose rule a limit is, where the dossier says so.",
      envelope.SET_BY),
    from = text("The list or fact of the same place it follows from, where the dossier "
      .. "does not state it."),
    pointer = fields.pointer("Where the dossier holds it, where its key does not "
      .. "say so."),
  }, "")
end

local function check()
  return object("What a check asks for.", {
    title = text "Its title.", provision = text("The provision's id; empty where "
      .. "nobody can tell."),
    points = list(text "A key of `points`.", "The points it rests on; one that "
      .. "cites none never lowers a rating (guarantee 7)."),
    expects = text("What it expects, where a result that is open or a shortfall names no "
      .. "other condition."),
    ask = text "What to ask for next, where a result is open.",
    remedy = text "What closes a shortfall, where a result has one.",
    reads = list(text "A path.", "The facts and lists that what it `expects` reads; "
      .. "at a place the key is the place and the path, or the path alone for what "
      .. "is the Member's."),
    reads_too = list(text "A path.", "What else it read, such as by which it "
      .. "applies, where a result is short or open."),
    parameters = list(text "A key of `parameters`.", "The parameters it reads."),
    rule = text "The rule's file and line, such as provisions/11.1.lua:17.",
    layer = text "The layer that declares it; missing for the pack's own.",
  }, "title provision points rule")
end

local function point()
  return object("A point of the guidance, in our words.", {
    says = text "What it says.",
    strength = one_of("How strongly the guidance words it.", { "shall", "must",
      "should", "could", "background", "information" }),
  }, "says strength")
end

local function parameter()
  local function given(more, needed)
    more.value, more.source = ref "value", text "Who says so."
    more.layer = text "The pack or layer that gives the value."
    return object("A value that the guidance leaves open.", more, needed)
  end
  return given({ unit = text "Its unit.",
    state = one_of("Unset reads as unknown.", { "known", "unknown" }),
    with_layers = given({}, "value layer") }, "state layer")
end

local function evidence()
  return object("A piece of evidence of the dossier.  Keys that begin with x- are "
    .. "the host's own, carried as they are.", {
    kind = text "What it is.", title = text "Its title.",
    ref = text "Where to find it.", note = text "A remark.",
    hash = text "A digest of the file.", media_type = text "Its media type.",
    collected_by = text "Who collected it.",
    date = fields.day "When it was made.",
    valid_until = fields.day "The last day it holds.",
    draft = fields.flag "It is a draft, which shows nothing; missing where it is none.",
    used_by = list(text "A key of `checks`.", "The checks whose outcomes rest on it, at "
      .. "some place, for or against; missing where none does."),
    unnamed = fields.flag("Nothing in the dossier names it: neither a fact, nor a list, "
      .. "nor a finding; missing where something does."),
  }, "")
end

-- The parts of a report that are objects by key.
function said_once.parts()
  return {
    checks = map("By id: the checks that the results name.", check()),
    points = map("By id: the points that these checks rest on.", point()),
    facts = map("By key: every fact and list that was read at each place.",
      ref "fact"),
    parameters = map("By name: every parameter, set or not.", parameter()),
    evidence = map("By id: the dossier's evidence.", ref "evidence"),
  }
end

function said_once.definitions()
  return { value = value(), fact = fact(), evidence = evidence() }
end

return said_once
