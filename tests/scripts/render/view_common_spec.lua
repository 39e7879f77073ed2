local host = require("support.host").host
local sample = require "support.sample_report"
local render_text = require "render.text"
local view = require "render.view"

local function fact(pointer)
  return { fact = "f", pointer = pointer, state = "known", value = true,
    evidence = { "E-1" } }
end

-- Three results of provision 1 at pit, of which each reads /gate.
local function report_with_gates(last)
  local report = sample()
  local place = 0
  for _, one in ipairs(report.results) do
    if one.facility == "pit" and one.provision == "1" then
      place = place + 1
      one.facts = { fact "/gate", fact("/own/" .. place) }
      one.last = place
    end
  end
  if last then last(report) end
  return report
end

describe("what every check of a provision reads at a place", function()
  it("is told once, and under no finding", function()
    local v = view.read(report_with_gates(), host)
    local common = v.by_id.pit.common
    assert.equal(1, #common)
    assert.equal("1", common[1].id)
    assert.equal("/gate", common[1].facts[1].pointer)
    for _, result in ipairs(v.by_id.pit.minor) do
      for _, read in ipairs(result.also_read) do
        assert.not_equal("/gate", read.pointer)
      end
    end
    local text = render_text.render(v)
    local _, count = text:gsub("%s+", " "):gsub(
      "Read for every check of 1: f = yes %[E%-1%]", "")
    assert.equal(1, count)
  end)
  it("is nothing where one of them did not read it", function()
    local v = view.read(report_with_gates(function(report)
      for _, one in ipairs(report.results) do
        if one.last == 2 then one.facts = { fact "/other" } end
      end
    end), host)
    assert.same({}, v.by_id.pit.common)
  end)
end)
