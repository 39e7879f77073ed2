-- Checks that a layer adds, strictens, switches off and narrows.
local layered = require "support.layered"
local small = require "support.small"
local support = require "support.host"

local BASELINE <const> = layered.BASELINE
local GROUNDS <const> = layered.GROUNDS
local FACTS <const> = layered.FACTS
local WELL <const> = layered.WELL
local report_of = layered.report_of
local plain = layered.plain
local refusal = layered.refusal
local ratings = layered.ratings

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
  it("is listed without a title where Lua could not read one", function()
    local change = report_of('check "1.org.1" {\n  ask = ,\n}').changes[1]
    assert.equal("The layer acme adds check 1.org.1", change.text)
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
  it("under a provision there is not is told of one there is", function()
    local report = report_of((ADDED:gsub("1%.org%.1", "11.org.own")))
    assert.truthy(support.result(report, "11.org.own").reason
      :find("call it '1.org.own'", 1, true))
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
  it("stands under the provision of that one", function()
    local report = report_of((STRICTER:gsub("1%.org%.1", "2.org.1")), nil,
      { baseline = BASELINE .. 'provision "2" { title = "Two" }' })
    local result = support.result(report, "2.org.1")
    assert.equal("error", result.outcome)
    assert.truthy(result.reason:find("stricter_than names a check of provision "
      .. "1; call this one '1.org.1'", 1, true))
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
    assert.equal('narrow "1.1": acme/acme.lua line 2 weakens the same '
      .. "check; keep one of the two", (refusal(NARROW .. '\nswitch_off "1.1" { '
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
