-- Two answers that may both be so, but that an auditor should weigh against each
-- other: each pair raises its question, and changes no outcome.
local edge_case = require "support.edge_case"
local support = require "support.host"

local runtime = support.open_builtin()
local array = support.json.array
local prompt, says = edge_case.prompt, edge_case.says

-- A mine guarded by its own people and a company; `change` speaks the rest.
local function report_on(change, member)
  local here = {
    id = "here", kind = array { "mine" }, handles_jewellery_products = true,
    security = { inhouse_used = true, private_used = true,
      public_engaged = false, inhouse_count = 4, private_count = 12 },
    conduct = {}, force = {}, vpshr = {}, arms = {},
  }
  change(here)
  local report, problem = support.evaluate(runtime, { format = "cop11.dossier/1",
    assessment = { date = "2013-11-30", kind = "certification" },
    member = member or { id = "M-1", has_mining_facilities = true },
    facilities = { items = array { here } } })
  return assert(report, problem and problem.message)
end

local function alleged(one)
  return function(here) here.allegations = { items = array { one } } end
end

-- What is asked; a part of the question; a dossier that raises it; one that does not.
local CASES <const> = {
  { "a public force accused where 11.3 does not apply", "made against public forces",
    "11.2.1",
    function(here)
      here.kind = array { "refinery" }
      alleged { against = "public", status = "closed_founded",
        severity = "death_or_injury" } (here)
    end,
    alleged { against = "public", status = "closed_founded",
      severity = "death_or_injury" } },
  { "no way to complain", "there is no way to complain", "11.2.11",
    function(here)
      alleged { against = "private", status = "closed_unfounded" } (here)
      here.grievance = { route_exists = false }
    end,
    function(here)
      alleged { against = "private", status = "closed_unfounded" } (here)
      here.grievance = { route_exists = true }
    end },
  { "threats answered where risks were never assessed", "Which threats are these",
    "11.1.10",
    function(here)
      here.risk_assessment = { exists = false }
      here.process = { threats_answered = true }
    end,
    function(here)
      here.risk_assessment = { exists = true }
      here.process = { threats_answered = true }
    end },
  { "unrest, and no civil perspective", "the civil perspective", "11.1.7",
    function(here)
      here.conflict_affected = "possible"
      here.risk_assessment = { exists = true, perspectives_applicable = {
        value = array { "political" }, why = "Only the state is at issue." } }
    end,
    function(here)
      here.conflict_affected = "possible"
      here.risk_assessment = { exists = true, perspectives_applicable = {
        value = array { "civil" }, why = "Only neighbours are at issue." } }
    end },
  { "unrest, and no political perspective", "the political perspective", "11.1.7",
    function(here)
      here.conflict_affected = "possible"
      here.risk_assessment = { exists = true, perspectives_applicable = {
        value = array { "civil" }, why = "Only neighbours are at issue." } }
    end,
    function(here)
      here.conflict_affected = "possible"
      here.risk_assessment = { exists = true, perspectives_applicable = {
        value = array { "political" }, why = "Only the state is at issue." } }
    end },
  { "some of the armed without a licence", "imminent risk", "11.2.14",
    function(here)
      here.arms = { used = true, armed_count = 8, licensed_count = 5,
        licence_required_by_law = true }
    end,
    function(here)
      here.arms = { used = true, armed_count = 8, licensed_count = 0,
        licence_required_by_law = true }
    end },
  { "a serious allegation that is not decided", "not decided yet", "11.2.1",
    alleged { against = "private", status = "investigating", severity = "serious" },
    alleged { against = "private", status = "closed_unfounded",
      severity = "serious" } },
  { "an allegation of force where none was used", "Is the log of incidents whole",
    "11.2.4",
    function(here)
      here.force.uses = 0
      here.allegations = { items = array {
        { against = "inhouse", status = "received", alleges_force = true } } }
    end,
    function(here)
      here.force.uses = 1
      here.allegations = { items = array {
        { against = "inhouse", status = "received", alleges_force = true } } }
    end },
  { "an investigation that began, of a case nobody investigates",
    "said not to be investigated", "11.2.11",
    alleged { against = "private", status = "open",
      investigation_began = "2013-06-01" },
    alleged { against = "private", status = "investigating",
      investigation_began = "2013-06-01" } },
  { "who closed what is not closed", "who closed it", "11.2.11",
    alleged { against = "private", status = "open", closed_by = "accused" },
    alleged { against = "private", status = "closed_unfounded",
      closed_by = "accused" } },
  { "a case referred to nobody", "referred to the authorities", "11.2.11",
    alleged { against = "private", status = "referred",
      reported_to_authority = "no" },
    alleged { against = "private", status = "referred",
      reported_to_authority = "yes" } },
  { "discipline for what was unfounded", "somebody was disciplined", "11.2.12",
    alleged { against = "private", status = "closed_unfounded",
      discipline_taken = "yes" },
    alleged { against = "private", status = "closed_unfounded",
      discipline_taken = "not_needed" } },
  { "kinds of arms of an unarmed provider", "said to be unarmed", "11.2.13",
    function(here)
      here.providers = { items = array {
        { kind = "private", armed = false, arms_kinds = array { "dog" } } } }
    end,
    function(here)
      here.providers = { items = array {
        { kind = "private", armed = true, arms_kinds = array { "dog" } } } }
    end },
  { "licences of people who carry nothing", "Does anybody carry arms", "11.2.13",
    function(here) here.arms = { used = false, licensed_count = 3 } end,
    function(here) here.arms = { used = false, licensed_count = 0 } end },
  { "practice against a policy that puts product first",
    "policies put product first", "11.1.20",
    function(here)
      here.people_first = { in_practice = "yes", in_policy = "no" }
    end,
    function(here)
      here.people_first = { in_practice = "yes", in_policy = "silent" }
    end },
  { "people who come first, and crews who are not protected",
    "Do they count among those people", "11.1.20",
    function(here)
      here.people_first = { in_practice = "yes" }
      here.protect = { transport_staff = false }
    end,
    function(here)
      here.people_first = { in_practice = "yes" }
      here.protect = { transport_staff = true }
    end },
  { "contractors whom nothing speaks of", "Do any work here", "11.1.22",
    function(here)
      here.people_first = { groups = array { "employees", "visitors" } }
      here.training = { appropriate_for = { value = array { "employees" },
        why = "There are no contractors." } }
    end,
    function(here)
      here.people_first = { groups = array { "employees", "visitors" } }
      here.training = { appropriate_for = array { "employees", "contractors" } }
    end },
  { "trained in the principles, and some do not know the conduct expected",
    "What did the training teach", "11.2.2",
    function(here)
      here.conduct = { known_by_private = "mixed" }
      here.vpshr.trained_private = 12
    end,
    function(here)
      here.conduct = { known_by_private = "mixed" }
      here.vpshr.trained_private = 11
    end },
  { "a company's people all trained, and some do not know the conduct expected",
    "What did the training teach", "11.2.2",
    function(here)
      here.security.inhouse_used, here.security.inhouse_count = false, nil
      here.conduct = { known_by_personnel = "mixed" }
      here.vpshr.trained_private = 12
    end,
    function(here) -- the facility's own may be those who do not know it
      here.conduct = { known_by_personnel = "mixed" }
      here.vpshr.trained_private = 12
    end },
  { "all trained in conduct, and nobody knows it", "whom did it reach", "11.2.2",
    function(here)
      here.security.private_used, here.security.private_count = false, nil
      here.conduct = { known_by_personnel = "no", trained_inhouse = "all" }
    end,
    function(here) -- the company's may be those who do not know it
      here.conduct = { known_by_personnel = "no", trained_inhouse = "all" }
    end },
  { "neighbours who are not there and were heard", "yet one was consulted",
    "11.1.27",
    function(here)
      here.community = { present = false }
      here.consultation = { communities_last = "2013-05-01" }
    end,
    function(here)
      here.community = { present = true }
      here.consultation = { communities_last = "2013-05-01" }
    end },
  { "neighbours who are not there and threaten", "source of threats", "11.1.27",
    function(here)
      here.community = { present = false }
      here.threats = { items = array { { type = "violence", exposure = "high",
        sources = array { "communities" } } } }
    end,
    function(here)
      here.community = { present = false }
      here.threats = { items = array { { type = "violence", exposure = "none",
        sources = array { "communities" } } } }
    end },
  { "a public force that is nowhere and is supported", "Is one there", "11.3.19",
    function(here)
      here.security.public_presence = "none"
      here.security.public_supported = true
    end,
    function(here)
      here.security.public_presence = "on_site"
      here.security.public_supported = true
    end },
  { "a public force that is nowhere and is accused", "Is one there", "11.3.19",
    function(here)
      here.security.public_presence = "none"
      here.public_security = { allegations = 2 }
    end,
    function(here)
      here.security.public_presence = "none"
      here.public_security = { allegations = 0 }
    end },
  { "a course of which nobody in-house was taught", "Who was taught", "11.3.1",
    function(here)
      here.vpshr = { trained_inhouse = 0, inhouse_training_date = "2013-05-01" }
    end,
    function(here)
      here.vpshr = { trained_inhouse = 1, inhouse_training_date = "2013-05-01" }
    end },
  { "records of training of nobody of a company", "Who was taught", "11.3.2",
    function(here)
      here.vpshr = { trained_private = 0, records_private = true }
    end,
    function(here)
      here.vpshr = { trained_private = 0, records_private = false }
    end },
  { "monitoring of principles and not of conduct", "What is it that is monitored",
    "11.3.25",
    function(here)
      here.vpshr.monitoring, here.conduct.monitoring = true, false
    end,
    function(here)
      here.vpshr.monitoring, here.conduct.monitoring = true, true
    end },
  { "gaps in the records of monitoring", "have gaps", "11.3.25",
    function(here) here.conduct.monitoring_records = "gaps" end,
    function(here) here.conduct.monitoring_records = "sound" end },
  { "falsified records of monitoring", "were falsified", "11.3.25",
    function(here) here.conduct.monitoring_records = "falsified" end,
    function(here) here.conduct.monitoring_records = "sound" end },
  { "an office at which dealings with miners are assessed", "Is it a mine", "11.3.11",
    function(here)
      here.kind = array { "office" }
      here.risk_assessment = { asm_interaction = true }
    end,
    function(here)
      here.kind = array { "office" }
      here.risk_assessment = { asm_interaction = false }
    end },
  { "an office where illegal mining threatens", "Is it a mine", "11.3.11",
    function(here)
      here.kind = array { "office" }
      here.threats = { items = array {
        { type = "illegal_mining", exposure = "high" } } }
    end,
    function(here)
      here.kind = array { "office" }
      here.threats = { items = array {
        { type = "theft", exposure = "high" } } }
    end },
  { "firearms for which the law asks no licence", "Was the law read right",
    "11.2.14",
    function(here)
      here.arms = { used = true, licence_required_by_law = false,
        kinds = array { "firearm" } }
    end,
    function(here)
      here.arms = { used = true, licence_required_by_law = false,
        kinds = array { "baton" } }
    end },
  { "a provider's firearms for which the law asks no licence",
    "Was the law read right", "11.2.14",
    function(here)
      here.arms = { used = true, licence_required_by_law = false }
      here.providers = { items = array {
        { kind = "private", armed = true, arms_kinds = array { "firearm" } } } }
    end,
    function(here)
      here.arms = { used = true, licence_required_by_law = true }
      here.providers = { items = array {
        { kind = "private", armed = true, arms_kinds = array { "firearm" } } } }
    end },
}

