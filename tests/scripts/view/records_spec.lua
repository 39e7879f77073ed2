-- What the head of a report says of the auditor's records and findings.
local host = require("support.host").host
local sample = require "support.sample_report"
local view = require "view"
local view_records = require "view.records"

local function view_of(records, findings)
  local report = sample()
  report.records = records or report.records
  report.findings = findings or report.findings
  return view.read(report, host)
end

local function override(more)
  local one = { kind = "override", id = "O-1", by = "Managing director",
    authority = "the Member", why = "so", check = "1.1", in_force = true,
    pointer = "/records/0", changes = { { check = "1.1", facility = "pit",
      strength = "shall", from = "major-nonconformance", to = "conformance",
      remark = "lifts" } } }
  for key, value in pairs(more or {}) do one[key] = value end
  return one
end

describe("the rating with records", function()
  it("says whose records, and how many", function()
    assert.equal("with 2 overrides by Managing director (the Member); "
      .. "1 waiver by B (no authority named)",
      view_of({ override(), override { id = "O-2" },
        { kind = "waiver", by = "B", changes = { { check = "1.2" } } },
        { kind = "judgement", by = "C", prompt = "x" } }).whose_records)
  end)
  it("stands beside the rating only where a record changes an outcome, or it "
    .. "is another", function()
    local report = sample()
    report.records, report.member.with_records = {}, report.member
    assert.is_nil(view.read(report, host).whose_records)
    assert.equal("with overrides and waivers", view_of({}).whose_records)
  end)
end)

describe("the auditor's column", function()
  local view_ratings = require "view.ratings"
  it("claims no agreement where nothing was recorded", function()
    assert.equal("no rating recorded", view_ratings.by_auditor {})
    assert.equal("no rating recorded; findings entered: F-1 (minor)",
      view_ratings.by_auditor { entered = "F-1 (minor)" })
  end)
  it("repeats no rating of the rules as the auditor's own", function()
    local report = sample()
    report.records, report.findings = {}, {}
    report.member.with_records.range = report.member.range
    report.assessment = { kind = "certification" }
    assert.equal("no rating recorded", view.read(report, host).by_auditor)
    report.records = { { kind = "judgement", used = true, by = "A" } }
    assert.equal("no rating recorded; 1 judgement counts in the rules' rating",
      view.read(report, host).by_auditor)
  end)
  it("stands beside the judgements that the rules' rating takes in, by name", function()
    local report = sample()
    report.records = { { kind = "judgement", used = true, by = "A", authority = "lead",
      prompt = "1.1/x", answer = "yes" }, { kind = "judgement", by = "B", prompt = "1.2/x" } }
    local v = view.read(report, host)
    assert.equal("1.1/x: yes, by A (lead)", v.judged)
    for _, format in ipairs { "text", "html" } do
      local page = require("render." .. format).render(v, host):gsub("%s+", " ")
      assert.matches("1.1/x: yes, by A (lead)", page, 1, true)
    end
  end)
  it("of a self-assessment is no rating", function()
    local report = sample()
    report.assessment, report.records, report.findings = { kind = "self" }, {}, {}
    report.member.with_records = { range = report.member.range, records = {} }
    assert.equal("nothing: no auditor took part", view.read(report, host).by_auditor)
  end)
end)

describe("an alert", function()
  it("names who lifts a shall, where, from what to what", function()
    assert.same({ "On check 1.1 (shall) at pit: O-1, override by Managing director (the "
      .. "Member) lifts it from major non-conformance to conformance; why: so." },
      view_of({ override() }).alerts)
  end)
  it("says that a should was made major", function()
    local record = override()
    record.changes[1].strength, record.changes[1].to = "should",
      "major-nonconformance"
    record.changes[1].remark = "beyond-wording"
    assert.same({ "On check 1.1 (should) at pit: O-1, override by Managing director (the "
      .. "Member) makes it a major non-conformance, which the rules never do for that "
      .. "wording; why: so." }, view_of({ record }).alerts)
  end)
  it("is not given for other changes", function()
    local record = override()
    record.changes[1].remark = nil
    assert.same({}, view_of({ record }).alerts)
  end)
end)

