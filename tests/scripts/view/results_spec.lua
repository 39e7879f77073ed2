local host = require("support.host").host
local results = require "view.results"
local rows = require "report.rows"
local view_facts = require "view.facts"

-- A result with these fields of a check with those, by these facts.
local function read(fields, check, facts, parameters)
  local result = { check = "c", outcome = "conformance", rests_on = {} }
  for name, value in pairs(fields) do result[name] = value end
  check = check or {}
  check.points = check.points or {}
  local report = { facilities = {}, points = {}, checks = { c = check },
    facts = facts or {}, parameters = parameters or {}, results = { result } }
  local found
  rows.each(report, function(row)
    found = results.result_of(row, report, view_facts.of(report, host), host)
  end)
  return found
end

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
end)

describe("what speaks against the Member beside an outcome", function()
  it("is said once, however many conditions say it", function()
    assert.same({ "Who? Answer: no.", "How? Answer: late." }, read({ against = {
      { says = "Who? Answer: no." }, { says = "Who? Answer: no." },
      { says = "How? Answer: late." } } }).against)
  end)
end)

describe("the facts of a result", function()
  it("are those it rests on, and those read beside them", function()
    local result = read({ rests_on = { "a", "b" } }, { reads = { "b", "c" } },
      { a = { value = true }, b = { value = 1 }, c = { value = "x" } })
    assert.same({ "a", "b" }, names(result.rests_on))
    assert.same({ "c" }, names(result.also_read))
  end)
  it("show a state where there is no value", function()
    local result = read({ rests_on = { "a", "b", "c", "d" } }, nil, {
      a = { state = "withheld" }, b = { state = "not_applicable" },
      c = { state = "unknown" }, d = { basis = "stated" } })
    local values = {}
    for i, fact in ipairs(result.rests_on) do values[i] = fact.value end
    assert.same({ "withheld", "not applicable", "unknown", "(kept back)" },
      values)
  end)
  it("say of a list how much of it is there", function()
    local result = read({ rests_on = { "people", "dogs" } }, nil, {
      people = { items = 3, complete = true, stated_by = "HR" },
      dogs = { items = 0, complete = false } })
    assert.equal("3 listed, the list is complete", result.rests_on[1].value)
    assert.equal("HR", result.rests_on[1].by)
    assert.equal("0 listed, the list is not said to be complete",
      result.rests_on[2].value)
  end)
  it("says for which facts it names evidence, where some have none", function()
    local function fact(name, evidence)
      return { name = name, evidence = evidence, against = {} }
    end
    local function of(...) return results.support { basis = "stated", rests_on = { ... } } end
    assert.equal("(stated) [A] for asm.present, nothing for training.covers and p.of",
      of(fact("asm.present", { "A" }), fact("training.covers", {}), fact("p.of", {})))
    assert.equal("(stated)", of(fact("training.covers", {})))
    assert.equal("(stated) [A, B]", of(fact("a", { "A" }), fact("b", { "B" })))
  end)
  it("says where what an auditor verified was but told", function()
    local function of(...)
      return results.support({ basis = "auditor-verified", rests_on = { { name = "a",
        evidence = { ... }, against = {} } } }, { I = "interview", O = "observation" })
    end
    assert.equal("(auditor-verified by interview alone) [I]", of "I")
    assert.equal("(auditor-verified) [I, O]", of("I", "O"))
    assert.equal("(auditor-verified)", of())
  end)
  it("tells of an open check what speaks against an answer in conflict", function()
    local known = results.known_of { also_read = {}, rests_on = {
      { key = "a", name = "a", state = "conflicting", value = "conflicting", against = { "D-2" } },
      { key = "b", name = "b", state = "conflicting", value = "conflicting", against = {} } } }
    assert.equal(1, #known)
    assert.equal("conflicting; against it: [D-2]", known[1].value)
  end)
  it("says how well a result is supported, and who stated it", function()
    local result = read({ basis = "evidenced", rests_on = { "a", "b" } },
      { reads = { "c" } }, { a = { value = true, evidence = { "E-1", "E-2" },
        stated_by = "The owner" }, b = { value = true, evidence = { "E-1" },
        stated_by = "The owner" }, c = { evidence = { "E-9" } } })
    assert.equal("(evidenced) [E-1, E-2], stated by The owner",
      results.support(result))
    assert.equal("", results.support(read {}))
    result.rests_on = { { evidence = {}, against = {}, worked_out_from = "people",
      name = "a.kind", note = "as seen", why = "only rough",
      recorded = "A-1, attestation by A. Auditor (lead)" } }
    assert.equal("(evidenced), from people, A-1, attestation by A. "
      .. 'Auditor (lead), reason given for a.kind: "only rough", note on a.kind: "as seen"',
      results.support(result))
  end)
  it("says which reading of the guidance rates", function()
    assert.same({ "Under the reading literal, which rates: minor "
      .. "non-conformance.", "Under the reading wide: insufficient evidence." },
      read({ readings = { wide = "insufficient-evidence",
        literal = "minor-nonconformance" } }, { parameters = { "way" } }, nil,
        { way = { value = "literal" } }).readings)
  end)
  it("reads a parameter as a layer's own check does", function()
    local parameters = { limit = { value = 12, layer = "base",
      with_layers = { value = 6, source = "ours", layer = "house" } } }
    local check = { parameters = { "limit" } }
    assert.equal("12", read({}, check, nil, parameters).also_read[1].value)
    check.layer = "house"
    local own = read({}, check, nil, parameters).also_read[1]
    assert.same({ "6", "house", "ours" }, { own.value, own.layer, own.by })
  end)
end)

describe("findings that rest on the same facts", function()
  local function finding(check, ...)
    local rests_on = {}
    for i, key in ipairs { ... } do rests_on[i] = { key = key } end
    return { check = check, rests_on = rests_on }
  end
  it("name each other", function()
    local list = { finding("1.1", "a", "b"), finding("1.2", "b", "a"), finding("1.3", "a"),
      finding("1.4"), finding("1.5"), finding("1.6", "c"), finding("1.7", "c"),
      finding("1.8", "c") }
    results.mark_same(list)
    assert.equal("1.2 rests on them too", list[1].same_as)
    assert.equal("1.1 rests on them too", list[2].same_as)
    for i = 3, 5 do assert.is_nil(list[i].same_as) end
    assert.equal("1.7 and 1.8 rest on it too", list[6].same_as)
  end)
end)

describe("what is known of an open check", function()
  it("tells of an item why its answer is not known", function()
    local known = results.known_of { rests_on = { { key = "pit/a[X].b", value = "unknown",
      why = "not shown" }, { key = "pit/a", value = "unknown", why = "lost" },
      { key = "pit/a[Y].b", value = "unknown" }, { key = "pit/c", known = true } },
      also_read = {} }
    assert.equal(2, #known)
    assert.equal("unknown (not shown)", known[1].value)
  end)
end)
