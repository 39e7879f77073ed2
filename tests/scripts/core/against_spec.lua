-- What is known and speaks against the Member, though the outcome does not say so.
local small = require "support.small"

-- What stands against the Member in the check that expects `expect`.
local function against(expect, facts, dossier)
  local list = {}
  for i, one in ipairs(small.result(expect, facts, dossier).against or {}) do
    list[i] = one.says
  end
  return list
end

local NO_A <const>, NO_B <const> = "Flag a? Answer: no.", "Flag b? Answer: no."

describe("what speaks against the Member", function()
  local BOTH <const> = 'any { "a.flag is yes", "b.flag is yes" }'
  it("stands beside a check that is open, or that something else met", function()
    assert.same({ NO_A }, against(BOTH, { a = { flag = false } }))
    assert.same({ NO_A }, against(BOTH, { a = { flag = false },
      b = { flag = true } }))
    assert.same({}, against(BOTH, { a = { flag = true } }))
  end)
  it("is not said twice: a finding names its conditions", function()
    assert.same({}, against('"a.flag is yes"', { a = { flag = false } }))
    assert.same({ NO_A }, against('all { "b.flag is yes", any { "a.flag is yes", '
      .. '"a.level is full" } }', { a = { flag = false }, b = { flag = false } }))
  end)
  it("is what is met where it must not be", function()
    assert.same({ "Flag a? Answer: yes." }, against(
      'any { none { "a.flag is yes" }, "b.flag is yes" }', { a = { flag = true } }))
    assert.same({}, against('any { none { "a.flag is yes" }, "b.flag is yes" }',
      { a = { flag = false } }))
  end)
  it("is left out behind a gate that is closed", function()
    local gated = 'any { when "b.flag is yes" { "a.flag is yes" }, '
      .. '"a.level is full" }'
    assert.same({ NO_B }, against('any { "b.flag is yes", "a.level is full" }',
      { b = { flag = false } }))
    assert.same({}, against(gated, { a = { flag = false, level = "full" },
      b = { flag = false } }))
  end)
  it("is found in the items of an open list", function()
    assert.same({ "Armed? Answer: yes." }, against(
      'any { none "people" { where = "trained is no", "armed is yes" }, '
        .. '"a.flag is yes" }',
      { people = { { armed = true, trained = false },
        { armed = true, trained = true } } }))
  end)
  it("keeps back what is sensitive", function()
    assert.same({ "Hidden? Answer: (kept back)." }, against(
      'any { "a.hidden is blue", "a.flag is yes" }', { a = { hidden = "green" } }))
  end)
end)
