-- The JSON Schema (draft-07) of cop11.questionnaire/1: the questions, and the
-- conditions under which they need not be asked, for programs that draw their
-- own forms.

local dossier = require "dossier"
local fields = require "schema.fields"
local values = require "base.values"

local schema_questionnaire = {}

local object <const>, list <const>, ref <const>, text <const>, one_of <const>,
  flag <const> = fields.object, fields.list, fields.ref, fields.text,
  fields.one_of, fields.flag

local SCOPES <const> = { "assessment", "member", "facility", "item" }

-- ---- conditions ---------------------------------------------------------

-- A condition holds, fails, or is open: what is not known could make it either.
-- What holds and fails for every value that is still possible is certain all the
-- same, such as "at least 2" of a number that is 3 or more.
local LOGIC <const> = "A condition holds, fails or is open.  A fact that is "
  .. "unknown, withheld or contradictory may have any value, and one known in "
  .. "part any that is left; the condition holds where it does so for each of "
  .. "these values, fails where it does so for each, and is open otherwise.  "
  .. "An unset parameter leaves open.  \"never\" is earlier than any day."

-- What a condition about one fact compares, by `op`: when it holds for a value,
-- and when it fails for one; for sets, by what is known to be in or out.
local OPERATORS <const> = {
  { "is", "holds where the value is one of `values`, fails for any other" },
  { "is_not", "fails where the value is one of `values`, holds for any other" },
  { "includes", "holds where the set has each of `values`, fails where it is "
    .. "known to lack one" },
  { "includes_any", "holds where the set has at least one of `values`, fails "
    .. "where it is known to lack each" },
  { "includes_none", "holds where the set is known to lack each of `values`, "
    .. "fails where it has one" },
  { "at_least", "holds where the number is the operand or more, fails below" },
  { "at_most", "holds where the number is the operand or less, fails above" },
  { "more_than", "holds above the operand, fails at it and below" },
  { "less_than", "holds below the operand, fails at it and above" },
  { "exactly", "holds where the number is the operand, fails for any other" },
  { "covers", "holds where the number is all of those that the operand counts, "
    .. "fails where it is fewer" },
  { "on_or_after", "holds where the day is the operand or later, fails earlier" },
  { "on_or_before", "holds where the day is the operand or earlier, fails later" },
  { "after", "holds where the day is later than the operand, fails otherwise" },
  { "before", "holds where the day is earlier than the operand, fails otherwise" },
  { "within", "holds where the day lies at most so many months before today, "
    .. "fails where it lies further back or never came; with no limit stated, it "
    .. "matters not" },
}

local KINDS <const> = {
  { "fact", "compares `fact` by `op` with `operand`" },
  { "all", "holds where each of `parts` does, fails where one fails, else open" },
  { "any", "holds where one of `parts` does, fails where each fails, else open" },
  { "none", "holds where each of `parts` fails, fails where one holds, else "
    .. "open" },
  { "when", "where `gate` holds as `all` of `parts`; matters not where `gate` "
    .. "fails; while `gate` is open, open unless `parts` hold" },
  { "every", "holds where `parts` hold for each item of `list` for which "
    .. "`where` does, fails where they fail for one; open while items may be "
    .. "missing from the list and none fails" },
  { "some", "holds where `parts` hold for one such item, fails where they fail "
    .. "for each of a complete list, else open" },
  { "no", "fails where `parts` hold for one such item, holds where they fail for "
    .. "each of a complete list, else open" },
  { "count", "how many such items there are, compared; open where items that "
    .. "are open or missing could change that" },
  { "latest", "the latest day of such items, compared; open likewise" },
  { "listed", "holds for each item of the list" },
  { "auditor", "the auditor decides, by a record; open without one" },
  { "reading", "what `choices` gives for the value of `parameter`; open where it "
    .. "is unset" },
  { "compute", "a function of the rules decides on `facts`; open to others" },
}

local function named(what, pairs_of)
  local names, lines = {}, { what }
  for i, one in ipairs(pairs_of) do
    names[i], lines[i + 1] = one[1], ("%s: %s."):format(one[1], one[2])
  end
  return names, table.concat(lines, "  ")
end

local function operand()
  return object("What a fact is compared with: exactly one of values, number, "
    .. "date, today, fact and parameter.", {
    values = list(fields.any_of("A value.", "string", "boolean"), "Values."),
    number = { type = "number", description = "A number." },
    date = fields.day "A day.",
    today = flag "The as-of date.",
    fact = text "Another fact.", list = text "The list that fact belongs to.",
    scope = one_of("Where that fact stands.", SCOPES),
    parameter = text "A parameter, as cop11_describe gives for parameters.",
    shift = { type = "number", description = "So much later, or earlier where "
      .. "it is below 0." },
    unit = one_of("What shift or number counts.", { "days", "months", "years" }),
  }, "")
end

local function named_fact()
  return object("A fact.", { fact = text "Its path.",
    list = text "The list it belongs to.",
    scope = one_of("Where it stands.", SCOPES) }, "")
end

