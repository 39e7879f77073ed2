-- 11.1 Security measures: know the risks, protect product at rest and on its
-- way, and put people first.

provision "11.1" {
  title   = "Security measures",
  applies = any {
    "facility.handles_jewellery_products is yes",
    "security.inhouse_used is yes",
    "security.private_used is yes",
    "security.public_engaged is yes",
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
  met    = "The security risks of the facility have been assessed.",
  ask    = "Show the security risk assessment, or speak with those who made it "
    .. "and see what came of it.",
  remedy = "Assess what threatens people, premises, product and shipments.",
  why    = "Measures that rest on no assessment protect against yesterday's "
    .. "threat, or against none.",
  prompts = {
    advise { "The facility is said to handle no jewellery product, yet is of a "
      .. "kind that usually does. Is the answer right? Low risk or small "
      .. "amounts do not make it no.",
      when = all { "facility.handles_jewellery_products is no",
        "facility.kind includes any of mine, trade, laboratory and "
          .. "transport" } },
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
  prompts = {
    advise { "There may be conflict or unrest in the area, yet the political "
      .. "or the civil perspective is said not to apply. Is the reason given "
      .. "for that convincing?",
      when = all { "facility.conflict_affected is possible or yes",
        none { "risk_assessment.perspectives_applicable includes political and "
          .. "civil" } } },
  },
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
  met     = "The risk assessment says which threats there are, how exposed the "
    .. "facility is to each, and where its weak points lie.",
  ask     = "Show where the risk assessment names threats, rates exposure and "
    .. "finds weak points. Weak points may be shown without being handed over.",
  remedy  = "Add to the risk assessment what is missing.",
}

check "11.1.5" {
  title   = "The risk assessment considers the threats that can arise here",
  points  = { "TH-1", "TH-2", "TH-3", "TH-4", "TH-5", "TH-6", "TH-7", "TH-8" },
  applies = { "risk_assessment.exists is yes",
    otherwise = "There is no risk assessment to look into; 11.1.1 reports "
      .. "that." },
  expect  = all {
    { "risk_assessment.considers_theft is yes",
      otherwise = "The risk assessment does not consider general theft." },
    { "risk_assessment.considers_fraud is yes",
      otherwise = "The risk assessment does not consider fraud." },
    when "facility.handles_jewellery_products is yes" {
      "risk_assessment.considers_product_theft is yes",
      otherwise = "The risk assessment does not consider gangs that steal ore "
        .. "or product.",
    },
    when(any { "facility.handles_jewellery_products is yes",
      "facility.conflict_affected is possible or yes" }) {
      "risk_assessment.considers_kidnap is yes",
      otherwise = "The risk assessment does not consider that staff could be "
        .. "kidnapped, threatened or killed.",
    },
    when(any { "facility.kind includes any of mine and exploration",
      "facility.conflict_affected is possible or yes" }) {
      "risk_assessment.considers_violence is yes",
      otherwise = "The risk assessment does not consider violent disturbances.",
    },
    when "facility.kind includes any of mine, exploration and refinery" {
      "risk_assessment.considers_sabotage is yes",
      otherwise = "The risk assessment does not consider sabotage of "
        .. "installations.",
    },
    when "facility.kind includes any of mine, exploration and refinery" {
      "risk_assessment.considers_fuel_theft is yes",
      otherwise = "The risk assessment does not consider gangs that steal fuel "
        .. "or other commodities.",
    },
    when "facility.kind includes mine" {
      "risk_assessment.considers_illegal_mining is yes",
      otherwise = "The risk assessment does not consider armed intruders who "
        .. "mine and take ore.",
    },
  },
  met     = "The risk assessment considers every threat of the guidance's list "
    .. "that can arise at a facility of this kind.",
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
  met     = "The risk assessment considers every source of threats that there "
    .. "can be here.",
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
      .. "economic, civil, social and environmental",
      otherwise = "It is said that none of the perspectives applies here." },
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
  met     = "The risk assessment weighs how the security measures themselves "
    .. "could lead to abuses of human rights.",
  ask     = "Show where searches, detention, force and the choice of guards "
    .. "are weighed.",
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
    advise { "The risk assessment is older than the Member's own rule allows. "
      .. "Do the processes that find threats work?",
      when = none { "risk_assessment.date is within "
        .. "risk_assessment.own_interval of today" } },
  },
}

