local host = require("support.host").host
local results = require "render.view_results"

local function read(value) return results.result_of(value, host) end
local function names(facts)
  local list = {}
  for i, fact in ipairs(facts) do list[i] = fact.name end
  return list
end

describe("a result", function()
  it("belongs to the list of its outcome", function()
    local groups = { ["major-nonconformance"] = "major",
      ["minor-nonconformance"] = "minor", observation = "observation",
      conformance = "conforming", ["not-applicable"] = "not_applicable",
      error = "broken", ["insufficient-evidence"] = "open" }
    for outcome, group in pairs(groups) do
      assert.equal(group, read({ outcome = outcome }).group)
    end
  end)
  it("is open when its outcome is missing or not known to us", function()
    assert.equal("open", read({}).group)
    assert.equal("open", read({ outcome = "splendid" }).group)
    assert.equal("open", read({ outcome = {} }).group)
  end)
end)

describe("the facts of a result", function()
  local function facts_for(condition, ...)
    local facts = {}
    for i, name in ipairs { ... } do facts[i] = { fact = name } end
    return read { deciding = { { condition = condition } }, facts = facts }
  end

  it("are those its conditions name, and those beside them", function()
    local result = facts_for("arms.trained covers all of arms.armed",
      "guards.used", "arms.trained", "arms.armed")
    assert.same({ "arms.trained", "arms.armed" }, names(result.rests_on))
    assert.same({ "guards.used" }, names(result.also_read))
  end)
  it("are named as whole words", function()
    local result = facts_for("arms.used_here is yes, or my.arms.used is no",
      "arms.used", "used", "arms.used_here")
    assert.same({ "arms.used_here" }, names(result.rests_on))
    assert.same({ "arms.used" },
      names(facts_for("so arms.used.", "arms.used").rests_on))
  end)
  it("include those of the item a condition failed on", function()
    local result = read { deciding = { { condition = "held is yes",
      facts = { { fact = "held", state = "known", value = false } } } } }
    assert.equal("no", result.rests_on[1].value)
  end)
  it("show a state where there is no value", function()
    local result = read { facts = { { fact = "a", state = "withheld" },
      { fact = "b", state = "not_applicable" }, { fact = "c" },
      { fact = "d", state = "known" } } }
    local values = {}
    for i, fact in ipairs(result.also_read) do values[i] = fact.value end
    assert.same({ "withheld", "not applicable", "unknown", "(kept back)" },
      values)
  end)
  it("say of a list how much of it is there", function()
    local result = read { facts = { { list = "people", items = 3,
      complete = true, stated_by = "HR" }, { list = "people", items = 0,
      complete = "no" } } }
    assert.equal("3 listed, the list is complete", result.also_read[1].value)
    assert.equal("HR", result.also_read[1].by)
    assert.equal("0 listed, the list is not said to be complete",
      result.also_read[2].value)
  end)
  it("says how well a result is supported, and who stated it", function()
    local result = read { basis = "evidenced",
      deciding = { { condition = "a is yes" }, { condition = "b is yes" } },
      facts = { { fact = "a", state = "known", value = true,
        evidence = { "E-1", "E-2" }, stated_by = "The owner" },
        { fact = "b", state = "known", value = true, evidence = { "E-1" },
          stated_by = "The owner" },
        { fact = "c", state = "known", evidence = { "E-9" } } } }
    assert.equal("(evidenced) [E-1, E-2], stated by The owner",
      results.support(result))
    assert.equal("", results.support(read {}))
    result.rests_on = { { evidence = {}, worked_out_from = "/people",
      recorded = "A-1, attestation by A. Auditor (lead)", why = "only rough" } }
    assert.equal("(evidenced), from /people, A-1, attestation by A. "
      .. 'Auditor (lead), because "only rough"', results.support(result))
  end)
  it("says which reading of the guidance rates", function()
    assert.same({ "Under the reading literal, which rates: minor "
      .. "non-conformance.", "Under the reading wide: insufficient evidence." },
      read { readings = { wide = "insufficient-evidence",
        literal = "minor-nonconformance" }, facts = { { fact = "way",
        parameter = true, state = "known", value = "literal" } } }.readings)
  end)
end)
