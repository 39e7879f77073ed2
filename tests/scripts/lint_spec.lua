-- Lint over a small pack in which one thing is broken at a time.
local small_pack = require "support.small_pack"
local support = require "support.host"
local codes = require "lint.codes"

local function places(findings)
  local list = {}
  for i, d in ipairs(findings) do
    list[i] = ("%s:%d:%d %s"):format(d.file, d.line, d.column, d.code)
  end
  return list
end

-- Breaks `file` by writing `to` for `from`; then lint finds, at these places,
-- these codes, and the first finding says and cures like this.
local function finds(title, file, from, to, at, says, cure)
  it(title, function()
    local findings = small_pack.lint(file, from, to).diagnostics
    assert.same(at, places(findings))
    assert.truthy(findings[1].message:find(says, 1, true),
      findings[1].message)
    assert.truthy(findings[1].cure:find(cure, 1, true), findings[1].cure)
  end)
end

describe("lint of a pack in order", function()
  it("finds nothing", function()
    local lint = small_pack.lint()
    assert.same({}, places(lint.diagnostics))
    assert.same({ errors = 0, warnings = 0 }, lint.totals)
    assert.is_true(lint.ok)
    assert.equal("cop11.lint/1", lint.format)
  end)
end)

describe("lint of ratings of which a row is none", function()
  it("tells it, and of each check that it rates nothing", function()
    local examples = small_pack.files("rules.examples.lua",
      'facts = { ["doors.locked"] = false } },', [[facts = { ["doors.locked"] = false },
        records = { { prompt = "1.1/extent", answer = "systemic" } } },]])["rules.examples.lua"]
    local findings = small_pack.open("pack.lua",
      '{ lapse = "minor-nonconformance", absent = "major-nonconformance" }', '"x"',
      { ["rules.examples.lua"] = examples }).lint()
    findings = support.decode(findings).diagnostics
    local said = {}
    for i, d in ipairs(findings) do said[i] = d.message end
    local all = table.concat(said, " ")
    assert.truthy(all:find("'shall' needs lapse and absent", 1, true), all)
    assert.truthy(all:find("has no row 'shall'", 1, true), all)
  end)
end)

describe("lint of a file that a text editor called .lua.txt", function()
  local function finding(options)
    options.tolerant = true
    local runtime = support.open({ ["a.lua"] = "-- none" }, options)
    for _, d in ipairs(support.decode(runtime.lint()).diagnostics) do
      if d.code == "L006" then return d end
    end
  end
  it("says that it is not read, and its name", function()
    local d = finding { passed_over = { path = "x/a.lua.txt", count = 1 } }
    assert.equal("x/a.lua.txt:1 L006 warning", ("%s:%d %s %s"):format(d.file,
      d.line, d.code, d.severity))
    assert.equal("The file x/a.lua.txt is not read.", d.message)
    assert.equal("Rename it to x/a.lua.", d.cure)
  end)
  it("says how many more there are", function()
    assert.equal("The files x/a.lua.txt and 2 more that end in .lua.txt are not "
      .. "read.", finding({ passed_over = { path = "x/a.lua.txt",
        count = 3 } }).message)
  end)
  it("calls one of a layer by the layer's name", function()
    assert.equal("ours/a.lua.txt", finding({ layers = { { name = "ours",
      files = {}, passed_over = { path = "a.lua.txt", count = 1 } } } }).file)
    assert.is_nil(finding { layers = { { name = "ours", files = {} } } })
  end)
end)

describe("lint of a pack without a check", function()
  it("says so, for no engine opens on it", function()
    local lint = support.decode(support.open({ ["a.lua"] = "-- none" },
      { tolerant = true }).lint())
    assert.same({ "a.lua:1:1 L034" }, places(lint.diagnostics))
    assert.equal("The pack holds no check.", lint.diagnostics[1].message)
    assert.is_false(lint.ok)
  end)
end)