local function tree()
  local operators, what_op = named("How the fact is compared.  " .. LOGIC,
    OPERATORS)
  local kinds, what_kind = named("What the condition says; take one of a kind "
    .. "that you do not know as not known to fail.", KINDS)
  return object("A condition.", {
    kind = { type = "string", description = what_kind, enum = kinds },
    text = text "The same in words.",
    op = { type = "string", description = what_op, enum = operators },
    operand = ref "operand",
    fact = text "The fact's path.", list = text "The list's name.",
    parameter = text "The parameter that is compared, in place of a fact.",
    scope = one_of("Where the fact stands.", SCOPES),
    parts = list(ref "condition", "The conditions within."),
    where = ref("condition", "Which items count."),
    gate = ref("condition", "When the parts matter."),
    id = text "Of kind auditor: the prompt's name.",
    ask = text "Of kind auditor: the question.",
    answers = fields.map("Of kind auditor: what each answer means.",
      text "Its meaning."),
    choices = fields.map("Of kind reading: the condition for each value.",
      ref "condition"),
    facts = list(named_fact(), "Of kind compute: the facts it is given."),
    otherwise = text "What is said where it fails.",
    never = text "What is said where it fails since the day never came.",
    remedy = text "What would mend it.",
    points = list(text "An id.", "The points that a failure goes against."),
    line = fields.whole "Its line in the rules.",
    column = fields.whole "Where in that line the phrase begins.",
  }, "kind")
end

-- ---- questions ----------------------------------------------------------

-- A condition in words and as a tree.
local function worded(description)
  return object(description, { text = text "In words.",
    tree = ref "condition" }, "text tree")
end

local function needed_when()
  return list(list(text "The name of a condition.", "Conditions."), "The "
    .. "question is needed while, in one of these lists, no condition is known "
    .. "to fail; always where it is missing.")
end

local function question()
  return object("A question: a fact to be asked.", {
    fact = text "The fact's path.", list = text "Of an item of this list.",
    scope = one_of("Where it stands.", SCOPES),
    pointer = text "Where the dossier holds the answer; * is an item's number.",
    schema = text "A JSON Pointer into what dossier-schema gives.",
    ask = text "The question.", label = text "A short title.",
    help = text "What to mind.",
    also_called = list(text "A word.", "Other words for it."),
    type = one_of("What an answer is.", values.TYPES),
    values = list(object("A value.", {
      value = fields.any_of("As a dossier holds it.", "string", "boolean"),
      title = text "As a person reads it." }, "title value"), "The values."),
    unit = text "What is counted.",
    least = { type = "number", description = "No answer is below it." },
    most = { type = "number", description = "No answer is above it." },
    may_be_none_stated = flag "\"none-stated\" answers it.",
    may_be_never = flag "\"never\" answers it.",
    may_lie_ahead = flag "The day may lie after the as-of date.",
    may_be_none = flag "Of a set: \"none\" answers it.",
    required = flag "A dossier without it is refused.",
    shown_by = list(text "A kind of evidence.", "What can show it."),
    part_of = text "The number of which this one counts a part.",
    beyond = flag "It goes beyond the guidance, and informs alone.",
    auditor_may_decide = flag "An auditor's word shows it.",
    needs_why = text "Whether an answer needs a reason: \"always\", or when.",
    follows_from = worded("A condition from which the answer follows."),
    gives = list(text "A path.", "The facts that it can answer."),
    file = text "Where the rules ask it.", line = fields.whole "The line there.",
    sensitive = flag "The answer is not shown unless asked for.",
    evidence = list(text "A kind of document.", "What usually shows it."),
    needed_when = needed_when(),
    not_applicable_when = text "When it may be said not to apply.",
    worked_out_from = text "The list that gives the answer, where it is given.",
    checks = list(text "An id.", "The checks that read it."),
  }, "ask checks fact pointer schema scope type")
end

local function section()
  return object("A topic: what is asked together.", {
    id = text "Its name.", title = text "Its title.",
    scope = one_of("Where it stands.", SCOPES),
    list = text "The list whose items are described, where it is one.",
    pointer = text "Where the dossier holds that list.",
    schema = text "A JSON Pointer into what dossier-schema gives.",
    ask = text "What the list asks.", help = text "What to mind.",
    also_called = list(text "A word.", "Other words for it."),
    sensitive = flag "Its items are not shown unless asked for.",
    needed_when = needed_when(),
    gives = list(text "A path.", "The facts that the list can answer."),
    checks = list(text "An id.", "The checks that read the list."),
    questions = list(question(), "Its questions, in order."),
  }, "id questions scope title")
end

local function prompt()
  return object("What only the auditor may decide.", {
    prompt = text "Its name, for a record of kind judgement.",
    check = text "The check's id.", ask = text "The question.",
    answers = { type = "object", additionalProperties = text "What it means.",
      description = "What each answer means." },
  }, "ask check prompt")
end

-- ---- the whole ----------------------------------------------------------

function schema_questionnaire.build()
  local schema = object("The questions of a pack.", {
    format = { type = "string", const = "cop11.questionnaire/1" },
    dossier_format = { type = "string", const = dossier.FORMAT },
    about = { type = "object", additionalProperties = text "A remark.",
      description = "How to read the fields." },
    pack = object("The rules the questions come from.", {
      name = text "Its name.", digest = fields.digest "Of its files." },
      "digest name"),
    conditions = { type = "object", description = "By name, what needed_when "
      .. "names.", additionalProperties = worded "A condition." },
    sections = list(section(), "The topics, in the order an auditor works."),
    auditor = list(prompt(), "What only the auditor may decide, each once."),
  }, "auditor conditions dossier_format format pack sections")
  schema["$schema"] = "http://json-schema.org/draft-07/schema#"
  schema.title = "Questionnaire"
  schema.definitions = { condition = tree(), operand = operand() }
  return schema
end

schema_questionnaire.OPERATORS = OPERATORS
schema_questionnaire.KINDS = KINDS

return schema_questionnaire
