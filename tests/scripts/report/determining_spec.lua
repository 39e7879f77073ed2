-- The one answer that would determine the Member's rating.
local small = require "support.small"
local small_report = require "support.small_report"

local GOOD <const>, list, report_of = small_report.GOOD, small_report.list,
  small_report.of

local TWO <const> = small_report.CHECK
  .. small.check('"a.level is full"'):gsub("1%.1", "1.2")

local function determined_by(facilities, rules)
  return report_of(facilities, nil, rules).member.determined_by
end

describe("what would determine a rating", function()
  it("is that the list of facilities is complete, where all else is settled",
    function()
      local one = determined_by { GOOD }
      assert.equal("/facilities/complete", one.pointer)
      assert.same({ { answer = "yes", rating = "conformance" } }, one.answers)
    end)
  it("is the one question left, with what each answer gives", function()
    local one = determined_by(list { id = "f", a = { flag = true } }, TWO)
    assert.equal("/facilities/items/0/a/level", one.pointer)
    assert.equal("Level?", one.ask)
    assert.same({ { answer = "none", rating = "major non-conformance" },
      { answer = "partial", rating = "minor non-conformance" },
      { answer = "full", rating = "conformance" } }, one.answers)
  end)
  it("is nothing where two answers are needed", function()
    assert.is_nil(determined_by(list { id = "f" }, TWO))
    assert.is_nil(determined_by({ { id = "f", a = { flag = true } } }, TWO))
  end)
  it("is nothing where the rating is determined already", function()
    assert.is_nil(determined_by(list(GOOD)))
    assert.is_nil(determined_by { { id = "f", a = { flag = false } } })
  end)
  it("leaves out what changes nothing beside a worse result", function()
    local could = small.check '"a.level is full"'
      .. small.check('"a.flag is yes"'):gsub("SHALL", "COULD"):gsub("1%.1", "1.2")
    assert.equal("/facilities/items/0/a/level",
      determined_by(list { id = "f" }, could).pointer)
  end)
  it("is no answer to a gate that opens another question", function()
    local gated = small.check('"a.level is full"', 'applies = "a.flag is yes"')
    assert.is_nil(determined_by(list { id = "f" }, gated))
    assert.equal("/facilities/items/0/a/flag",
      determined_by(list { id = "f", a = { level = "none" } }, gated).pointer)
  end)
end)