check "11.1.10" {
  title  = "Every threat that was found is answered",
  points = { "P11.1-07" },
  expect = { "process.threats_answered is yes",
    otherwise = "Not every threat that was found has an answer." },
  met    = "Every threat that was found has an answer.",
  ask    = "Follow each threat that was found to what answers it.",
  remedy = "Decide what answers each open threat, who does it, and by when.",
}

check "11.1.11" {
  title  = "Threats are answered at several levels, management among them",
  points = { "P11.1-07" },
  expect = all {
    { "strategy.levels includes management",
      otherwise = "No management strategy answers security threats." },
    { "strategy.levels includes any of protection, procedures, training, "
      .. "community and authorities",
      otherwise = "Security threats are answered by management strategy alone, "
        .. "and at no other level." },
  },
  met    = "Security threats are answered at these levels: {strategy.levels}.",
  ask    = "Show the security strategy and what carries it out.",
  remedy = "Let management set a security strategy, and carry it out at every "
    .. "level it needs.",
}

check "11.1.12" {
  title   = "The community is engaged on security threats",
  points  = { "P11.1-07" },
  applies = all {
    { "community.present is yes",
      otherwise = "No community lives close enough for security to touch it." },
    { "community.engagement_relevant is yes",
      otherwise = "Engaging the community is said not to be relevant to the "
        .. "threats here." },
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
    otherwise = "Not all security measures follow from the risks that were "
      .. "found: {measures.follow_from_risks}." },
  met     = "The security measures in place follow from the risks that were "
    .. "found.",
  ask     = "Take some measures back to the risk they answer, and some risks "
    .. "forward to the measures.",
  remedy  = "Go through the measures with the risk assessment in hand; drop, "
    .. "change and add.",
}

-- Product on the premises.

check "11.1.14" {
  title   = "Product is protected against theft on the premises",
  points  = { "R11.1b", "CK-2" },
  applies = { "facility.handles_jewellery_products is yes",
    otherwise = "The facility handles no jewellery product." },
  expect  = { "protect.theft is adequate",
    otherwise = "Protection against theft on the premises is "
      .. "{protect.theft}." },
  met     = "Product is adequately protected against theft on the premises.",
  ask     = "Walk the way of the product through the premises.",
  remedy  = "Close the gaps through which product could be stolen.",
}

check "11.1.15" {
  title   = "Product is protected against damage on the premises",
  points  = { "R11.1b", "CK-2" },
  applies = { "facility.handles_jewellery_products is yes",
    otherwise = "The facility handles no jewellery product." },
  expect  = { "protect.damage is adequate",
    otherwise = "Protection against damage on the premises is "
      .. "{protect.damage}." },
  met     = "Product is adequately protected against damage on the premises.",
  ask     = "See how product is stored and handled.",
  remedy  = "Close the gaps through which product could be damaged.",
}

check "11.1.16" {
  title   = "Product is protected against substitution on the premises",
  points  = { "R11.1b", "CK-2" },
  applies = { "facility.handles_jewellery_products is yes",
    otherwise = "The facility handles no jewellery product." },
  expect  = { "protect.substitution is adequate",
    otherwise = "Protection against substitution on the premises is "
      .. "{protect.substitution}." },
  met     = "Product is adequately protected against substitution on the "
    .. "premises.",
  ask     = "Follow one lot from receipt to dispatch: who weighs, marks, seals "
    .. "and counts it?",
  remedy  = "Close the gaps in which one thing could be exchanged for another.",
}

-- Product on its way.

check "11.1.17" {
  title   = "Product is protected while the Member carries it",
  points  = { "R11.1c", "P11.1-11", "CK-2" },
  applies = all {
    { "facility.ships_product is yes",
      otherwise = "No product is moved to or from the facility in the Member's "
        .. "care." },
    { "shipping.own_carriage is yes",
      otherwise = "The Member carries no product itself." },
  },
  expect  = { "protect.own_shipments is adequate",
    otherwise = "Protection of the product that the Member carries itself is "
      .. "{protect.own_shipments}." },
  met     = "Product that the Member carries itself is adequately protected.",
  ask     = "Show how own shipments are packed, sealed, moved and handed over.",
  remedy  = "Close the gaps through which product could be stolen, damaged or "
    .. "exchanged on the way.",
  prompts = {
    advise { "Shipments of the Member's own were robbed, lost, damaged or "
      .. "tampered with. Does the answer take that into account?",
      when = "shipping.own_losses is more than 0" },
  },
}

