-- 11.1 Security measures: know the risks and the threats, and what answers them.
-- 11.1.measures.lua holds what protects product at rest and on its way, and that
-- people come first.

provision "11.1" {
  title   = "Security measures",
  applies = any {
    "facility.handles_jewellery_products is yes",
    "security.present is yes",
  },
  not_applicable = "The facility handles no jewellery product, and no security "
    .. "personnel work here.",
}

-- The risk assessment.

check "11.1.1" {
  title  = "Security risks are assessed",
  points = { "R11.1a", "P11.1-02", "CK-1", "CK-2", "A-1" },
  expect = { "risk_assessment.exists is yes",
    otherwise = "The security risks of the facility have not been assessed." },
  met    = "The security risks have been assessed; date: "
    .. "{risk_assessment.date}; own rule: "
    .. "{risk_assessment.own_interval}; last change or attack: "
    .. "{risk_assessment.last_trigger}.",
  ask    = "Show the security risk assessment, or speak with those who made it "
    .. "and see what came of it.",
  remedy = "Assess what threatens people, premises, and any product or shipment.",
  why    = "Measures that rest on no assessment protect against yesterday's "
    .. "threat, or against none.",
  prompts = {
    advise { "The facility is said to handle no jewellery product, yet is of a "
      .. "kind that usually does. Is the answer right? Low risk or small "
      .. "amounts do not make it no.",
      when = all { "facility.handles_jewellery_products is no",
        "facility.kind includes any of exploration or transport" },
      where_not_asked = true },
  },
}

check "11.1.2" {
  title   = "The risk assessment looks at the whole of security",
  points  = { "P11.1-02" },
  applies = { "risk_assessment.exists is yes",
    otherwise = "There is no risk assessment to look into; 11.1.1 reports "
      .. "that." },
  expect  = all {
    { "risk_assessment.covers includes people and premises",
      otherwise = "The risk assessment leaves out {missing}." },
    when "facility.handles_jewellery_products is yes" {
      "risk_assessment.covers includes product",
      otherwise = "The risk assessment leaves out the product.",
    },
    when "facility.ships_product is yes" {
      "risk_assessment.covers includes shipments",
      otherwise = "The risk assessment leaves out shipments.",
    },
  },
  met     = "The risk assessment looks at {risk_assessment.covers}.",
  ask     = "Show what the risk assessment looks at, and what it leaves out.",
  remedy  = "Widen the risk assessment to what it leaves out.",
}

check "11.1.3" {
  title  = "Senior management answers for security",
  points = { "P11.1-01" },
  expect = { "management.responsibility is senior",
    otherwise = "Responsibility for managing security lies "
      .. "{management.responsibility}." },
  met    = "Responsibility for managing security lies with senior management.",
  ask    = "Show who in senior management answers for security.",
  remedy = "Give responsibility for security to a senior management function.",
}

check "11.1.4" {
  title   = "The risk assessment finds threats, exposure and weak points",
  points  = { "P11.1-03" },
  applies = { "risk_assessment.exists is yes",
    otherwise = "There is no risk assessment to look into; 11.1.1 reports "
      .. "that." },
  expect  = all {
    { "risk_assessment.names_threats is yes",
      otherwise = "The risk assessment does not say which threats there are." },
    { "risk_assessment.rates_exposure is yes",
      otherwise = "The risk assessment does not say, for each threat, how "
        .. "exposed the facility is." },
    { "risk_assessment.finds_weaknesses is yes",
      otherwise = "The risk assessment names no weak points." },
  },
  met     = "The risk assessment names threats, rates exposure to each, and finds "
    .. "weak points.",
  ask     = "Show where the risk assessment names threats, rates exposure and "
    .. "finds weak points. Weak points may be shown without being handed over.",
  remedy  = "Add to the risk assessment what is missing.",
  prompts = {
    advise { "The risk assessment is said not to name threats, yet to rate them or "
      .. "to consider some. Which threats are these?",
      when = all { "risk_assessment.names_threats is no", any {
        "risk_assessment.rates_exposure is yes",
        "risk_assessment.considers_theft is yes",
        "risk_assessment.considers_fraud is yes",
        "risk_assessment.considers_violence is yes",
        "risk_assessment.considers_sabotage is yes",
        "risk_assessment.considers_illegal_mining is yes",
        "risk_assessment.considers_fuel_theft is yes",
        "risk_assessment.considers_product_theft is yes",
        "risk_assessment.considers_kidnap is yes" } } },
  },
}