describe("a file that Lua cannot read", function()
  finds("says what is missing", "rules.lua",
    'are locked",\n  points', 'are locked"\n  points',
    { "rules.lua:4:30 L001" }, "A comma is missing behind \"Doors are locked\".",
    "Put a comma there.")
  it("leaves what Lua says to those who ask for JSON", function()
    local runtime = small_pack.open("rules.lua", 'are locked",\n  points',
      'are locked"\n  points')
    assert.equal("'}' expected (to close '{' at line 3) near 'points'",
      support.decode(runtime.lint()).diagnostics[1].lua)
    assert.is_nil(assert(runtime.render(runtime.lint(), "text")):find("Lua says"))
  end)
  finds("does not make others guilty who need what it declares", "facts.lua",
    'guards?" }', 'guards? }', { "facts.lua:3:45 L001" },
    "no quotation mark at its end", "Put \" behind the last word")
  finds("makes its own checks no strangers to their examples", "rules.lua",
    'Lock the doors.",\n}', 'Lock the doors.",\n', { "rules.lua:3:13 L001" },
    "never closed", "Put }")
end)

describe("a file that stops while it is read", function()
  finds("for two signs =", "rules.lua", 'title  = "Doors', 'title == "Doors',
    { "rules.lua:4:3 L002" }, "Two signs == stand behind 'title'", "title = ...")
  finds("for no sign =", "rules.lua", 'title  = "Doors', 'title "Doors',
    { "rules.lua:4:3 L002" }, "= is missing", 'title = "Doors are locked"')
  finds("for a text without quotation marks", "rules.lua",
    '"Doors are locked"', "Doors", { "rules.lua:4:12 L002" }, "'Doors'",
    'Write "Doors" in quotation marks')
  finds("for a condition without them", "rules.lua", '"guards.used is yes"',
    "guards.used", { "rules.lua:15:13 L002" }, "'guards.used' stands",
    "around the whole condition")
  finds("for a word that sounds like one of ours", "rules.lua",
    'check "1.1"', 'Check "1.1"', { "rules.lua:3:1 L002" },
    "'Check' is not known here", "Did you mean 'check'?")
  finds("for what stands behind the last brace", "rules.lua",
    'Lock the doors.",\n}', 'Lock the doors.",\n}\nremedy = "Run."',
    { "rules.lua:10:1 L002" }, 'This } ends check "1.1"', "Take it out")
  finds("for a comma missing between groups", "rules.lua",
    '{ "guards.trained covers all of guards.count", otherwise = "Not all." },',
    'all { "guards.count is more than 2" }', { "rules.lua:18:42 L002" },
    "A comma is missing", "Put a comma there")
  finds("for a sign that calculates", "rules.lua", '"Try the doors."',
    '"Try " - "the doors."', { "rules.lua:8:19 L002" },
    "The sign - calculates", "quotation marks")
end)

describe("what Lua accepts in silence", function()
  finds("and between conditions", "rules.lua", 'of guards.count",',
    'of guards.count" and "guards.count is more than 2",',
    { "rules.lua:18:51 L003" }, "'and' joins nothing", "Write all {")
  finds("a sign between conditions", "rules.lua", '"Try the doors."',
    '"Try" == "the doors."', { "rules.lua:8:3 L010", "rules.lua:8:18 L003" },
    "'ask' needs a text in quotes", 'Write ask = "..."')
  finds("a date without quotation marks", "rules.examples.lua",
    'because = "nobody tried"', 'because = "nobody tried", as_of = 2013-11-30',
    { "rules.examples.lua:6:3 L042", "rules.examples.lua:6:72 L003" },
    "as_of is a text", "")
  finds("a name that stands twice", "rules.lua", '  ask    = "Try',
    '  title = "Again",\n  ask    = "Try', { "rules.lua:8:3 L004" },
    "the one in line 4 is lost", "Keep one")
  finds("a declaration without braces", "rules.lua", 'check "1.1" {',
    'check "1.0"\ncheck "1.1" {', { "rules.lua:3:1 L005" },
    "declares nothing", 'check "1.0" { ... }')

  finds("two pieces of a text without a space between", "rules.lua",
    '"Try the doors."', '"Try the"\n    .. "doors."', { "rules.lua:8:12 L055" },
    "Between 'the' and 'doors.' no space", "before the two dots")

  it("but not inside a function, where Lua is meant", function()
    local lint = small_pack.lint("rules.lua", '{ "doors.locked is yes",\n',
      'compute { facts = { "doors.locked" }, function(locked)\n'
      .. "if not locked and true then return 'absent' end return true end,\n")
    assert.same({}, places(lint.diagnostics))
  end)
end)

