-- What a check comes to: gates, strengths, errors; design section 4.
local support = require "support.host"
local small = require "support.small"

local MAJOR, MINOR = "major-nonconformance", "minor-nonconformance"
local OPEN = "insufficient-evidence"

local function outcome(expect, facts, more)
  local result = small.result(expect, facts, nil, more)
  return result.outcome, result.range, result
end

describe("an outcome", function()
  it("is conformance where what is expected is known to hold", function()
    assert.equal("conformance", outcome('"a.flag is yes"',
      { a = { flag = true } }))
  end)

  it("is major for a wholly absent requirement of a shall, minor for a lapse",
    function()
      assert.equal(MAJOR, outcome('"a.flag is yes"', { a = { flag = false } }))
      assert.equal(MINOR, outcome('"a.level is full"',
        { a = { level = "partial" } }))
      assert.equal(MAJOR, outcome('"a.level is full"',
        { a = { level = "none" } }))
    end)

  it("is open, with every outcome that is left, where a fact is missing",
    function()
      local else_known = { b = { flag = true } }
      local got, range = outcome('"a.flag is yes"', else_known)
      assert.equal(OPEN, got)
      assert.same({ "conformance", MAJOR }, range)
      got, range = outcome('"a.level is full"', else_known)
      assert.equal(OPEN, got)
      assert.same({ "conformance", MINOR, MAJOR }, range)
    end)

  it("stays settled where the unknown cannot change it", function()
    assert.equal(MAJOR, outcome('all { "a.flag is yes", "b.flag is yes" }',
      { a = { flag = false } }))
    assert.equal("conformance",
      outcome('any { "a.flag is yes", "b.flag is yes" }',
        { a = { flag = true } }))
  end)

  it("is open where a shortfall is known but not its extent", function()
    local got, range = outcome('all { "a.level is full", "b.flag is yes" }',
      { a = { level = "partial" } })
    assert.equal(OPEN, got)
    assert.same({ MINOR, MAJOR }, range)
  end)
end)

describe("a gate", function()
  local MORE = 'applies = "b.flag is yes", not_applicable = "Not here."'
  it("known not to hold makes the check not applicable, with the reason",
    function()
      local got, range, result = outcome('"a.flag is yes"',
        { b = { flag = false } }, MORE)
      assert.equal("not-applicable", got)
      assert.same({ "not-applicable" }, range)
      assert.equal("As stated: Not here.", result.reason)
    end)
  it("not known adds not-applicable to the range", function()
    local got, range = outcome('"a.flag is yes"', { a = { flag = true } }, MORE)
    assert.equal(OPEN, got)
    assert.same({ "not-applicable", "conformance" }, range)
  end)
  it("may give its own reason", function()
    local _, _, result = outcome('"a.flag is yes"', { b = { flag = false } },
      'applies = { "b.flag is yes", otherwise = "There is no b." }')
    assert.equal("As stated: There is no b.", result.reason)
  end)
  it("that holds gives no reason where there is nothing to judge", function()
    local got, _, result = outcome('"a.done covers all of a.total"',
      { a = { total = 0, done = 0 }, b = { flag = true } },
      'applies = { "b.flag is yes", otherwise = "There is no b." }, '
        .. 'not_applicable = "There is no one."')
    assert.equal("not-applicable", got)
    assert.equal("As stated: There is no one.", result.reason)
  end)
end)

describe("wording", function()
  local function with_points(points, facts)
    local runtime = assert(small.open(('check "1.1" { title = "T", points = {%s},'
      .. ' ask = "A.", expect = "a.flag is yes" }'):format(points)))
    local report = assert(support.evaluate(runtime, small.dossier(facts)))
    return support.result(report, "1.1"), report
  end
  it("of a should is minor at most, of a could an observation", function()
    local no = { a = { flag = false } }
    assert.equal(MINOR, with_points('"SHOULD"', no).outcome)
    assert.equal("observation", with_points('"COULD"', no).outcome)
    assert.same({ "conformance" }, with_points('"COULD"', no).range)
  end)
  it("is the strongest point's", function()
    local result = with_points('"COULD", "SHALL"', { a = { flag = false } })
    assert.equal(MAJOR, result.outcome)
    assert.equal("shall", result.strength)
  end)
  it("a check that cites no point, or information only, never lowers a rating",
    function()
      for _, points in ipairs { "", '"INFO"' } do
        local result, report = with_points(points, { a = { flag = false } })
        assert.equal("observation", result.outcome)
        assert.equal("conformance", report.member.rating)
      end
    end)
end)