check "11.1.5" {
  title   = "The risk assessment considers the threats that can arise here",
  points  = { "TH-1", "TH-2", "TH-3", "TH-4", "TH-5", "TH-6", "TH-7", "TH-8" },
  applies = { "risk_assessment.exists is yes",
    otherwise = "There is no risk assessment to look into; 11.1.1 reports "
      .. "that." },
  expect  = all {
    { "risk_assessment.considers_theft is yes",
      points = { "TH-1" },
      otherwise = "The risk assessment does not consider general theft." },
    { "risk_assessment.considers_fraud is yes",
      points = { "TH-2" },
      otherwise = "The risk assessment does not consider fraud." },
    when "facility.handles_jewellery_products is yes" {
      "risk_assessment.considers_product_theft is yes",
      points = { "TH-7" },
      otherwise = "The risk assessment does not consider gangs that steal ore "
        .. "or product.",
    },
    when(any { "facility.handles_jewellery_products is yes",
      "facility.conflict_affected is possible or yes" }) {
      "risk_assessment.considers_kidnap is yes",
      points = { "TH-8" },
      otherwise = "The risk assessment does not consider that staff could be "
        .. "kidnapped, threatened or killed.",
    },
    when(any { "facility.kind includes any of mine or exploration",
      "facility.conflict_affected is possible or yes" }) {
      "risk_assessment.considers_violence is yes",
      points = { "TH-3" },
      otherwise = "The risk assessment does not consider violent disturbances.",
    },
    when "facility.kind includes any of mine, exploration or refinery" {
      "risk_assessment.considers_sabotage is yes",
      points = { "TH-4" },
      otherwise = "The risk assessment does not consider sabotage of "
        .. "installations.",
    },
    when "facility.kind includes any of mine, exploration or refinery" {
      "risk_assessment.considers_fuel_theft is yes",
      points = { "TH-6" },
      otherwise = "The risk assessment does not consider gangs that steal fuel "
        .. "or other commodities.",
    },
    when "facility.kind includes mine" {
      "risk_assessment.considers_illegal_mining is yes",
      points = { "TH-5" },
      otherwise = "The risk assessment does not consider armed intruders who "
        .. "mine and take ore.",
    },
  },
  met     = "The risk assessment considers the threats of the guidance's list "
    .. "that are asked about here.",
  ask     = "Show where each threat is considered, or ruled out with a reason.",
  remedy  = "Consider the threats left out; rule out, with a reason, those "
    .. "that cannot arise.",
}

check "11.1.6" {
  title   = "The risk assessment considers from whom threats can come",
  points  = { "TH-SRC" },
  applies = { "risk_assessment.exists is yes",
    otherwise = "There is no risk assessment to look into; 11.1.1 reports "
      .. "that." },
  expect  = all {
    { "risk_assessment.threats_from_criminals is yes",
      otherwise = "The risk assessment does not consider threats from criminal "
        .. "groups." },
    { "risk_assessment.threats_from_employees is yes",
      otherwise = "The risk assessment does not consider threats from the "
        .. "facility's own employees." },
    when "community.present is yes" {
      "risk_assessment.threats_from_communities is yes",
      otherwise = "The risk assessment does not consider threats from "
        .. "communities nearby.",
    },
    when "community.migrant_workers is yes" {
      "risk_assessment.threats_from_migrants is yes",
      otherwise = "The risk assessment does not consider threats that could "
        .. "come with migrant workers.",
    },
    when "facility.kind includes mine" {
      "risk_assessment.threats_from_illegal_miners is yes",
      otherwise = "The risk assessment does not consider threats from people "
        .. "who mine illegally.",
    },
  },
  met     = "The risk assessment considers the sources of threats that are asked "
    .. "about here.",
  ask     = "Show where the risk assessment says from whom threats can come.",
  remedy  = "Consider the sources left out.",
}

