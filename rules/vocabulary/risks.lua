-- The risk assessment, and the threats that it finds.

fact "risk_assessment.exists" {
  type = "yes/no",
  ask  = "Have the security risks of the facility been assessed?",
  help = "An assessment that exists but is kept from the auditor is withheld. "
    .. "One that was never made is answered with no.",
  evidence = { "risk assessment", "interview" },
}
fact "risk_assessment.covers" {
  type   = "choices",
  values = { "people", "premises", "product", "shipments" },
  titles = { product = "the product", premises = "the premises" },
  ask    = "What does the risk assessment look at?",
  evidence = { "risk assessment" },
}
fact "risk_assessment.names_threats" {
  type = "yes/no",
  ask  = "Does the risk assessment say which types of threat there are?",
  evidence = { "risk assessment" },
  from = any "threats" { "type is theft, fraud, violence, sabotage, "
    .. "illegal_mining, fuel_theft, product_theft, kidnap or other" },
}
fact "risk_assessment.rates_exposure" {
  type = "yes/no",
  ask  = "Does the risk assessment say, for each threat, how exposed the "
    .. "facility is?",
  evidence = { "risk assessment" },
  from = every "threats" { "exposure is none, low, medium or high" },
}
fact "risk_assessment.finds_weaknesses" {
  type = "yes/no",
  ask  = "Does the risk assessment name the weak points that a threat could "
    .. "use?",
  help = "Only whether it does: the weak points themselves need not be given.",
  evidence = { "risk assessment" },
  not_applicable_when = "risk_assessment.exists is no",
}
fact "risk_assessment.perspectives_applicable" {
  type   = "choices",
  may_be_none = true,
  values = { "political", "economic", "civil", "social", "environmental" },
  needs_why = true,
  ask    = "Which of these perspectives on security risk apply to the "
    .. "facility?",
  help   = "Give the reason for each that is left out. Low risk alone is no "
    .. "reason.",
  evidence = { "risk assessment", "country report" },
}
fact "risk_assessment.perspectives" {
  type   = "choices",
  may_be_none = true,
  values = { "political", "economic", "civil", "social", "environmental" },
  ask    = "From which of these perspectives does the risk assessment look?",
  evidence = { "risk assessment" },
}
fact "risk_assessment.abuse_potential" {
  type = "yes/no",
  ask  = "Does the risk assessment weigh how the security measures themselves "
    .. "could lead to abuses of human rights?",
  help = "Searches, detention, the use of force and the choice of guards are "
    .. "places to look.",
  also_called = { "child", "woman", "women", "harassment" },
  evidence = { "risk assessment" },
  not_applicable_when = "risk_assessment.exists is no",
}
fact "risk_assessment.date" {
  type = "date",
  ask  = "On what day was the risk assessment made or last brought up to date?",
  evidence = { "risk assessment" },
}
fact "risk_assessment.own_interval" {
  type = "months",
  unit = "months",
  may_be_none = true,
  ask  = "After how many months does the Member's own rule ask for a new "
    .. "risk assessment?",
  evidence = { "procedure" },
}
fact "risk_assessment.last_trigger" {
  type = "date",
  beyond = true,
  may_be_never = true,
  ask  = "On what day did something last happen that could change the risks, "
    .. "such as an expansion or an attack?",
  evidence = { "incident log", "project plan" },
}

-- Which threats the risk assessment considers.  Considering a threat and ruling
-- it out, with a reason, counts.

fact "risk_assessment.considers_theft" {
  type = "yes/no",
  ask  = "Does the risk assessment consider general theft?",
  also_called = { "burglary", "robbery" },
  evidence = { "risk assessment" },
  from = any "threats" { "type is theft" },
}
fact "risk_assessment.considers_fraud" {
  type = "yes/no",
  ask  = "Does the risk assessment consider fraud?",
  also_called = { "embezzlement" },
  evidence = { "risk assessment" },
  from = any "threats" { "type is fraud" },
}
fact "risk_assessment.considers_violence" {
  type = "yes/no",
  ask  = "Does the risk assessment consider violent disturbances?",
  also_called = { "riot", "protest", "strike", "demonstration" },
  evidence = { "risk assessment" },
  from = any "threats" { "type is violence" },
}
fact "risk_assessment.considers_sabotage" {
  type = "yes/no",
  ask  = "Does the risk assessment consider sabotage of the facility's "
    .. "installations, pipelines among them?",
  also_called = { "bomb", "terrorism", "vandalism", "arson" },
  evidence = { "risk assessment" },
  from = any "threats" { "type is sabotage" },
}
fact "risk_assessment.considers_illegal_mining" {
  type = "yes/no",
  ask  = "Does the risk assessment consider armed intruders who mine and take "
    .. "ore?",
  evidence = { "risk assessment" },
  from = any "threats" { "type is illegal_mining" },
}
fact "risk_assessment.considers_fuel_theft" {
  type = "yes/no",
  ask  = "Does the risk assessment consider gangs that steal fuel or other "
    .. "commodities?",
  also_called = { "diesel" },
  evidence = { "risk assessment" },
  from = any "threats" { "type is fuel_theft" },
}
fact "risk_assessment.considers_product_theft" {
  type = "yes/no",
  ask  = "Does the risk assessment consider gangs that steal ore or product?",
  also_called = { "smuggling" },
  evidence = { "risk assessment" },
  from = any "threats" { "type is product_theft" },
}
fact "risk_assessment.considers_kidnap" {
  type = "yes/no",
  ask  = "Does the risk assessment consider that staff could be kidnapped, "
    .. "threatened or killed?",
  also_called = { "ransom", "hostage", "abduction" },
  evidence = { "risk assessment" },
  from = any "threats" { "type is kidnap" },
}