check "11.1.18" {
  title   = "Product is protected while a carrier has it",
  points  = { "R11.1c", "P11.1-11", "CK-2" },
  applies = all {
    { "facility.ships_product is yes",
      otherwise = "No product is moved to or from the facility in the Member's "
        .. "care." },
    { "shipping.carrier_used is yes",
      otherwise = "No carrier is used." },
  },
  expect  = { "protect.carrier_shipments is adequate",
    otherwise = "Protection of the product that carriers have is "
      .. "{protect.carrier_shipments}." },
  met     = "Product that carriers have is adequately protected.",
  ask     = "Show how carriers are chosen, what their contracts ask for, and "
    .. "receipts.",
  remedy  = "Choose and bind carriers so that product cannot be stolen, "
    .. "damaged or exchanged unnoticed.",
  prompts = {
    advise { "Shipments were robbed, lost, damaged or tampered with while "
      .. "carriers had them. Does the answer take that into account?",
      when = "shipping.carrier_losses is more than 0" },
  },
}

check "11.1.19" {
  title   = "Security personnel who move product are protected",
  points  = { "P11.1-11" },
  applies = all {
    { "facility.ships_product is yes",
      otherwise = "No product is moved to or from the facility in the Member's "
        .. "care." },
    { "shipping.guarded is yes",
      otherwise = "No security personnel take part in moving product." },
  },
  expect  = { "protect.transport_staff is yes",
    otherwise = "The security personnel who move product are not all protected "
      .. "themselves." },
  met     = "The security personnel who move product are protected themselves.",
  ask     = "Show what keeps those who move product safe, and ask them.",
  remedy  = "Arrange for the safety of those who move product: vehicles, "
    .. "routes, numbers, calls for help.",
}

-- People first.

check "11.1.20" {
  title  = "In practice, people come before product",
  points = { "R11.1d", "CK-3" },
  expect = { "people_first.in_practice is yes",
    otherwise = "Interviews and observation show that people come before "
      .. "product {people_first.in_practice}." },
  met    = "Interviews and observation show that people come before product.",
  ask    = "Ask staff, contractors and visitors what they are to do in a "
    .. "robbery, a fire or a search, and watch.",
  remedy = "Change the measures that put people at risk for the sake of "
    .. "product, and drill the change.",
  why    = "Product can be replaced.",
}

check "11.1.21" {
  title  = "Security policies and procedures put people before product",
  points = { "R11.1d", "P11.1-08", "CK-3" },
  expect = { "people_first.in_policy is yes",
    otherwise = "Security policies and procedures do not make it plain that "
      .. "people matter more than product: {people_first.in_policy}." },
  met    = "Security policies and procedures make it plain that people matter "
    .. "more than product.",
  ask    = "Show the passage.",
  remedy = "Write into the security policies that people come first, and what "
    .. "that means for each procedure.",
}

check "11.1.22" {
  title  = "All four groups of people are put first",
  points = { "R11.1d", "CK-3" },
  expect = { "people_first.groups includes employees, contractors, visitors "
    .. "and partner_staff",
    otherwise = "These are not put before product: {missing}." },
  met    = "Employees, contractors, visitors and the staff of business "
    .. "partners are all put before product.",
  ask    = "Show, for each of the four groups, what protects it.",
  remedy = "Extend the protection of people to the groups left out.",
}

-- What else may be appropriate.

check "11.1.23" {
  title   = "Employees and contractors are trained on security policies",
  points  = { "P11.1-09" },
  applies = { "training.appropriate_for includes any of employees and "
    .. "contractors",
    otherwise = "Training on security policies is said to be appropriate for "
      .. "nobody here." },
  expect  = all {
    when "training.appropriate_for includes employees" {
      "training.employees is all",
      otherwise = "Of the employees, {training.employees} are trained on the "
        .. "security policies.",
    },
    when "training.appropriate_for includes contractors" {
      "training.contractors is all",
      otherwise = "Of the contractors, {training.contractors} are trained on "
        .. "the security policies.",
    },
  },
  met     = "Everyone for whom it is appropriate is trained on the security "
    .. "policies: {training.appropriate_for}.",
  ask     = "Show training records for employees and for contractors apart.",
  remedy  = "Train those who were left out.",
}

