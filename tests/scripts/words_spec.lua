-- No code reads words: with every word of messages/ replaced, lint finds the same
-- things, at the same places, with the same cures.
local diagnostic = require "base.diagnostic"
local small = require "support.small"
local support = require "support.host"

-- One slip in each line; what each is stands in messages/.
local EXPECTED <const> = {
  '"a.flg is yes"', '"a.flag is maybe"', '"a.flag is known"', '"a.flag >= yes"',
  '"a.flag = yes and b.flag is yes"', '"a.flag is yes and b.flag is yes"',
  '"a.total is at least ten percent"', '"a.total is at least 50% of a.done"',
  '"a.total is between 2 and 5"', '"a.total is greater than 2"', '"a.total is 3"',
  '"a.total is more than one"', '"a.total is more than a.flag"', '"a.flag yes"',
  '"a.total covers all of a.flag"', '"a.day is within a.flag of today"',
  '"a.day is within 90 days"', '"a.day is not older than 2 years"',
  '"a.day is within 12 months"', '"a.day is after 28.2.2013"',
  '"a.day is after 2013-02-30"', '"a.day is after a.dya"', '"a.flag is yes."',
  '"the a.flag is yes"', '"a flag is yes"', '"a.flagis yes"', '"a.flag"',
  '"a.flag is at laest 3"', '"a.total is at least"', '"a.kinds is x"',
  '"a.level includes full"', '"a.secret is x"', '"armed is yes"',
  '"a.flag is \u{2018}yes\u{2019}"', "all { }", 'every "peple" { "armed is yes" }',
  'every "people" { "armd is yes" }', 'auditor "x" { }', 'compute { facts = {} }',
  'compute { facts = { "a.flg" }, function(a) return a end }', "3",
  'reading "a.flag" { x = "a.flag is yes" }', 'when "a.flag is yes"',
  '"a.flag is yes", "b.flag is yes"', '"a.total is less than 0"',
  '"a.flag is yes", otherwise = "Is {a.flg}"', '"a.flag is yes", remedy = "Mend."',
  '"a.flag is yes", never = "X.", otherwise = "Y."', '"a.flag is yes", othrwise = ""',
}

local DECLARED <const> = [[
fact "a b" { type = "yes/no" }
fact "a.x1" { type = "yesno" }
fact "a.x2" { type = "choice" }
fact "a.x3" { type = "yes/no", scope = "plant" }
fact "a.x4" { tpe = "yes/no", type = "yes/no" }
fact "a.x5" { type = "yes/no", ask = 3 }
fact "a.x6" { type = "yes/no", shown_by = { "interviews" } }
fact "a.flag" { type = "yes/no" }
fact "a.x7" { type = "count", from = "a.flag is yes" }
parameter "p1" { type = "count", value = "12" }
parameter "p2" { type = "count", value = 12,5 }
parameter "p3" { type = "count", vale = 12 }
parameter "p4" { value = 12 }
point "P1" { strength = "shold", says = "X." }
point "P2" { strength = "must", sais = "X." }
provision "2" { title = "Two." }
hint "h" { "X." }
disagreement "d" { when = "a.flag is yes", facts = { "b.flag" } }
release "1" { { check = "1.1", effect = "harder", because = "X" } }
narrow "1.1" { applies = "a.flag is yes" }
fact "org.x" { type = "yes/no" }
check "9.1" { title = "X", ask = "X.", expect = "a.flag is yes" }
check "1.900" { titel = "X" }
check "1.901" { title = "X", ask = "X." }
check "1.902" { title = "X", ask = "X.", points = { "SHAL" }, expect = "a.flag is yes" }
check "1.902" { title = "X", ask = "X.", prompts = { 3 }, expect = "a.flag is yes" }
examples "1.901" {
  { gives = "conformnce", because = "a", facts = { "a.flg is yes" } },
  { gives = "conformance", because = "a", facts = { "a.flag is three" }, wen = 3 },
  { gives = "conformance", facts = 3, people = { { "armd is yes" } } },
  { gives = "conformance", range = { "minor" }, as_of = "2013-02-30" }, 3,
}
examples "1.99999" { }
unnoticed "1.901" { { was = "x" } }
]]

