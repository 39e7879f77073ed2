local host = require("support.host").host
local root = require("support.host").root
local sample = require "support.sample_report"
local render_csv = require "render.csv"
local view = require "view"

local function render(report)
  return render_csv.render(view.read(report or sample(), host))
end

-- Reads CSV by RFC 4180: a list of rows, each a list of cells.
local function parse(text)
  local rows, row, at = {}, {}, 1
  while at <= #text do
    local cell, after
    if text:sub(at, at) == '"' then
      local close = at
      repeat
        close = text:find('"', close + 1, true)
        local doubled = text:sub(close + 1, close + 1) == '"'
        if doubled then close = close + 1 end
      until not doubled
      cell, after = text:sub(at + 1, close - 1):gsub('""', '"'), close + 1
    else
      after = text:find("[,\r]", at)
      cell = text:sub(at, after - 1)
      assert.is_nil(cell:find '["\n]')
    end
    row[#row + 1] = cell
    if text:sub(after, after) == "," then
      at = after + 1
    else
      assert.equal("\r\n", text:sub(after, after + 1))
      rows[#rows + 1], row, at = row, {}, after + 2
    end
  end
  return rows
end

-- The rows of `kind` (all, where it is missing) as tables by the names of the
-- header.
local function rows_of(report, kind)
  local rows = parse(render(report))
  local header, list = rows[1], {}
  for i = 2, #rows do
    assert.equal(#header, #rows[i])
    list[i - 1] = {}
    for n, name in ipairs(header) do list[i - 1][name] = rows[i][n] end
  end
  local found = {}
  for _, row in ipairs(list) do
    if not kind or row.kind == kind then found[#found + 1] = row end
  end
  return found
end

local function records(report) return rows_of(report, "result") end

describe("a report as CSV", function()
  it("makes the cell of a text once, however many rows repeat it", function()
    local report, made = sample(), {}
    local find = spy.on(string, "find")
    render(report)
    find:revert()
    for _, call in ipairs(find.calls) do
      local text, wanted = call.vals[1], call.vals[2]
      if wanted == '[",\r\n]' then made[text] = (made[text] or 0) + 1 end
    end
    for text, times in pairs(made) do assert.equal(1, times, text) end
    assert.truthy(next(made))
  end)

  it("has one row an outcome, below a header", function()
    -- ten of checks, and one that speaks of five at the facility not assessed
    assert.equal(15, #records())
    assert.equal("far/1.5", records()[15].id)
    assert.equal("insufficient-evidence", records()[15].outcome)
  end)
  it("has the ratings: the Member, provisions, facilities, assessed or not",
    function()
      local rows, seen = rows_of(nil, "rating"), {}
      for i, row in ipairs(rows) do
        seen[i] = ("%s|%s|%s|%s"):format(row.facility, row.provision,
          row.title, row.outcome)
      end
      assert.same({
        "||The Member; 1 of 2 facilities assessed; not assessed: far|major-nonconformance",
        "||The facilities assessed alone|not-determined",
        "|1|Conduct|major-nonconformance", "|2|Risk|not-determined",
        "pit||Facility, mine, GH; 2 of 3 checks settled|major-nonconformance",
        "pit|1|Conduct|major-nonconformance",
        "far||Facility, not assessed; 0 of 5 checks settled|not-determined" }, seen)
      local far = rows[#rows]
      assert.equal("conformance; minor-nonconformance; major-nonconformance",
        far.range)
      assert.equal("Not determined: at best conformance, at worst major "
        .. "non-conformance.", far.reason)
      assert.equal("settled 0; unknown 5; withheld 0; conflicting 0; error 0; "
        .. "not applicable 0", far.checks_by_state)
      assert.equal("not-determined", rows[1].with_records)
    end)
  it("says at the Member's rating what the column beside it says", function()
    local report = sample()
    report.findings = {}
    report.member.with_records = { range = { "minor-nonconformance" },
      records = { "O-1" } }
    local row = rows_of(report, "rating")[1]
    assert.equal("minor-nonconformance", row.with_records)
    assert.equal("minor non-conformance (O-1); as stated: 2 of 2 checks without "
      .. "evidence for a deciding fact", row.recorded_by)
  end)
  it("has what is missing, and the prompts with their answers", function()
    local missing = rows_of(nil, "missing")
    assert.equal("Which day?", missing[1].ask)
    assert.equal("withheld", missing[1].state)
    assert.equal("pit", missing[2].facility)
    assert.equal("1.4", missing[2].check)
    local prompts = rows_of(nil, "prompt")
    assert.equal(3, #prompts)
    assert.equal("pit/1.5/enough", prompts[1].id)
    assert.equal("For the auditor to decide", prompts[1].title)
    assert.equal("Is it enough? no: It is not met. yes: It is met.",
      prompts[1].ask)
    assert.equal("For the auditor to consider", prompts[2].title)
  end)
  it("has a key in each row, which no other row of its kind has", function()
    local report = sample()
    report.problems[2] = report.problems[1]
    local seen = {}
    for _, row in ipairs(rows_of(report)) do
      local key = row.kind .. " " .. row.id
      assert.truthy(#row.id > 0 and not seen[key], key)
      seen[key] = true
    end
    for _, key in ipairs { "/", "/assessed", "1", "2", "pit/", "pit/1", "far/" } do
      assert.truthy(seen["rating " .. key], key)
    end
  end)
  it("has what corrective action needs in columns of its own", function()
    local report = sample()
    for name, value in pairs { cause = "No rounds", containment = "A guard", action = "Mend",
      owner = "B. Chief", due = "2013-12-01", raised = "2013-10-02",
      verified_by = "A. Auditor", closed_on = "2013-11-01" } do
      report.findings[1][name] = value
      assert.equal(value, rows_of(report, "finding")[1][name])
    end
    for _, name in ipairs { "overdue", "auditor_approved" } do
      for said, flag in pairs { yes = true, no = false } do
        report.findings[1][name] = flag
        assert.equal(said, rows_of(report, "finding")[1][name])
      end
      report.findings[1][name] = nil
      assert.equal("", rows_of(report, "finding")[1][name])
    end
  end)
  it("has no column that the page for vendors does not explain", function()
    local file = assert(io.open(root .. "/plugin/README.md"))
    local page = file:read "a"
    file:close()
    for _, column in ipairs(parse(render())[1]) do
      assert.truthy(page:match("\n| [^|\n]*`" .. column .. "`[^|\n]* |"), column)
    end
  end)
  it("has the auditor's findings and records, and the problems", function()
    local finding = rows_of(nil, "finding")[1]
    assert.equal("F-1", finding.id)
    assert.equal("minor-nonconformance", finding.outcome)
    assert.equal("A lock is broken. Root cause: No rounds. Entered by: "
      .. "A. Auditor (auditor) Repeats: F-0",
      finding.reason)
    local record = rows_of(nil, "record")[1]
    assert.equal("waiver on check 1.2", record.title)
    assert.equal("1.2", record.check)
    assert.same({ "A. Auditor", "lead", "2013-10-01", "waiver", "", "" }, { record.by,
      record.authority, record.date, record.type, record.outcome, record.recorded_by })
    assert.same({ "A. Auditor", "auditor", "" }, { finding.by, finding.party,
      finding.recorded_by })
    assert.equal("in force, used", record.standing)
    assert.equal("Two facts disagree.", rows_of(nil, "problem")[1].reason)
  end)
  it("says where a record in force changes nothing", function()
    local report = sample()
    report.records[1].used, report.records[1].without_effect = nil, "not shown"
    assert.equal("in force, without effect: not shown",
      rows_of(report, "record")[1].standing)
  end)
  it("has what a spreadsheet is sorted and filtered by", function()
    local row = records()[1]
    assert.equal("2013-11-30", row.as_of)
    assert.equal("M-1", row.member)
    assert.equal("pit", row.facility)
    assert.equal("1.1", row.check)
    assert.equal("major-nonconformance", row.outcome)
    assert.equal("policy.written = no", row.rests_on)
    assert.equal("E-1; E-2", row.evidence)
    assert.equal("provisions/1.lua:10", row.rule)
    assert.equal("Indicative rating; not an audit.", row.notice)
  end)
  it("has the facts, with what supports them", function()
    local rows = rows_of(nil, "fact")
    assert.equal("member.day", rows[1].id)
    assert.equal("withheld", rows[1].state)
    local row = rows[#rows]
    assert.equal("pit/policy.written", row.id)
    assert.equal("/facilities/0/policy/written", row.pointer)
    assert.equal("no", row.value)
    assert.equal("E-1; E-2", row.evidence)
  end)
  it("has the evidence, with all that the dossier gives", function()
    local row = rows_of(nil, "evidence")[1]
    assert.equal("E-1", row.id)
    assert.equal("", row.outcome .. row.standing .. row.recorded_by)
    assert.equal("Reference: DMS 12; Note: Second edition.; x-seal: 7; "
      .. "Used by: 1.1, 1.8 at pit", row.reason)
  end)
  it("names a facility once, so that another name changes one row", function()
    local named = {}
    for _, row in ipairs(rows_of()) do
      if row.facility_name ~= "" then named[#named + 1] = row.id .. row.facility_name end
    end
    assert.same({ "pit/The pit" }, named)
  end)
  it("says once what it was made from, and on no other row", function()
    local digest = ("d"):rep(64)
    local rows = rows_of(nil, "report")
    assert.equal("dossier_sha256", rows[1].id)
    assert.equal(digest, rows[1].value)
    local _, count = render():gsub(digest, "")
    assert.equal(1, count)
  end)
  it("says on every row what layers weaken, and make of the result", function()
    local report = sample()
    report.results[1].with_layers = { outcome = "not-applicable",
      layer = "house", reason = "Switched off" }
    local results = records(report)
    assert.equal("not-applicable (Switched off)", results[1].with_layers)
    assert.equal("", results[2].with_layers)
    for _, row in ipairs(rows_of(report)) do
      assert.equal("The layer house switches off check 1.9, until 2014-01-31, "
        .. "by A. Head: agreed.", row.weakened_by_layers)
    end
  end)
  it("shows the house rating of each provision of a facility", function()
    local report = sample()
    report.facilities[1].provisions[1].house_rating = { range = {
      "minor-nonconformance" } }
    local seen
    for _, row in ipairs(rows_of(report)) do
      if row.facility == "pit" and row.provision == "1" and row.check == "" then
        seen = seen or row.with_layers
      end
    end
    assert.equal("minor non-conformance", seen)
  end)
  it("says who signed the rules", function()
    for _, row in ipairs(rows_of(nil, "report")) do
      if row.id == "rules_signature" then
        assert.equal("house: modified since signing (key " .. ("e"):rep(64)
          .. "): a.lua", row.value)
        return
      end
    end
    error "no row of the signature"
  end)
  it("has results of the Member too", function()
    local rows = records()
    assert.equal("", rows[10].facility)
    assert.equal("2.1", rows[10].check)
  end)
  it("quotes what needs it", function()
    local report = sample()
    report.results[1].reason = 'He said "no", twice'
    assert.truthy(render(report):find(',"He said ""no"", twice",', 1, true))
    assert.equal('He said "no", twice', records(report)[1].reason)
  end)
  it("ends every row with CRLF, and holds no other line end", function()
    local report = sample()
    report.results[1].reason = "one\r\ntwo\nthree\rfour"
    local text = render(report)
    assert.is_nil(text:gsub("\r\n", ""):find "[\r\n]")
    assert.equal("one two three four", records(report)[1].reason)
  end)
end)

describe("cells that a spreadsheet could take for formulas", function()
  it("begin with an apostrophe", function()
    local report = sample()
    for _, text in ipairs { "=1+1", "+1", "-1", "@SUM(1)", "=cmd|' /C x'!A0",
      "  =1", "\u{FF1D}1", "\u{FF0B}1", "\u{FF0D}1", "\u{FF20}1",
      "\t=1", "\r=1", "\n=1" } do
      report.results[1].reason = text
      local cell = records(report)[1].reason
      assert.equal("'", cell:sub(1, 1), text)
    end
  end)
  it("and no others do", function()
    local report = sample()
    for _, text in ipairs { "a=1", "1-1", "a@b", "Größe", "", " x" } do
      report.results[1].reason = text
      assert.equal(text, records(report)[1].reason)
    end
  end)
end)
