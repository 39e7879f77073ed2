local host = require("support.host").host
local html = require "render.markup"
local lists = require "render.html_lists"
local sample = require "support.sample_report"
local with_readings = require "support.with_readings"
local view = require "render.view"
local empty = require "support.empty_report"

local function part(name, report)
  local page = html.new_page()
  lists[name](page, view.read(report or sample(), host))
  return (page.finish():gsub("\n", "")) -- lines end where blocks do
end

describe("the lists of a web page", function()
  it("are left out where there is nothing to list", function()
    for _, name in ipairs { "not_settled", "broken", "prompts", "problems",
      "not_applicable", "conforming", "evidence", "records", "parameters",
      "entered_findings", "hints", "questions" } do
      assert.equal("", part(name, empty()))
      assert.not_equal("", part(name))
    end
  end)
  it("say day of a single one", function()
    local report = sample()
    report.as_of = "2013-01-02"
    assert.truthy(part("evidence", report):find("1 day old", 1, true))
  end)
  it("tell how a check comes out in each reading", function()
    for list, id in pairs { conforming = "1.8", not_settled = "1.5" } do
      assert.truthy(part(list, with_readings(id)):find(
        "Under the reading literal: conformance. Under the reading wide: "
          .. "observation.<", 1, true))
    end
  end)
  it("answer the questions of the guidance", function()
    assert.truthy(part("questions"):find("<bdi>Q-2</bdi></th>"
      .. "<td><bdi>Is it enough?</bdi></td>"
      .. "<td><bdi>not known: at best yes, at worst no; of the facilities "
      .. "assessed: yes (evidenced)</bdi></td>"
      .. "<td><bdi>1.4, 1.5</bdi></td>", 1, true))
    assert.truthy(part("questions"):find("<bdi>Q-1</bdi></th>"
      .. "<td><bdi>Is it written?</bdi></td>"
      .. "<td><bdi>no (evidenced)</bdi></td>", 1, true))
  end)
  it("begin with a heading the contents can lead to", function()
    assert.truthy(part("problems"):find '^<h2 id="problems">')
    assert.truthy(part("not_settled"):find '^<h2 id="open">')
  end)
  it("tell a record that is not in force", function()
    local report = sample()
    report.records[1].in_force = false
    assert.truthy(part("records", report):find("not in force on the as%-of "
      .. "date, used"))
  end)
end)