local STOPPED <const> = {
  'fact "a.y" { type = "yes/no"', 'chek "1" { }', 'check "1" { title == "x" }',
  "x = 3", 'check "1" { title: "x" }', 'check 3', 'check "1" 3',
  'check "1" { "a.flag is yes" or "b.flag is yes" }', 'check "1" { a = 12 months }',
  'check "1" { title = \u{201C}x\u{201D} }', 'check "1" { title = "x }',
  '// remark', 'check "1" { if x then }', 'check "1" { title "x" }', 'x = "a" + 1',
  'check "1" { } }', 'check "1" { title = , }', 'check "1" { a = x.y is yes }',
}

local function rule_files()
  local lines = {}
  for i, condition in ipairs(EXPECTED) do
    lines[i] = ('check "1.%d" { title = "T", ask = "A.", points = { "SHALL" }, '
      .. "expect = { %s } }"):format(i + 10, condition)
  end
  local more = { ["slips.lua"] = table.concat(lines, "\n"),
    ["declared.lua"] = DECLARED }
  for i, text in ipairs(STOPPED) do
    more[("stopped-%02d.lua"):format(i)] = text
  end
  return more
end

-- What lint finds, each as one text without its words; and its words.
local function found()
  local model = assert(small.open(small.check '"a.flag is yes"',
    { more = rule_files(), tolerant = true })).model()
  local list, words = {}, {}
  for i, d in ipairs(model.diagnostics) do
    list[#list + 1] = ("%d %s %s %s"):format(i, d.kind, d.says.code,
      diagnostic.core(d.says).cure or "")
  end
  for _, d in ipairs(require("lint").findings(model, support.host)) do
    list[#list + 1] = ("%s:%d:%d %s %s"):format(d.file, d.line, d.column, d.code,
      d.slip)
    words[#words + 1] = d.message .. " " .. d.cure
  end
  table.sort(list)
  return list, words
end

-- Every text of the table in other words, with the names that fill it.
local function in_other_words(words)
  local other = {}
  for key, value in pairs(words) do
    if type(value) == "table" then
      other[key] = in_other_words(value)
    else
      local names = {}
      for name in value:gmatch "{[%a_]+}" do names[#names + 1] = name end
      other[key] = "WORT " .. table.concat(names, " ODER ") .. " ENDE"
    end
  end
  return other
end

-- What `run` gives with every word replaced.
local function with_other_words(run)
  local kept = {}
  for _, name in ipairs(diagnostic.MESSAGES) do
    kept[name] = require(name)
    package.loaded[name] = in_other_words(kept[name])
  end
  local answers = table.pack(pcall(run))
  for name, words in pairs(kept) do package.loaded[name] = words end
  assert(table.unpack(answers, 1, answers.n))
  return table.unpack(answers, 2, answers.n)
end

it("lint finds the same whatever the words are", function()
  local before, said = found()
  local after, other = with_other_words(found)
  assert.truthy(#before > 130, #before)
  assert.same(before, after)
  -- They were replaced: not one finding has the words it had.
  assert.equal(#said, #other)
  for _, words in ipairs(other) do
    assert.truthy(words:find("WORT", 1, true), words)
  end
end)

-- ---- dossiers -----------------------------------------------------------

-- Facts of one facility, and what else there is beside it: each wrong in its way.
local FACTS <const> = {
  '"gun":1', '"arms":3', '"arms":{"used":"maybe"}', '"arms":{"kinds":["gun"]}',
  '"arms":{"armed_count":"approx. 40"}', '"arms":{"armed_count":{"at_least":3,"at_most":1}}',
  '"arms":{"used":{"at_least":1}}', '"arms":{"used":{"one_of":["yes"]}}',
  '"arms":{"used":{"share":"all"}}', '"arms":{"used":{"includes":["yes"]}}',
  '"arms":{"used":{"state":"withheld"}}', '"arms":{"used":{"state":"known"}}',
  '"arms":{"used":{"state":"unknown","value":true}}', '"arms":{"kinds":[]}',
  '"arms":{"used":false,"armed_count":3}', '"arms":{"armed_count":3,"trained_count":4}',
  '"risk_assessment":{"date":"2099-01-01"}', '"risk_assessment":{"date":"2013-02-30"}',
  '"arms":{"used":{"state":"not_applicable","na_reason":"x"}}',
  '"arms":{"used":{"value":true,"evidence":["E-9"]}}', '"country":"Atlantis"',
  '"people":[{"name":7},{"armd":true}]', '"people":{"itms":[]}', '"people":7',
  '"allegations":[{"id":"A"},{"id":"A"},{"id":"A "}]', '"member":{"name":"x"}',
  '"people":{"complete":true,"count":3,"items":[]}', '"not_assessed_why":"lunch"',
  '"management":{"responsibility":{"value":"senior","auditor":{"value":"below"}}}' }
local BESIDE <const> = {
  '"evidence":[{"id":"E","kind":"paper"},{"id":"E","kind":"document"}]', '"facilitys":[]',
  '"records":[{"kind":"waiver","party":"auditor","check":"11.9"}]',
  '"records":[{"kind":"override","party":"member","check":"11.1.1","by":"A"}]',
  '"records":[{"kind":"judgement","prompt":"fact:/nowhere","answer":true}]',
  '"findings":[{"id":"F","repeat_of":"F","provision":"11.7","date":"13/1/2013"}]' }

local function problems_of()
  local runtime, list, words = support.open_builtin(), {}, {}
  local function look(facts, beside)
    local text = ('{"format":"cop11.dossier/1","assessment":{"date":"2013-11-30"},'
      .. '"facilities":[{"id":"a"%s}]%s}'):format(facts, beside)
    local answer = support.decode(assert(runtime.validate(text, {})))
    assert.truthy(#answer.problems > 0, text)
    for _, one in ipairs(answer.problems) do
      list[#list + 1] = ("%s: %s %s %s"):format(text, one.kind, one.code, one.pointer)
      words[#words + 1] = { code = one.code, text = one.message .. (one.cure or "") }
    end
  end
  for _, facts in ipairs(FACTS) do look("," .. facts, "") end
  for _, beside in ipairs(BESIDE) do look("", "," .. beside) end
  table.sort(list)
  return list, words
end

it("a dossier has the same problems whatever the words are", function()
  local before, said = problems_of()
  local after, other = with_other_words(problems_of)
  assert.truthy(#before > 45, #before)
  assert.same(before, after)
  assert.equal(#said, #other)
  -- The core has its own since it was built, and no way to read them back.
  local of_core = {}
  for _, code in ipairs(support.host.message_codes()) do of_core[code] = true end
  for _, one in ipairs(other) do
    assert.truthy(of_core[one.code] or one.text:find("WORT", 1, true)
      or one.text:find("ENDE", 1, true), one.text)
  end
end)

-- What is said of a dossier is for the person who must act on it.
it("the messages on a dossier begin like a part of a sentence, and do not scold", function()
  for _, name in ipairs { "messages.dossier", "messages.dossier_parts" } do
    for code, words in pairs(require(name)) do
      local wrong = type(words) == "table" and words[1] or words
      assert.falsy(wrong:find "^%u%l", code)
      assert.falsy(wrong:find "%.$", code)
      for _, word in ipairs { "invalid", "illegal", "bad ", "must not", "please", "error" } do
        assert.falsy(wrong:lower():find(word, 1, true), code .. ": " .. word)
      end
    end
  end
end)