-- The question of `check` that holds these words, or nil.
local function asked(report, check, words)
  for _, one in ipairs(report.prompts) do
    if one.check == check and one.kind == "advisory"
      and one.text:find(words, 1, true) then
      return one
    end
  end
end

for _, case in ipairs(CASES) do
  local name, words, check, raises, does_not =
    case[1], case[2], case[3], case[4], case[5]
  describe(name, function()
    it("is a question", function()
      local found = asked(report_on(raises), check, words)
      assert.is_truthy(found)
    end)
    it("is none with another answer", function()
      assert.is_nil(asked(report_on(does_not), check, words))
    end)
  end)
end

describe("people who are not on duty", function()
  it("are named by why they are not, and by what they lack", function()
    local function person(deployed, trained)
      return { employer = "private", deployed = deployed, vpshr_trained = trained }
    end
    local report = report_on(function(here)
      here.security.private_count = nil
      here.people = { complete = true, items = array {
        person("on_duty", true), person("on_leave", false),
        person("on_leave", true), person("stood_down", false),
        { employer = "inhouse", deployed = "on_duty", vpshr_trained = true } } }
      here.security.inhouse_count = nil
    end)
    says(support.result(report, "11.3.2").reason,
      "2 on leave, 1 stood down (2 of them not trained)")
    assert.is_nil(prompt(report, "11.3.1/advice-3"))
  end)
end)

