-- Answers on security personnel (11.2)
-- that an auditor should weigh against each other: support/questions.lua.
local questions = require "support.questions"
local support = require "support.host"

local array = support.json.array
local alleged = questions.alleged

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
  { "a case referred to nobody", "said to be referred", "11.2.11",
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
  { "nobody who guards, and nobody who settled that", "Does anybody guard", "11.2.18",
    function(here)
      here.security = { present = false, personnel_identified = false }
    end,
    function(here)
      here.security = { present = false, personnel_identified = true }
    end },
  { "no force named, and nobody who settled that", "Does anybody guard", "11.2.18",
    function(here)
      here.security = { inhouse_used = false, private_used = false,
        public_engaged = false, personnel_identified = false }
    end,
    function(here)
      here.security = { inhouse_used = false, private_used = false,
        personnel_identified = false }
    end },
  { "all trained of nobody knows whom", "Of whom does the answer speak", "11.2.18",
    function(here)
      here.security.personnel_identified = false
      here.vpshr.trained_inhouse = 4
    end,
    function(here)
      here.security.personnel_identified = false
      here.vpshr.trained_inhouse = 3
    end },
  { "policemen who are listed and do not count", "Do they count?", "11.2.18",
    function(here)
      here.security.public_engaged = true
      here.security.public_as_personnel = { value = false, why = "No agreement." }
      here.people = { items = array { { employer = "public" } } }
    end,
    function(here)
      here.security.public_engaged = true
      here.security.public_as_personnel = { value = false, why = "No agreement." }
      here.people = { items = array { { employer = "private" } } }
    end },
  { "no discipline needed for what was founded", "said not to be needed", "11.2.12",
    alleged { against = "private", status = "closed_founded", severity = "low",
      discipline_taken = "not_needed" },
    alleged { against = "private", status = "closed_unfounded", severity = "low",
      discipline_taken = "not_needed" } },
  { "excess that nobody looked into", "Who found it", "11.2.4",
    function(here)
      here.incidents = { items = array { { force_used = true,
        looked_into_by = "nobody", force_excessive = true } } }
    end,
    function(here)
      here.incidents = { items = array { { force_used = true,
        looked_into_by = "provider", force_excessive = true } } }
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
  { "fines by guards", "discipline employees", "11.2.15",
    function(here) here.guards = { discipline_employees = true } end,
    function(here) here.guards = { discipline_employees = false } end },
  { "a case not reported, though that was appropriate, where 11.3 does not apply",
    "Why was it not", "11.2.11",
    function(here)
      here.kind = array { "refinery" }
      alleged { against = "private", status = "closed_founded",
        reported_to_authority = "no" } (here)
    end,
    function(here)
      here.kind = array { "refinery" }
      alleged { against = "private", status = "closed_unfounded",
        reported_to_authority = "no" } (here)
    end },
  { "monitoring that did not see what was found true", "Did monitoring see", "11.2.10",
    function(here)
      here.conduct = { monitoring = true, allegations = 3, founded_allegations = 2 }
    end,
    function(here)
      here.conduct = { monitoring = true, allegations = 3, founded_allegations = 0 }
    end },
  { "a public force that was called to a refinery", "or was called", "11.2.18",
    function(here)
      here.kind = array { "refinery" }
      here.security.public_engaged, here.security.public_called = false, true
    end,
    function(here)
      here.kind = array { "refinery" }
      here.security.public_engaged, here.security.public_called = false, false
    end },
}

for _, case in ipairs(CASES) do
  it("asks of " .. case[1], function() questions.test(case) end)
end