describe("a pack that lets checks beyond the guidance lower a rating", function()
  it("has those checks broken", function()
    local beyond = small.check('"a.flag is yes"'):gsub('"SHALL"', "")
    local runtime = assert(small.open(beyond
      .. small.check('"a.flag is yes"'):gsub("1%.1", "1.2"), { more = {
        ["a.lua"] = small.RATINGS:gsub("beyond = { lapse = \"observation\"",
          "beyond = { lapse = \"minor-nonconformance\"") } }))
    local report = assert(support.evaluate(runtime,
      small.dossier { a = { flag = true } }))
    assert.equal("error", support.result(report, "1.1").outcome)
    assert.matches("write observation for lapse and absent of beyond",
      support.result(report, "1.1").reason)
  end)
end)

describe("every over a list", function()
  local EXPECT = 'every "people" { where = "armed is yes", "trained is yes" }'
  local function over(people) return outcome(EXPECT, { people = people }) end
  local function person(armed, trained)
    return { armed = armed, trained = trained }
  end
  it("complete: met, a lapse, or wholly absent", function()
    local function list(...) return { complete = true, items = { ... } } end
    assert.equal("conformance", over(list(person(true, true), person(false))))
    assert.equal(MINOR, over(list(person(true, true), person(true, false))))
    assert.equal(MAJOR, over(list(person(true, false), person(true, false))))
    assert.equal(MINOR, over(list(person(true, false))))
  end)
  it("complete with nobody to look at is not applicable", function()
    assert.equal("not-applicable", over { complete = true,
      items = support.json.array {} })
    assert.equal("not-applicable", over { complete = true,
      items = { person(false) } })
  end)
  it("open is not conformance, whoever is on it", function()
    local got, range = over { person(true, true) }
    assert.equal(OPEN, got)
    assert.same({ "conformance", MINOR }, range)
    got, range = over { person(true, false) }
    assert.equal(OPEN, got)
    assert.same({ MINOR, MAJOR }, range)
  end)
  it("is complete when its length equals a count stated apart", function()
    assert.equal("conformance", over { count = 2, items = { person(true, true),
      person(true, true) } })
  end)
  it("names the items that decided", function()
    local _, _, result = over { complete = true, items = { person(true, true),
      person(true, false), person(true, false), person(true, true) } }
    local items = {}
    for i, one in ipairs(result.deciding) do items[i] = one.pointers[1]:match "%d+$" end
    assert.same({ "1", "2" }, items)
  end)
end)

describe("a broken check", function()
  it("gives error for itself, with file, line and cure, and its full range",
    function()
      local runtime = assert(small.open [[
check "1.1" { title = "T", points = { "SHOULD" }, ask = "A.",
  expect = "a.flga is yes" }
check "1.2" { title = "T", points = { "SHALL" }, ask = "A.",
  expect = "a.flag is yes" }
]])
      local report = assert(support.evaluate(runtime,
        small.dossier { a = { flag = true } }))
      local broken = support.result(report, "1.1")
      assert.equal("error", broken.outcome)
      assert.equal("c.lua", broken.file)
      assert.matches("did you mean 'a.flag'", broken.reason)
      assert.equal("conformance", support.result(report, "1.2").outcome)
      assert.equal("not-determined", report.member.rating)
      assert.equal(1, report.member.completeness.error)
    end)

  it("leaves a rating that is major already at major", function()
    local runtime = assert(small.open [[
check "1.1" { title = "T", points = { "SHALL" }, ask = "A.", expect = "nono" }
check "1.2" { title = "T", points = { "SHALL" }, ask = "A.",
  expect = "a.flag is yes" }
]])
    local report = assert(support.evaluate(runtime,
      small.dossier { a = { flag = false } }))
    assert.equal(MAJOR, report.member.rating)
  end)

  it("in a file that Lua cannot read is still named, never silently gone",
    function()
      local runtime = assert(small.open([[
check "1.2" { title = "T", points = { "SHALL" }, ask = "A.",
  expect = "a.flag is yes" }
]], { more = { ["d.lua"] = 'check "1.7" { title = "T" points = {} }' } }))
      local report = assert(support.evaluate(runtime,
        small.dossier { a = { flag = true } }))
      local broken = support.result(report, "1.7")
      assert.equal("error", broken.outcome)
      assert.equal("d.lua", broken.file)
      assert.equal("not-determined", report.member.rating)
    end)
end)