describe("a declaration that is not understood", function()
  finds("a fact nobody declared", "rules.lua", '"doors.locked is',
    '"doors.lokced is', { "rules.lua:6:15 L010" }, "'doors.lokced' is not a "
    .. "fact", "Did you mean 'doors.locked'?")
  finds("a fact of those on a list, outside it", "rules.lua", '"doors.locked is',
    '"trained is', { "rules.lua:6:15 L010" }, "'trained' is a fact of each of "
    .. "'people'", 'Write every "people" {')
  finds("whether something is known", "rules.lua", 'locked is yes",\n',
    'locked is unknown",\n', { "rules.lua:6:15 L010" },
    "no condition can ask whether 'doors.locked' is unknown", "Take it out")
  finds("a number without a comparison", "rules.lua",
    "guards.trained covers all of guards.count", "guards.trained is two",
    { "rules.lua:18:8 L010" }, "'guards.trained' is a count",
    'Write "guards.trained is exactly 2"')
  finds("the phrase of a set for a single value", "rules.lua",
    "guards.uniform is all or some", "guards.uniform includes any of all, some",
    { "rules.lua:19:8 L010" }, "'guards.uniform' is a choice",
    'Write "guards.uniform is all or some"')
  finds("a value the fact cannot have", "rules.lua", "locked is yes\",\n",
    "locked is true\",\n", { "rules.lua:6:15 L010" }, "cannot be 'true'",
    'Write "doors.locked is yes"')
  finds("a misspelt part of a condition", "rules.lua", 'otherwise = "The',
    'otherwize = "The', { "rules.lua:7:5 L010" }, "'otherwize' is not part",
    "Did you mean 'otherwise'?")
  finds("a misspelt part of a check", "rules.lua", 'remedy = "Lock',
    'remdy = "Lock', { "rules.lua:9:3 L010" }, "'remdy'", "'remedy'")
  finds("a prompt with something beside its text", "rules.lua",
    '  remedy = "Lock the doors."', '  prompts = { advise { "Look.", when '
      .. '"guards.used is yes" } },\n  remedy = "Lock the doors."',
    { "rules.lua:3:1 L010", "rules.lua:9:33 L005" }, "a prompt is not",
    "Write advise {")
  finds("a list without its braces", "rules.lua", '{ "R1" }', '"R1"',
    { "rules.lua:5:3 L010" }, "'points' needs a list of texts in braces",
    'points = { "R1" }')
  finds("a text that is none", "rules.lua", '"Lock the doors."', "7",
    { "rules.lua:9:3 L010" }, "'remedy' needs a text", 'remedy = "..."')
  finds("a word without its braces", "rules.lua",
    '{ "guards.trained covers all of guards.count", otherwise = "Not all." },',
    'when "guards.used is yes", "guards.count is more than 2",',
    { "rules.lua:18:5 L005" }, "has no braces and so asks for nothing",
    'when "guards.used is yes" { ... }')
  finds("several conditions nobody joins", "rules.lua",
    '{ "doors.locked is yes",', '{ "doors.locked is yes", "guards.used is no",',
    { "rules.lua:6:15 L010" }, "no word says how they belong together",
    "Write all {")
  finds("an example on no day of the calendar", "rules.examples.lua",
    'because = "nobody tried"', 'because = "nobody tried", as_of = "2013-11-31"',
    { "rules.examples.lua:6:3 L042" }, "'2013-11-31' is no day", "Write year")
  finds("a point nobody declared", "rules.lua", '{ "R1" }', '{ "R2" }',
    { "rules.lua:5:14 L010" }, "'R2' is not a point", "'R1'")
  finds("a strength nobody knows", "pack.lua", '"should", says = "Guards',
    '"shuold", says = "Guards', { "pack.lua:12:25 L011" }, "needs strength",
    "Did you mean 'should'?")
  finds("a type nobody knows", "facts.lua", 'type = "count", ask',
    'type = "cuont", ask', { "facts.lua:4:30 L012" }, "'cuont'", "'count'")
  finds("a name that means nothing in a point", "pack.lua",
    'strength = "shall", says', 'strength = "shall", sais',
    { "pack.lua:11:1 L014", "pack.lua:11:34 L014" }, 'Point "R1" has no says',
    "Write says")
  finds("no id for facilities", "facts.lua", 'fact "facility.id"',
    'fact "facility.name"', { "facts.lua:1:1 L012",
      "rules.examples.lua:2:3 L042", "rules.examples.lua:4:3 L042",
      "rules.examples.lua:6:3 L042", "rules.examples.lua:12:3 L042",
      "rules.examples.lua:15:3 L042", "rules.examples.lua:17:3 L042",
      "rules.examples.lua:19:3 L042",
      "rules.examples.lua:21:3 L042" }, "no fact 'facility.id'", "Declare")
end)

