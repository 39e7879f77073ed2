-- Sentences that the built-in rules seldom or never come to are the same in the core as
-- in Lua: each kind by a rule of its own, over many dossiers.

package.path = "tests/parity/?.lua;" .. package.path
local corpus = require "corpus"
local evaluating = require "evaluating"
local small = require "support.small"
local support = require "support.host"

local null = support.json.null

local RULES <const> = [[
list "guards" { ask = "Who?", beside = "away", facts = {
  fact "id" { type = "text", ask = "Id?" },
  fact "away" { type = "choice", values = { "no", "ill", "home" }, ask = "Away?",
    titles = { ill = "on sick leave" } },
  fact "duty" { type = "yes/no", ask = "On duty?", titles = { no = "off duty" } },
  fact "taught" { type = "yes/no", ask = "Taught?", titles = { no = "untaught" } },
  fact "met" { type = "date", may_be_never = true, ask = "Met?" },
} }
fact "g.total" { type = "count", ask = "How many?",
  from = count "guards" { where = "away is no", "id is not X" } }
fact "g.taught" { type = "count", of = "g.total", ask = "How many taught?",
  from = count "guards" { where = "away is no", "id is not X", "taught is yes" } }
fact "h.total" { type = "count", ask = "How many on duty?",
  from = count "guards" { where = "duty is yes", "id is not X" } }
fact "h.taught" { type = "count", of = "h.total", ask = "How many taught of these?",
  from = count "guards" { where = "duty is yes", "id is not X", "taught is yes" } }
fact "g.each" { type = "yes/no", ask = "Each?", from = every "guards" { "taught is yes" } }
provision "2" { title = "Two", applies = "a.law is yes",
  not_applicable = "No law: {a.flag}." }
provision "3" { title = "Three", applies = "a.flag is yes" }
parameter "way" { type = "choice", values = { "one", "two" }, ask = "Way?" }
]]

-- What each check expects, and more of it.
local CHECKS <const> = {
  { [["g.taught covers all of g.total"]], [[met = "All of {g.total}.",
    not_applicable = "None of {g.total}."]] },
  { [[{ "h.taught covers all of h.total", otherwise = "{h.taught} of {h.total}." }]],
    [[met = "All of them", not_applicable = "Nobody."]] },
  { [[{ "g.each is yes", otherwise = "Not each: {g.each}." }]] },
  { [[every "people" { "trained is yes", otherwise = "One is not trained." }]] },
  { [[every "guards" { where = "duty is yes", "taught is yes", "met is after 2013-01-01",
    otherwise = "Not taught, met {met}.", never = "Never met." }]] },
  { [[every "guards" { "taught is yes", otherwise = "{id} is not taught." }]] },
  { [[none "guards" { "taught is no", otherwise = "One is not" }]] },
  { [[none "guards" {}]] },
  { [[any "guards" { "taught is yes", "duty is yes" }]] },
  { [[none { "a.flag is yes", "b.flag is yes", otherwise = "{a.flag} or {b.flag}." }]] },
  { [[all { any { "a.level is full", "a.kinds includes x" },
    { "a.kinds includes x and y and z", otherwise = "Lacks {missing} ({today})." },
    { "a.flag is yes", otherwise = "{a.flag}." }, { "b.flag is yes", otherwise = "B." },
    { "a.practice is yes", otherwise = "P." }, { "a.any_armed is no", otherwise = "A." },
    "a.total is at most a.done" }]] },
  { [[auditor "Q" { ask = "Well?", yes = "It is well.", no = "It is not." }]] },
  { [[auditor "R" { ask = "Well?", yes = "It is.", no = "It is not.",
    otherwise = "It is not well: {a.flag}, {b.flag}, {a.level}." }]] },
  { [["b.flag is yes"]], [[applies = "a.flag is yes"]] },
  { [["b.flag is yes"]],
    [[applies = { "a.flag is yes", otherwise = "Only of {a.flag} flags." }]] },
  { [[when "a.flag is yes" { "b.flag is yes", "a.hidden is blue" }]],
    [[not_applicable = "Of no flag."]] },
  { [[reading "way" { one = "a.flag is yes", two = "b.flag is yes" }]] },
  { [[compute { facts = { "a.flag", "b.flag" }, says = "one of them",
    function(a, b) if a and b then return 1 < a end return a or b end }]] },
  { [[when "a.flag is yes" { "a.optional is yes" }]] },
  { [["a.law is yes"]] },
  { [["a.secret is not x"]] },
}

