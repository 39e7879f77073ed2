-- The outcomes a check can give, found from its conditions alone.
local small_pack = require "support.small_pack"
local support = require "support.host"
local reach = require "examples.reach"
local logic = require "base.logic"

local C <const>, MINOR <const>, MAJOR <const>, OPEN <const>, NA <const> =
  "conformance", "minor-nonconformance", "major-nonconformance",
  "insufficient-evidence", "not-applicable"

-- What check 1.1 of the small pack can give with `body` for its condition.
local function outcomes(body, strength, more)
  local runtime = small_pack.open("rules.lua", [[
  expect = { "doors.locked is yes",
    otherwise = "The doors are not locked." },
]], body, more)
  local model = runtime.model()
  local check = model.check_by_id["1.1"]
  assert.is_nil(check.broken)
  check.strength = strength or check.strength
  return reach.outcomes(model, support.host, check)
end

describe("a check can give", function()
  it("what a yes or no can come to", function()
    assert.same({ C, MAJOR, OPEN },
      outcomes 'expect = "doors.locked is yes",')
    assert.same({ C, MINOR, OPEN },
      outcomes('expect = "doors.locked is yes",', "should"))
  end)

  it("an isolated lapse where a middle value is allowed", function()
    assert.same({ C, MINOR, MAJOR, OPEN },
      outcomes 'expect = "guards.uniform is all",')
    assert.same({ C, MINOR, OPEN },
      outcomes 'expect = "guards.uniform is not some",')
  end)

  it("observations alone where it cites no point", function()
    assert.same({ C, "observation", OPEN },
      outcomes('expect = "doors.locked is yes",', "beyond"))
  end)

  it("not-applicable where it has a gate, of any kind", function()
    assert.same({ C, MAJOR, OPEN, NA }, outcomes [[
      applies = "guards.used is yes", expect = "doors.locked is yes",]])
    assert.same({ C, MAJOR, OPEN, NA }, outcomes [[
      expect = when "guards.used is yes" { "doors.locked is yes" },]])
    assert.same({ C, MINOR, MAJOR, OPEN, NA }, outcomes [[
      expect = "guards.trained covers all of guards.count",]])
    assert.same({ C, MINOR, MAJOR, OPEN, NA }, outcomes [[
      expect = every "people" { "trained is yes" },]])
  end)

  it("no major where nothing required is wholly absent", function()
    assert.same({ C, MINOR, OPEN }, outcomes [[
      expect = none "people" { "trained is no" },]])
    assert.same({ C, MINOR, OPEN }, outcomes [[
      expect = "guards.count is more than 2",]])
  end)

  it("both answers of the auditor", function()
    assert.same({ C, MINOR, OPEN }, outcomes [[
      expect = auditor "fine" { ask = "Is it fine?" },]])
  end)

  it("only what one fact, read twice, can come to", function()
    -- Where the gate holds, the expectation holds too.
    assert.same({ C, OPEN, NA }, outcomes [[
      applies = "doors.locked is yes", expect = "doors.locked is yes",]])
    -- The two exclude each other.
    assert.same({ C, MINOR, MAJOR, OPEN }, outcomes [[
      expect = any { "guards.uniform is all",
        all { "guards.uniform is some", "doors.locked is yes" } },]])
  end)

  it("nothing that only facts in contradiction would give", function()
    local body = [[
      applies = "guards.uniform is all", expect = "doors.locked is yes",]]
    assert.same({ C, MAJOR, OPEN, NA }, outcomes(body))
    assert.same({ C, OPEN, NA }, outcomes(body, nil, { ["more.lua"] = [[
      disagreement "open" {
        when = all { "guards.uniform is all", "doors.locked is no" },
        facts = { "guards.uniform", "doors.locked" }, because = "No.",
      }]] }))
  end)

  it("what a plain function gives, where all its values can be tried",
    function()
      assert.same({ C, MAJOR, OPEN }, outcomes [[
        expect = compute { facts = { "doors.locked" }, function(locked)
          return locked and "met" or "absent" end },]])
      assert.same({ C, MINOR, OPEN }, outcomes [[
        expect = compute { facts = { "guards.count" }, function(count)
          return count > 1 end },]])
      assert.same({ C, OPEN }, outcomes [[
        expect = compute { facts = { "doors.locked" }, function(locked)
          if locked then return true end
          error "no" end },]])
    end)

  it("nothing at all when it is broken or retired", function()
    local model = small_pack.open("rules.lua", "doors.locked is yes",
      "doors.open is yes").model()
    assert.same({}, reach.outcomes(model, support.host,
      model.check_by_id["1.1"]))
    model = small_pack.open("rules.lua", '  ask    = "Try',
      '  retired = "merged",\n  ask    = "Try').model()
    assert.same({}, reach.outcomes(model, support.host,
      model.check_by_id["1.1"]))
  end)
end)

describe("what is found of a condition", function()
  it("is never less than what evaluating it can give", function()
    local runtime = support.open_builtin()
    local model = runtime.model()
    for _, sample in ipairs(support.samples()) do
      local report = support.evaluate(runtime, sample.text)
      for _, result in ipairs(report.results) do
        local can = {}
        for _, outcome in ipairs(reach.outcomes(model, support.host,
          model.check_by_id[result.check])) do
          can[outcome] = true
        end
        assert.truthy(can[result.outcome],
          result.check .. " gives " .. result.outcome)
      end
    end
  end)

  it("is a set of extents", function()
    local model = small_pack.open().model()
    local node = model.check_by_id["1.1"].expect
    assert.equal(logic.MET | logic.ABSENT,
      reach.node(model, support.host, node))
  end)
end)
