-- Values of facts, as a person reads them.
require "support.host"
local wording = require "base.wording"

local function known(value, raw)
  return { state = "known", value = value, raw = raw == nil and value or raw }
end

describe("a value", function()
  it("in months names its unit", function()
    local MONTHS <const> = { type = "months" }
    assert.equal("1 month", wording.value(MONTHS, known(1)))
    assert.equal("6 months", wording.value(MONTHS, known(6)))
    assert.equal("none-stated", wording.value(MONTHS, known "none-stated"))
  end)
  it("that is whole shows no fraction", function()
    assert.equal("7", wording.value({ type = "count" }, known(7, 7.0)))
  end)
  it("of a choice has the title that it was given", function()
    local KINDS <const> = { type = "choices", titles = { a = "the first" } }
    assert.equal("the first", wording.value(KINDS, known "a"))
    assert.equal("the first and b", wording.value(KINDS, known({}, { "a", "b" })))
    assert.equal("none", wording.value(KINDS, known({}, {})))
  end)
end)
