-- What an editor shows of the words of rules and of what stands in their braces;
-- of those that declare, what the table of declarations says.
-- Each: one sentence, then the parts with type and meaning.  Types that begin
-- with @ are this project's own.

local declarations = require "pack.declarations"

local words = {}

-- ---- parts that several have --------------------------------------------

local OTHERWISE <const> = { "otherwise", "string",
  "The finding where it is not so, as one sentence." }
local CONDITIONS <const> = { "[integer]", "@condition", "The conditions." }
local function and_more(some, more)
  return table.move(more, 1, #more, #some + 1, some)
end

-- ---- words that declare -------------------------------------------------

local function shown(parts)
  local list = {}
  for i, part in ipairs(parts) do
    list[i] = { part[1], declarations.type_of(part), part[3] }
  end
  return list
end

-- Each word: its sentence; the type of its name, nil where it has none; parts.
words.DECLARING = {}
for name, declared in pairs(declarations.ALL) do
  words.DECLARING[name] = { declared.says, declared.name, shown(declared.parts) }
end

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
    { "sum", "string", "How the first compares with the sum of the others." },
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
  }, shown(declarations.SITUATION)) },
  { "slip", { { "was", "string", "The condition as it stands." },
    { "now", "string|string[]", "What it could become." },
    { "because", "string", "Why no example can notice." } } },
  { "change", { { "check", "@check_id", "The check that changed." },
    { "provision", "string", "Or the provision." },
    { "effect", "@effect", "Which way its outcomes may move." },
    { "because", "string", "Why, as a sentence." } } },
}

return words