-- The first provision has them all, the others two each.
local function rules()
  local texts = { RULES }
  for i, check in ipairs(CHECKS) do
    local provision = ({ [20] = 2, [21] = 2, [14] = 3, [16] = 3 })[i] or 1
    texts[#texts + 1] = ('check "%d.%d" { title = "T%d", points = { "%s" }, '
      .. 'ask = "?", expect = %s, %s }'):format(provision, i, i,
      i % 4 == 0 and "SHOULD" or "SHALL",
      check[1]:gsub('auditor "', 'auditor "' .. ('%d-%d-'):format(provision, i)), check[2] or "")
  end
  return table.concat(texts, "\n")
end

-- What must be met on the way, as patterns of Lua.
local SAID <const> = { "; %d+ on sick leave", "; %d+ off duty", "%d+ left out",
  ", untaught", "%d+ of them untaught", " %(I%-%d, I%-%d%)", "more of the same kind",
  "And %d+ more%.", "Never met %(I%)%.", "Lacks y and z", "Lacks z", "^As stated: Met: ",
  "Expected that ", "Not so: ", "It applies only where ", "Only of no",
  "There is nothing here", "No law: ", "Of no flag%.", "None of %d", "Nobody",
  "record says that this does not apply: It was seen %([^()]*A%. Auditor, lead auditor%)%.",
  "seen %(A%. Auditor, lead%); It was told %(", "is this shortfall isolated",
  "Only the auditor may decide", "answer is withheld", "contradicts itself on",
  "Not settled", "What is known does not", "%(and %d+ more questions%)",
  "%(and 1 more question%)", " %(I%-%d: on sick leave",
  "^As documented: ", "^Auditor%-verified: ", ", as stated", ", as documented",
  "compare" }

-- Records on the same prompts, which agree or contradict each other.
local function recorded(extent)
  local records = {}
  for i, one in ipairs { { "3.14/applies", "no", "It was seen." },
    { "3.14/applies", "no", "It was told. " }, { "1.10/extent", "systemic", "Seen" },
    { "1.10/extent", extent, "Seen" }, { "1.13/1-13-R", "no", "Seen." } } do
    records[i] = { kind = "judgement", prompt = one[1], answer = one[2], why = one[3],
      by = "A. Auditor", authority = "lead", party = "auditor", date = "2013-11-01" }
  end
  local fact = { value = true, evidence = support.json.array { "E" } }
  return { name = "records that are " .. extent, call = {},
    text = support.json.write(small.dossier({ a = { flag = null }, b = { flag = fact },
      guards = { complete = true, items = support.json.array {
        { id = "I", duty = true, taught = true, met = "never" } } } }, { records = records,
      evidence = { { id = "E", kind = "document", title = "E",
        date = "2013-11-01", collected_by = "member" } } })) }
end

describe("The sentences of the core", function()
  it("are those of Lua, whatever they are of", function()
    local runtime, problem = small.open(rules())
    assert(runtime, problem and problem.message)
    local model = runtime.model()
    local check, heard = evaluating.comparer(model), {}
    local function hear(text)
      for _, pattern in ipairs(SAID) do
        heard[pattern] = heard[pattern] or text:find(pattern) ~= nil
      end
    end
    local dossiers = corpus.generated(model, 1, 300)
    dossiers[#dossiers + 1] = recorded "systemic"
    dossiers[#dossiers + 1] = recorded "isolated"
    for i, one in ipairs(dossiers) do
      local results = check(one)
      assert.is_true(#results > 0 or i < #dossiers - 1, one.name)
      for _, result in ipairs(results) do
        hear(result.reason)
        heard.against = heard.against or result.against and #result.against > 0
      end
    end
    for _, pattern in ipairs(SAID) do assert.is_true(heard[pattern], pattern) end
    assert.is_true(heard.against)
  end)
end)
