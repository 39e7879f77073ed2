-- Ways to tip the scale: whoever words records, findings or evidence so that a
-- rating rises or falls gets an error, a conflict, a prompt or a worse basis, and
-- never another rating in silence.
local edge_case = require "support.edge_case"
local nearest = require "base.nearest"
local shuffled = require "support.shuffled"
local support = require "support.host"

local array = support.json.array
local runtime = support.open_builtin()
local SAMPLE <const> = support.decode(support.read_file(support.root
  .. "/tests/dossiers/cutting-workshop.json"))
local DAY <const> = SAMPLE.assessment.date
local MINOR <const>, MAJOR <const> = "minor-nonconformance",
  "major-nonconformance"
-- A minor finding against a shall, and one of its facts.
local SHORT <const> = "11.2.1"
local prompt = edge_case.prompt

local function record(fields)
  local one = { id = "R", kind = "judgement", by = "A. Auditor",
    party = "auditor", authority = "lead auditor", date = DAY, why = "Seen." }
  for key, value in pairs(fields) do one[key] = value end
  return one
end

local function finding(fields)
  local one = { id = "F", provision = "11.2", check = SHORT, facility = "works",
    rating = MINOR, nature = "Searches are rough.", by = "A. Auditor",
    party = "auditor", raised = DAY, cause = "No training.", action = "Train." }
  for key, value in pairs(fields) do one[key] = value end
  return one
end

-- Whatever the order of its lists, a dossier is rated the same or refused.
local function check_orders(dossier, report)
  for seed = 1, 3 do
    local other = support.evaluate(runtime, shuffled.of(dossier, seed))
    assert.same(report and shuffled.rated(report), other and shuffled.rated(other))
  end
end

-- The report on the sample with `more` put into it; nil and the error.
local function assess(more)
  local dossier = support.copy(SAMPLE)
  for key, value in pairs(more) do dossier[key] = value end
  local report, problem = support.evaluate(runtime, dossier)
  check_orders(dossier, report)
  return report, problem
end

-- The sample with facts of its facility changed by change(facility, dossier).
local function with_facility(change)
  local dossier = support.copy(SAMPLE)
  change(dossier.facilities.items[1], dossier)
  return { facilities = dossier.facilities, evidence = dossier.evidence }
end

-- What the report says of respect in practice when it is said like `respect`: on
-- which basis, and what is asked of it.
local function respect_said(respect, evidence, records)
  local more = with_facility(function(facility, dossier)
    facility.conduct.respect_in_practice = respect
    for _, one in ipairs(evidence or {}) do table.insert(dossier.evidence, one) end
  end)
  more.records = records
  local report = assert(assess(more))
  local asked = prompt(report, "fact:works/conduct.respect_in_practice")
  for _, result in ipairs(report.results) do
    for _, fact in ipairs(result.facts) do
      if fact.fact == "conduct.respect_in_practice" then
        return fact.basis or "stated", asked and asked.text
      end
    end
  end
end

local BEFORE <const> = assert(assess {})

local function refused(more, where, text)
  local report, problem = assess(more)
  assert.is_nil(report)
  assert.equal(where, problem.where)
  assert.matches(text, problem.message, 1, true)
end

-- The report with these records, where no rating and no outcome of the rules is
-- another than without them.
local function unmoved(...)
  local report = assert(assess { records = { ... } })
  assert.equal(BEFORE.member.rating, report.member.rating)
  for i, result in ipairs(BEFORE.results) do
    assert.equal(result.outcome, report.results[i].outcome, result.check)
    assert.same(result.range, report.results[i].range, result.check)
  end
  return report
end

