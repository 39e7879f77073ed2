-- What the Member withholds is told wherever it stands, and asked for once.
local support = require "support.host"

local array = support.json.array
local runtime = support.open_builtin()

local function withheld(why, evidence)
  return { state = "withheld", withheld_reason = why, evidence = evidence }
end

local EVIDENCE <const> = array {
  { id = "I", kind = "interview", title = "Guards", date = "2013-11-20",
    collected_by = "auditor" },
  { id = "O", kind = "observation", title = "Gate", date = "2013-11-21",
    collected_by = "auditor" } }

local function legs(one, other)
  return array { { id = "I", says = one }, { id = "O", says = other } }
end

local function report_on(pit, records)
  pit.id, pit.kind = "pit", array { "mine" }
  return assert(support.report(runtime, { format = "cop11.dossier/1",
    assessment = { date = "2013-11-30" }, evidence = EVIDENCE, records = records,
    member = { id = "M", has_mining_facilities = true },
    facilities = { complete = true, items = array { pit } } }))
end

-- The texts of the prompts that ask for what is withheld, by their ids.
local function asked(report)
  local texts = {}
  for _, prompt in ipairs(report.prompts) do
    if prompt.text:find("withholds", 1, true) then
      texts[prompt.at[1].id] = prompt.text
    end
  end
  return texts
end

local GUARDS <const> = { complete = true, items = array { { name = "Guards Ltd",
  kind = "private", agreement = { requires_conduct = withheld "secret" } } } }

describe("what is withheld", function()
  it("is a fact of the report in items of lists too", function()
    local report = report_on { providers = GUARDS }
    local fact = report.facts["pit/providers[Guards Ltd].agreement.requires_conduct"]
    assert.equal("withheld", fact.state)
    assert.equal("secret", fact.why)
  end)
  it("is asked of the auditor where no open check asks for it", function()
    local texts = asked(report_on { vpshr = { training_validity = withheld "secret" },
      security = { private_used = true } })
    assert.matches('The Member withholds the answer (\"secret\").',
      texts["fact:pit/vpshr.training_validity"], 1, true)
  end)
  it("is not asked again where a check asks for it", function()
    assert.same({}, asked(report_on { risk_assessment = {
      exists = withheld "secret" } }))
  end)
  it("keeps its reason back where it may name people", function()
    local text = asked(report_on { allegations = array { { id = "P-1",
      against = "private", status = withheld "names the victim" } } })
      ["fact:pit/allegations[P-1].status"]
    assert.matches("P-1: .*; the reason that it gives may name people, and is not "
      .. "printed here%.", text)
    assert.is_nil(text:find("victim", 1, true))
  end)
  it("stays told where what stands in for it disagrees", function()
    local fact = report_on { risk_assessment = { exists = withheld("secret",
      legs(true, false)) } }.facts["pit/risk_assessment.exists"]
    assert.equal("conflicting", fact.state)
    assert.is_true(fact.withheld)
    assert.equal("secret", fact.why)
  end)
  it("stays told where a record settled it", function()
    local fact = report_on({ risk_assessment = { exists = withheld("secret",
      array { { id = "I", says = true } }) } }, array { { kind = "judgement",
      prompt = "fact:pit/risk_assessment.exists", answer = true, by = "A. Auditor",
      party = "auditor", authority = "lead", why = "Seen", date = "2013-11-29",
      id = "J" } }).facts["pit/risk_assessment.exists"]
    assert.is_true(fact.withheld and fact.value)
    assert.equal("secret", fact.why)
  end)
end)

describe("a note", function()
  it("is told apart from the reason", function()
    local fact = report_on { management = { responsibility = { value = "senior",
      note = "the owner himself", why = "he said so" } } }
      .facts["pit/management.responsibility"]
    assert.equal("the owner himself", fact.note)
    assert.equal("he said so", fact.why)
  end)
  it("is told of a fact that is not known", function()
    local report = report_on { consultation = { appropriate_with = {
      state = "unknown", note = "housing across the road" } } }
    assert.equal("housing across the road",
      report.facts["pit/consultation.appropriate_with"].note)
  end)
end)

describe("what is open on a list", function()
  it("rests on what each item answers, known or not", function()
    local report = report_on { security = { public_engaged = true },
      providers = { complete = true, items = array {
        { name = "Police", kind = "public", arrangement = { follows_vpshr = true } },
        { name = "Army", kind = "public", arrangement = { follows_vpshr = {
          state = "unknown", why = "orders not shown" } } },
        { name = "Guards Ltd", kind = "private" } } } }
    for _, result in ipairs(report.results) do
      if result.check == "11.3.15" then
        assert.same({ "pit/public_security.follows_vpshr",
          "pit/providers[Police].arrangement.follows_vpshr",
          "pit/providers[Army].arrangement.follows_vpshr" }, result.rests_on)
      end
    end
    assert.equal("orders not shown",
      report.facts["pit/providers[Army].arrangement.follows_vpshr"].why)
  end)
end)
