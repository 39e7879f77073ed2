require "support.host"
local diagnostic = require "base.diagnostic"
local value_hints = require "pack.value_hints"

local function cure(type, value, in_sentence)
  local code, args = value_hints.cure({ type = type }, value, in_sentence)
  return code and diagnostic.cure(diagnostic.new("no-value-stated", args, code))
end

describe("a value that does not fit its type", function()
  it("is a number in quotation marks", function()
    assert.equal("write 12 without quotation marks", cure("count", "12"))
    assert.equal("write 2.5 without quotation marks", cure("number", "2.5"))
    assert.equal("write 5 without quotation marks", cure("percent", "5%"))
    assert.equal("write 3 without quotation marks", cure("months", "three"))
  end)
  it("is a span of time, counted in months where that is exact", function()
    assert.equal("write 12 without quotation marks: the unit stands in unit",
      cure("months", "12 months"))
    assert.equal("write 24 without quotation marks: the unit stands in unit",
      cure("months", "2 years"))
    assert.equal("write whole months, in figures: nothing else is counted here",
      cure("months", "90 days"))
  end)
  it("is yes or no", function()
    assert.equal("write true or false, without quotation marks",
      cure("yes/no", "yes"))
    assert.equal("write yes or no", cure("yes/no", "true", true))
  end)
  it("is written in a sentence without quotation marks", function()
    assert.equal("write the number in figures: 3", cure("count", "three", true))
  end)
  it("may be anything else", function()
    assert.is_nil(cure("count", "many"))
    assert.is_nil(cure("count", true))
    assert.is_nil(cure("choice", "12"))
  end)
end)
