-- What packs laid over the baseline may change, and what they never reach: the
-- COP 11 rating.
local support = require "support.host"
local small = require "support.small"

-- Three checks: a shall on a.flag, a should on b.flag, and one with a limit.
local BASELINE = [[
check "1.1" { title = "A", points = { "SHALL" }, ask = "Ask a.",
  expect = { "a.flag is yes", otherwise = "No a." } }
check "1.2" { title = "B", points = { "SHOULD" }, ask = "Ask b.",
  applies = "a.flag is yes", expect = "b.flag is yes" }
check "1.3" { title = "Recent", points = { "SHALL" }, ask = "Ask when.",
  expect = { "a.day is within limit of today", otherwise = "Over {limit}." } }
check "1.4" { title = "Old", points = { "SHALL" }, ask = "Ask.",
  retired = "merged", expect = "b.flag is yes" }
]]
local LIMIT = 'parameter "most" { type = "count", value = 2, source = "base",\n'
  .. 'ask = "Most?" }\ncheck "1.5" { title = "Few", points = { "SHALL" },\n'
  .. 'ask = "Ask.", expect = { "a.total is at most most",\n'
  .. 'otherwise = "More than {most}." } }\n'
local GROUNDS = 'because = "agreed", by = "A. Head", until_date = "2013-12-31"'

local function layer(text, name)
  return { name = name or "acme", files = { { path = "acme.lua", text = text } } }
end

local function open(text, options)
  options = options or {}
  options.layers = options.layers or { layer(text) }
  return small.open(options.baseline or BASELINE, options)
end

-- a.flag no; b.flag yes; a.day half a year old: 1.1 is a major non-conformance
-- (a shall, plainly no), 1.2 does not apply, 1.3 waits for its limit.
local FACTS = { a = { flag = false, day = "2013-05-30" }, b = { flag = true } }
-- All three well, but for 1.3, which waits for its limit.
local WELL = { a = { flag = true, day = "2013-05-30" }, b = { flag = true } }

local function report_of(text, facts, options)
  local runtime, problem = open(text, options)
  assert.is_nil(problem and problem.message)
  return assert(support.evaluate(runtime, small.dossier(facts or FACTS)))
end

local function plain(facts, baseline)
  return assert(support.evaluate(small.open(baseline or BASELINE),
    small.dossier(facts or FACTS)))
end

-- What the engine says when it refuses the layer.
local function refusal(text, options)
  local runtime, problem = open(text, options)
  assert.is_nil(runtime)
  assert.equal("pack", problem.status)
  return problem.message, problem
end

