local host = require("support.host").host
local layout = require "render.layout"
local lists = require "render.text_lists"
local sample = require "support.sample_report"
local with_readings = require "support.with_readings"
local view = require "render.view"
local empty = require "support.empty_report"

local function part(name, report)
  local page = layout.new_page()
  lists[name](page, view.read(report or sample(), host))
  return page.finish()
end

describe("the lists of a text", function()
  it("are left out where there is nothing to list", function()
    for _, name in ipairs { "not_settled", "broken", "prompts", "problems",
      "not_applicable", "conforming", "evidence", "records", "parameters",
      "entered_findings", "hints", "questions" } do
      assert.equal("\n", part(name, empty()))
      assert.not_equal("\n", part(name))
    end
  end)
  it("answer the questions of the guidance", function()
    assert.equal([[
QUESTIONS OF THE GUIDANCE

  Q-1   Is it written?
        No (evidenced). From check 1.1
  Q-2   Is it enough?
        Not known: at best yes, at worst no. From checks 1.4, 1.5
        Of the facilities assessed: yes (evidenced)
]], (part("questions"):gsub("^\n", "")))
  end)
  it("tell a record that is not in force", function()
    local report = sample()
    report.records[1].in_force, report.records[1].used = false, nil
    report.records[1]["until"] = "2013-06-30"
    assert.equal([[
RECORDS

  W-1, waiver by A. Auditor (lead), 2013-10-01
      On check 1.2, facility pit
      Agreed
      Not in force on the as-of date, until 2013-06-30.
]], part("records", report))
  end)
  it("tell what an auditor entered, with its plan", function()
    assert.equal([[
ENTERED FINDINGS

  They stand beside the ratings above and change none.

  F-1  minor non-conformance of 1, facility pit, raised 2013-05-01
      A lock is broken.
      Entered by: A. Auditor (auditor)
      Root cause: No rounds.
      Repeats: F-0
      Evidence: E-1
      Plan: Mend it, due 2013-06-01, overdue, approved by the auditor
  F-2  major non-conformance of 2
      It is unguarded.
      Entered by: A. Auditor (auditor)
      Plan: none
]], part("entered_findings"))
  end)
  it("tell where a hint comes from", function()
    assert.truthy(part("hints"):find(
      "  One year is usual.\n      Source: a leaflet\n", 1, true))
  end)
  it("say day of a single one", function()
    local report = sample()
    report.as_of = "2013-01-02"
    assert.truthy(part("evidence", report):find("1 day old", 1, true))
  end)
  it("tell how a check comes out in each reading", function()
    for list, id in pairs { conforming = "1.8", not_settled = "1.5" } do
      assert.truthy(part(list, with_readings(id)):gsub("%s+", " "):find(
        "Under the reading literal: conformance. Under the reading wide: "
          .. "observation.", 1, true))
    end
  end)
  it("tell how old evidence is, what the dossier gives of it, and its use",
    function()
    assert.equal([[
EVIDENCE

  [E-1] The policy (document, 2013-01-01, 333 days old, collected by member)
      Reference: DMS 12
      Note: Second edition.
      x-seal: 7
      Used by: 1.1, 1.8 at pit
]], part("evidence"))
  end)
end)
