-- The examples beside the checks: how they are read, run and compared.
local small_pack = require "support.small_pack"
local support = require "support.host"
local diagnostic = require "base.diagnostic"
local examples_read = require "examples.read"

local FILE <const> = "rules.examples.lua"

local function by_name(test, name)
  for _, check in ipairs(test.checks) do
    for _, example in ipairs(check.examples) do
      if example.name == name then return example end
    end
  end
  error("no example '" .. name .. "'")
end

-- The example "they are locked" of check 1.1, with `to` for `from` in the file.
local function changed(from, to)
  return by_name(small_pack.test(FILE, from, to), "they are locked")
end

-- The dossier of the first example of check 1.1 with these facts.
local function dossier_of(facts, more)
  local runtime = small_pack.open(FILE, 'facts = { "doors.locked is yes" }',
    "facts = { " .. facts .. " }" .. (more or ""))
  local block = examples_read.blocks(runtime.model(), support.host)[1]
  local example = block.list[1]
  return example.dossier, example.problems
end

local function here(facts, more)
  local dossier, problems = dossier_of(facts, more)
  assert.same({}, problems)
  return dossier.facilities.items[1]
end

describe("the report of a test", function()
  local test = small_pack.test()

  it("counts examples and outcomes", function()
    assert.equal("cop11.test/1", test.format)
    assert.same({ checks = 2, examples = 8, passed = 8, failed = 0,
      not_shown = 0, changes = 11, unnoticed = 0 }, test.totals)
    assert.is_true(test.ok)
    assert.same({}, test.problems)
  end)

  it("names each example, what was expected and what came out", function()
    local example = by_name(test, "they are not")
    assert.same({ name = "they are not", ok = true, file = FILE, line = 4,
      column = 3, expected = "major-nonconformance",
      got = "major-nonconformance", range = { "major-nonconformance" },
      reason = "As stated: The doors are not locked." }, example)
  end)

  it("lists the outcomes a check can give, shown and not", function()
    assert.same({ "conformance", "major-nonconformance",
      "insufficient-evidence" }, test.checks[1].can_give)
    assert.same({}, test.checks[1].not_shown)
    local less = small_pack.test(FILE, [[
  { gives = "insufficient-evidence", because = "nobody tried",
    facts = { "guards.used is no" } },
]], "")
    assert.same({ "insufficient-evidence" }, less.checks[1].not_shown)
    assert.same({ "conformance", "major-nonconformance" },
      less.checks[1].shown)
    assert.equal(1, less.totals.not_shown)
    assert.is_false(less.ok)
  end)

  it("does not count a failing example as showing anything", function()
    local failing = small_pack.test(FILE, '"doors.locked is yes"',
      '"doors.locked is no"')
    assert.same({ "conformance" }, failing.checks[1].not_shown)
  end)

  it("leaves out checks that are retired", function()
    local less = small_pack.test("rules.lua", '  ask    = "Try',
      '  retired = "merged",\n  ask    = "Try')
    assert.equal("1.2", less.checks[1].check)
    assert.equal(1, less.totals.checks)
  end)
end)

