-- The words that declare something, and the parts that stand in their braces: the
-- one table.  Reading, its checks, lint and the editor take all they know of parts
-- from here; what a part means to a check or fact, model/ says.  A new part is an
-- entry here, a line in the README of the rules, and the place that uses it.
--
-- A word: `says`, one sentence for people; `name`, the editor's type of its name,
-- nil where it takes none; `parts`, each { name, kind, what it is, the editor's type
-- where the kind does not say it }.  A part may be `needed`, or stand `in_layer`:
-- "only" where a layer changes what lies beneath it, "too" there as well.
-- `in_layer` of a word: "never" (with `instead`, the cure that says why or what else
-- to do), "only", or "yes".

local sorted_keys = require "base.sorted_keys"

local declarations = {}

-- ---- parts that several have --------------------------------------------

local function with(some, more)
  return table.move(more, 1, #more, #some + 1, some)
end

local BEYOND <const> = { "beyond", "flag",
  "It goes beyond the guidance, and lowers no rating." }
local GROUNDS <const> = {
  { "because", "text", "Why, as a sentence.", in_layer = "only" },
  { "by", "text", "Who decided it.", in_layer = "only" },
  { "until_date", "text", "Its last day, such as 2014-06-30.",
    in_layer = "only" },
}
local ALSO_CALLED <const> = { "also_called", "texts",
  "Words that people use for it; who looks for one of them finds it." }
local MEASURE <const> = {
  { "type", "text", "What kind of answer it has.", "@type" },
  { "unit", "text", "What is counted or measured." },
  { "values", "texts", "The values allowed." },
  { "least", "number", "The smallest number there can be." },
  { "help", "text", "What to know to answer the question." },
  { "may_be_none", "flag",
    "\"None\" is an answer too: no limit, or none of the values." },
}
local SITUATION <const> = {
  { "as_of", "any", "Today, such as 2013-11-30.", "string" },
  { "evidence", "any", "Pieces of evidence: { id = ..., kind = ... }.", "table[]" },
  { "facilities", "any", "Several facilities, each with its own facts.", "table" },
  { "facts", "any", "What is known; the rest is not.", "@facts" },
  { "member", "any", "What is known of the Member.", "@facts" },
  { "parameters", "any", "Other values of parameters, for this alone.", "@facts" },
  { "records", "any", "What the auditor put on record.", "table[]" },
}
declarations.SITUATION = SITUATION

-- ---- the words ----------------------------------------------------------

local ALL <const> = {}
-- Their names, in the order in which messages and packs list them: those with a
-- name first.
local ORDER <const> = {}

local function word(name, declared)
  ALL[name], ORDER[#ORDER + 1] = declared, name
end

word("check", { in_layer = "yes", name = "string",
  says = "One testable expectation. Its id is never used again.", parts = {
  { "title", "text", "The good state, in a few words, no full stop." },
  { "points", "texts", "The points of the guidance it rests on.", "@point[]" },
  { "applies", "condition", "When it is asked at all." },
  { "not_applicable", "text", "The reason printed where it is not asked." },
  { "expect", "condition", "What must be so." },
  { "otherwise", "text", "The finding where it is not so." },
  { "met", "text", "The sentence printed where all is well." },
  { "ask", "text", "What to ask people for." },
  { "remedy", "text", "What would put it right, as a sentence." },
  { "prompts", "list", "Things to point out to the auditor." },
  { "why", "text", "Background for the reader of the rule." },
  { "stricter_than", "text", "The baseline's check it asks more than.",
    "@check_id" },
  { "retired", "text", "Why the check was given up." },
  { "aliases", "texts", "Ids that this check had before." },
} })

word("fact", { in_layer = "yes", name = "string",
  says = "A fact that dossiers state and checks read.", parts = with({
  { "ask", "text", "The question to a person." },
  { "label", "text", "How reports call it." },
  { "titles", "titles", "How people call the values." },
  { "most", "number", "The largest number there can be." },
  { "order", "texts", "The values of a choice from the least to the most." },
  { "of", "text", "The whole that this count is a part of.", "@fact" },
  { "left_out", "text", "How people call those of the whole whom it leaves out." },
  { "scope", "text", "Of what it is a fact; a facility's by default.", "@scope" },
  { "from", "condition", "How it follows from a list." },
  { "follows", "condition", "How it follows from other facts." },
  { "evidence", "texts", "What usually shows it." },
  { "shown_by", "texts",
    "The kinds of evidence that can show it; all of them by default." },
  { "sensitive", "flag", "Reports do not print its value." },
  { "future", "flag", "The date may lie after today." },
  { "may_be_never", "flag", "\"Never\" is an answer too." },
  { "needs_why", "any",
    "A no, or a value left out, counts only with a reason (where this holds).",
    "boolean|@condition" },
  { "not_applicable_when", "condition",
    "The only condition under which it may be marked not applicable." },
  { "auditor_may_decide", "flag",
    "Where it is not known, the report asks the auditor." },
  ALSO_CALLED, BEYOND }, MEASURE) })

word("list", { in_layer = "never", instead = "not-in-layer-list", name = "string",
  says = "A list that dossiers hold, such as people or shipments.", parts = {
  { "ask", "text", "The question to a person." },
  { "help", "text", "What to know to answer it." },
  { "item", "text", "How one of it is called." },
  { "label", "text", "How reports call it." },
  { "scope", "text", "Whether each facility has one, or the Member.", "@scope" },
  { "facts", "facts", "The facts of each item: fact \"...\" { ... }." },
  { "evidence", "texts", "What usually shows it." },
  { "beside", "text", "The fact that a finding names beside an item's id." },
  { "sensitive", "flag", "Reports do not print what it holds." },
  { "in_full", "flag", "Reports list each item, whatever a check read of it." },
  ALSO_CALLED, BEYOND } })

word("parameter", { in_layer = "yes", name = "@parameter|string",
  says = "A limit that the guidance leaves open.", parts = with(with({
  { "value", "any", "The value; without one, what rests on it is not known.",
    in_layer = "too" },
  { "source", "text", "Where the value comes from.", in_layer = "too" },
  { "ask", "text", "What it settles, as a question." },
  }, MEASURE), GROUNDS) })

word("point", { in_layer = "never", instead = "not-in-layer-point",
  name = "string", says = "One point of the guidance.", parts = {
  { "says", "text", "What it asks, in our own words.", needed = true },
  { "strength", "text", "How strongly the guidance words it.", "@strength" },
  { "question", "flag", "The report answers it as a question." } } })

word("provision", { in_layer = "never", instead = "not-in-layer-provision",
  name = "string", says = "One provision of the guidance.", parts = {
  { "title", "text", "What it is about." },
  { "applies", "condition", "Where it is asked at all." },
  { "not_applicable", "text", "The reason printed where it is not asked." },
  { "scope", "text", "Whether of each facility, or of the Member.", "@scope" },
  { "with", "text", "The provision it is rated together with." } } })

word("disagreement", { in_layer = "never", instead = "not-in-layer-disagreement",
  name = "string", says = "Facts that cannot both be true.", parts = {
  { "when", "condition", "What cannot be.", needed = true },
  { "facts", "texts", "The facts that then count as not known.", "@fact[]",
    needed = true },
  { "because", "text", "Why that cannot be, as a sentence.", needed = true },
  { "prompt", "text", "What the auditor should look at." },
  { "scope", "text", "Of what these are facts.", "@scope" } } })

word("hint", { in_layer = "never", instead = "not-in-layer-standard",
  name = "string", says = "What reports say of a Member with these ratings.",
  parts = { { "[integer]", "any", "What they say, as a sentence.", "string" },
  { "when", "condition", "Where it is said." },
  { "ratings", "texts", "The ratings it is said with." },
  { "source", "text", "Where it comes from." } } })

word("examples", { name = "@check_id",
  says = "Examples of a check: its tests and its documentation.",
  parts = with({ { "[integer]", "any", "The examples.", "@example" } },
    SITUATION) })

word("unnoticed", { name = "@check_id",
  says = "Changes to a check that no example can notice, with reasons.",
  parts = { { "[integer]", "any", "The changes.", "@slip" } } })

word("release", { name = "string",
  says = "What was changed on purpose in this version.",
  parts = { { "[integer]", "any", "The changes.", "@change" } } })

word("switch_off", { in_layer = "only", name = "@check_id",
  says = "Weakens: a check of the baseline is not asked at all.",
  parts = with({}, GROUNDS) })

word("narrow", { in_layer = "only", name = "@check_id",
  says = "Weakens: a check of the baseline is asked in fewer places.",
  parts = with({ { "applies", "condition", "Where it is still asked.",
    in_layer = "only" } }, GROUNDS) })

word("pack", { says = "The name and version of this set of rules.", parts = {
  { "title", "text", "The name of the set of rules.", needed = true },
  { "version", "text", "Its version.", needed = true },
  { "edition", "text", "The edition of the guidance.", needed = true },
  { "source", "text", "The guidance it rests on." },
  { "notice", "text", "What every report says of itself.", needed = true },
  { "sections", "list", "The topics of forms: group, title and chapter.", "string[][]" },
  { "needs", "text", "The version of the library it needs." } } })

word("ratings", { in_layer = "never", instead = "not-in-layer-ratings",
  says = "How an outcome follows from the wording of the guidance.", parts = {
  { "shall", "row" }, { "must", "row" }, { "should", "row" },
  { "could", "row" }, { "background", "row" }, { "beyond", "row" },
  { "source", "text", "Where the table comes from." } } })

word("findings", { in_layer = "never", instead = "not-in-layer-standard",
  says = "What findings call for.", parts = {
  { "plan_required_for", "texts", "Outcomes that need a plan." },
  { "critical_provisions", "texts", "Provisions that are critical." },
  { "source", "text", "Where it comes from." } } })

declarations.ALL, declarations.ORDER = ALL, ORDER

-- ---- read from the table ------------------------------------------------

-- How editors call a part of each kind.
local TYPES <const> = { text = "string", texts = "string[]", flag = "boolean",
  number = "number", titles = "table<string, string>", list = "table[]",
  facts = "table[]", row = "@row", condition = "@condition", any = "any" }

function declarations.type_of(part)
  return part[4] or TYPES[part[2]]
end

-- The words for which `wanted` holds, in their order.
function declarations.words(wanted)
  local list = {}
  for _, name in ipairs(ORDER) do
    if wanted(ALL[name]) then list[#list + 1] = name end
  end
  return list
end

local function names_of(parts, wanted)
  local list = {}
  for _, part in ipairs(parts) do
    if part[1] ~= "[integer]" and wanted(part) then list[#list + 1] = part[1] end
  end
  table.sort(list)
  return list
end

-- The name of each part of any word, and `more` beside them.
function declarations.names(more)
  local set = {}
  for _, name in ipairs(more) do set[name] = true end
  for _, declared in pairs(ALL) do
    for _, part in ipairs(declared.parts) do set[part[1]] = true end
  end
  set["[integer]"] = nil
  return sorted_keys(set)
end

-- For each word: the kind of each of its parts; their names, sorted, in a pack's own
-- declaration, where a layer changes what lies beneath, and those needed.
declarations.KINDS, declarations.KEYS, declarations.LAYER_KEYS,
  declarations.NEEDED = {}, {}, {}, {}
for name, declared in pairs(ALL) do
  local kinds, parts = {}, declared.parts
  for _, part in ipairs(parts) do kinds[part[1]] = part[2] end
  declarations.KINDS[name] = kinds
  declarations.KEYS[name] = names_of(parts, function(part)
    return part.in_layer ~= "only"
  end)
  declarations.LAYER_KEYS[name] = names_of(parts, function(part)
    return part.in_layer ~= nil
  end)
  declarations.NEEDED[name] = names_of(parts, function(part)
    return part.needed
  end)
end

return declarations
