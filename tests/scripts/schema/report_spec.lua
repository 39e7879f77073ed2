-- Real reports are what the JSON Schema of reports describes, field by field.
local json_schema = require "support.json_schema"
local small_report = require "support.small_report"
local support = require "support.host"

local PACK = {
  ["pack.lua"] = [[
pack { title = "T", edition = "e", version = "1", notice = "Not an audit." }
ratings {
  shall = { lapse = "minor-nonconformance", absent = "major-nonconformance" },
  could = { lapse = "observation", absent = "observation" },
  beyond = { lapse = "observation", absent = "observation" },
}
point "R" { strength = "shall", says = "s" }
point "C" { strength = "could", says = "s" }
point "Q" { strength = "information", question = true, says = "So?" }
parameter "limit" { type = "months", unit = "months", value = 12,
  source = "ours", ask = "?" }
parameter "wide" { type = "choice", values = { "no", "yes" }, ask = "?" }
]],
  ["vocabulary.lua"] = [[
fact "assessment.date" { type = "date", future = true, ask = "When?" }
fact "assessment.kind" { type = "choice", ask = "What?",
  values = { "self", "certification" } }
fact "assessment.assessor" { type = "text", label = "By", ask = "Who?" }
fact "member.id" { type = "text", ask = "Which Member?" }
fact "member.name" { type = "text", ask = "Its name?" }
fact "facility.id" { type = "text", ask = "Which facility?" }
fact "facility.not_assessed_why" { type = "choice", label = "Not assessed",
  values = { "closed" }, ask = "?" }
fact "facility.name" { type = "text", ask = "Its name?" }
fact "facility.kind" { type = "choices", values = { "mine" }, ask = "Kind?" }
fact "facility.country" { type = "text", ask = "Where?" }
fact "a.flag" { type = "yes/no", ask = "So?" }
fact "a.word" { type = "choice", values = { "none", "some" },
  titles = { none = "None", some = "Some" }, ask = "Which?" }
fact "a.words" { type = "choices", values = { "red", "blue" }, ask = "Which?",
  shown_by = { "observation" } }
fact "a.day" { type = "date", ask = "When?" }
fact "a.armed" { type = "count", ask = "How many?" }
fact "a.licensed" { type = "count", of = "a.armed", ask = "How many?" }
fact "a.law" { type = "yes/no", auditor_may_decide = true, ask = "Law?" }
list "people" { ask = "Who?", facts = {
  fact "name" { type = "text", sensitive = true, ask = "Called?" },
  fact "armed" { type = "yes/no", ask = "Armed?" },
} }
fact "a.guarded" { type = "yes/no", ask = "Any?",
  from = any "people" { "armed is yes" } }
disagreement "both" { when = all { "a.flag is no", "a.word is some" },
  facts = { "a.flag", "a.word" }, because = "Not both." }
]],
  ["rules.lua"] = [[
provision "1" { title = "One", with = "2" }
check "1.1" { title = "Flag", points = { "R", "Q" }, ask = "?", remedy = "Do it.",
  expect = "a.flag is yes" }
check "1.2" { title = "Age", points = { "C" }, ask = "?", remedy = "Renew.",
  expect = "a.day is within limit of today" }
check "1.3" { title = "Nobody armed", points = { "R" }, ask = "?",
  expect = none "people" { "armed is yes" },
  prompts = { advise { "Look again." } } }
check "1.4" { title = "Licensed", points = { "R" }, ask = "?",
  expect = "a.licensed covers all of a.armed" }
check "1.5" { title = "Judged", points = { "R" }, ask = "?",
  expect = any { "a.word is some", auditor "well" { ask = "Well?",
    yes = "It is.", no = "It is not." } } }
check "1.6" { title = "Read two ways", points = { "R" }, ask = "?",
  expect = reading "wide" { yes = "a.words includes red",
    no = "a.words includes red and blue" } }
check "1.7" { title = "Law", points = {}, ask = "?", expect = "a.law is yes" }
check "1.8" { title = "Broken", points = { "R" }, ask = "?",
  expect = "a.flagg is yes" }
check "1.9" { title = "Some armed", points = { "R" }, ask = "?",
  applies = "a.word is some", expect = any "people" { "armed is yes" } }
check "1.10" { title = "Guarded", points = { "R" }, ask = "?",
  expect = "a.guarded is no" }
hint "open" { "Not yet.", source = "S",
  ratings = { "not-determined", "major-nonconformance" } }
]],
}

