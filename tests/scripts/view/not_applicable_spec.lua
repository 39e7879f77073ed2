local host = require("support.host").host
local not_applicable = require "view.not_applicable"
local sample = require "support.sample_report"
local view = require "view"

local function read(report) return view.read(report, host) end

describe("what does not apply", function()
  it("sums up a provision that does not apply at a place at all", function()
    local report = sample()
    local function rows(change)
      for _, id in ipairs { "1.6", "1.7" } do
        report.checks[id].provision = "2"
        if change then change(report.checks[id]) end
      end
      local v = read(report)
      return not_applicable.groups(v, v.by_id.pit)
    end
    assert.same({ { reason = "No guards here.", support = "",
      rows = { { "2", "Risk: all 2 checks" } } } }, rows())
    assert.same({ { "1.6", "Title 1.6 [layer house]" },
      { "1.7", "Title 1.7 [layer house]" } }, rows(function(one)
        one.layer = "house"
      end)[1].rows)
    report = sample()
    assert.equal(2, #not_applicable.groups(read(report),
      read(report).by_id.pit)[1].rows)
  end)
end)
