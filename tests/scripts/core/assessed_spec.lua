-- A facility is assessed where each provision that may apply was looked at.
local small = require "support.small"
local small_report = require "support.small_report"

local RULES <const> = small.check '"a.flag is yes"'
  .. small.check('"b.flag is yes"', 'applies = "a.level is full"'):gsub("1%.1", "1.2")

local function is_assessed(a)
  return small_report.of(small_report.list { id = "f", a = a }, nil, RULES)
    .facilities[1].assessed
end

describe("a facility", function()
  it("is assessed where one of a provision's checks is settled", function()
    assert.is_true(is_assessed { flag = false })
    assert.is_true(is_assessed { flag = true, level = "none" })
  end)
  it("is not where one is known not to apply, and the others are open", function()
    assert.is_false(is_assessed { level = "none" })
    assert.is_false(is_assessed {})
  end)
  it("is where none applies", function()
    local none = small.check('"b.flag is yes"', 'applies = "a.level is full"')
    assert.is_true(small_report.of(small_report.list { id = "f",
      a = { level = "none" } }, nil, none).facilities[1].assessed)
  end)
end)