describe("ids", function()
  finds("taken twice", "rules.lua", "disagreement \"trained",
    'provision "1" { title = "Again" }\ndisagreement "trained',
    { "rules.lua:26:11 L020" }, "already declared in rules.lua, line 1",
    "never used")
  finds("of a check taken twice, which are told one that is free", "rules.lua",
    'check "1.1" {', 'check "1.7" { title = "Old", ask = "Ask.", expect = '
      .. '"doors.locked is yes", retired = "merged", aliases = { "1.9" } }\n'
      .. 'check "1.7" { title = "New", ask = "Ask.", expect = '
      .. '"doors.locked is yes", retired = "merged" }\ncheck "1.1" {',
    { "rules.lua:4:7 L021" }, "The id '1.7' was retired", "such as 1.10.")
  finds("taken again after they were retired", "rules.lua",
    'check "1.1" {', 'check "1.3" { title = "Old", ask = "Ask.", expect = '
      .. '"doors.locked is yes", retired = "merged" }\n'
      .. 'check "1.4" { title = "Old", ask = "Ask.", expect = '
      .. '"doors.locked is yes", retired = "merged", aliases = { "1.3" } }\n'
      .. 'check "1.1" {',
    { "rules.lua:4:96 L021" }, "'1.3' is given as a former id", "never used")
end)

describe("from the guidance to the facts and back", function()
  finds("a fact that no check reads", "facts.lua", 'fact "guards.used"',
    'fact "spare" { type = "yes/no", ask = "What?" }\nfact "guards.used"',
    { "facts.lua:3:6 L030" }, "No check reads the fact 'spare'", "take it out")
  finds("a fact of a list that no check reads", "facts.lua",
    'fact "trained" {', 'fact "tall" { type = "yes/no", ask = "Is he?" },\n'
      .. 'fact "trained" {', { "facts.lua:19:10 L030" },
    "'tall' of the list 'people'", "take it out")
  finds("a fact that only speaks against another nobody reads", "facts.lua",
    'fact "guards.used"', 'fact "spare" { type = "yes/no", ask = "What?" }\n'
      .. 'disagreement "alone" { when = "spare is yes", facts = { "spare" }, '
      .. 'because = "It cannot be." }\nfact "guards.used"',
    { "facts.lua:3:6 L030" }, "No check reads the fact 'spare'", "take it out")
  it("lets a fact stand that makes one a check reads conflicting", function()
    assert.same({}, small_pack.lint("facts.lua", 'fact "guards.used"',
      'fact "site.kind" { type = "yes/no", ask = "What?" }\n'
        .. 'disagreement "kind" { when = all { "site.kind is yes", '
        .. '"guards.used is no" }, facts = { "guards.used" }, '
        .. 'because = "It cannot be." }\nfact "guards.used"').diagnostics)
  end)
  it("lets a fact stand that a hint reads", function()
    assert.same({}, small_pack.lint("facts.lua", 'fact "guards.used"',
      'fact "member.years" { type = "count", ask = "How many?" }\n'
        .. 'hint "years" { "So many.", ratings = { "conformance" }, '
        .. 'source = "S", when = "member.years is at least 3" }\n'
        .. 'fact "guards.used"').diagnostics)
  end)
  finds("a point that no check cites", "pack.lua", 'point "P1"',
    'point "P2" { strength = "should", says = "X." }\npoint "P1"',
    { "pack.lua:12:7 L032" }, "No check cites the point 'P2'", "Cite it")
  finds("a check that cites none", "rules.lua", '  points = { "R1" },\n', "",
    { "pack.lua:11:7 L032", "rules.lua:3:7 L033", "rules.lua:3:7 L041" },
    "'R1'", "Cite it")
  finds("a provision without checks", "rules.lua", 'provision "1" {',
    'provision "2" { title = "Empty" }\nprovision "1" {',
    { "rules.lua:1:11 L034" }, "has no check", "ids begin")
end)