describe("a record", function()
  it("says what it is about: a fact, a question or a check", function()
    local function about(record) return view_records.about(record) end
    assert.equal("a.flag (/f/0)", about { fact = "/f/0", fact_name = "a.flag" })
    assert.equal("f/a.flag", about { fact = "f/a.flag", fact_name = "a.flag" })
    assert.equal("a.flag (/f/0)",
      about { prompt = "fact:/f/0", fact_name = "a.flag" })
    assert.equal("1.1/x", about { prompt = "1.1/x", pointer = "/records/1" })
    assert.equal("check 1.1", about { check = "1.1" })
  end)
  it("is named at the facts that it verified", function()
    local report = sample()
    report.facts["pit/policy.written"].record = "/records/1"
    local result = view.read(report, host).results[1]
    assert.equal("W-1, waiver by A. Auditor (lead)",
      result.rests_on[1].recorded)
  end)
end)

describe("a reason", function()
  it("that ends with a full stop is followed by one mark alone", function()
    assert.equal("O-1, override by M (no authority named): so; until 2014-01-01",
      view_records.line { id = "O-1", kind = "override", by = "M", why = "so.",
        ["until"] = "2014-01-01" })
    local idle = override { in_force = false, why = "Being built.", by = "M" }
    idle.changes = {}
    for _, one in ipairs(view_of({ idle }).results) do
      if one.check == "1.1" then
        assert.equal("O-1, override by M (the Member): Being built; not in force on "
          .. "the as-of date", one.idle[1])
      end
    end
  end)
end)

describe("findings that were entered", function()
  it("are counted by rating, the worst first", function()
    assert.equal("1 critical breach, 1 major, 2 minor", view_of(nil, {
      { id = "a", rating = "minor-nonconformance" },
      { id = "b", rating = "critical-breach" },
      { id = "c", rating = "major-nonconformance" },
      { id = "d", rating = "minor-nonconformance" } }).entered)
    assert.is_nil(view_of(nil, {}).entered)
  end)
end)

describe("the words on what a verdict rests on", function()
  it("stand with the counts", function()
    local v = view_of()
    assert.equal("2 stated, 1 evidenced, 1 auditor-verified", v.member.support)
    assert.truthy(v.bases:find("^Stated: for at least one fact that decides it"))
  end)
  it("stand at a conformance that nothing but statements carries", function()
    local function heads(evidence, basis)
      local report = sample()
      report.evidence, report.member.basis = evidence, basis
      report.member.range = { "conformance" }
      local function page(format)
        return require("render." .. format).render(view.read(report, host), host)
      end
      return page "text", page "html"
    end
    local text, html = heads({}, "stated")
    local words <const> = "as stated: 2 of 2 checks without evidence for a deciding fact"
    assert.truthy(text:gsub("%s+", " "):find("CONFORMANCE, " .. words, 1, true))
    assert.truthy(html:find("<strong>Conformance</strong>", 1, true))
    assert.truthy(html:find("</span>\n?<span>" .. words .. "</span>"))
    text = heads(sample().evidence, "stated")
    assert.is_nil(text:find("as stated: no evidence", 1, true))
  end)
  it("say how much evidence has no date or no title", function()
    local report = sample()
    report.evidence = { A = { title = "Plan", date = "2013-01-02" },
      B = { title = "Plan" } }
    assert.equal("1 of 2 entries without a date or a title, [B]: what rests on nothing "
      .. "else counts as stated", view.read(report, host).undated)
    report.evidence.B = nil
    assert.is_nil(view.read(report, host).undated)
  end)
  it("say that no evidence was given", function()
    local report = sample()
    report.evidence = {}
    assert.truthy(view.read(report, host).bases
      :find("^No evidence was given%. Stated:"))
  end)
end)
