-- Plain values of facts, as an engine reads them out of a dossier.
local support = require "support.host"
local small = require "support.small"

local array = support.json.array
local OPEN <const> = "insufficient-evidence"

-- What check 1.1 gives for the set `written`, and the problems of the dossier.
local function set(name, expect, written)
  local result, report = small.result(('"%s %s"'):format(name, expect),
    { a = { [name:match "%a+$"] = written }, b = { flag = true } })
  return result.outcome, report.problems
end

describe("a set", function()
  it("that is empty is no answer, and a note says what would be", function()
    local outcome, problems = set("a.kinds", "includes x", array {})
    assert.equal(OPEN, outcome)
    assert.same({ { kind = "note", code = "empty-set", pointer = "/facilities/items/0/a/kinds",
      message = "an empty list is no answer and is read as unknown; name at least "
        .. "one value" } }, problems)
    outcome, problems = set("a.tasks", "includes x", { value = array {} })
    assert.equal(OPEN, outcome)
    assert.truthy(problems[1].message:find('write "none"', 1, true))
    assert.equal(OPEN, (set("a.tasks", "includes x", { includes = array {} })))
  end)
  it("holds none of its values where a word says so, and it may", function()
    assert.equal("conformance", (set("a.tasks", "includes none of x", "none")))
    assert.equal("conformance", (set("a.tasks", "includes none of x",
      { value = "none", why = "nobody is left" })))
    local runtime = assert(small.open(small.check '"a.kinds includes x"'))
    local report, problem = support.evaluate(runtime,
      small.dossier { a = { kinds = "none" } })
    assert.is_nil(report)
    assert.truthy(problem.message:find("expected a list of values", 1, true))
  end)
  it("is told how to be empty where something else was written", function()
    local runtime = assert(small.open(small.check '"a.tasks includes x"'))
    local _, problem = support.evaluate(runtime,
      small.dossier { a = { tasks = array { "none" } } })
    assert.truthy(problem.message:find('or "none" in place of the list', 1, true),
      problem.message)
  end)
  it("of a list stays a list: empty and complete is an answer", function()
    local result = small.result('"a.total is exactly 0"',
      { people = { complete = true, items = array {} } })
    assert.equal("conformance", result.outcome)
  end)
end)