check "11.1.7" {
  title   = "The risk assessment looks from every perspective that applies",
  points  = { "P11.1-04" },
  applies = all {
    { "risk_assessment.exists is yes",
      otherwise = "There is no risk assessment to look into; 11.1.1 reports "
        .. "that." },
    { "risk_assessment.perspectives_applicable includes any of political, "
      .. "economic, civil, social or environmental",
      otherwise = "None of the perspectives applies here." },
  },
  expect  = all {
    when "risk_assessment.perspectives_applicable includes political" {
      "risk_assessment.perspectives includes political",
      otherwise = "The risk assessment leaves out the political perspective.",
    },
    when "risk_assessment.perspectives_applicable includes economic" {
      "risk_assessment.perspectives includes economic",
      otherwise = "The risk assessment leaves out the economic perspective.",
    },
    when "risk_assessment.perspectives_applicable includes civil" {
      "risk_assessment.perspectives includes civil",
      otherwise = "The risk assessment leaves out the civil perspective.",
    },
    when "risk_assessment.perspectives_applicable includes social" {
      "risk_assessment.perspectives includes social",
      otherwise = "The risk assessment leaves out the social perspective.",
    },
    when "risk_assessment.perspectives_applicable includes environmental" {
      "risk_assessment.perspectives includes environmental",
      otherwise = "The risk assessment leaves out the environmental "
        .. "perspective.",
    },
  },
  met     = "The risk assessment looks from every perspective that applies: "
    .. "{risk_assessment.perspectives_applicable}.",
  ask     = "Show which perspectives apply, why the others do not, and where "
    .. "the assessment takes each.",
  remedy  = "Take up the perspectives left out, or give the reason why they do "
    .. "not apply.",
  prompts = {
    advise { "There may be conflict or unrest in the area, yet the political "
      .. "perspective is said not to apply. Is the reason given for that "
      .. "convincing?",
      when = all { "risk_assessment.exists is yes",
        "facility.conflict_affected is possible or yes",
        none { "risk_assessment.perspectives_applicable includes political" } },
      where_not_asked = true },
    advise { "There may be conflict or unrest in the area, yet the civil "
      .. "perspective is said not to apply. Is the reason given for that "
      .. "convincing?",
      when = all { "risk_assessment.exists is yes",
        "facility.conflict_affected is possible or yes",
        none { "risk_assessment.perspectives_applicable includes civil" } },
      where_not_asked = true },
  },
}

check "11.1.8" {
  title   = "The risk assessment weighs the abuse its measures could lead to",
  points  = { "P11.1-05" },
  applies = { "risk_assessment.exists is yes",
    otherwise = "There is no risk assessment to look into; 11.1.1 reports "
      .. "that." },
  expect  = { "risk_assessment.abuse_potential is yes",
    otherwise = "The risk assessment does not weigh how the security measures "
      .. "themselves could lead to abuses of human rights." },
  met     = "The risk assessment weighs how the security measures could lead to "
    .. "abuses of human rights.",
  ask     = "Show where each measure in use here, such as a search or a locked "
    .. "door, is weighed for the harm it could do to people.",
  remedy  = "Go through each measure and ask whom it could harm, and how that "
    .. "is prevented.",
}

-- Threats and what answers them.

check "11.1.9" {
  title  = "Lasting and new threats are found",
  points = { "P11.1-06" },
  expect = all {
    { "process.structural_threats is yes",
      otherwise = "No process finds the lasting threats that lie in how and "
        .. "where the facility works." },
    { "process.emergent_threats is yes",
      otherwise = "No process notices new threats as they arise." },
  },
  met    = "Processes find lasting threats, and notice new ones.",
  ask    = "Show how threats come to be known, and a recent example.",
  remedy = "Settle who looks for lasting and for new threats, how, and when.",
  prompts = {
    advise { "The facility or its dangers changed after the risk assessment "
      .. "was made. Does it still hold?",
      when = "risk_assessment.last_trigger is after risk_assessment.date" },
    -- At a mine it is a finding, of 11.3.12.
    advise { "The risk assessment is older than the Member's own rule allows. "
      .. "Do the processes that find threats work?",
      when = all { "facility.kind includes none of mine or exploration",
        "risk_assessment.date is on or before today", -- so that the question says it
        "risk_assessment.own_interval is not none-stated",
        none { "risk_assessment.date is within "
          .. "risk_assessment.own_interval of today" } } },
  },
}

