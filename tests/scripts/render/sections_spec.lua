local host = require("support.host").host
local array = require("support.host").json.array
local blocks = require "render.text_blocks"
local empty = require "support.empty_report"
local layout = require "base.layout"
local sample = require "support.sample_report"
local sections = require "render.sections"
local view = require "view"
local with_readings = require "support.with_readings"

local function all(report)
  local v, by_id, order = view.read(report or sample(), host), {}, {}
  for i, one in ipairs(sections.of(v)) do by_id[one.id], order[i] = one, one.id end
  return by_id, order, v
end

local function part(id, report)
  local by_id, _, v = all(report)
  local page = layout.new_page()
  blocks.put(page, by_id[id].build(v))
  return page.finish()
end

local function folded(text) return (text:gsub("%s+", " ")) end

local function holds(text, wanted)
  assert.truthy(folded(text):find(folded(wanted), 1, true), wanted)
end

describe("the sections of a report", function()
  it("are in the order of reading", function()
    assert.same({ "questions", "registers", "withheld", "findings", "open",
      "broken", "decide", "consider",
      "entered", "hints", "problems", "not-applicable", "conforming",
      "answered", "evidence", "records", "parameters" }, (select(2, all())))
  end)
  it("are left out where there is nothing to list, but for findings", function()
    assert.same({ "findings" }, (select(2, all(empty()))))
  end)
  it("count what they hold", function()
    local by_id, _, v = all()
    assert.equal(#v.evidence, by_id.evidence.count)
    assert.equal(3, by_id.findings.count)
  end)
  it("answer the questions of the guidance", function()
    assert.equal([[
  Q-1  Is it written?
      Answer: No (evidenced).
      From checks: 1.1
  Q-2  Is it enough?
      Answer: Not known: at best yes, at worst no. Of the facilities assessed:
        yes (evidenced).
      From checks: 1.4, 1.5
]], part "questions")
  end)
  it("say beside an answer where a check of it has an observation", function()
    local report = sample()
    report.questions[1].answer, report.questions[1].range = "yes", nil
    local seen
    for _, result in ipairs(report.results) do
      if result.outcome == "observation" then seen = result end
    end
    report.questions[1].checks = array { seen.check or seen.checks[1] }
    holds(part("questions", report), "Answer: Yes (evidenced). An observation stands at ")
  end)
  it("say of each entry what its register holds", function()
    assert.equal([[
  Every entry of these lists, whatever a check read of it. What names no basis
  is stated alone.

Facility pit: The pit

  ENTRY  C-1  cases
      Cause: withheld; why: with the lawyers
      Status: open (evidenced) [E-1]; note: as told
]], part "registers")
  end)
  it("repeat beside what only the auditor may decide the notes on what is known", function()
    local report = sample()
    report.facts["pit/arms.licensed"].note = "once, after the night of the attack"
    report.prompts[#report.prompts + 1] = { kind = "deciding", text = "Is it so?",
      check = "1.4", at = { { id = "pit/1.4/so", facility = "pit" } } }
    holds(part("decide", report),
      "DECIDE Is it so? Note: arms.licensed: once, after the night of the attack")
  end)
  it("ask to read the notes on what conforms, for no rule weighs them", function()
    local report = sample()
    assert.is_nil(part("conforming", report):find("No rule weighs", 1, true))
    report.facts["pit/conduct.monitored"].note = "guards beat two melters"
    local page = part("conforming", report)
    holds(page, "No rule weighs a note. Read those on what conforms here: 1.8.")
    holds(page, 'note on conduct.monitored: "guards beat two melters"')
  end)
  it("say a record that is not in force", function()
    local report = sample()
    report.records[1].in_force, report.records[1].used = false, nil
    report.records[1]["until"] = "2013-06-30"
    assert.equal([[
  RECORD  W-1, waiver by A. Auditor (lead), party: auditor, 2013-10-01
      On: check 1.2, facility pit
      Why: Agreed
      Standing: Not in force on the as-of date, until 2013-06-30.
]], part("records", report))
  end)
  it("say what an auditor entered, with its plan", function()
    assert.equal([[
  They stand beside the ratings above and change none.

  ENTERED  F-1  minor non-conformance of 1, facility pit, raised 2013-05-01
      A lock is broken.
      Entered by: A. Auditor (auditor)
      Root cause: No rounds.
      Repeats: F-0
      Evidence: E-1
      Plan: Mend it, due 2013-06-01, the plan approved by the auditor; overdue
  ENTERED  F-2  major non-conformance of 2
      It is unguarded.
      Entered by: A. Auditor (auditor)
      Plan: none
]], part "entered")
  end)
  it("say where a hint comes from", function()
    holds(part "hints", "HINT  One year is usual. Source: a leaflet")
  end)
  it("say how old evidence is, what the dossier gives of it, and its use",
    function()
    assert.equal([[
  [E-1]  The policy
      Kind and date: document, 2013-01-01, 333 days old, collected by member
      Reference: DMS 12
      Note: Second edition.
      x-seal: 7
      Used by: 1.1, 1.8 at pit
]], part "evidence")
    local report = sample()
    report.as_of = "2013-01-02"
    holds(part("evidence", report), "1 day old")
  end)
  it("say how a check comes out in each reading", function()
    for id, check in pairs { conforming = "1.8", open = "1.5" } do
      holds(part(id, with_readings(check)), "Under the reading literal: "
        .. "conformance. Under the reading wide: observation.")
    end
  end)
  it("say that there is no finding, and how much is open", function()
    local report, kept = sample(), {}
    for _, one in ipairs(report.results) do
      if not one.outcome:find "nonconformance$"
        and one.outcome ~= "observation" then kept[#kept + 1] = one end
    end
    report.results = kept
    assert.matches("No check that is settled falls short%. %d+ checks are not "
      .. "settled: see below%.", folded(part("findings", report)))
  end)
  it("name the layer of each finding", function()
    local report = sample()
    report.checks["1.2"].layer = "house"
    holds(part("findings", report), "Layer: base")
    holds(part("findings", report), "Layer: house; it counts in the house rating "
      .. "alone")
  end)
end)