describe("what other facts stand on", function()
  local CHECK = 'check "1.1" { title = "T", points = { "SHALL" }, ask = "A.",\n'
    .. 'expect = "a.flag is yes" }\n'
  local function refused(rules, more)
    local runtime, problem = small.open(CHECK .. rules, { more = more })
    assert.is_nil(runtime)
    return problem.message
  end

  it("is not left out in silence where it is broken", function()
    assert.matches("did you mean 'a.flag'", refused [[disagreement "d" {
      when = "a.flga is yes", facts = { "a.flag" }, because = "B." }]])
    assert.matches("'because' needs a text", refused [[disagreement "d" {
      when = "a.flag is yes", facts = { "a.flag" }, because = 7 }]])
    assert.matches("'nobody'", refused [[fact "c.flag" { type = "yes/no",
      ask = "C?", from = any "nobody" { "armed is yes" } }]])
  end)
  it("is not said twice in one pack", function()
    for _, word in ipairs { "pack", "ratings", "findings" } do
      assert.matches(word .. " { ... } stands in %l.lua line %d+ already",
        refused((word .. ' { source = "us" }\n'):rep(2)))
    end
  end)
  it("nor where its whole file is", function()
    local contradiction = 'disagreement "d" { when = "b.flag is yes", facts = {'
      .. ' "a.flag" }, because = "B." }\n'
    assert.matches("nonsense", refused("", { ["d.lua"] = contradiction
      .. 'check "1.2" {}\nnonsense()' }))
  end)
end)

describe("a part of a declaration that holds another kind of value", function()
  it("breaks its check alone", function()
    local runtime = assert(small.open [[
check "1.1" { title = "T", points = { "SHALL" }, ask = "A.", remedy = {},
  expect = "a.flag is yes" }
check "1.2" { title = "T", points = { "SHALL" }, ask = "A.",
  expect = "a.flag is yes" }
]])
    local report = assert(support.evaluate(runtime,
      small.dossier { a = { flag = true } }))
    assert.matches("'remedy' needs a text", support.result(report, "1.1").reason)
    assert.equal("conformance", support.result(report, "1.2").outcome)
  end)
  it("is refused in what others stand on", function()
    for _, one in ipairs {
      { 'fact "c.x" { type = "yes/no", ask = 1 }', "'ask' needs a text" },
      { 'fact "c.x" { type = "count", ask = "?", least = 0/0 }',
        "'least' needs a number" },
      { 'fact "c.x" { type = "choice", ask = "?", values = { 1 } }',
        "'values' needs a list of texts" },
      { 'fact "c.x" { type = "yes/no", ask = "?", sensitive = "no" }',
        "'sensitive' needs true or false" },
      { 'fact "../c" { type = "yes/no", ask = "?" }', "is not made of words" },
      { 'list "l" { ask = "?", facts = { {} } }', "'facts' needs a list of facts" },
      { 'parameter "p" { type = "count", source = 2 }', "'source' needs a text" },
    } do
      local runtime, problem = small.open(small.check '"a.flag is yes"' .. one[1])
      assert.is_nil(runtime, one[1])
      assert.truthy(problem.message:find(one[2], 1, true), problem.message)
    end
  end)
  it("is what it was when it was declared, whatever comes after", function()
    local runtime = assert(small.open('local f = fact "c.x" { type = "yes/no", '
      .. 'ask = "?" }\nf.word, f.name, f.body = "check", {}, 7\n'
      .. small.check '"c.x is yes"'))
    local report = assert(support.evaluate(runtime,
      small.dossier { c = { x = true } }))
    assert.equal("conformance", support.result(report, "1.1").outcome)
  end)
end)