check "11.1.10" {
  title  = "Every threat that was found is answered",
  points = { "P11.1-07" },
  expect = { "process.threats_answered is yes",
    otherwise = "Not every threat that was found has an answer." },
  met    = "Every threat that was found, and not ruled out, has an answer.",
  ask    = "Follow each threat that was found to what answers it.",
  remedy = "Decide what answers each open threat, who does it, and by when.",
  prompts = {
    advise { "Every threat that was found is said to be answered, yet the risks "
      .. "were never assessed. Which threats are these?",
      when = all { "risk_assessment.exists is no",
        "process.threats_answered is yes" } },
    advise { "Every threat that was found is said to be answered, yet threats are "
      .. "said to be answered at no level. What answers them?",
      when = all { "process.threats_answered is yes",
        "strategy.levels is empty" } },
    advise { "A threat was looked at and ruled out. On what ground?",
      names = { "type" }, when = any "threats" { "exposure is none" } },
  },
}

check "11.1.11" {
  title  = "Threats are answered at several levels, management among them",
  points = { "P11.1-07" },
  expect = all {
    { "strategy.levels includes management",
      otherwise = "No management strategy answers security threats." },
    { "strategy.levels includes any of protection, procedures, training, "
      .. "community or authorities",
      otherwise = "Security threats are answered by management strategy alone, "
        .. "and at no other level." },
  },
  met    = "Security threats are answered at these levels: {strategy.levels}.",
  ask    = "Show the security strategy and what carries it out.",
  remedy = "Let management set a security strategy, and carry it out at every "
    .. "level it needs.",
  prompts = {
    advise { "A threat is answered at a level at which threats are said not to be "
      .. "answered. Which of the two is so?", names = { "answered_by" },
      when = any {
        all { "strategy.levels does not include management",
          any "threats" { "answered_by includes management" } },
        all { "strategy.levels does not include protection",
          any "threats" { "answered_by includes protection" } },
        all { "strategy.levels does not include procedures",
          any "threats" { "answered_by includes procedures" } },
        all { "strategy.levels does not include training",
          any "threats" { "answered_by includes training" } },
        all { "strategy.levels does not include community",
          any "threats" { "answered_by includes community" } },
        all { "strategy.levels does not include authorities",
          any "threats" { "answered_by includes authorities" } },
      } },
  },
}

check "11.1.12" {
  title   = "The community is engaged on security threats",
  points  = { "P11.1-07" },
  applies = all {
    { "community.present is yes",
      otherwise = "No community lives close enough for security to touch it." },
    { "community.engagement_relevant is yes",
      otherwise = "Engaging the community is not relevant to the threats here." },
  },
  expect  = { "community.engaged_on_security is yes",
    otherwise = "The facility does not engage the community on security "
      .. "threats." },
  met     = "The facility engages the community on security threats.",
  ask     = "Show minutes of meetings with the community, or speak with "
    .. "neighbours.",
  remedy  = "Bring security threats into the engagement with the community.",
}

check "11.1.13" {
  title   = "Security measures follow from the risks",
  points  = { "R11.1a", "B11-19", "CK-2" },
  applies = { "risk_assessment.exists is yes",
    otherwise = "There are no assessed risks for measures to follow from; "
      .. "11.1.1 reports that." },
  expect  = { "measures.follow_from_risks is yes",
    otherwise = "Of the security measures, {measures.follow_from_risks} "
      .. "follow from the risks that were found." },
  met     = "The security measures in place follow from the risks that were "
    .. "found.",
  ask     = "Take some measures back to the risk they answer, and some risks "
    .. "forward to the measures.",
  remedy  = "Go through the measures with the risk assessment in hand; drop, "
    .. "change and add.",
  prompts = {
    advise { "Security measures are said to follow from the risks, yet the risks "
      .. "were never assessed. What do they follow from?",
      when = all { "risk_assessment.exists is no",
        "measures.follow_from_risks is yes or partly" },
      where_not_asked = true },
  },
}

check "11.1.29" {
  title  = "The risks that security measures raise are managed",
  points = { "B11-20" },
  expect = { "measures.own_risks_managed is yes",
    otherwise = "The risks that the security measures raise themselves are not "
      .. "managed." },
  met    = "The risks that the security measures raise themselves are managed.",
  ask    = "Ask whom searches, guards and barriers could harm, and show what is "
    .. "done about it.",
  remedy = "Go through each measure, ask whom it could harm, and settle how that "
    .. "is prevented and who sees to it.",
}