describe("an example fails", function()
  it("when another outcome comes out", function()
    local example = changed('"doors.locked is yes"', '"doors.locked is no"')
    assert.is_false(example.ok)
    assert.equal("major-nonconformance", example.got)
    assert.equal("expected conformance, got major-nonconformance: As "
      .. "stated: The doors are not locked.", example.problem)
  end)

  it("when the range is another", function()
    local example = changed('facts = { "doors.locked is yes" }',
      'facts = { "doors.locked is yes" }, range = { "conformance", '
        .. '"major-nonconformance" }')
    assert.is_false(example.ok)
    assert.equal("expected the range conformance, major-nonconformance, got "
      .. "conformance", example.problem)
  end)

  it("when the range holds more than is expected", function()
    local test = small_pack.test(FILE, '"conformance", "minor-nonconformance"',
      '"minor-nonconformance"')
    assert.is_false(by_name(test, "how many is not known").ok)
  end)

  it("when the reason does not say so", function()
    local example = changed('facts = { "doors.locked is yes" }',
      'facts = { "doors.locked is yes" }, says = "windows"')
    assert.truthy(example.problem:find("hold 'windows'", 1, true))
  end)

  it("when the dossier would be refused, and says why", function()
    local example = changed('"doors.locked is yes"', '"doors.locked is maybe"')
    assert.equal("refused", example.got)
    assert.truthy(example.problem:find("'doors.locked is maybe' states no "
      .. "value that it can have; write yes or no", 1, true))
  end)

  it("when it names what nobody declared", function()
    local example = changed('"doors.locked is yes"', '"doors.loked is yes"')
    assert.equal("refused", example.got)
    assert.truthy(example.problem:find("did you mean 'doors.locked'?", 1, true))
  end)

  it("when it states nothing and expects something", function()
    local example = changed('"doors.locked is yes"', "")
    assert.equal("insufficient-evidence", example.got)
  end)

  it("when its check is broken", function()
    local test = small_pack.test("rules.lua", "doors.locked is", "doors.open is")
    assert.equal("error", by_name(test, "they are locked").got)
  end)

  it("when its day is none", function()
    local example = changed('because = "they are locked"',
      'because = "they are locked", as_of = "soon"')
    assert.truthy(example.problem:find("as_of = 'soon' is no day", 1, true))
  end)
end)

describe("rules that cannot be used", function()
  local function stops(file, from, to, says)
    local test = small_pack.test(file, from, to)
    assert.is_false(test.ok)
    assert.same({}, test.checks)
    assert.equal(file, test.problems[1].file)
    assert.truthy(test.problems[1].message:find(says, 1, true),
      test.problems[1].message)
  end
  it("run no example, and are told in lint's words", function()
    stops("facts.lua", 'guards?" }', 'guards? }', "no quotation mark at its end")
    stops("facts.lua", 'from = count "people"', 'from = count "peopel"',
      "'peopel' is not a list of the vocabulary. Did you mean 'people'?")
  end)
end)

describe("a broken rule", function()
  it("is told though it has no example that could fail", function()
    local test = small_pack.test("rules.lua", '"doors.locked is yes",',
      '"doors.loked is yes",', { [FILE] = "" })
    assert.is_false(test.ok)
    assert.equal("rules.lua", test.problems[1].file)
    assert.truthy(test.problems[1].message:find("'doors.loked' is not a fact",
      1, true), test.problems[1].message)
  end)

  it("is as bad as no check at all", function()
    local runtime = support.open({ ["a.lua"] = "" }, { tolerant = true })
    local test = support.decode(runtime.test())
    assert.is_false(test.ok)
    assert.same({ { file = "a.lua", line = 1,
      message = "the pack holds no check" } }, test.problems)
  end)
end)

