local host = require("support.host").host
local findings = require "render.html_findings"
local html = require "render.markup"
local sample = require "support.sample_report"
local view = require "render.view"

local function render(report)
  local page = html.new_page()
  findings.all(page, view.read(report or sample(), host))
  return page.finish()
end

local function holds(page, part)
  assert.truthy(page:find(part, 1, true), part)
end

describe("the findings of a web page", function()
  it("stand at their place, the gravest first, with what puts them right", function()
    local page = render()
    local at = 0
    for _, part in ipairs { '<h2 id="findings">Findings</h2>',
      "Major non-conformance</p>", "Minor non-conformance</p>",
      "Observation</p>" } do
      local found = page:find(part, at + 1, true)
      assert.truthy(found, part)
      at = found
    end
    holds(page, "<dt>Remedy</dt><dd><bdi>Write one.</bdi></dd>")
    holds(page, "<dt>Condition</dt><dd><bdi>policy.written is yes</bdi>")
  end)
  it("names the layer of each finding", function()
    local report = sample()
    report.checks["1.2"].layer = "house"
    holds(render(report), "<dt>Layer</dt><dd><bdi>base</bdi></dd>")
    holds(render(report), "<dt>Layer</dt><dd><bdi>house; it counts in the house "
      .. "rating alone</bdi></dd>")
  end)
  it("say so where there are none, and how much is open", function()
    local report = sample()
    local kept = {}
    for _, one in ipairs(report.results) do
      if not one.outcome:find "nonconformance$"
        and one.outcome ~= "observation" then kept[#kept + 1] = one end
    end
    report.results = kept
    assert.matches("No check that is settled falls short%. %d+ not settled: see "
      .. "below%.", render(report))
  end)
end)
