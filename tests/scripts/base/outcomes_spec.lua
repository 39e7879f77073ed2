local outcomes = require "base.outcomes"
local logic = require "base.logic"

describe("outcomes", function()
  it("has a name for each outcome, and no name twice", function()
    local seen = {}
    for _, name in ipairs(outcomes.NAMES) do
      assert.is_nil(seen[name])
      seen[name] = true
      assert.equal(name, outcomes.of[name].name)
    end
    for _, name in ipairs { outcomes.CONFORMANCE, outcomes.OBSERVATION,
      outcomes.MINOR, outcomes.MAJOR, outcomes.OPEN, outcomes.NOT_APPLICABLE,
      outcomes.ERROR } do
      assert.is_true(seen[name])
    end
  end)

  it("lists each outcome in one group of a report", function()
    local groups = {}
    for _, name in ipairs(outcomes.GROUPS) do groups[name] = 0 end
    for _, name in ipairs(outcomes.NAMES) do
      local group = outcomes.of[name].group
      groups[group] = groups[group] + 1
    end
    for group, count in pairs(groups) do assert.equal(1, count, group) end
  end)

  -- One table of joins serves extents and ratings (base/logic.lua).
  it("gives a range the bits of the extents, in the order of the scale",
    function()
      local bits = {}
      for i, name in ipairs(outcomes.SCALE) do bits[i] = outcomes.of[name].bit end
      assert.same({ logic.NA, logic.MET, logic.LAPSE, logic.ABSENT }, bits)
    end)

  it("counts an observation as conformance, and nothing open as favourable",
    function()
      assert.equal(outcomes.of.conformance.bit, outcomes.of.observation.bit)
      local favourable = {}
      for _, name in ipairs(outcomes.NAMES) do
        if outcomes.is_favourable(name) then favourable[#favourable + 1] = name end
      end
      assert.same({ "conformance", "observation", "not-applicable" }, favourable)
    end)

  it("never calls a range of two values by one of them", function()
    assert.same({ "minor-nonconformance", "minor non-conformance" },
      { outcomes.rated { "minor-nonconformance" } })
    assert.same({ "not-determined", "not determined: at best conformance, "
      .. "at worst major non-conformance" },
      { outcomes.rated { "conformance", "major-nonconformance" } })
    assert.same({ "not-determined", "not determined" }, { outcomes.rated {} })
  end)
end)