describe("blocks and files of examples", function()
  it("that belong to no check are told", function()
    local test = small_pack.test(FILE, 'examples "1.1"', 'examples "1.11"')
    assert.equal('examples "1.11" belong to no check; did you mean \'1.1\'?',
      test.problems[1].message)
    assert.equal(1, test.problems[1].line)
    assert.is_false(test.ok)
  end)

  it("that Lua cannot read are told", function()
    local test = small_pack.test(FILE, '"conformance",', '"conformance"')
    assert.equal(FILE, test.problems[1].file)
    assert.is_false(test.ok)
  end)

  it("may be several for one check", function()
    local test = small_pack.test(FILE, 'examples "1.2"', 'examples "1.1" {\n'
      .. '{ gives = "conformance", because = "again", facts = { '
      .. '"doors.locked is yes" } } }\nexamples "1.2"')
    assert.equal(4, #test.checks[1].examples)
    assert.same({ 10, 1 }, { by_name(test, "again").line,
      by_name(test, "again").column })
  end)
end)

describe("facts of an example", function()
  it("are sentences, or names with values as in a dossier", function()
    assert.same({ id = "here", doors = { locked = true },
      guards = { count = 3, uniform = "some" } },
      here('"doors.locked is yes", "guards.count is exactly 3", '
        .. '["guards.uniform"] = "some"'))
    assert.same({ locked = false }, here('["doors.locked"] = "no"').doors)
  end)

  it("may be bounds", function()
    assert.same({ count = { at_least = 2 }, trained = { at_most = 1 } },
      here('"guards.count is at least 2", "guards.trained is at most 1"')
        .guards)
  end)

  it("may be withheld, conflicting or unknown", function()
    assert.same({ locked = { state = "withheld",
      withheld_reason = "as the example says" } },
      here('"doors.locked is withheld"').doors)
    assert.same({ locked = { state = "conflicting" } },
      here('"doors.locked is conflicting"').doors)
    assert.same({ locked = "unknown" },
      here('"doors.locked is unknown"').doors)
  end)

  it("may be envelopes, with yes and no as values", function()
    local doors = here('["doors.locked"] = { value = "no", evidence = { { '
      .. 'id = "e", says = "yes" } } }').doors
    assert.same({ value = false, evidence = { { id = "e", says = true } } },
      doors.locked)
  end)

  it("go where their vocabulary entry says", function()
    local runtime = small_pack.open(FILE, '"doors.locked is yes"',
      '"member.size is 4", "assessment.round is 2", "club.paid is yes", '
        .. '"kinds is a and b"', { ["more.lua"] = [[
fact "member.size" { type = "count", ask = "How many?" }
fact "assessment.round" { type = "count", ask = "Which?" }
fact "club.paid" { type = "yes/no", scope = "member", ask = "Paid?" }
fact "kinds" { type = "choices", values = { "a", "b" }, ask = "Which?" }
]] })
    local example = examples_read.blocks(runtime.model(),
      support.host)[1].list[1]
    assert.same({}, example.problems)
    local dossier = example.dossier
    assert.same({ size = 4, club = { paid = true } }, dossier.member)
    assert.same({ round = 2 }, dossier.assessment)
    assert.same({ id = "here", kinds = { "a", "b" } },
      dossier.facilities.items[1])
  end)

  it("name facts of the Member with or without its word", function()
    local dossier, problems = dossier_of("", [[, member = { "size is 4" },
      as_of = "2013-01-02"]])
    assert.equal("'size' is not a fact of the vocabulary; write the name of "
      .. "one that is declared, or declare this one", diagnostic.text(problems[1]))
    assert.same({}, dossier.member)
  end)

  it("fill lists", function()
    assert.same({ complete = true, items = { { name = "Ann", trained = true },
      { trained = false } } }, here("", [[, people = { complete = true,
      { "name is Ann", "trained is yes" }, { trained = false } }]]).people)
    assert.same({ items = {} }, here("", ", people = {}").people)
  end)

  it("hold in all examples of a check when they stand before them", function()
    local runtime = small_pack.open()
    local list = examples_read.blocks(runtime.model(), support.host)[2].list
    assert.equal("all", list[1].dossier.facilities.items[1].guards.uniform)
    assert.is_true(list[1].dossier.facilities.items[1].guards.used)
    assert.is_false(list[4].dossier.facilities.items[1].guards.used)
  end)

  local function says(facts, message, more)
    it("are refused: " .. message, function()
      local _, problems = dossier_of(facts, more)
      local said = problems[1] and diagnostic.text(problems[1]) or ""
      assert.truthy(said:find(message, 1, true), said)
    end)
  end
  says('"doors.locked"', "states no fact; write one such as")
  says('"doors.locked equals yes"', "after its name write is")
  says('{ "doors.locked is yes" }', "a fact is no sentence")
  says("", "'tall' is not a fact of the list 'people'",
    ', people = { { "tall is yes" } }')
  says("", "'whole' is not part of a list", ", people = { whole = true }")
  says("", "people is a list", ", people = 3")
  says("", "facts stand without braces", ", facts = 3")
  says("", "because is a text", ", because = 3")
  says("", "records is a list", ', records = "yes"')
  says("", "range holds 'minor'", ', range = { "minor" }')
end)

describe("records of an example", function()
  it("are judgements unless they say otherwise", function()
    local dossier = dossier_of("", ', records = { { prompt = "p", answer = '
      .. '"yes" }, { kind = "waiver", by = "Eve" } }')
    assert.same({ { kind = "judgement", by = "the auditor", party = "auditor",
      authority = "lead auditor", date = "2013-11-30", why = "as the example says", prompt = "p",
      answer = "yes" }, { kind = "waiver", by = "Eve", party = "auditor",
      authority = "lead auditor",
        date = "2013-11-30", why = "as the example says" } }, dossier.records)
  end)
end)

describe("facilities of an example", function()
  it("take the place of the one that is there otherwise", function()
    local dossier = dossier_of("", [[, facilities = { complete = true,
      { id = "a", facts = { "doors.locked is yes" } },
      { facts = { "doors.locked is no" }, people = { { "name is Bo" } } } }]])
    assert.same({ complete = true, items = {
      { id = "a", doors = { locked = true } },
      { id = "here-2", doors = { locked = false },
        people = { items = { { name = "Bo" } } } } } }, dossier.facilities)
  end)
end)

describe("parameters of an example", function()
  local MORE <const> = { ["more.lua"] = [[
parameter "most" { type = "months", source = "test", may_be_none = true }
parameter "counts" { type = "choice", values = { "locked", "open" },
  value = "locked", source = "test" }
fact "doors.checked" { type = "date", ask = "When?" }
check "1.3" {
  title = "Doors are checked", points = { "R1" },
  expect = all {
    reading "counts" { locked = "doors.locked is yes",
      open = "doors.locked is no" },
    "doors.checked is within most of today",
  },
  ask = "Look.", remedy = "Look.",
}
]] }

  -- The test of one example of 1.3, with `facts` and `parameters`.
  local function ran(gives, facts, more)
    MORE["more.examples.lua"] = ([[examples "1.3" {
      { gives = "%s", because = "under test", facts = { %s }, %s } }]]):format(
      gives, facts, more)
    local test = small_pack.test(nil, nil, nil, MORE)
    return by_name(test, "under test"), test
  end
  local OPEN <const> = '"doors.locked is no", "doors.checked is 2013-11-01"'

  it("hold in that example instead of the pack's", function()
    local one = ran("conformance", OPEN,
      'parameters = { "counts is open", "most is 1" }')
    assert.is_true(one.ok, one.problem)
    one = ran("conformance", OPEN,
      'parameters = { counts = "open", most = "none-stated" }')
    assert.is_true(one.ok, one.problem)
    one = ran("conformance", OPEN, 'parameters = { "most is 1" }')
    assert.equal("major-nonconformance", one.got)
  end)

  it("do not show an outcome of the pack as it stands", function()
    local _, test = ran("conformance", OPEN,
      'parameters = { "counts is open", "most is 1" }')
    for _, check in ipairs(test.checks) do
      if check.check == "1.3" then assert.same({}, check.shown) end
    end
  end)

  it("are refused where there is no such parameter or value", function()
    local one = ran("conformance", OPEN, 'parameters = { "count is open" }')
    assert.equal("'count' is not a parameter; did you mean 'counts'?",
      one.reason)
    one = ran("conformance", OPEN, 'parameters = { "counts is opne" }')
    assert.equal("'counts is opne' states no value that it can have; write "
      .. "one of: locked, open; did you mean 'open'?", one.reason)
    one = ran("conformance", OPEN, 'parameters = { "counts" }')
    assert.truthy(one.reason:find("states no fact", 1, true), one.reason)
  end)
end)