local function failing()
  local list = {}
  for _, result in ipairs(BEFORE.results) do
    if result.outcome == MINOR or result.outcome == MAJOR then
      list[#list + 1] = result.check
    end
  end
  return list
end

describe("a rating does not rise", function()
  it("by records that each failing check does not apply", function()
    local records, checks = {}, failing()
    assert.is_true(#checks > 10)
    for i, check in ipairs(checks) do
      records[i] = record { id = "Z" .. i, prompt = check .. "/applies",
        answer = "no" }
    end
    local report = unmoved(table.unpack(records))
    for _, check in ipairs(checks) do
      local said = support.result(report, check).with_records
      assert.equal("not-applicable", said.outcome)
      assert.same({ "A. Auditor", "Seen." }, { said.records[1].by,
        said.records[1].why })
      assert.truthy(prompt(report, check .. "/applies"), check)
    end
  end)
  it("by a record that a risk is low", function()
    refused({ records = { record { prompt = SHORT .. "/applies", answer = "no",
      why = "A small shop of low risk." } } }, "/records/0/why", "never a reason")
  end)
  it("by a fact that low risk takes away", function()
    local report = assert(assess(with_facility(function(facility)
      facility.theft_detection = { appropriate = { value = false,
        why = "a small shop of low risk" } }
    end)))
    assert.equal("insufficient-evidence", support.result(report, "11.1.24").outcome)
    assert.equal("deciding",
      prompt(report, "fact:works/theft_detection.appropriate").kind)
  end)
  it("by a long rule of the Member's own, without a word on it", function()
    local report = assert(assess(with_facility(function(facility)
      facility.consultation = { appropriate_with = { value = array { "government" },
        why = "nobody lives near" }, own_interval = 240,
        government_last = "2001-03-05" }
    end)))
    local said = support.result(report, "11.1.26")
    assert.equal("conformance", said.outcome)
    assert.truthy(said.reason:find("own rule: 240 months", 1, true), said.reason)
  end)
  it("by a record that a whole provision does not apply", function()
    local report = unmoved(record { kind = "override", provision = "11.2",
      outcome = "not-applicable" }, record { id = "S", prompt = "11.1/applies",
      answer = "no" })
    assert.truthy(prompt(report, "11.1/applies"))
    assert.truthy(prompt(report, "11.2/applies"))
    assert.equal("not-applicable", report.member.with_records.rating)
  end)
  it("by an override or a waiver", function()
    local report = unmoved(record { kind = "override", check = SHORT,
      outcome = "conformance" }, record { id = "W", kind = "waiver",
      check = "11.1.16" })
    assert.equal("lifts", report.records[1].changes[1].remark)
    assert.equal("R", support.result(report, SHORT).with_records.records[1].id)
    assert.equal("waiver",
      support.result(report, "11.1.16").with_records.records[1].kind)
  end)
  it("by an answer that is none", function()
    for _, answer in ipairs { "Isolated", "Yes", "", true, 0 } do
      local report, problem = assess { records = { record {
        prompt = SHORT .. "/extent", answer = answer } } }
      assert.is_nil(report)
      assert.equal("/records/0/answer", problem.where)
    end
  end)
  it("by a question that nobody asked", function()
    refused({ records = { record { prompt = SHORT .. "/excuse",
      answer = "yes" } } }, "/records/0/prompt", "the prompts of check 11.2.1")
  end)
  it("by a second record that says isolated, in whatever order", function()
    local a = record { id = "A", prompt = SHORT .. "/extent",
      answer = "systemic" }
    local b = record { id = "B", prompt = SHORT .. "/extent",
      answer = "isolated", facility = "works" }
    for _, records in ipairs { { a, b }, { b, a } } do
      local report = assert(assess { records = records })
      assert.same({ MINOR, MAJOR }, support.result(report, SHORT).range)
      assert.equal("conflict", report.problems[#report.problems].kind)
      assert.equal("deciding", prompt(report, SHORT .. "/extent").kind)
    end
  end)
  it("by a record of the Member that supersedes the auditor's", function()
    refused({ records = { record { id = "A", prompt = SHORT .. "/extent",
      answer = "systemic" }, record { id = "B", prompt = SHORT .. "/extent",
      answer = "isolated", supersedes = "A", party = "member" } } },
      "/records/1/supersedes", "only a record of the auditor")
  end)
  it("by calling it a self-assessment, or its evidence the auditor's", function()
    local self = support.copy(SAMPLE.assessment)
    self.kind = "self"
    local report = assert(assess { assessment = self })
    local conflicts = 0
    for _, one in ipairs(report.problems) do
      if one.kind == "conflict" then conflicts = conflicts + 1 end
    end
    assert.is_true(conflicts > 0)
    assert.is_true(BEFORE.member.support.auditor_verified > 0)
    assert.equal(0, report.member.support.auditor_verified)
  end)
  it("by closing a finding on paper", function()
    local report = assert(assess { findings = { finding { closed_on = DAY } } })
    assert.equal(BEFORE.member.rating, report.member.rating)
    local asked = prompt(report, "finding:F/repetitive")
    assert.same({ SHORT, "works" }, { asked.check, asked.facility })
  end)
  it("by closing a finding before it was raised", function()
    refused({ findings = { finding { closed_on = "2013-01-01" } } },
      "/findings/0/closed_on", "before it was raised")
  end)
  it("by a value for what nobody knows, or a seal on it", function()
    local POINTER <const> = "/facilities/items/0/process/threats_answered"
    local report = unmoved(record { prompt = "fact:" .. POINTER, answer = true },
      record { id = "S", kind = "attestation", fact = POINTER })
    assert.truthy(prompt(report, "record:R/stale"))
    assert.truthy(prompt(report, "record:S/stale"))
  end)
  it("by a word in the auditor's place, without the auditor's evidence", function()
    local basis, asked = respect_said { auditor = { value = "yes", by = "A. Auditor",
      date = DAY } }
    assert.equal("stated", basis)
    assert.matches("names no evidence collected by an auditor", asked, 1, true)
  end)
  it("by a seal of the auditor on what people do", function()
    local basis, asked = respect_said("yes", nil, { record { kind = "attestation",
      fact = "works/conduct.respect_in_practice" } })
    assert.equal("stated", basis)
    assert.matches("Name some of the kind interview or observation", asked, 1, true)
  end)
  it("by a document for what people do, or evidence that nobody can look up",
    function()
      local basis, asked = respect_said({ value = "yes",
        evidence = array { "BOOK" } }, { { id = "BOOK", kind = "document",
        title = "Handbook", date = "2012-01-01", collected_by = "member" } })
      assert.equal("stated", basis)
      assert.matches("rests on BOOK, which cannot show it", asked, 1, true)
      assert.equal("stated", (respect_said({ value = "yes",
        evidence = array { "TALK" } }, { { id = "TALK", kind = "interview",
        collected_by = "auditor" } })))
    end)
  -- Every outcome that was possible still is: of each check, and so of the whole.
  it("by leaving out what is known, topic by topic", function()
    local topics = {}
    for topic, said in pairs(SAMPLE.facilities.items[1]) do
      if type(said) == "table" and topic ~= "kind" then topics[#topics + 1] = topic end
    end
    assert.is_true(#topics > 10)
    for _, topic in ipairs(topics) do
      local report = assert(assess(with_facility(function(facility)
        facility[topic] = nil
      end)))
      for i, before in ipairs(BEFORE.results) do
        local after = report.results[i]
        assert.equal(before.check, after.check)
        for _, outcome in ipairs(before.range) do
          assert.truthy(nearest.is_in(outcome, after.range),
            ("%s: %s without %s"):format(before.check, outcome, topic))
        end
      end
    end
  end)
  it("by an empty list in place of an answer", function()
    local function ranges(said)
      local report = assert(assess(with_facility(function(facility)
        facility.risk_assessment = { exists = true, perspectives_applicable = said }
      end)))
      local list = {}
      for i, result in ipairs(report.results) do list[i] = result.range end
      return list
    end
    assert.same(ranges(nil), ranges { value = array {}, why = "Nothing applies." })
  end)
  it("by the word that a grave abuse called for no discipline", function()
    for severity, outcome in pairs { low = "conformance",
      serious = "insufficient-evidence", death_or_injury = "insufficient-evidence" } do
      local report = assert(assess(with_facility(function(facility)
        local one = facility.allegations.items[1]
        assert.equal("closed_founded", one.status.value or one.status)
        one.discipline_taken, one.severity = "not_needed", severity
      end)))
      assert.equal(outcome, support.result(report, "11.2.12").outcome)
      assert.equal(severity == "low" and "advisory" or "deciding",
        prompt(report, severity == "low" and "11.2.12/advice-2"
          or "11.2.12/not-needed").kind)
    end
  end)
  -- A total says that all is well, or nothing; the list beside it knows better.
  it("by a total over a way of shipping that is left open", function()
    for said, outcome in pairs { none = MINOR, adequate = "insufficient-evidence" } do
      local report = assert(assess(with_facility(function(facility)
        facility.ships_product = true
        facility.shipping = { carrier_used = true, own_carriage = false }
        facility.protect.carrier_shipments = said == "none" and "partial" or said
        facility.shipments = { items = array { { id = "S", carrier = "post",
          protection = "none" } } }
      end)))
      assert.equal(outcome, support.result(report, "11.1.18").outcome)
      assert.matches("Asked of: S (the post; none)",
        prompt(report, "11.1.18/advice-2").text, 1, true)
    end
  end)
  it("by a count of people over one who is armed, and untrained or unlicensed", function()
    local report = assert(assess(with_facility(function(facility)
      facility.arms = { used = true, armed_count = 5, trained_count = 5,
        licensed_count = 5, licence_required_by_law = true }
      facility.people = { items = array { { id = "P", employer = "inhouse", armed = true,
        weapons_trained = false, licence = { held = true, expires = "2001-01-01" } } } }
    end)))
    assert.equal("insufficient-evidence", support.result(report, "11.2.13").outcome)
    assert.truthy(prompt(report, "11.2.14/advice-2"))
  end)
  it("by a count of cases over a use of force that nobody looked into", function()
    for _, counts in ipairs { {}, { uses = 5, looked_into = 5, looked_into_by_others = 5 } } do
      local report = assert(assess(with_facility(function(facility)
        counts.policy_min_proportionate = true
        facility.force = counts
        facility.incidents = { items = array { { id = "I", force_used = true,
          looked_into_by = "nobody" } } }
      end)))
      assert.matches("Asked of: I (nobody)", prompt(report, "11.2.4/advice-5").text, 1, true)
      if counts.uses then
        local said = support.result(report, "11.2.4")
        assert.equal("insufficient-evidence", said.outcome)
        assert.matches("contradicts itself", said.reason, 1, true)
      end
    end
  end)
  it("by closing a case whose investigation never began", function()
    for _, status in ipairs { "investigating", "closed_unfounded" } do
      local report = assert(assess(with_facility(function(facility)
        facility.allegations = { complete = true, items = array { { id = "A",
          against = "inhouse", severity = "low", status = status,
          investigation_began = "never" } } }
      end)))
      assert.truthy(prompt(report, "11.2.11/advice-5"), status)
    end
  end)
  it("by leaving out when a record was made", function()
    local undated = record { prompt = SHORT .. "/extent", answer = "isolated" }
    undated.date = nil
    refused({ records = { undated } }, "/records/0", "'date' is missing")
  end)
end)

describe("a rating does not fall", function()
  it("by an override", function()
    local report = unmoved(record { kind = "override", check = "11.1.9",
      outcome = MAJOR })
    assert.equal("beyond-wording", report.records[1].changes[1].remark)
  end)
  it("by a record that something applies where the facts say that it does not",
    function()
      local report = unmoved(record { prompt = "11.3/applies", answer = "yes" })
      assert.truthy(prompt(report, "record:R/stale"))
    end)
  it("by a finding that was entered, though it claims a critical breach",
    function()
      local report = assert(assess { findings = { finding {
        rating = "critical-breach" } } })
      assert.equal(BEFORE.member.rating, report.member.rating)
      assert.truthy(prompt(report, "finding:F/critical"))
      assert.same({ "F" }, support.result(report, SHORT).findings)
    end)
  it("by an allegation that is entered twice", function()
    local changed = with_facility(function(facility)
      local one = { id = "2013-06", against = "inhouse", status = "open" }
      facility.allegations = { items = array { one, one }, complete = true }
    end)
    refused(changed, "/facilities/items/0/allegations/items/1/id", "used twice")
  end)
  it("by a finding of tomorrow, or one entered twice", function()
    refused({ findings = { finding { raised = "2015-01-01" } } },
      "/findings/0/raised", "after the as-of date")
    refused({ findings = { finding {}, finding {} } }, "/findings/1/id",
      "used twice")
  end)
  it("by a record that what conforms falls short everywhere", function()
    local conforming
    for _, result in ipairs(BEFORE.results) do
      if result.outcome == "conformance" and result.strength == "shall" then
        conforming = result.check
      end
    end
    local report = unmoved(record { prompt = conforming .. "/extent",
      answer = "systemic" })
    assert.truthy(prompt(report, "record:R/stale"))
  end)
  it("in silence by a record that it is systemic against one that it is not",
    function()
      local isolated = record { id = "A", prompt = SHORT .. "/extent",
        answer = "isolated" }
      local systemic = record { id = "B", prompt = SHORT .. "/extent",
        answer = "systemic" }
      local report = assert(assess { records = { isolated, systemic } })
      assert.equal("insufficient-evidence", support.result(report, SHORT).outcome)
      for _, one in ipairs(report.records) do
        assert.same({ nil, true }, { one.stale, one.used })
      end
      assert.equal("conflict", report.problems[#report.problems].kind)
    end)
end)

it("a bare no to people near a mine settles nothing, and a reason does", function()
  local function outcome(kind, present)
    local report = assess(with_facility(function(works)
      works.kind, works.community = array { kind }, { present = present }
    end))
    return edge_case.outcome(report, "11.1.12")
  end
  assert.equal("insufficient-evidence", outcome("mine", false))
  assert.equal("not-applicable",
    outcome("mine", { value = false, why = "A desert; the survey found no one." }))
  assert.equal("not-applicable", outcome("retail", false))
end)

it("a question of the auditor says where it is open whether what it asks of is so", function()
  local function asked(allegation)
    local report = assess(with_facility(function(works)
      allegation.id, allegation.against, allegation.status = "A-9", "private",
        "closed_founded"
      works.allegations = { items = array { allegation } }
    end))
    local question = prompt(report, "11.2.12/not-needed")
    return question and question.text:find("Whether it is so is open.", 1, true) ~= nil
  end
  assert.is_true(asked {})
  assert.is_false(asked { severity = "serious", discipline_taken = "not_needed" })
  assert.is_nil(asked { severity = "serious", discipline_taken = "yes" })
end)