local function ratings(report)
  local list = { report.member.rating }
  for i, one in ipairs(report.provisions) do list[i + 1] = one.rating end
  for i, one in ipairs(report.facilities) do list[#list + i] = one.rating end
  return list
end

describe("a check that a layer adds", function()
  local ADDED = 'check "1.org.1" { title = "Own", points = { "SHALL" },\n'
    .. 'ask = "Ask own.", expect = { "b.flag is no", otherwise = "Own no." } }'

  it("rates the house, and leaves the baseline's rating as it was", function()
    local report = report_of(ADDED, WELL, { baseline = small.check(
      '"a.flag is yes"') })
    assert.equal("conformance", report.member.rating)
    assert.equal("minor-nonconformance", report.member.house_rating.rating)
    assert.equal("minor-nonconformance",
      report.facilities[1].house_rating.rating)
    assert.equal("minor-nonconformance",
      report.provisions[1].house_rating.rating)
    assert.equal(1, report.member.completeness.settled)
  end)
  it("is told by the layer that decided", function()
    local report = report_of(ADDED)
    assert.equal("acme", support.result(report, "1.org.1").layer)
    assert.equal("test", support.result(report, "1.1").layer)
  end)
  it("is listed at the head", function()
    local change = report_of(ADDED).changes[1]
    assert.equal("adds-check", change.kind)
    assert.is_false(change.weakens)
    assert.equal("The layer acme adds check 1.org.1: Own", change.text)
  end)
  it("may read facts that the layer declares under org.", function()
    local text = 'fact "org.vetted" { type = "yes/no", ask = "Vetted?" }\n'
      .. 'check "1.org.2" { title = "Vetted", points = { "SHOULD" },\n'
      .. 'ask = "Ask.", expect = "org.vetted is yes" }'
    local facts = support.copy(WELL)
    facts.org = { vetted = false }
    local report = report_of(text, facts)
    assert.equal("minor-nonconformance",
      support.result(report, "1.org.2").outcome)
    assert.same(ratings(plain(WELL)), ratings(report))
  end)
  it("that cites no point lowers no rating, the house's neither", function()
    local report = report_of('check "1.org.3" { title = "X", ask = "Ask.",\n'
      .. 'expect = "b.flag is no" }', WELL, { baseline = small.check(
      '"a.flag is yes"') })
    assert.equal("observation", support.result(report, "1.org.3").outcome)
    assert.equal("conformance", report.member.house_rating.rating)
  end)
  it("that is broken hurts the house rating alone", function()
    local report = report_of('check "1.org.4" { title = "X", ask = "Ask.",\n'
      .. 'points = { "SHALL" }, expect = "a.flagg is yes" }', WELL,
      { baseline = small.check '"a.flag is yes"' })
    assert.equal("error", support.result(report, "1.org.4").outcome)
    assert.equal("conformance", report.member.rating)
    assert.equal("not-determined", report.member.house_rating.rating)
  end)
  it("that is not called by its provision and org. reports error", function()
    local report = report_of((ADDED:gsub("1%.org%.1", "1.9")))
    local result = support.result(report, "1.9")
    assert.equal("error", result.outcome)
    assert.truthy(result.reason:find("call it '1.org.9'", 1, true))
  end)
  it("is never mistaken for a facility's assessment", function()
    local text = 'fact "org.vetted" { type = "yes/no", ask = "Vetted?" }\n'
      .. 'check "1.org.2" { title = "V", ask = "Ask.",\n'
      .. 'expect = "org.vetted is yes" }'
    local report = report_of(text, { org = { vetted = true } })
    assert.is_false(report.facilities[1].assessed)
  end)
end)

describe("a check that strictens another", function()
  local STRICTER = 'check "1.org.1" { title = "B and a", stricter_than = "1.2",\n'
    .. 'ask = "Ask.", expect = "a.kinds includes x" }'

  it("cites its points and applies where it does", function()
    local report = report_of(STRICTER)
    local result = support.result(report, "1.org.1")
    assert.equal("not-applicable", result.outcome)
    assert.same({ "SHOULD" }, result.points)
  end)
  it("falls short in the house rating alone", function()
    local facts = support.copy(WELL)
    facts.a.kinds = support.json.array { "y" }
    local report = report_of(STRICTER, facts)
    assert.equal("minor-nonconformance",
      support.result(report, "1.org.1").outcome)
    assert.equal("conformance", support.result(report, "1.2").outcome)
    assert.same(ratings(plain(facts)), ratings(report))
    assert.equal("stricter-check", report.changes[1].kind)
    assert.equal("1.2", report.changes[1].stricter_than)
  end)
  it("names a check that is there", function()
    assert.equal('check "1.org.1": stricter_than: the baseline has no check '
      .. "'1.22'; did you mean '1.2'?",
      (refusal((STRICTER:gsub('"1%.2"', '"1.22"')))))
  end)
end)

describe("a check that a layer switches off", function()
  local OFF = 'switch_off "1.1" { ' .. GROUNDS .. " }"

  it("keeps its outcome and the rating of the baseline", function()
    local report = report_of(OFF)
    assert.equal("major-nonconformance", support.result(report, "1.1").outcome)
    assert.equal("major-nonconformance", report.member.rating)
  end)
  it("leaves the house rating, and says so beside its result", function()
    local report = report_of(OFF)
    assert.same({ kind = "switches-off", layer = "acme",
      outcome = "not-applicable", range = { "not-applicable" },
      reason = "Switched off by the layer acme until 2013-12-31 (A. Head): "
        .. "agreed" }, support.result(report, "1.1").with_layers)
    -- 1.2 does not apply; 1.3 waits: met, or a lapse against a shall.
    assert.same({ "conformance", "minor-nonconformance" },
      report.member.house_rating.range)
  end)
  it("is said at the head, with reason, who and until when", function()
    local change = report_of(OFF).changes[1]
    assert.is_true(change.weakens)
    assert.is_true(change.in_force)
    assert.equal("agreed", change.because)
    assert.equal("A. Head", change.by)
    assert.equal("2013-12-31", change.until_date)
  end)
  it("is back the day after", function()
    local text = OFF:gsub("2013%-12%-31", "2013-11-29")
    local report = report_of(text)
    assert.is_false(report.changes[1].in_force)
    assert.is_nil(support.result(report, "1.1").with_layers)
    assert.equal("major-nonconformance", report.member.house_rating.rating)
  end)
  it("is still off on the last day", function()
    local report = report_of((OFF:gsub("2013%-12%-31", "2013-11-30")))
    assert.is_true(report.changes[1].in_force)
  end)
  for _, key in ipairs { "because", "by", "until_date" } do
    it("needs " .. key, function()
      local message = refusal((OFF:gsub(key .. ' = "[^"]*",? ?', "")))
      assert.truthy(message:find('switch_off "1.1": this weakens the check, and '
        .. key .. " is missing; write " .. key .. " = ", 1, true))
    end)
  end
  it("needs a day that is one", function()
    assert.truthy(refusal((OFF:gsub("2013%-12%-31", "2013-12")))
      :find("until_date is '2013-12'", 1, true))
  end)
  it("is a check of the baseline", function()
    assert.truthy(refusal((OFF:gsub('"1%.1"', '"1.7"')))
      :find("the baseline has no check '1.7'", 1, true))
    assert.truthy(refusal((OFF:gsub('"1%.1"', '"1.4"')))
      :find("check '1.4' is retired", 1, true))
  end)
end)

describe("a check that a layer narrows", function()
  local NARROW = 'narrow "1.1" { applies = "a.kinds includes x", ' .. GROUNDS
    .. " }"

  local function result_with(kinds)
    local facts = support.copy(FACTS)
    facts.a.kinds = kinds and support.json.array(kinds)
    local report = report_of(NARROW, facts)
    return support.result(report, "1.1"), report
  end

  it("stays as it is where the condition holds", function()
    assert.is_nil(result_with({ "x" }).with_layers)
  end)
  it("does not count in the house rating where it does not", function()
    local result = result_with { "y" }
    assert.equal("major-nonconformance", result.outcome)
    assert.equal("not-applicable", result.with_layers.outcome)
  end)
  it("leaves both open where that is not known, and asks", function()
    local result, report = result_with(nil)
    assert.equal("insufficient-evidence", result.with_layers.outcome)
    assert.same({ "not-applicable", "major-nonconformance" },
      result.with_layers.range)
    local asked = {}
    for _, one in ipairs(report.missing) do asked[one.fact or ""] = true end
    assert.is_true(asked["a.kinds"])
  end)
  it("conflicts with another change that weakens it", function()
    assert.equal('narrow "1.1": acme.lua line 2 weakens the same check; '
      .. "keep one of the two", (refusal(NARROW .. '\nswitch_off "1.1" { '
      .. GROUNDS .. " }")))
  end)
  it("needs its condition, and a word that is known", function()
    assert.truthy(refusal('narrow "1.1" { ' .. GROUNDS .. " }")
      :find("applies is missing", 1, true))
    assert.truthy(refusal('narrow "1.1" { expect = "a.flag is yes", ' .. GROUNDS
      .. " }"):find("'expect' has no place in it", 1, true))
    assert.truthy(refusal((NARROW:gsub("a%.kinds", "a.kindz")))
      :find("did you mean 'a.kinds'", 1, true))
  end)
end)

describe("a parameter that a layer sets", function()
  local SET = 'parameter "limit" { value = 12, source = "our standard" }'

  it("rates by the COP 11 where the baseline gives none", function()
    local report = report_of(SET, WELL)
    assert.equal("conformance", support.result(report, "1.3").outcome)
    assert.equal("conformance", report.member.rating)
    local parameter = report.parameters[1]
    assert.equal("acme", parameter.layer)
    assert.equal("our standard", parameter.source)
    assert.equal("sets-parameter", report.changes[1].kind)
    assert.is_false(report.changes[1].weakens)
  end)
  it("needs a source", function()
    assert.truthy(refusal 'parameter "limit" { value = 12 }'
      :find("source is missing", 1, true))
  end)
  it("needs a value of its type", function()
    assert.truthy(refusal 'parameter "limit" { value = "x", source = "s" }'
      :find('parameter "limit": expected', 1, true))
    assert.truthy(refusal 'parameter "limit" { value = "unknown", source = "s" }'
      :find("a layer gives it a value", 1, true))
  end)
  it("is one that there is", function()
    assert.truthy(refusal 'parameter "limitt" { value = 1, source = "s" }'
      :find("no such parameter beneath this layer; did you mean 'limit'", 1,
        true))
  end)
  it("is set once", function()
    assert.truthy(refusal(SET .. "\n" .. SET):find("sets it twice", 1, true))
  end)
end)

describe("a parameter that a layer changes", function()
  -- Three armed: more than the baseline's two, so a lapse.
  local people = { complete = true, items = { { name = "A", armed = true },
    { name = "B", armed = true }, { name = "C", armed = true } } }
  local function report_with(text, options)
    options = options or {}
    options.baseline = LIMIT
    return report_of(text, { people = people }, options)
  end
  local function change(value, more)
    return ('parameter "most" { value = %d, source = "us", %s }'):format(value,
      more or "")
  end

  it("to a stricter value changes the house rating alone", function()
    local report = report_of(change(1), { a = { total = 2 } },
      { baseline = LIMIT })
    local result = support.result(report, "1.5")
    assert.equal("conformance", result.outcome)
    assert.equal("minor-nonconformance", result.with_layers.outcome)
    assert.equal("More than 1.", result.with_layers.reason)
    assert.equal("conformance", report.member.rating)
    assert.equal("minor-nonconformance", report.member.house_rating.rating)
    assert.is_false(report.changes[1].weakens)
  end)
  it("to a looser one needs grounds, and names the limit", function()
    assert.truthy(refusal(change(3), { baseline = LIMIT }):find("this value can "
      .. "turn an outcome more favourable than the one beneath (2), and because "
      .. "is missing; give these grounds, or keep it at most 2", 1, true))
  end)
  it("to a looser one with grounds favours the house alone", function()
    local report = report_with(change(3, GROUNDS))
    local result = support.result(report, "1.5")
    assert.equal("minor-nonconformance", result.outcome)
    assert.equal("More than 2.", result.reason)
    assert.equal("conformance", result.with_layers.outcome)
    assert.equal("minor-nonconformance", report.member.rating)
    assert.equal("conformance", report.member.house_rating.rating)
    assert.is_true(report.changes[1].weakens)
    assert.equal(3, report.changes[1].value)
    assert.equal(2, report.changes[1].instead_of)
  end)
  it("is judged against every layer beneath", function()
    local message = refusal(nil, { baseline = LIMIT, layers = {
      layer(change(0), "first"), layer(change(1), "second") } })
    assert.truthy(message:find("(0)", 1, true))
  end)
  it("is read by the layer's own checks", function()
    local own = '\ncheck "1.org.1" { title = "Few", points = { "SHALL" },\n'
      .. 'ask = "Ask.", expect = "a.total is at most most" }'
    local report = report_with(change(3, GROUNDS) .. own)
    local result = support.result(report, "1.org.1")
    assert.equal("conformance", result.outcome)
    local read = {}
    for _, fact in ipairs(result.facts) do read[fact.fact] = fact end
    assert.equal(3, read.most.value)
    assert.equal("us", read.most.source)
  end)
  it("under a prohibition is judged the other way round", function()
    local baseline = LIMIT:gsub('expect = %b{}',
      'expect = none { "a.total is at most most" }')
    assert.is_nil(select(2, open(change(3), { baseline = baseline })))
    assert.truthy(refusal(change(1), { baseline = baseline })
      :find("keep it at least 2", 1, true))
  end)
  it("that stands in a gate always needs grounds", function()
    local baseline = LIMIT:gsub('expect = %b{}',
      'expect = "a.flag is yes", applies = "a.total is at most most"')
    assert.truthy(refusal(change(1), { baseline = baseline })
      :find("more favourable", 1, true))
    assert.truthy(refusal(change(3), { baseline = baseline })
      :find("more favourable", 1, true))
  end)
end)

describe("a layer may not", function()
  for word, text in pairs {
    disagreement = 'disagreement "d" { when = "a.flag is yes", '
      .. 'facts = { "a.flag" }, because = "x" }',
    hint = 'hint "h" { "x", ratings = { "conformance" }, source = "s" }',
    list = 'list "things" { ask = "?", facts = {} }',
    point = 'point "P" { strength = "shall", says = "x" }',
    provision = 'provision "2" { title = "Two" }',
    ratings = "ratings { }", findings = "findings { }",
  } do
    it("declare a " .. word, function()
      assert.truthy(refusal(text):find("a layer cannot declare a " .. word, 1,
        true))
    end)
  end
  it("declare facts outside org.", function()
    assert.truthy(refusal 'fact "b.more" { type = "yes/no", ask = "?" }'
      :find("call it 'org.b.more'", 1, true))
  end)
  it("let a fact of its own contradict one of the baseline", function()
    assert.truthy(refusal('fact "org.n" { type = "count", of = "a.total", '
      .. 'ask = "?" }'):find("a fact of the baseline", 1, true))
  end)
  it("take an id that is taken", function()
    local check = 'check "1.org.1" { title = "T", ask = "?",\n'
      .. 'expect = "a.flag is yes" }\n'
    assert.truthy(refusal(check .. check):find("the id is taken by acme.lua "
      .. "line 1", 1, true))
  end)
  it("have the name of another pack", function()
    assert.truthy(refusal(nil, { layers = { layer("", "test") } })
      :find("two packs are called 'test'", 1, true))
  end)
  it("be broken where it does more than add checks", function()
    local message, problem = refusal('check "1.org.1" { title = "T" }\n'
      .. 'switch_off "1.1" { ' .. GROUNDS .. " }\nparameter = 1")
    assert.equal("acme.lua", problem.where)
    assert.truthy(message)
  end)
end)

describe("the baseline may not", function()
  it("use the words of layers", function()
    assert.truthy(refusal("", { baseline = BASELINE .. 'switch_off "1.1" { '
      .. GROUNDS .. " }" }):find("belongs to a layer over it", 1, true))
  end)
  it("declare facts under org.", function()
    assert.truthy(refusal("", { baseline = BASELINE
      .. 'fact "org.x" { type = "yes/no", ask = "?" }' })
      :find("kept for layers", 1, true))
  end)
end)

describe("whatever a layer says", function()
  -- Layers that add, stricten, switch off, narrow and change.
  local text = 'check "1.org.1" { title = "Own", points = { "SHALL" },\n'
    .. 'ask = "?", expect = "b.flag is no" }\n'
    .. 'check "1.org.2" { title = "More", stricter_than = "1.1", ask = "?",\n'
    .. 'expect = "a.kinds includes x" }\n'
    .. 'switch_off "1.1" { ' .. GROUNDS .. " }\n"
    .. 'narrow "1.2" { applies = "a.kinds includes y", ' .. GROUNDS .. " }\n"
    .. 'parameter "most" { value = 9, source = "us", ' .. GROUNDS .. " }"

  it("the baseline's results and ratings are as without it", function()
    local baseline = BASELINE .. LIMIT
    for _, facts in ipairs { FACTS, WELL, {}, { a = { total = 5 } },
      { a = { flag = true, kinds = support.json.array { "x" } } } } do
      local with, without = report_of(text, facts, { baseline = baseline }),
        plain(facts, baseline)
      assert.same(ratings(without), ratings(with))
      assert.same(without.member.completeness, with.member.completeness)
      for _, result in ipairs(without.results) do
        local same = support.result(with, result.check, result.facility)
        same.with_layers = nil
        assert.same(result, same)
      end
    end
  end)
  it("making a fact unknown only widens the house rating", function()
    local function house(facts)
      local held = {}
      local report = report_of(text, facts, { baseline = BASELINE .. LIMIT })
      for _, name in ipairs(report.member.house_rating.range) do
        held[name] = true
      end
      return held
    end
    local full = { a = { flag = true, day = "2013-05-30", total = 5,
      kinds = support.json.array { "x" } }, b = { flag = true } }
    local before = house(full)
    for _, name in ipairs { "flag", "total", "kinds", "day" } do
      local facts = support.copy(full)
      facts.a[name] = nil
      local after = house(facts)
      for rating in pairs(before) do assert.is_true(after[rating], name) end
    end
  end)
end)
