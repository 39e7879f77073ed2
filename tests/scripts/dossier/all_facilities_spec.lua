-- What a dossier says once for all of its facilities.
local edge_case = require "support.edge_case"
local small = require "support.small"
local support = require "support.host"

local array, OPEN = support.json.array, "insufficient-evidence"
local runtime = assert(small.open(small.check '"a.flag is yes"'))

-- Facilities "f", "g" ... that hold what is given, beside what holds for all.
local function dossier(all, ...)
  local items = {}
  for i, facts in ipairs { ... } do
    items[i] = support.copy(facts)
    items[i].id = ("fgh"):sub(i, i)
    items[i].b = { flag = true }
  end
  return { format = "cop11.dossier/1", assessment = { date = "2013-11-30" },
    member = { id = "M" }, all_facilities = all, evidence = array {
      { id = "D", title = "Handbook", kind = "document", date = "2013-01-01",
        collected_by = "member" } },
    facilities = { complete = true, items = array(items) } }
end

local function report_of(...)
  return assert(support.evaluate(runtime, dossier(...)))
end

local function outcome(report, facility)
  return support.result(report, "1.1", facility).outcome
end

local function fact_of(report, facility)
  return support.result(report, "1.1", facility).facts[1]
end

describe("what is said of all facilities", function()
  it("holds for each that does not answer, and says where it came from", function()
    local report = report_of({ a = { flag = { value = true, evidence = array { "D" } } } },
      {}, { a = { flag = support.json.null } })
    for _, facility in ipairs { "f", "g" } do
      assert.equal("conformance", outcome(report, facility))
      assert.same({ fact = "a.flag", state = "known", value = true,
        pointer = "/all_facilities/a/flag", basis = "evidenced",
        evidence = { "D" } }, fact_of(report, facility))
    end
  end)
  it("gives way to a facility's own answer, and a note tells both places",
    function()
      local report = report_of({ a = { flag = true } }, { a = { flag = false } },
        { a = { flag = "unknown" } }, { a = { flag = true } })
      assert.equal("major-nonconformance", outcome(report, "f"))
      assert.equal(OPEN, outcome(report, "g"))
      assert.equal(1, #report.problems)
      assert.equal("note", report.problems[1].kind)
      assert.same({ "/facilities/items/0/a/flag", "/all_facilities/a/flag" },
        report.problems[1].pointers)
    end)
  it("can contradict a facility's list, there and at no other", function()
    local report = report_of({ a = { any_armed = false, flag = true } },
      { people = array { { armed = true } } }, {})
    assert.equal("conflict", report.problems[1].kind)
    assert.same({ "/facilities/items/0/a/any_armed", "/all_facilities/a/any_armed",
      "/facilities/items/0/people" }, report.problems[1].pointers)
    assert.equal(1, #report.problems)
  end)
  it("is settled by the auditor at each facility that takes it", function()
    local all = { a = { flag = { state = "withheld", withheld_reason = "secret",
      evidence = array { { id = "D", says = true } } } } }
    local report = report_of(all, {}, {})
    for _, facility in ipairs(report.facilities) do
      assert.truthy(edge_case.prompt(report, ("fact:%s/a.flag"):format(facility.id)))
    end
  end)
  it("is no list and no name", function()
    for pointer, all in pairs { ["/all_facilities/people"] = { people = array {} },
      ["/all_facilities/id"] = { id = "x" },
      ["/all_facilities/a/flat"] = { a = { flat = true } } } do
      local _, problem = support.evaluate(runtime, dossier(all, {}))
      assert.equal(pointer, problem.where)
    end
  end)
end)
