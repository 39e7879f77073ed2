-- What an editor shows of the words of rules and of what stands in their braces.
-- Each: one sentence, then the parts with type and meaning.  Types that begin
-- with @ are this project's own.

local words = {}

-- ---- parts that several have --------------------------------------------

local GROUNDS <const> = {
  { "because", "string", "Why, as a sentence." },
  { "by", "string", "Who decided it." },
  { "until_date", "string", "Its last day, such as 2014-06-30." },
}
local OTHERWISE <const> = { "otherwise", "string",
  "The finding where it is not so, as one sentence." }
local CONDITIONS <const> = { "[integer]", "@condition", "The conditions." }
local SITUATION <const> = {
  { "as_of", "string", "Today, such as 2013-11-30." },
  { "evidence", "table[]", "Pieces of evidence: { id = ..., kind = ... }." },
  { "facilities", "table", "Several facilities, each with its own facts." },
  { "facts", "@facts", "What is known; the rest is not." },
  { "member", "@facts", "What is known of the Member." },
  { "parameters", "@facts", "Other values of parameters, for this alone." },
  { "records", "table[]", "What the auditor put on record." },
}
local MEASURE <const> = {
  { "type", "@type", "What kind of answer it has." },
  { "unit", "string", "What is counted or measured." },
  { "values", "string[]", "The values allowed." },
  { "least", "number", "The smallest number there can be." },
  { "label", "string", "How reports call it." },
  { "help", "string", "What to know to answer the question." },
  { "may_be_none", "boolean", "\"None\" is an answer too: no limit, or none of the values." },
}
local function and_more(some, more)
  return table.move(more, 1, #more, #some + 1, some)
end

-- ---- words that declare -------------------------------------------------

-- Each word: its sentence; the type of its name, nil where it has none; parts.
words.DECLARING = {
  check = { "One testable expectation. Its id is never used again.", "string", {
    { "title", "string", "The good state, in a few words, no full stop." },
    { "points", "@point[]", "The points of the guidance it rests on." },
    { "applies", "@condition", "When it is asked at all." },
    { "not_applicable", "string", "The reason printed where it is not asked." },
    { "expect", "@condition", "What must be so." },
    { "met", "string", "The sentence printed where all is well." },
    { "ask", "string", "What to ask people for." },
    { "remedy", "string", "What would put it right, as a sentence." },
    { "prompts", "table[]", "Things to point out to the auditor." },
    { "why", "string", "Background for the reader of the rule." },
    { "stricter_than", "@check_id", "The baseline's check it asks more than." },
    { "retired", "string", "Why the check was given up." },
    { "aliases", "string[]", "Ids that this check had before." } } },
  provision = { "One provision of the guidance.", "string", {
    { "title", "string", "What it is about." },
    { "applies", "@condition", "Where it is asked at all." },
    { "not_applicable", "string", "The reason printed where it is not asked." },
    { "scope", "@scope", "Whether of each facility, or of the Member." },
    { "with", "string", "The provision it is rated together with." } } },
  fact = { "A fact that dossiers state and checks read.", "string",
    and_more({
    { "ask", "string", "The question to a person." },
    { "titles", "table<string, string>", "How people call the values." },
    { "most", "number", "The largest number there can be." },
    { "of", "@fact", "The whole that this count is a part of." },
    { "scope", "@scope", "Of what it is a fact; a facility's by default." },
    { "from", "@condition", "How it follows from a list." },
    { "evidence", "string[]", "What usually shows it." },
    { "shown_by", "string[]",
      "The kinds of evidence that can show it; all of them by default." },
    { "sensitive", "boolean", "Reports do not print its value." },
    { "future", "boolean", "The date may lie after today." },
    { "may_be_never", "boolean", "\"Never\" is an answer too." },
    { "needs_why", "boolean|@condition",
      "A no, or a value left out, counts only with a reason (where this holds)." },
    { "not_applicable_when", "@condition",
      "The only condition under which it may be marked not applicable." },
    { "auditor_may_decide", "boolean",
      "Where it is not known, the report asks the auditor." },
    { "beyond", "boolean", "It goes beyond the guidance, and lowers no rating." },
  }, MEASURE) },
  list = { "A list that dossiers hold, such as people or shipments.", "string", {
    { "ask", "string", "The question to a person." },
    { "help", "string", "What to know to answer it." },
    { "item", "string", "How one of it is called." },
    { "label", "string", "How reports call it." },
    { "scope", "@scope", "Whether each facility has one, or the Member." },
    { "facts", "table[]", "The facts of each item: fact \"...\" { ... }." },
    { "evidence", "string[]", "What usually shows it." },
    { "sensitive", "boolean", "Reports do not print what it holds." },
    { "beyond", "boolean", "It goes beyond the guidance, and lowers no rating." },
  } },
  parameter = { "A limit that the guidance leaves open.", "@parameter|string",
    and_more(and_more({
    { "value", "any", "The value; without one, what rests on it is not known." },
    { "source", "string", "Where the value comes from." },
    { "ask", "string", "What it settles, as a question." },
  }, MEASURE), GROUNDS) },
  point = { "One point of the guidance.", "string", {
    { "says", "string", "What it asks, in our own words." },
    { "strength", "@strength", "How strongly the guidance words it." },
    { "question", "boolean", "The report answers it as a question." } } },
  disagreement = { "Facts that cannot both be true.", "string", {
    { "when", "@condition", "What cannot be." },
    { "facts", "@fact[]", "The facts that then count as not known." },
    { "because", "string", "Why that cannot be, as a sentence." },
    { "prompt", "string", "What the auditor should look at." },
    { "scope", "@scope", "Of what these are facts." } } },
  hint = { "What reports say of a Member with these ratings.", "string", {
    { "[integer]", "string", "What they say, as a sentence." },
    { "when", "@condition", "Where it is said." },
    { "ratings", "string[]", "The ratings it is said with." },
    { "source", "string", "Where it comes from." } } },
  examples = { "Examples of a check: its tests and its documentation.",
    "@check_id", and_more({ { "[integer]", "@example", "The examples." } },
    SITUATION) },
  unnoticed = { "Changes to a check that no example can notice, with reasons.",
    "@check_id", { { "[integer]", "@slip", "The changes." } } },
  release = { "What was changed on purpose in this version.", "string",
    { { "[integer]", "@change", "The changes." } } },
  switch_off = { "Weakens: a check of the baseline is not asked at all.",
    "@check_id", GROUNDS },
  narrow = { "Weakens: a check of the baseline is asked in fewer places.",
    "@check_id", and_more({
    { "applies", "@condition", "Where it is still asked." } }, GROUNDS) },
  pack = { "The name and version of this set of rules.", nil, {
    { "title", "string", "The name of the set of rules." },
    { "version", "string", "Its version." },
    { "edition", "string", "The edition of the guidance." },
    { "source", "string", "The guidance it rests on." },
    { "notice", "string", "What every report says of itself." },
    { "needs", "string", "The version of the library it needs." } } },
  ratings = { "How an outcome follows from the wording of the guidance.", nil, {
    { "shall", "@row" }, { "must", "@row" }, { "should", "@row" },
    { "could", "@row" }, { "background", "@row" }, { "beyond", "@row" },
    { "source", "string", "Where the table comes from." } } },
  findings = { "What findings call for.", nil, {
    { "plan_required_for", "string[]", "Outcomes that need a plan." },
    { "critical_provisions", "string[]", "Provisions that are critical." },
    { "source", "string", "Where it comes from." } } },
}

-- ---- words of conditions ------------------------------------------------

local GROUP <const> = "@group"
-- Each word: its sentence; the type of its name or gate, nil where it has none;
-- the type of its braces.
words.JOINING = {
  all = { "Every one of the conditions.", nil, GROUP },
  any = { "At least one of the conditions, or items of a list.", nil, GROUP },
  none = { "Not one of the conditions, or items of a list.", nil, GROUP },
  every = { "Each item of a list.", "@list", "@items" },
  count = { "How many items of a list; for `from` of a fact.", "@list",
    "@items" },
  latest = { "The latest day in a list; for `from` of a fact.", "@list",
    "@items" },
  when = { "Asked only where the condition holds.", "@condition", GROUP },
  auditor = { "Only the auditor may decide.", "string", "@question" },
  reading = { "Two readings of one point.", "@parameter",
    "table<string, @condition>" },
  compute = { "A plain function, as the last resort.", nil, "@computed" },
  advise = { "Points something out, and changes no outcome.", nil, "@advice" },
}
-- Those that take the name of a list as well.
words.ITEMS = { any = "@items", none = "@items" }

-- ---- what stands in braces ----------------------------------------------

-- Each: its name, and its parts.
words.SHAPES = {
  { "group", { CONDITIONS, OTHERWISE } },
  { "items", { { "where", "@condition", "Which of the items." }, CONDITIONS,
    OTHERWISE } },
  { "question", { { "ask", "string", "The question to the auditor." },
    { "yes", "string", "What a yes means." },
    { "no", "string", "What a no means." }, OTHERWISE } },
  { "computed", { { "facts", "@fact[]", "The facts that it is given." },
    { "says", "string", "What it computes, in words." },
    { "[integer]", "function", "The function." }, OTHERWISE } },
  { "advice", { { "[integer]", "string", "What the auditor should look at." },
    { "when", "@condition", "Where it is pointed out." },
    { "where_not_asked", "true", "Also where the check is not asked." } } },
  { "row", { { "lapse", "@outcome", "What an isolated shortfall gives." },
    { "absent", "@outcome", "What something wholly absent gives." } } },
  { "example", and_more({
    { "gives", "@outcome", "The outcome that is right." },
    { "because", "string", "Why, in a few words." },
    { "says", "string", "Words that the reason holds." },
    { "range", "@outcome[]", "The outcomes that stay possible." },
  }, SITUATION) },
  { "slip", { { "was", "string", "The condition as it stands." },
    { "now", "string|string[]", "What it could become." },
    { "because", "string", "Why no example can notice." } } },
  { "change", { { "check", "@check_id", "The check that changed." },
    { "provision", "string", "Or the provision." },
    { "effect", "@effect", "Which way its outcomes may move." },
    { "because", "string", "Why, as a sentence." } } },
}

return words
