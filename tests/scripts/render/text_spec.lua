local host = require("support.host").host
local layout = require "base.layout"
local sample = require "support.sample_report"
local render_text = require "render.text"
local view = require "view"

local function render(report, verbose)
  return render_text.render(view.read(report or sample(), host), verbose)
end

-- Whether `text` holds `part`, whatever the lines break at.
local function holds(text, part)
  local function joined(s) return (s:gsub("%s+", " ")) end
  assert.truthy(joined(text):find(joined(part), 1, true), part)
end

local function holds_not(text, part)
  assert.is_nil((text:gsub("%s+", " ")):find(part, 1, true))
end

local function lines(text) return text:gmatch "([^\n]*)\n" end

describe("a report as text", function()
  it("is read from the top down", function()
    local text, at = render(), 0
    for _, heading in ipairs { "PROVISIONS", "FACILITIES", "FINDINGS",
      "NOT SETTLED", "CHECKS THAT COULD NOT RUN", "FOR THE AUDITOR TO DECIDE",
      "FOR THE AUDITOR TO CONSIDER", "ENTERED FINDINGS",
      "WHAT MAY FOLLOW", "PROBLEMS OF THE DOSSIER",
      "NOT APPLICABLE", "CONFORMING", "EVIDENCE", "RECORDS",
      "PARAMETERS", "MADE FROM" } do
      local found = text:find("\n" .. heading .. "\n", at + 1, true)
      assert.truthy(found, heading)
      at = found
    end
  end)
  it("keeps to 80 columns", function()
    for line in lines(render()) do
      assert.is_true(layout.width(line) <= 80, line)
    end
  end)
  it("has a first screen: the ratings, why, and what is to be done", function()
    local screen = render_text.summary(view.read(sample(), host))
    for _, part in ipairs { "Indicative rating; not an audit.", "Gold Ltd (M-1)",
      "Indicative rating MAJOR NON-CONFORMANCE; as stated: 2 of 2 checks without",
      "By the auditor not determined", "Findings entered 1 major, 1 minor",
      "Withheld facts 1 fact is withheld", "BECAUSE 1.1 Reason 1.1. (must, evidenced; at pit)",
      "WEAKENED BY LAYERS", "TO DO 1 case for the auditor to decide 7 checks wait for an "
        .. "answer 1 problem of the dossier to look at" } do
      holds(screen, part)
    end
    holds_not(screen, "PROVISIONS")
  end)
  it("says of nothing to do that there is nothing", function()
    holds_not(render_text.summary(view.read(require("support.empty_report")(), host)), "TO DO")
  end)
  it("begins with the notice and the Member's rating", function()
    local text = render()
    holds(text, "The standard Indicative rating; not an audit. Member Gold Ltd "
      .. "(M-1) As of 2013-11-30 (assessment: self) Indicative rating MAJOR "
      .. "NON-CONFORMANCE, as stated: 2 of 2 checks without evidence for a deciding "
      .. "fact; because of 1.1 at pit Basis evidenced Settled checks 2 stated, 1 evidenced, "
      .. "1 auditor-verified. Stated: for at least one fact that decides it the "
      .. "dossier names no evidence. Evidenced: it names evidence. Auditor-verified: the auditor "
      .. "collected the evidence or vouches for the fact; by interview alone, it is what the "
      .. "auditor was told. Withheld facts 1 fact is "
      .. "withheld by the Member: 1 not known Oldest evidence "
      .. "Under a shall or must: [E-1] of 2013-01-01, 333 days old, behind check "
      .. "1.1 and 1 more Facilities 1 of 2 "
      .. "facilities assessed; not assessed: far Those assessed not determined: at best "
      .. "conformance, at worst major non-conformance By the auditor not "
      .. "determined: at best conformance, at worst major non-conformance, with "
      .. "1 waiver by A. Auditor (lead); as stated: 2 of 2 checks without evidence for a "
      .. "deciding fact; findings entered: F-1 (minor non-conformance), F-2 (major "
      .. "non-conformance) Findings entered 1 major, 1 minor (see "
      .. "below; they change no rating) House rating")
    holds(text, "Checks 2 settled, 1 unknown, 0 withheld, 0 conflicting, "
      .. "0 error, 1 not applicable")
    holds(text, "House rating not determined")
  end)
  it("says aloud what a record lifts, before any rating of a provision",
    function()
      holds(render(), "OUTCOMES THAT RECORDS CHANGE RECORD On check 1.2 (must) at "
        .. "pit: W-1, waiver by A. Auditor (lead) lifts it from minor non-conformance to "
        .. "conformance; why: Agreed. MODIFIED SINCE SIGNING")
    end)
  it("says what records, signers and layers change though no finding lowers the rating",
    function()
      local report = sample()
      report.results = {}
      for _, page in ipairs { render(report),
        render_text.summary(view.read(report, host)) } do
        assert.is_nil(page:find("BECAUSE", 1, true))
        holds(page, "OUTCOMES THAT RECORDS CHANGE RECORD On check 1.2")
        holds(page, "MODIFIED SINCE SIGNING MODIFIED The rules house")
        holds(page, "WEAKENED BY LAYERS The house")
      end
    end)
  it("names the judgement and the record behind an outcome", function()
    local report = sample()
    report.results[1].with_judgements = { { id = "J-1", prompt = "1.1/x",
      by = "B", party = "auditor", authority = "lead", answer = "no", why = "It was seen." } }
    report.facts["pit/policy.written"].record = "/records/1"
    local text = render(report)
    holds(text, "(evidenced); W-1, waiver by A. Auditor (lead)")
    holds(text, "Judgement: J-1, 1.1/x by B (lead): no. It was seen.")
  end)
  it("says what was modified before any rating of a provision", function()
    holds(render(), "MODIFIED SINCE SIGNING MODIFIED The rules house were "
      .. "modified since signing (key " .. ("e"):rep(64) .. "): a.lua. "
      .. "WEAKENED BY LAYERS")
    local report = sample()
    report.pack.layers[2].signature.state = "signed"
    assert.is_nil(render(report):find("MODIFIED", 1, true))
    holds(render(report), "signed by key " .. ("e"):rep(64) .. " Engine")
  end)
  it("says what layers weaken before any rating of a provision", function()
    local text = render()
    holds(text, "WEAKENED BY LAYERS The house rating may be more favourable for "
      .. "these; the indicative rating stands on the whole baseline. WEAKER The "
      .. "layer house switches off check 1.9, until 2014-01-31, by A. Head: "
      .. "agreed. LAID OVER THE BASELINE The layer house narrows check 1.8, no "
      .. "longer in force. The layer house adds check 1.org.1: Own. PROVISIONS")
    assert.is_nil(text:find("WEAKER  The layer house narrows", 1, true))
  end)
  it("names the layer of a finding, and what layers make of one", function()
    local report = sample()
    report.checks["1.2"].layer = "house"
    report.results[1].with_layers = { outcome = "not-applicable",
      layer = "house", reason = "Switched off" }
    report.results[8].with_layers = { outcome = "minor-nonconformance",
      layer = "house", reason = "More is asked" }
    holds(render(report), "MINOR 1.2 Title 1.2 Reason 1.2. Layer: house; it "
      .. "counts in the house rating alone")
    holds(render(report), "Reason 1.1. Layer: base With layers: not-applicable "
      .. "(Switched off)")
    holds(render(report), "1.8 Reason 1.8. [with the layer house: "
      .. "minor-nonconformance]")
  end)
  it("names no layer where there is but the pack", function()
    local report = sample()
    report.pack.layers[2] = nil
    assert.is_nil(render(report):find("Layer: ", 1, true))
  end)
  it("names the layer that gives a parameter its value", function()
    local report = sample()
    report.parameters.limit = { state = "known", value = 12, layer = "house",
      source = "our standard" }
    holds(render(report), "limit 12 Source: our standard Layer: house")
  end)
  it("shows the house rating of provisions and facilities", function()
    local report = sample()
    report.provisions[1].house_rating = { range = { "conformance" } }
    report.facilities[1].house_rating = { range = { "minor-nonconformance" } }
    holds(render(report), "House rating: conformance")
    holds(render(report), "House rating: minor non-conformance")
  end)
  it("shows the house rating of each provision of a facility", function()
    local report = sample()
    report.facilities[1].provisions = {
      { provision = "1", title = "One", range = { "conformance" },
        house_rating = { range = { "minor-nonconformance" } } },
      { provision = "2", title = "Two", range = { "conformance" } } }
    holds(render(report), "1 conformance; house rating: minor non-conformance; "
      .. "by the auditor: no rating recorded; findings entered: F-1 (minor "
      .. "non-conformance) 2 conformance; by the auditor: no rating recorded")
  end)
  it("says nothing of layers where there are none", function()
    local report = sample()
    report.changes = nil
    assert.is_nil(render(report):find("LAID OVER", 1, true))
    assert.is_nil(render(report):find("WEAKENED", 1, true))
  end)
  it("ends with what it was made from, and the notice again", function()
    holds(render(), "Dossier " .. ("d"):rep(64) .. " Rules base 1.0 2013 "
      .. ("a"):rep(64) .. " Layer base " .. ("b"):rep(64)
      .. " Layer house " .. ("c"):rep(64) .. " Signature house: modified since "
      .. "signing (key " .. ("e"):rep(64) .. "): a.lua Engine libcop11 9.9.9 "
      .. "Digests SHA-256 of the canonical form "
      .. "Indicative rating; not an audit. ")
  end)
  it("shows what a finding rests on", function()
    holds(render(), "MAJOR 1.1 Title 1.1 Reason 1.1. Layer: base "
      .. "Except people[#4] Rests on: policy.written = no [E-1, E-2] (evidenced) "
      .. "Also read: gate.used = yes "
      .. "Remedy: Write one. Points: P-1.1 (must). Basis: evidenced")
  end)
  it("shows where that stands in dossier and rules only where it is verbose", function()
    holds_not(render(), "/facilities/")
    holds_not(render(), "provisions/1.lua line 12")
    holds(render(nil, true), "MAJOR 1.1 Title 1.1 Reason 1.1. Layer: base Rule: "
      .. "provisions/1.lua line 12: policy.written is yes except people[#4] "
      .. "Rests on: policy.written = no [E-1, E-2] "
      .. "/facilities/0/policy/written (evidenced) Also read: gate.used = yes "
      .. "Remedy: Write one. Points: P-1.1 (must). Basis: evidenced")
  end)
  it("groups findings from major to observations", function()
    local text = render()
    assert.is_true(text:find("  MAJOR  1.1", 1, true)
      < text:find("  MINOR  1.2", 1, true))
    assert.is_true(text:find("  MINOR  1.2", 1, true)
      < text:find("  OBSERVATION  1.3", 1, true))
  end)
  it("shows records and readings beside the outcome", function()
    holds(render(), "Readings: Under the reading literal: minor non-conformance. "
      .. "Under the reading wide: conformance.")
    holds(render(), "Record: waiver by A. Auditor (lead): conformance; Agreed")
  end)
  it("asks for what is missing", function()
    holds(render(), "7 checks are not settled.")
    holds(render(), "ASK How many are licensed? arms.licensed "
      .. "(unknown) Check 1.4, at worst major non-conformance Evidence: Show "
      .. "the licences.")
    holds_not(render(), "OPEN 1.4")
    holds(render(), "OPEN 1.5 Title 1.5 Only the auditor may decide. At worst "
      .. "major non-conformance.")
    holds(render(), "Facility far Not assessed; the dossier does not "
      .. "say why (not_assessed_why).")
  end)
  it("puts deciding prompts first, with what each answer means", function()
    holds(render(), "DECIDE Is it enough? no: It is not met. yes: It is met. "
      .. "Prompt: 1.5/enough (check 1.5, facility pit)")
    holds(render(), "CONSIDER Isolated, or systemic? Prompt: 1.2/extent "
      .. "(check 1.2, facility pit) Prompt: 1.1/extent (check 1.1, facility pit)")
  end)
  it("says of a self-assessment that nobody can decide there", function()
    local report = sample()
    report.assessment = { kind = "self" }
    holds(render(report), "A self-assessment has no auditor to answer: they stay open "
      .. "until the audit.")
    report.assessment = { kind = "certification" }
    holds(render(report), "Each keeps its outcome open until a record answers it.")
  end)
  it("gives a shared reason once", function()
    holds(render(), "No guards here. 1.6 Title 1.6 1.7 Title 1.7")
  end)
  it("tells what conforms by what evidence", function()
    holds(render(), "1.8 Reason 1.8. (auditor-verified) [E-1]")
    holds(render(), "The Member 2.1 Reason 2.1. (stated)")
  end)
  it("names the broken check and its file", function()
    holds(render(), "ERROR 1.9 It is broken. Where: provisions/1.lua line 10")
  end)
  it("tells why a fact is not known", function()
    local report = sample()
    report.facts["pit/policy.written"] = { state = "withheld", pointer = "/p",
      why = "It is secret." }
    holds(render(report), "policy.written = withheld; why: It is secret.")
  end)
  it("never calls a report without findings conforming", function()
    local report = sample()
    report.results = { report.results[4] }
    local text = render(report)
    holds(text, "No check that is settled falls short. 1 check is not "
      .. "settled: see below.")
    holds_not(text, "CONFORMING")
  end)
  it("leaves out what there is nothing to say of", function()
    local report = sample()
    report.results, report.prompts, report.problems = {}, {}, {}
    local text = render(report)
    for _, heading in ipairs { "CONFORMING", "FOR THE AUDITOR", "PROBLEMS",
      "COULD NOT RUN", "NOT APPLICABLE" } do
      assert.is_nil(text:find("\n" .. heading, 1, true))
    end
  end)
end)

describe("texts of a dossier in a report", function()
  local hostile = "x\27[31m\n\n  MAJOR  9.9  fake\r\nFINDINGS\n\u{202E}y "
    .. ("long "):rep(40)

  local function with_hostile()
    local report = sample()
    report.member.name = hostile
    report.facilities[1].name = hostile
    report.results[1].reason = hostile
    report.evidence["E-1"].title = hostile
    report.records[1].why = hostile
    report.facts["pit/policy.written"].value = hostile
    return render(report)
  end

  it("cannot act on a terminal", function()
    assert.is_nil(with_hostile():find("[\0-\9\11-\31\127]"))
    assert.is_nil(with_hostile():find("\u{202E}", 1, true))
  end)
  it("cannot pass for lines of ours", function()
    local findings, fakes = 0, 0
    for line in lines(with_hostile()) do
      if line == "FINDINGS" then findings = findings + 1 end
      if line:find "^  MAJOR  9" then fakes = fakes + 1 end
    end
    assert.equal(1, findings)
    assert.equal(0, fakes)
  end)
  it("begin no line at the left edge", function()
    for line in lines(with_hostile()) do
      assert.is_nil(line:find "^long")
    end
  end)
end)