local DOSSIER = [[{"format": "cop11.dossier/1",
  "assessment": {"date": "2013-11-30", "kind": "certification", "assessor": "A. Lead"},
  "member": {"id": "M", "name": "The Member"},
  "evidence": [
    {"id": "E1", "kind": "document", "title": "Roster", "date": "2013-01-02",
     "collected_by": "auditor", "ref": "r", "note": "n", "hash": "h",
     "media_type": "text/plain", "valid_until": "2014-01-02", "draft": true},
    {"id": "E9", "kind": "document"},
    {"id": "E3", "kind": "document", "title": "Plan", "date": "2013-01-02",
     "collected_by": "member"},
    {"id": "E2", "kind": "interview", "date": "2014-01-02"}],
  "records": [
    {"kind": "attestation", "by": "A", "party": "auditor", "authority": "lead",
     "date": "2013-11-01",
     "why": "seen", "fact": "/facilities/items/0/a/law"},
    {"kind": "judgement", "by": "A", "party": "auditor", "authority": "lead",
     "date": "2013-11-01", "why": "seen",
     "prompt": "1.5/well", "answer": "yes", "facility": "two"},
    {"kind": "attestation", "by": "A", "party": "auditor", "authority": "lead",
     "date": "2013-11-01", "why": "seen",
     "id": "A1", "fact": "/facilities/items/0/a/flag", "from": "2012-01-01"},
    {"kind": "override", "by": "A", "party": "auditor", "authority": "lead",
     "date": "2013-11-01", "why": "settled",
     "id": "O1", "check": "1.1", "outcome": "conformance", "facility": "two",
     "supersedes": "O0"},
    {"kind": "override", "by": "A", "party": "auditor", "authority": "lead",
     "date": "2013-10-01", "why": "bad", "id": "O0", "check": "1.1",
     "outcome": "minor-nonconformance", "facility": "two"},
    {"kind": "override", "by": "A", "party": "auditor", "authority": "lead",
     "date": "2013-10-01", "why": "bad", "provision": "1", "facility": "one",
     "outcome": "minor-nonconformance"},
    {"kind": "override", "by": "A", "party": "auditor", "authority": "lead",
     "date": "2013-10-01", "why": "bad", "check": "1.4", "facility": "three",
     "outcome": "minor-nonconformance"},
    {"kind": "override", "by": "A", "party": "auditor", "authority": "lead",
     "date": "2013-10-01", "why": "good", "check": "1.4", "facility": "three",
     "outcome": "conformance"},
    {"kind": "attestation", "by": "A", "party": "auditor", "authority": "lead",
     "date": "2013-11-01", "why": "seen", "fact": "/facilities/items/1/a/words"},
    {"kind": "waiver", "by": "A", "party": "auditor", "authority": "lead",
     "date": "2013-11-01", "why": "late",
     "check": "1.2", "until": "2013-01-01"}],
  "findings": [{"id": "F2", "provision": "1", "nature": "n",
     "rating": "minor-nonconformance", "repeat_of": "F1", "facility": "two",
     "check": "1.1", "by": "A", "party": "auditor", "cause": "c",
     "containment": "k", "raised": "2013-01-01", "action": "a", "owner": "o",
     "auditor_approved": true, "due": "2013-05-01", "verified_by": "A",
     "closed_on": "2013-04-01",
     "evidence": ["E1"]}],
  "facilities": {"complete": true, "items": [
    {"id": "one", "name": "First", "kind": ["mine"], "country": "GH",
     "a": {"flag": true, "day": "2011-05",
       "words": ["red"], "armed": 3, "licensed": {"at_least": 1},
       "word": {"one_of": ["none", "some"]}},
     "people": {"complete": true, "stated_by": "HR", "items": [
       {"name": "A", "armed": true}, {"name": "B", "armed": false}]}},
    {"id": "two", "a": {"flag": {"value": false, "evidence": ["E3"]},
       "day": "2014-05-01", "word": "none",
       "words": {"value": ["red", "blue"], "evidence": ["E1"],
         "set_by": "law"},
       "armed": {"state": "withheld", "withheld_reason": "secret",
         "evidence": [{"id": "E2", "says": 2}]}}},
    {"id": "three", "a": {"flag": false, "word": "some", "armed": 4,
       "licensed": 5, "law": {"value": false,
         "evidence": ["E3"], "auditor": {"value": true,
         "by": "A. Lead", "date": "2013-11-29"}},
       "day": {"state": "unknown", "why": "lost"}}},
    {"id": "four", "not_assessed_why": "closed"}, {"id": "five", "a": {"word": "none",
      "flag": {"state": "withheld", "withheld_reason": "secret"}}}]}}]]

