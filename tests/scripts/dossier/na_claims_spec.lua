-- A claim that has no force is told.
local small = require "support.small"
local support = require "support.host"

local runtime = assert(small.open(small.check '"a.optional is yes"'))

local function problems(optional, gate)
  local report = assert(support.evaluate(runtime, small.dossier {
    a = { optional = optional, flag = true }, b = { flag = gate } }))
  return report.problems
end

local NOT_APPLICABLE <const> = { state = "not_applicable", na_reason = "small" }

describe("a fact marked not applicable", function()
  it("is noted where its condition is not so, or not known", function()
    local AT <const> = "/facilities/items/0/a/optional"
    assert.same({ { kind = "note", code = "na-claim-false", pointer = AT,
      message = "this is marked not applicable, which counts only where b.flag is no; "
        .. "that is not so, so it is read as unknown" } }, problems(NOT_APPLICABLE, true))
    assert.truthy(problems(NOT_APPLICABLE, nil)[1].message:find("that is not known", 1,
      true))
    assert.same({}, problems(NOT_APPLICABLE, false))
    local validated = support.decode(assert(runtime.validate(support.json.write(
      small.dossier { a = { optional = NOT_APPLICABLE }, b = { flag = true } }), {})))
    assert.equal(AT, validated.problems[1].pointer)
  end)
end)

describe("a value beside a state that has none", function()
  it("is noted, for it is not used", function()
    for _, state in ipairs { { state = "unknown", value = true },
      { state = "withheld", withheld_reason = "x", value = false },
      { state = "conflicting", value = true } } do
      local found = problems(state, true)
      assert.equal("note", found[1].kind)
      assert.equal("/facilities/items/0/a/optional/value", found[1].pointer)
      assert.truthy(found[1].message:find('"value" is not used', 1, true))
    end
    assert.same({}, problems({ state = "unknown", value = support.json.null }, true))
  end)
end)

describe("a reason beside a state of another kind", function()
  it("is noted, for it is not used", function()
    for key, state in pairs {
      na_reason = { state = "unknown", na_reason = "small" },
      withheld_reason = { state = "conflicting", withheld_reason = "x" } } do
      local found = problems(state, true)
      assert.equal("/facilities/items/0/a/optional/" .. key, found[1].pointer)
      assert.truthy(found[1].message:find(('"%s" is not used'):format(key), 1, true))
    end
    assert.same({}, problems({ value = true, na_reason = support.json.null }, true))
  end)
end)

describe("a value said in two ways", function()
  it("is refused, for one would be passed over", function()
    for _, done in ipairs { { value = 3, at_least = 2 }, { share = "all", percent = 50 },
      { at_least = 2, share = "some" } } do
      local _, problem = support.evaluate(runtime, small.dossier { a = { done = done } })
      assert.truthy(problem.message:find("said in several ways", 1, true))
    end
    assert.truthy(support.evaluate(runtime, small.dossier {
      a = { done = { at_least = 2, at_most = 3 } } }))
  end)
end)
