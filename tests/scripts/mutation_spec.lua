-- The changes that stand for an author's slips, and whether examples notice
-- them.
local small_pack = require "support.small_pack"
local support = require "support.host"
local changes = require "mutation.changes"

-- The changes to what check 1.2 of the small pack expects when it is `expect`.
local function changes_to(expect)
  local runtime = small_pack.open("rules.lua", [[all {
    { "guards.trained covers all of guards.count", otherwise = "Not all." },
    { "guards.uniform is all or some",
      otherwise = "Uniforms are worn by {guards.uniform} of {guards.count}." },
  }]], expect, { ["more.lua"] = [[
    fact "gate.kind" { type = "choices", values = { "a", "b", "c" }, ask = "?" }
    fact "gate.checked" { type = "date", ask = "When?" }
    parameter "limit" { type = "months", source = "test" }
    parameter "reading" { type = "choice", values = { "x", "y" } }]] })
  local check = runtime.model().check_by_id["1.2"]
  assert.is_nil(check.broken, check.broken and check.broken.message)
  local list = {}
  for i, one in ipairs(changes.of(check.expect, check.line)) do
    list[i] = one.was .. " -> " .. one.now
  end
  return list
end

local function gives(title, expect, expected)
  it(title, function() assert.same(expected, changes_to(expect)) end)
end

describe("the changes to", function()
  gives("yes or no: the other one", '"guards.used is yes"',
    { "guards.used is yes -> guards.used is not yes" })
  gives("a choice: each value in or out, never all and never none",
    '"guards.uniform is all or some"', {
      "guards.uniform is all or some -> guards.uniform is not all or some",
      "guards.uniform is all or some -> guards.uniform is some",
      "guards.uniform is all or some -> guards.uniform is all" })
  gives("a set", '"gate.kind includes any of a or b"', {
    "gate.kind includes any of a or b -> gate.kind includes none of a or b",
    "gate.kind includes any of a or b -> gate.kind includes all of a and b",
    "gate.kind includes any of a or b -> gate.kind includes any of b",
    "gate.kind includes any of a or b -> gate.kind includes any of a",
    "gate.kind includes any of a or b -> gate.kind includes any of a, b or c"
  })
  gives("a limit: its neighbour, its opposite, one more and one less",
    '"guards.count is at least 1"', {
      "guards.count is at least 1 -> guards.count is less than 1",
      "guards.count is at least 1 -> guards.count is more than 1",
      "guards.count is at least 1 -> guards.count is at least 2",
      "guards.count is at least 1 -> guards.count is at least 0" })
  gives("a limit of nought: no less than a count can be",
    '"guards.count is exactly 0"', {
      "guards.count is exactly 0 -> guards.count is at least 0",
      "guards.count is exactly 0 -> guards.count is at most 0",
      "guards.count is exactly 0 -> guards.count is exactly 1" })
  gives("a day", '"gate.checked is on or after 1 month before today"', {
    "gate.checked is on or after 1 month before today -> gate.checked is "
      .. "before 1 month before today",
    "gate.checked is on or after 1 month before today -> gate.checked is "
      .. "after 1 month before today",
    "gate.checked is on or after 1 month before today -> gate.checked is on or "
      .. "after 2 months before today",
    "gate.checked is on or after 1 month before today -> gate.checked is on or "
      .. "after today" })
  gives("a number of months", '"gate.checked is within 1 month of today"', {
    "gate.checked is within 1 month of today -> gate.checked is within 2 months "
      .. "of today",
    "gate.checked is within 1 month of today -> none of: gate.checked is within "
      .. "1 month of today" })
  gives("several: the other word, and each one forgotten",
    'all { "guards.used is yes", "doors.locked is no" }', {
      "all of: guards.used is yes; doors.locked is no -> any of: guards.used is "
        .. "yes; doors.locked is no",
      "guards.used is yes -> (left out)", "doors.locked is no -> (left out)",
      "guards.used is yes -> guards.used is not yes",
      "doors.locked is no -> doors.locked is not no" })
  gives("a prohibition of one", 'none { "guards.used is yes" }', {
    "none of: guards.used is yes -> any of: guards.used is yes",
    "guards.used is yes -> guards.used is not yes" })
  gives("a gate: left out", 'when "guards.used is yes" { "doors.locked is yes" }',
    { "where guards.used is yes: doors.locked is yes -> doors.locked is yes",
      "guards.used is yes -> guards.used is not yes",
      "doors.locked is yes -> doors.locked is not yes" })
  gives("a list: the other word, and whom it speaks of",
    'every "people" { where = "trained is yes", "trained is no" }', {
      "every of people where trained is yes: trained is no -> any of people "
        .. "where trained is yes: trained is no",
      "every of people where trained is yes: trained is no -> every of people: "
        .. "trained is no",
      "trained is yes -> trained is not yes",
      "trained is no -> trained is not no" })
  gives("what only the auditor decides",
    'auditor "q" { ask = "Is it?" }', { "the auditor finds: Is it? -> none of: "
      .. "the auditor finds: Is it?" })
  gives("each reading by itself", 'reading "reading" { x = "guards.used is yes",'
    .. ' y = "doors.locked is yes" }', {
      "guards.used is yes -> guards.used is not yes",
      "doors.locked is yes -> doors.locked is not yes" })
end)