describe("a parameter", function()
  it("needs a reader and a source", function()
    local texts = { ["limits.lua"] = 'parameter "limit" { type = "count", '
      .. "value = 3 }" }
    local lint = support.decode(small_pack.open(nil, nil, nil, texts).lint())
    assert.same({ "limits.lua:1:11 L030", "limits.lua:1:11 L035" },
      places(lint.diagnostics))
  end)
end)

describe("a limit that a parameter leaves open", function()
  it("is not told as one that can never be kept", function()
    local texts = { ["limits.lua"] = [[
parameter "longest" { type = "months", may_be_none = true, ask = "How long?",
  value = "none-stated", source = "The test names none." }
fact "doors.checked" { type = "date", ask = "When were they checked?" }
check "1.3" { title = "Doors are checked", points = { "R1" },
  expect = all {
    { "doors.locked is yes", otherwise = "They are open." },
    { "doors.checked is within longest of today", otherwise = "Too old." },
  }, ask = "Look.", remedy = "Look again." }
]], ["limits.examples.lua"] = [[
examples "1.3" {
  { gives = "conformance", because = "locked", facts = { "doors.locked is yes" } },
  { gives = "major-nonconformance", because = "open",
    facts = { "doors.locked is no" } },
  { gives = "insufficient-evidence", because = "not known",
    facts = { "guards.used is no" } } }
]] }
    local lint = support.decode(small_pack.open(nil, nil, nil, texts).lint())
    assert.same({}, places(lint.diagnostics))
  end)
end)

describe("examples", function()
  finds("that name no fact", "rules.examples.lua", '"doors.locked is yes"',
    '"doors.loked is yes"', { "rules.examples.lua:2:3 L042" },
    "'doors.loked' is not a fact", "'doors.locked'")
  finds("with a value the fact cannot have", "rules.examples.lua",
    '"doors.locked is yes"', '"doors.locked is maybe"',
    { "rules.examples.lua:2:3 L042" }, "no value", "Write yes or no")
  finds("without a reason", "rules.examples.lua",
    'because = "they are not",', "", { "rules.examples.lua:4:3 L044" },
    "does not say why it gives major-nonconformance", "Say in because")
  finds("with a reason that nobody wrote", "rules.examples.lua", '"they are not"',
    '"say why this is major-nonconformance"', { "rules.examples.lua:4:3 L044" },
    "does not say why", "Say in because")
  finds("with a number in words", "rules.examples.lua", '"guards.count is 2"',
    '"guards.count is two"', { "rules.examples.lua:15:3 L042" },
    "'guards.count is two'", "Write the number in figures: 2")
  finds("with a list nobody declared", "rules.examples.lua", "people = {",
    "poeple = {", { "rules.examples.lua:12:3 L042" }, "'poeple'", "'people'")
  finds("that share a name", "rules.examples.lua", '"they are not"',
    '"they are locked"', { "rules.examples.lua:4:3 L043" },
    "the other is in line 2", "special")
  finds("of no check", "rules.examples.lua", 'examples "1.1"',
    'examples "1.11"', { "rules.examples.lua:1:10 L042", "rules.lua:3:7 L040" },
    'Examples "1.11" belong to no check', "'1.1'")
  finds("that leave an outcome out", "rules.examples.lua",
    'gives = "major-nonconformance"', 'gives = "conformance"',
    { "rules.lua:3:7 L041" }, "gives major-nonconformance", "Add an example")
end)