describe("what is called an office", function()
  -- Each sign alone, whatever the Member says of its mines.
  local SIGNS <const> = {
    ["miners nearby"] = { asm = { present = "nearby" } },
    ["dealings with miners are assessed"] = { risk_assessment = {
      asm_interaction = true } },
    ["illegal mining is looked at"] = { risk_assessment = {
      considers_illegal_mining = true } },
    ["illegal miners are looked at"] = { risk_assessment = {
      threats_from_illegal_miners = true } },
    ["illegal mining threatens"] = { threats = { items = array {
      { type = "illegal_mining", exposure = "high" } } } },
  }
  local function is_asked(sign, kind, has_mines)
    local report = report_on(function(here)
      here.kind = array { kind }
      for key, value in pairs(sign) do here[key] = support.copy(value) end
    end, { id = "M-1", has_mining_facilities = has_mines })
    return prompt(report, "11.3.11/advice-2") ~= nil
  end
  for name, sign in pairs(SIGNS) do
    it("may be a mine: " .. name, function()
      for _, has_mines in ipairs { true, false } do
        assert.is_true(is_asked(sign, "office", has_mines))
        assert.is_false(is_asked({}, "office", has_mines))
      end
      assert.is_true(is_asked(sign, "office", nil))
      assert.is_false(is_asked(sign, "mine", true))
    end)
  end
end)

