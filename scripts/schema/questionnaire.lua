-- The JSON Schema (draft-07) of cop11.questionnaire/1: the questions, and the
-- conditions under which they need not be asked, for programs that draw their
-- own forms.

local dossier = require "dossier"
local fields = require "schema.fields"
local values = require "dossier.values"

local schema_questionnaire = {}

local object <const>, list <const>, ref <const>, text <const>, one_of <const>,
  flag <const> = fields.object, fields.list, fields.ref, fields.text,
  fields.one_of, fields.flag

local SCOPES <const> = { "assessment", "member", "facility", "item" }

-- ---- conditions ---------------------------------------------------------

-- What a condition about one fact compares, by `op`.  A fact that is not known,
-- or whose value is one of several, may make a condition neither hold nor fail.
local OPERATORS <const> = {
  { "is", "the value is one of `values`" },
  { "is_not", "the value is none of `values`" },
  { "includes", "the set holds each of `values`" },
  { "includes_any", "the set holds at least one of `values`" },
  { "includes_none", "the set holds none of `values`" },
  { "at_least", "the number is the operand or more" },
  { "at_most", "the number is the operand or less" },
  { "more_than", "the number is above the operand" },
  { "less_than", "the number is below the operand" },
  { "exactly", "the number is the operand" },
  { "covers", "the number, of those that the operand counts, is all of them" },
  { "on_or_after", "the day is the operand or later" },
  { "on_or_before", "the day is the operand or earlier" },
  { "after", "the day is later than the operand" },
  { "before", "the day is earlier than the operand" },
  { "within", "the day lies at most so many months before today" },
}

local KINDS <const> = {
  { "fact", "compares `fact` by `op` with `operand`" },
  { "all", "each of `parts` holds" },
  { "any", "at least one of `parts` holds" },
  { "none", "none of `parts` holds" },
  { "when", "where the condition `gate` holds, each of `parts` does" },
  { "every", "for each item of `list` for which `where` holds, `parts` do" },
  { "some", "there is such an item" },
  { "no", "there is no such item" },
  { "count", "how many such items there are, compared" },
  { "latest", "the last of such items, compared" },
  { "listed", "being an item of the list is enough" },
  { "auditor", "the auditor decides, by a record" },
  { "reading", "one of several readings of the guidance" },
  { "compute", "a function of the rules decides" },
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

local function tree()
  local operators, what_op = named("How the fact is compared.", OPERATORS)
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
  }, "kind")
end

-- ---- questions ----------------------------------------------------------

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
    type = one_of("What an answer is.", values.TYPES),
    values = list(object("A value.", {
      value = fields.any_of("As a dossier holds it.", "string", "boolean"),
      title = text "As a person reads it." }, "title value"), "The values."),
    unit = text "What is counted.",
    least = { type = "number", description = "No answer is below it." },
    most = { type = "number", description = "No answer is above it." },
    may_be_none_stated = flag "\"none-stated\", or of a set \"none\", answers it.",
    may_be_never = flag "\"never\" answers it.",
    may_lie_ahead = flag "The day may lie after the as-of date.",
    required = flag "A dossier without it is refused.",
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
      .. "names.", additionalProperties = object("A condition.", {
        text = text "In words.", tree = ref "condition" }, "text tree") },
    sections = list(section(), "The topics, in the order an auditor works."),
    auditor = list(prompt(), "What only the auditor may decide, each once."),
  }, "auditor conditions dossier_format format pack sections")
  schema["$schema"] = "http://json-schema.org/draft-07/schema#"
  schema.title = "Questionnaire"
  schema.definitions = { condition = tree(), operand = operand() }
  return schema
end

schema_questionnaire.OPERATORS = OPERATORS

return schema_questionnaire