-- Where it looks for the sources of threats.

fact "risk_assessment.threats_from_criminals" {
  type = "yes/no",
  ask  = "Does the risk assessment consider threats from criminal groups?",
  also_called = { "gang", "mafia" },
  evidence = { "risk assessment" },
  from = any "threats" { "sources includes criminals" },
}
fact "risk_assessment.threats_from_employees" {
  type = "yes/no",
  ask  = "Does the risk assessment consider threats from the facility's own "
    .. "employees?",
  evidence = { "risk assessment" },
  from = any "threats" { "sources includes employees" },
}
fact "risk_assessment.threats_from_communities" {
  type = "yes/no",
  ask  = "Does the risk assessment consider threats from communities nearby?",
  evidence = { "risk assessment" },
  from = any "threats" { "sources includes communities" },
}
fact "risk_assessment.threats_from_illegal_miners" {
  type = "yes/no",
  ask  = "Does the risk assessment consider threats from people who mine "
    .. "illegally?",
  also_called = { "trespasser", "intruder" },
  evidence = { "risk assessment" },
  from = any "threats" { "sources includes illegal_miners" },
}
fact "risk_assessment.threats_from_migrants" {
  type = "yes/no",
  ask  = "Does the risk assessment consider threats that could come with "
    .. "migrant workers?",
  evidence = { "risk assessment" },
  from = any "threats" { "sources includes migrants" },
}

list "threats" {
  item = "threat",
  ask  = "Which threats does the risk assessment name?",
  help = "One entry for each, those it looks at and rules out too.",
  facts = {
    fact "id" {
      type = "text",
      ask  = "Under which id does the risk assessment hold it?",
    },
    fact "name" {
      type = "text",
      sensitive = true,
      ask  = "What does the risk assessment call the threat?",
    },
    fact "type" {
      type   = "choice",
      values = { "theft", "fraud", "violence", "sabotage", "illegal_mining",
        "fuel_theft", "product_theft", "kidnap", "other" },
      titles = { theft = "general theft", violence = "violent disturbance",
        sabotage = "sabotage of installations",
        illegal_mining = "illegal mining by armed intruders",
        fuel_theft = "gangs that steal fuel or bulk goods",
        product_theft = "gangs that steal ore or product",
        kidnap = "kidnap, threats to or killing of staff" },
      ask    = "Of what type is the threat?",
      evidence = { "risk assessment" },
    },
    fact "sources" {
      type   = "choices",
      values = { "criminals", "communities", "employees", "illegal_miners",
        "migrants", "other" },
      titles = { criminals = "criminal groups",
        communities = "communities nearby", employees = "own employees",
        illegal_miners = "illegal miners", migrants = "migrant workers" },
      ask    = "From whom could it come?",
      evidence = { "risk assessment" },
    },
    fact "exposure" {
      type   = "choice",
      values = { "none", "low", "medium", "high", "not_rated" },
      order  = { "none", "low", "medium", "high" },
      titles = { none = "none: looked at and ruled out",
        not_rated = "not rated" },
      ask    = "How exposed to it is the facility, in the assessment's words?",
      evidence = { "risk assessment" },
    },
    fact "answered_by" {
      type   = "choices",
      may_be_none = true,
      values = { "management", "protection", "procedures", "training",
        "community", "authorities" },
      titles = { management = "management strategy",
        protection = "physical protection",
        procedures = "procedures and controls",
        training = "training of people",
        community = "engagement with the community",
        authorities = "work with the authorities" },
      ask    = "What answers the threat?",
      evidence = { "security plan", "risk register" },
    },
  },
}