describe("a change that no example notices", function()
  local function without(from, to)
    local test = small_pack.test("rules.examples.lua", from, to or "")
    assert.equal(0, test.totals.failed)
    return test
  end

  it("is told with its place and its words, and fails the test", function()
    local test = without [[
  { gives = "conformance", because = "some uniforms are enough",
    facts = { "guards.uniform is some", "guards.count is 1",
      "guards.trained is 1" } },
]]
    assert.is_false(test.ok)
    assert.same({ { id = "1.2", file = "rules.lua", line = 19, column = 8,
      was = "guards.uniform is all or some", now = "guards.uniform is all" } },
      test.changes.unnoticed)
  end)

  it("is none of a check without examples, which is told with its changes",
    function()
      assert.same({}, small_pack.test("rules.examples.lua", "", "").changes
        .not_tried)
      -- "is no" is all that "doors.locked is yes" could become.
      local test = without([[
examples "1.1" {
  { gives = "conformance", because = "they are locked",
    facts = { "doors.locked is yes" } },
  { gives = "major-nonconformance", because = "they are not",
    facts = { ["doors.locked"] = false } },
  { gives = "insufficient-evidence", because = "nobody tried",
    facts = { "guards.used is no" } },
}
]])
      assert.same({ { id = "1.1", changes = 1 } }, test.changes.not_tried)
      assert.same({}, test.changes.unnoticed)
    end)

  it("may be a gate that nobody misses", function()
    local test = without [[
  { gives = "not-applicable", because = "there are none",
    facts = { "guards.used is no" } },
]]
    assert.same({ "guards.used is yes -> (left out)" }, { test.changes
      .unnoticed[1].was .. " -> " .. test.changes.unnoticed[1].now })
  end)

  it("is kept apart when it is listed with a reason", function()
    local test = small_pack.test()
    assert.same({}, test.changes.unnoticed)
    assert.equal("the point says should, so wholly absent weighs like a lapse",
      test.changes.listed[1].because)
    assert.is_true(test.ok)
  end)

  local function problem_of(from, to)
    local test = small_pack.test("rules.examples.lua", from, to)
    assert.is_false(test.ok)
    return test.problems[1].message
  end

  it("that is listed and noticed is told", function()
    assert.truthy(problem_of("is at least guards.count", "is less than "
      .. "guards.count"):find("which an example notices", 1, true))
  end)
  it("that is listed without a reason is told", function()
    assert.truthy(problem_of("because = \"the point", "becuse = \"the point")
      :find("'becuse' is not part of a change; did you mean 'because'?", 1,
      true))
  end)
end)

describe("running changes", function()
  it("leaves the pack as it was", function()
    local runtime = support.open_builtin { tolerant = true }
    assert.equal(runtime.test(), runtime.test())
  end)
end)