describe("a change after the risk assessment", function()
  it("is one question at a mine, and its age one finding", function()
    local report = report_on(function(here)
      here.risk_assessment = { exists = true, date = "2012-01-15",
        own_interval = 12, last_trigger = "2013-06-30" }
    end)
    local questions = {}
    for _, one in ipairs(report.prompts) do
      if one.text:find("risk assessment", 1, true) and one.kind == "advisory" then
        questions[#questions + 1] = one.prompt
      end
    end
    assert.same({ "11.1.9/advice-1" }, questions)
    assert.equal("observation", support.result(report, "11.3.12").outcome)
  end)
  it("is asked of the age too where that is no finding", function()
    local report = report_on(function(here)
      here.kind = array { "refinery" }
      here.risk_assessment = { exists = true, date = "2012-01-15",
        own_interval = 12 }
    end)
    assert.is_truthy(prompt(report, "11.1.9/advice-2"))
  end)
end)

-- What closes a finding fits the case: [what is said] = the remedy.
describe("a remedy", function()
  local function remedy(check, change)
    return support.result(report_on(change), check).remedy
  end
  it("asks a company for records only where a company works", function()
    local function recorded(inhouse, private)
      return remedy("11.3.5", function(here)
        here.vpshr.records_inhouse, here.vpshr.records_private = inhouse, private
      end)
    end
    assert.is_nil(recorded(false, true):find("company", 1, true))
    assert.is_truthy(recorded(true, false):find("each company", 1, true))
    assert.is_nil(recorded(true, false):find("own", 1, true))
  end)
end)