describe("texts", function()
  finds("a title with a full stop", "rules.lua", '"Doors are locked"',
    '"Doors are locked."', { "rules.lua:4:3 L050" }, "full stop", "Take")
  finds("a sentence without one", "rules.lua", 'not locked."', 'not locked"',
    { "rules.lua:7:17 L050" }, "does not end like a sentence", "full stop")
  finds("a question without its mark", "facts.lua", 'guards?" }', 'guards." }',
    { "facts.lua:3:39 L050" }, "question", "question mark")
  finds("a name in braces that names nothing", "rules.lua", "{guards.uniform}",
    "{guards.unifrm}", { "rules.lua:20:19 L051" }, "{guards.unifrm}",
    "Write {guards.uniform}")
  finds("a name in braces where none is filled in", "rules.lua",
    '"Lock the doors."', '"Lock {doors.locked}."', { "rules.lua:9:3 L051" },
    "no facts are filled in", "braces out")
  finds("a brace that is not closed", "rules.lua", "{guards.uniform}",
    "{guards.uniform", { "rules.lua:20:19 L051" },
    "holds a brace without its partner", "between { and }")
  finds("no reason for not applying", "rules.lua",
    '  not_applicable = "There are no guards.",\n', "",
    { "rules.lua:15:3 L053" }, "why it may not apply", "not_applicable")
  finds("no sentence for a finding", "rules.lua",
    ', otherwise = "Not all." }', " }", { "rules.lua:18:8 L053" },
    "does not say what is wrong where 'guards.trained covers", "otherwise =")
  finds("a sentence for the group and for one in it", "rules.lua",
    '  expect  = all {', '  expect  = all {\n    otherwise = "Something.",',
    { "rules.lua:19:8 L054", "rules.lua:20:8 L054" },
    "has a sentence of its own", "group alone")
  finds("no remedy", "rules.lua", '  remedy = "Lock the doors.",\n', "",
    { "rules.lua:3:7 L053" }, "what would close a finding", "remedy")
end)

describe("sense", function()
  finds("a condition that always holds", "rules.lua", "is all or some",
    "is all or some or none", { "rules.lua:19:8 L061" }, "always holds", "take it out")
  finds("parts that exclude each other", "rules.lua",
    'all { "guards.used is no", ',
    'all { "guards.used is no", "guards.used is yes", ',
    { "rules.lua:27:3 L060" }, "can never hold", "exclude")
  finds("a number that is never so small", "rules.lua",
    '"guards.count is more than 0"', '"guards.count is at least 0"',
    { "rules.lua:27:41 L061" }, "always holds", "")
  finds("a check that can never fall short", "rules.lua",
    '  expect = { "doors.locked is yes",', '  applies = "doors.locked is yes",'
      .. '\n  not_applicable = "Open doors.",\n'
      .. '  expect = { "doors.locked is yes",',
    { "rules.lua:3:7 L041", "rules.lua:3:7 L062" }, "not-applicable", "")
  finds("a disagreement about other facts", "rules.lua",
    '{ "guards.used", "guards.count" }', '{ "guards.used", "doors.locked" }',
    { "rules.lua:28:30 L063" }, "'doors.locked'", "its when reads")
end)

describe("every code", function()
  it("has a weight, a sentence about it and a cure", function()
    local count = 0
    for name, code in pairs(codes) do
      count = count + 1
      assert.truthy(name:match("^L%d%d%d$"))
      assert.truthy(code.severity == "error" or code.severity == "warning")
      assert.truthy(code.says:match("^%u.*%.$"), name)
      assert.truthy(code.cure:match("^%u.*%.$"), name)
    end
    assert.truthy(count > 20)
  end)
end)

describe("the findings", function()
  it("are sorted by file, line and column, each once", function()
    local lint = small_pack.lint("rules.lua", '"Doors are locked"',
      '"Doors are locked."', { ["a.lua"] =
        'point "Z" { strength = "should", says = "X" }' })
    local list = places(lint.diagnostics)
    assert.same({ "a.lua:1:7 L032", "a.lua:1:34 L050", "rules.lua:4:3 L050" },
      list)
    assert.same({ errors = 0, warnings = 3 }, lint.totals)
    assert.is_true(lint.ok)
    assert.truthy(lint.codes.L032)
  end)

  it("are the same for the same pack", function()
    local function text()
      return small_pack.open("rules.lua", "doors.locked", "doors.looked").lint()
    end
    assert.equal(text(), text())
  end)
end)