check "11.1.24" {
  title   = "Theft is noticed fast",
  points  = { "P11.1-10" },
  applies = { "theft_detection.appropriate is yes",
    otherwise = "Internal controls that detect theft are said not to be "
      .. "appropriate here." },
  expect  = { "theft_detection.speed is fast",
    otherwise = "Internal controls would notice a theft "
      .. "{theft_detection.speed}." },
  met     = "Internal controls would notice a theft fast.",
  ask     = "Show how stock is reconciled, how often, and by whom.",
  remedy  = "Count, weigh and reconcile often enough that a theft shows at "
    .. "once.",
  prompts = {
    advise { "Nobody answers when an alarm is raised. Is protection against "
      .. "theft adequate all the same?",
      when = "theft_detection.alarm_answered is no" },
  },
}

check "11.1.25" {
  title   = "There are relations with local law enforcement",
  points  = { "P11.1-12" },
  applies = { "law_enforcement.relationship_appropriate is yes",
    otherwise = "A relationship with local law enforcement is said not to be "
      .. "appropriate here." },
  expect  = { "law_enforcement.relationship is informal or formal",
    otherwise = "The facility has no relationship with local law "
      .. "enforcement." },
  met     = "The relationship with local law enforcement is "
    .. "{law_enforcement.relationship}.",
  ask     = "Show who is called, and when there was last contact.",
  remedy  = "Get to know the local police before they are needed.",
}

check "11.1.26" {
  title   = "The host government is regularly consulted",
  points  = { "P11.1-13" },
  applies = { "consultation.appropriate_with includes government",
    otherwise = "Consulting the host government is said not to be appropriate "
      .. "here." },
  expect  = all {
    { "consultation.government_last is within consultation.own_interval of "
      .. "today",
      otherwise = "Last consultation of the host government: "
        .. "{consultation.government_last}; interval that the Member's own "
        .. "rule allows, in months: {consultation.own_interval}." },
    any { -- without a rule of the Member's own, the parameter decides
      "consultation.government_last is within consultation.own_interval of "
        .. "today",
      "consultation.government_last is within consultation.longest_interval "
        .. "of today",
      otherwise = "Last consultation of the host government: "
        .. "{consultation.government_last}; longest interval that counts as "
        .. "regular, in months: {consultation.longest_interval}.",
    },
  },
  met     = "The last consultation of the host government "
    .. "({consultation.government_last}) is recent enough to be regular.",
  ask     = "Show letters and minutes, and the rule that says how often.",
  remedy  = "Set an interval for consultation, and keep to it.",
}

check "11.1.27" {
  title   = "Local communities are regularly consulted",
  points  = { "P11.1-13" },
  applies = all {
    { "community.present is yes",
      otherwise = "No community lives close enough for security to touch it." },
    { "consultation.appropriate_with includes communities",
      otherwise = "Consulting local communities is said not to be appropriate "
        .. "here." },
  },
  expect  = all {
    { "consultation.communities_last is within consultation.own_interval of "
      .. "today",
      otherwise = "Last consultation of local communities: "
        .. "{consultation.communities_last}; interval that the Member's own "
        .. "rule allows, in months: {consultation.own_interval}." },
    any { -- without a rule of the Member's own, the parameter decides
      "consultation.communities_last is within consultation.own_interval of "
        .. "today",
      "consultation.communities_last is within consultation.longest_interval "
        .. "of today",
      otherwise = "Last consultation of local communities: "
        .. "{consultation.communities_last}; longest interval that counts as "
        .. "regular, in months: {consultation.longest_interval}.",
    },
  },
  met     = "The last consultation of local communities "
    .. "({consultation.communities_last}) is recent enough to be regular.",
  ask     = "Show minutes, and the rule that says how often; speak with "
    .. "neighbours.",
  remedy  = "Set an interval for consultation, and keep to it.",
}

check "11.1.28" {
  title  = "Sensitive security documents are under strict control",
  points = { "P11.1-14", "P11.1-15" },
  expect = all {
    { "documents.access_controlled is yes",
      otherwise = "It is not strictly controlled who may see sensitive "
        .. "security documents." },
    { "documents.kept_safe is yes",
      otherwise = "Sensitive security documents are not kept safe." },
  },
  met    = "Access to sensitive security documents is strictly controlled, and "
    .. "they are kept safe.",
  ask    = "Show who may see these documents and where they are kept; their "
    .. "content need not be shown.",
  remedy = "Decide who may see which document, and lock the documents away.",
  prompts = {
    advise { "Security documents are withheld, which is allowed. A withheld "
      .. "fact counts as known only where an interview and an observation "
      .. "state the same.",
      when = "documents.withheld is yes" },
  },
}
