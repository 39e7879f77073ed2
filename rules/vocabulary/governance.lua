-- How security is managed: who answers for it, how threats are found and met, and
-- who is consulted.  What the risk assessment holds is in risks.lua.

fact "management.responsibility" {
  type   = "choice",
  values = { "senior", "below", "none" },
  titles = { senior = "with senior management",
    below = "below senior management", none = "with nobody" },
  ask    = "With whom does responsibility for managing security lie?",
  also_called = { "boss", "director", "manager", "CEO" },
  evidence = { "organisation chart", "job description" },
}

-- How threats are found and met.

fact "process.structural_threats" {
  type = "yes/no",
  ask  = "Is there a process that finds lasting threats, those that lie in how "
    .. "and where the facility works?",
  evidence = { "procedure" },
}
fact "process.emergent_threats" {
  type = "yes/no",
  ask  = "Is there a process that notices new threats as they arise?",
  evidence = { "procedure", "incident log" },
}
fact "process.threats_answered" {
  type = "yes/no",
  ask  = "Does every threat that was found, and not ruled out, have an answer: "
    .. "a measure, a plan or a task?",
  evidence = { "security plan", "risk register" },
  from = every "threats" {
    where = "exposure is not none",
    "answered_by includes any of management, protection, procedures, "
      .. "training, community or authorities",
  },
}
fact "strategy.levels" {
  type   = "choices",
  may_be_none = true,
  values = { "management", "protection", "procedures", "training",
    "community", "authorities" },
  titles = { management = "management strategy",
    protection = "physical protection", procedures = "procedures and controls",
    training = "training of people",
    community = "engagement with the community",
    authorities = "work with the authorities" },
  ask    = "At which levels are security threats answered?",
  evidence = { "security plan" },
}
fact "measures.follow_from_risks" {
  type   = "choice",
  values = { "yes", "partly", "no" },
  order  = { "no", "partly", "yes" },
  titles = { partly = "not all", no = "none" },
  ask    = "Do the security measures in place follow from the risks that were "
    .. "found?",
  evidence = { "security plan", "risk register", "observation" },
  from = every "security_measures" { "follows_from_risk is yes" },
}

fact "measures.own_risks_managed" {
  type = "yes/no",
  ask  = "Are the risks managed that the security measures raise, such as to people "
    .. "searched?",
  also_called = { "frisk", "search", "detention", "privacy" },
  evidence = { "risk register", "interview", "observation" },
}

list "security_measures" {
  item = "security measure",
  ask  = "Which security measures are in place?",
  help = "One entry for each: guards, locks, cameras, procedures and so on.",
  also_called = { "barrier", "scanner" },
  facts = {
    fact "id" {
      type = "text",
      ask  = "Under which id do your records hold it?",
    },
    fact "name" {
      type = "text",
      sensitive = true,
      ask  = "What is the measure?",
    },
    fact "follows_from_risk" {
      type = "yes/no",
      ask  = "Does it answer a risk that was found?",
      evidence = { "security plan", "risk register" },
    },
  },
}

-- The community, the authorities, and consultation.

fact "community.present" {
  type = "yes/no",
  needs_why = "facility.kind includes any of mine or exploration",
  ask  = "Does a community live close enough for the facility's security "
    .. "arrangements to touch it?",
  also_called = { "village", "neighbour", "resident" },
  evidence = { "map", "interview" },
}
fact "community.migrant_workers" {
  type = "yes/no",
  ask  = "Do migrant workers live or work in or around the facility?",
  evidence = { "interview", "personnel records" },
}
fact "community.engagement_relevant" {
  type = "yes/no",
  needs_why = true,
  ask  = "Is engaging the community relevant to the security threats here?",
  help = "Give the reason as why. Low risk alone is no reason to say no.",
  evidence = { "risk assessment" },
}
fact "community.engaged_on_security" {
  type = "yes/no",
  ask  = "Does the facility engage with the community about security threats?",
  evidence = { "minutes", "interview" },
  not_applicable_when = "community.present is no",
}
fact "law_enforcement.relationship_appropriate" {
  type = "yes/no",
  needs_why = true,
  ask  = "Is a relationship with the local police or other law enforcement "
    .. "appropriate here?",
  help = "Give the reason as why. Low risk alone is no reason to say no.",
  evidence = { "risk assessment" },
}
fact "law_enforcement.relationship" {
  type   = "choice",
  values = { "none", "informal", "formal" },
  order  = { "none", "informal", "formal" },
  ask    = "What relationship does the facility have with local law "
    .. "enforcement?",
  also_called = { "police", "sheriff" },
  evidence = { "contact list", "agreement" },
  not_applicable_when = "law_enforcement.relationship_appropriate is no",
}
fact "consultation.appropriate_with" {
  type   = "choices",
  may_be_none = true,
  values = { "government", "communities" },
  titles = { government = "the host government",
    communities = "local communities" },
  needs_why = true,
  ask    = "With whom is it appropriate to consult on how the security "
    .. "arrangements affect local communities?",
  help   = "Give the reason for each that is left out. Low risk alone is no "
    .. "reason.",
  evidence = { "stakeholder map" },
}
fact "consultation.own_interval" {
  type = "months",
  unit = "months",
  may_be_none = true,
  ask  = "How many months does the Member's own rule allow between "
    .. "consultations on security?",
  help = "Where a law or a contract sets the interval, say so in set_by.",
  evidence = { "procedure" },
}
fact "consultation.government_last" {
  type = "date",
  may_be_never = true,
  ask  = "On what day was the host government last consulted on how the "
    .. "security arrangements affect local communities?",
  also_called = { "ministry", "mayor" },
  evidence = { "letters", "minutes" },
  from = latest "consultations" {
    where = "with is government",
    "held_on is on or before today",
  },
}
fact "consultation.communities_last" {
  type = "date",
  may_be_never = true,
  ask  = "On what day were local communities last consulted on how the "
    .. "security arrangements affect them?",
  evidence = { "minutes" },
  from = latest "consultations" {
    where = "with is communities",
    "held_on is on or before today",
  },
}

list "consultations" {
  item = "consultation",
  ask  = "Which consultations were held on how the security arrangements affect "
    .. "local communities?",
  help = "One entry for each meeting or exchange of letters. One that brought "
    .. "both together is given twice.",
  facts = {
    fact "id" {
      type = "text",
      ask  = "Under which id do your records hold it?",
    },
    fact "with" {
      type   = "choice",
      values = { "government", "communities" },
      titles = { government = "the host government",
        communities = "local communities" },
      ask    = "Who was consulted?",
      evidence = { "letters", "minutes" },
    },
    fact "held_on" {
      type = "date",
      ask  = "On what day?",
      evidence = { "letters", "minutes" },
    },
  },
}