describe("a plain function", function()
  local COMPUTE = 'compute { facts = { "a.total", "a.done" }, '
    .. 'function(total, done) %s end, says = "enough are done" }'
  local function run(body, facts)
    return outcome(COMPUTE:format(body), facts)
  end
  it("is called with known values and answers met or short", function()
    assert.equal("conformance", run("return done * 2 >= total",
      { a = { total = 4, done = 2 } }))
    assert.equal(MINOR, run("return done * 2 >= total",
      { a = { total = 4, done = 1 } }))
    assert.equal(MAJOR, run('return "absent"', { a = { total = 4, done = 1 } }))
  end)
  it("may be how the first fact compares with the sum of the others", function()
    local function summed(sum, facts, done)
      return (outcome(("compute { facts = { %s }, sum = %q }"):format(facts, sum),
        { a = { total = 3, done = done } }))
    end
    local less, same, more = '"a.done", "a.total"', '"a.total", "a.total"',
      '"a.total", "a.done"'
    for sum, right in pairs { ["is more than"] = { false, false, true },
      ["is less than"] = { true, false, false }, ["is at least"] = { false, true, true },
      ["is at most"] = { true, true, false }, ["is exactly"] = { false, true, false } } do
      for i, facts in ipairs { less, same, more } do
        assert.equal(right[i] and "conformance" or MINOR, summed(sum, facts, 1))
      end
    end
    assert.equal("conformance", summed("is exactly", '"a.done"', 0))
    assert.equal("conformance",
      summed("is less than", '"a.total", "a.total", "a.done"', 1))
    assert.equal(OPEN, summed("is exactly", more))
  end)
  it("is not called when a fact is not known", function()
    local got, range = run("return true", { a = { total = 4 } })
    assert.equal(OPEN, got)
    assert.same({ "not-applicable", "conformance", MINOR, MAJOR }, range)
  end)
  it("that fails breaks its check alone", function()
    local got, _, result = run("return nil + 1", { a = { total = 4, done = 1 } })
    assert.equal("error", got)
    assert.matches("arithmetic", result.reason)
    got = run("return 7", { a = { total = 4, done = 1 } })
    assert.equal("error", got)
  end)
end)

describe("evaluations", function()
  it("leave no trace in each other: A, B, A gives the same bytes for A",
    function()
      local runtime = assert(small.open(small.check '"a.flag is yes"'))
      local a = support.json.write(small.dossier { a = { flag = true,
        kinds = { "x" } } })
      local b = support.json.write(small.dossier { a = { flag = false },
        b = { flag = true }, people = { { armed = true } } })
      local first = runtime.evaluate(a, {})
      runtime.evaluate(b, {})
      runtime.evaluate("{]", {})
      assert.equal(first, runtime.evaluate(a, {}))
    end)
end)

describe("a reading", function()
  local RULE <const> = [[
    parameter "reading" { type = "choice", values = { "first", "second" },
      %s ask = "Which?", source = "the test" }
  ]] .. small.check [[reading "reading" {
    first  = { "a.flag is yes", otherwise = "By the first." },
    second = { "b.flag is yes", otherwise = "By the second." } }]]

  local function by(value, facts)
    local runtime = assert(small.open(RULE:format(value)))
    return support.result(assert(support.evaluate(runtime,
      small.dossier(facts))), "1.1", "f")
  end

  it("rates by the value of its parameter, and shows the others", function()
    local facts = { a = { flag = true }, b = { flag = false } }
    assert.equal("conformance", by('value = "first",', facts).outcome)
    local second = by('value = "second",', facts)
    assert.equal(MAJOR, second.outcome)
    assert.same({ first = "conformance", second = MAJOR }, second.readings)
  end)

  it("gives the reason of the one that rates, and of no other", function()
    local facts = { a = { flag = false }, b = { flag = false } }
    assert.equal("As stated: By the second.", by('value = "second",', facts).reason)
    assert.equal("As stated: By the first.", by('value = "first",', facts).reason)
    local open = by('value = "second",', { a = { flag = false } })
    assert.matches("Flag b", open.reason)
    assert.equal(1, #open.deciding)
  end)

  it("is open between them where its parameter has no value", function()
    local facts = { a = { flag = true }, b = { flag = false } }
    assert.equal(OPEN, by("", facts).outcome)
    facts.a.flag = false
    assert.equal(MAJOR, by("", facts).outcome)
  end)
end)

describe("a provision that does not apply", function()
  local function reason(member)
    local runtime = assert(small.open([[provision "2" { title = "Two",
      applies = all {
        { "member.flag is yes", otherwise = "Not at this Member." },
        "a.flag is yes" },
      not_applicable = "Not here." }]]
      .. small.check('"b.flag is yes"'):gsub("1%.1", "2.1")))
    local report = assert(support.evaluate(runtime,
      small.dossier({ a = { flag = false }, b = { flag = false } },
        { member = { id = "M", flag = member } })))
    return support.result(report, "2.1").reason
  end
  it("says so in the words of the condition that fails", function()
    assert.equal("As stated: Not at this Member.", reason(false))
  end)
  it("and in its own where that condition has none", function()
    assert.equal("As stated: Not here.", reason(true))
  end)
end)