local LAYER = { name = "house", signature = { state = "modified",
  key = ("a"):rep(64), files = { "more.lua" } }, files = { { path = "more.lua", text = [[
check "1.org.20" { title = "More", points = { "R" }, ask = "?",
  expect = "a.flag is yes" }
check "1.org.21" { title = "More than 1.1", stricter_than = "1.1", ask = "?",
  expect = "a.word is some" }
switch_off "1.1" { because = "b", by = "B", until_date = "2014-12-31" }
parameter "limit" { value = 36, source = "S", because = "b", by = "B",
  until_date = "2014-12-31" }
]] } } }

local function open(options)
  return assert(support.open(PACK, options))
end

local function schema_of(runtime)
  return support.decode(assert(runtime.describe "report-schema"))
end

describe("the schema of reports", function()
  local plain, layered = open(), open { layers = { LAYER } }
  local schema = schema_of(plain)

  -- Every kind of field appears in one of these.
  local reports = {}
  for _, runtime in ipairs { plain, layered } do
    for _, shown in ipairs { false, true } do
      reports[#reports + 1] = assert(support.report(runtime, DOSSIER,
        { show_sensitive = shown, evaluated_at = "2014-01-31T09:30:00Z" }))
    end
  end

  -- One answer would determine this one.
  reports[#reports + 1] = support.decode(select(2,
    small_report.of { small_report.GOOD }))

  it("describes every report", function()
    for _, report in ipairs(reports) do
      assert.is_true(json_schema.valid(report, schema))
    end
  end)

  it("describes every field of them", function()
    for _, report in ipairs(reports) do
      assert.same({}, json_schema.undescribed(report, schema))
    end
  end)

  it("describes no field that these reports do not have", function()
    local seen = {}
    local function note(value)
      if type(value) ~= "table" then return end
      for key, inner in pairs(value) do
        seen[key] = true
        note(inner)
      end
    end
    for _, report in ipairs(reports) do note(report) end
    local function look(part)
      if type(part) ~= "table" then return end
      for name in pairs(part.properties or {}) do
        assert.is_true(seen[name], name)
      end
      for _, inner in pairs(part) do look(inner) end
    end
    look(schema)
  end)

  it("says what each field means, and has a type for it", function()
    local function look(part)
      if type(part) ~= "table" then return end
      for field, property in pairs(part.properties or {}) do
        local meant = property["$ref"]
          and schema.definitions[property["$ref"]:match("[^/]+$")] or property
        assert.is_string(meant.description, field)
        assert.is_true((meant.type or meant.const or meant.allOf
          or meant.anyOf) ~= nil, field)
      end
      for key, inner in pairs(part) do look(inner, key) end
    end
    look(schema)
  end)

  it("refuses a report that says too little or something else", function()
    local function changed(change)
      local copy = support.copy(reports[1])
      change(copy)
      return json_schema.valid(copy, schema)
    end
    assert.is_true(changed(function() end))
    assert.is_true(changed(function(r) r.grown = 1 end))
    assert.is_false(changed(function(r) r.format = "cop11.report/2" end))
    assert.is_false(changed(function(r) r.member.rating = "good" end))
    assert.is_false(changed(function(r) r.results[1].reason = nil end))
    assert.is_false(changed(function(r) r.results[1].outcome = "fine" end))
    assert.is_false(changed(function(r) r.pack.digest = "abc" end))
    assert.is_false(changed(function(r)
      r.member.completeness.settled = -1
    end))
  end)

  it("describes the reports on the sample dossiers", function()
    local builtin = support.open_builtin()
    local own = schema_of(builtin)
    for _, sample in ipairs(support.samples()) do
      local report = assert(support.report(builtin, sample.text))
      assert.is_true(json_schema.valid(report, own), sample.name)
      assert.same({}, json_schema.undescribed(report, own), sample.name)
    end
  end)
end)
