local host = require("support.host").host
local sample = require "support.sample_report"
local render_text = require "render.text"
local view = require "view"

-- Provision 1 applies at pit by its gate, which one of its checks reads too.
local function report_with_gate()
  local report = sample()
  report.provisions[1].reads = { "gate.used" }
  return report
end

describe("what the condition of a provision reads at a place", function()
  it("is told once, and under no finding", function()
    local v = view.read(report_with_gate(), host)
    local common = v.by_id.pit.common
    assert.equal(1, #common)
    assert.equal("1", common[1].id)
    assert.equal("pit/gate.used", common[1].facts[1].key)
    assert.same({}, v.by_id.pit.major[1].also_read)
    local text = render_text.render(v)
    local _, count = text:gsub("%s+", " "):gsub(
      "Read for every check of 1: gate.used = yes", "")
    assert.equal(1, count)
  end)
  it("may be a fact of the Member", function()
    local report = report_with_gate()
    report.provisions[1].reads = { "member.day" }
    assert.equal("member.day",
      view.read(report, host).by_id.pit.common[1].facts[1].key)
  end)
  it("is not told where nothing falls short", function()
    local report = report_with_gate()
    report.results = { report.results[8] }
    assert.same({}, view.read(report, host).by_id.pit.common)
  end)
end)
