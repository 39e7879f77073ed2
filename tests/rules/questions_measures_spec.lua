-- Answers on risks and measures (11.1)
-- that an auditor should weigh against each other: support/questions.lua.
local questions = require "support.questions"
local support = require "support.host"

local array = support.json.array

-- A mine says why nobody is near.
local NOBODY <const> = { present = { value = false, why = "The valley was never lived in" } }

-- A threat that training answers, and the levels at which threats are answered.
local function trained_for(levels)
  return function(here)
    here.strategy = { levels = array(levels) }
    here.threats = { items = array { { type = "kidnap",
      answered_by = array { "training" } } } }
  end
end

local CASES <const> = {
  { "people who do not come first", "in danger now", "11.1.20",
    function(here) here.people_first = { in_practice = "mixed" } end,
    function(here) here.people_first = { in_practice = "yes" } end },
  { "a threat that is ruled out", "On what ground", "11.1.10",
    function(here)
      here.threats = { items = array { { id = "T", type = "kidnap",
        exposure = "none" } } }
    end,
    function(here)
      here.threats = { items = array { { id = "T", type = "kidnap",
        exposure = "low" } } }
    end },
  { "a level that only a threat names", "Which of the two is so", "11.1.11",
    trained_for { "management", "procedures" },
    trained_for { "management", "training" } },
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
  { "neighbours who are not there and were heard", "yet one was consulted",
    "11.1.27",
    function(here)
      here.community = NOBODY
      here.consultation = { communities_last = "2013-05-01" }
    end,
    function(here)
      here.community = { present = true }
      here.consultation = { communities_last = "2013-05-01" }
    end },
  { "neighbours who are not there and threaten", "source of threats", "11.1.27",
    function(here)
      here.community = NOBODY
      here.threats = { items = array { { type = "violence", exposure = "high",
        sources = array { "communities" } } } }
    end,
    function(here)
      here.community = NOBODY
      here.threats = { items = array { { type = "violence", exposure = "none",
        sources = array { "communities" } } } }
    end },
  { "threats that are rated and not named", "Which threats are these", "11.1.4",
    function(here)
      here.risk_assessment = { exists = true, names_threats = false,
        considers_fraud = true }
    end,
    function(here)
      here.risk_assessment = { exists = true, names_threats = false,
        considers_fraud = false }
    end },
  { "threats answered at no level", "What answers them", "11.1.10",
    function(here)
      here.process = { threats_answered = true }
      here.strategy = { levels = "none" }
    end,
    function(here)
      here.process = { threats_answered = true }
      here.strategy = { levels = array { "protection" } }
    end },
  { "protection against what nobody would notice", "How is that known", "11.1.24",
    function(here)
      here.protect = { theft = "adequate" }
      here.theft_detection = { speed = "none" }
    end,
    function(here)
      here.protect = { theft = "adequate" }
      here.theft_detection = { speed = "late" }
    end },
  { "groups put first who never come first", "By what are the groups put first",
    "11.1.22",
    function(here)
      here.people_first = { in_practice = "no", groups = array { "visitors" } }
    end,
    function(here)
      here.people_first = { in_practice = "no", groups = "none" }
    end },
  { "groups put first by policies that put product first",
    "By what are the groups put first", "11.1.22",
    function(here)
      here.people_first = { in_policy = "no", groups = array { "visitors" } }
    end,
    function(here)
      here.people_first = { in_policy = "silent", groups = array { "visitors" } }
    end },
  { "artisanal miners where no community is", "Is there one", "11.1.27",
    function(here)
      here.community, here.asm = NOBODY, { present = "nearby" }
    end,
    function(here)
      here.community, here.asm = NOBODY, { present = "none" }
    end },
}

for _, case in ipairs(CASES) do
  it("asks of " .. case[1], function() questions.test(case) end)
end
