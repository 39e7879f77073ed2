-- Answers on mines (11.3), and others with tests of their own,
-- that an auditor should weigh against each other: support/questions.lua.
local edge_case = require "support.edge_case"
local questions = require "support.questions"
local support = require "support.host"

local array = support.json.array
local prompt, says = edge_case.prompt, edge_case.says

local CASES <const> = {
  { "in-house personnel who are away", "will they be before they go on duty", "11.3.1",
    function(here)
      here.security.inhouse_count, here.security.inhouse_engaged = 3, 45
    end,
    function(here)
      here.security.inhouse_count, here.security.inhouse_engaged = 45, 45
    end },
  { "private personnel who are away", "will they be before they go on duty", "11.3.2",
    function(here)
      here.security.private_count, here.security.private_engaged = 3, 45
    end,
    function(here)
      here.security.private_count, here.security.private_engaged = 45, 45
    end },
  { "an update that no rule asks for", "How often was it", "11.3.12",
    function(here)
      here.risk_assessment = { exists = true, date = "1990-01",
        regularly_updated = true, own_interval = "none-stated" }
    end,
    function(here)
      here.risk_assessment = { exists = true, date = "1990-01",
        regularly_updated = true, own_interval = 12 }
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
  { "the principles kept to without respect, group by group",
    "Which of the two did you hear and see", "11.3.6",
    function(here)
      here.vpshr.private_practice = "yes"
      here.conduct.respect_by_private = "mixed"
    end,
    function(here)
      here.vpshr.private_practice = "yes"
      here.conduct.respect_by_inhouse = "mixed"
    end },
  { "the principles kept to without any respect",
    "Which of the two did you hear and see", "11.3.6",
    function(here)
      here.vpshr.inhouse_practice = "yes"
      here.conduct.respect_in_practice = "no"
    end,
    function(here)
      here.vpshr.inhouse_practice = "mixed"
      here.conduct.respect_in_practice = "no"
    end },
  { "equivalent requirements that no policy holds", "By what are they bound", "11.3.24",
    function(here)
      here.inhouse_security = { equivalent = true }
      here.conduct.applies_to = array { "private" }
    end,
    function(here)
      here.inhouse_security = { equivalent = true }
      here.conduct.applies_to = array { "inhouse" }
    end },
  { "arrangements in order that tell the forces nothing",
    "What do the arrangements hold", "11.3.15",
    function(here)
      here.security.public_engaged = true
      here.public_security = { follows_vpshr = true, policies_communicated = true,
        expectation_expressed = false }
    end,
    function(here)
      here.security.public_engaged = true
      here.public_security = { follows_vpshr = true, policies_communicated = true,
        expectation_expressed = true }
    end },
  { "a force on the site that is not engaged", "Does it provide security", "11.3.15",
    function(here) here.security.public_presence = "on_site" end,
    function(here) here.security.public_presence = "nearby" end },
  { "a force that is supported and not engaged", "Does it provide security", "11.3.15",
    function(here) here.security.public_supported = true end,
    function(here)
      here.security.public_supported, here.security.public_engaged = true, true
    end },
}

for _, case in ipairs(CASES) do
  it("asks of " .. case[1], function() questions.test(case) end)
end

describe("people who are not on duty", function()
  it("are named by why they are not, and by what they lack", function()
    local function person(deployed, trained)
      return { employer = "private", deployed = deployed, vpshr_trained = trained }
    end
    local report = questions.report_on(function(here)
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
    local report = questions.report_on(function(here)
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
    local report = questions.report_on(function(here)
      here.risk_assessment = { exists = true, date = "2012-01-15",
        own_interval = 12, last_trigger = "2013-06-30" }
    end)
    local found = {}
    for _, one in ipairs(report.prompts) do
      if one.text:find("risk assessment", 1, true) and one.kind == "advisory" then
        found[#found + 1] = one.prompt
      end
    end
    assert.same({ "11.1.9/advice-1" }, found)
    assert.equal("observation", support.result(report, "11.3.12").outcome)
  end)
  it("is asked of the age too where that is no finding", function()
    local report = questions.report_on(function(here)
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
    return support.result(questions.report_on(change), check).remedy
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
