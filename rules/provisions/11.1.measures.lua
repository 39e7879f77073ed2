-- 11.1, the measures: product is protected at rest and on its way, people come
-- first, and what else may be appropriate.  The risks they answer to are assessed
-- in 11.1.lua.

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
    otherwise = "Protection of product that the Member carries itself is "
      .. "{protect.own_shipments}; shipments harmed: {shipping.own_losses}." },
  met     = "Product that the Member carries itself is adequately protected; "
    .. "shipments harmed: {shipping.own_losses}.",
  ask     = "Show how own shipments are packed, sealed, moved and handed over.",
  remedy  = "Close the gaps through which product could be stolen, damaged or "
    .. "exchanged on the way.",
  prompts = {
    advise { "At least one shipment that the Member carried itself is entered as "
      .. "having come to harm on the way. Does the answer take that into account?",
      when = "shipping.own_losses is more than 0" },
    advise { "A way on which the Member itself carries product is listed as not "
      .. "adequately protected. What is left open there?",
      names = { "protection" }, when = any "shipments" { "carrier is own",
        "protection is none or partial" } },
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
    otherwise = "Protection of product that carriers have is "
      .. "{protect.carrier_shipments}; shipments harmed: {shipping.carrier_losses}." },
  met     = "Product that carriers have is adequately protected; shipments harmed: "
    .. "{shipping.carrier_losses}.",
  ask     = "Show how carriers are chosen, what their contracts ask for, and "
    .. "receipts.",
  remedy  = "Choose and bind carriers so that product cannot be stolen, "
    .. "damaged or exchanged unnoticed.",
  prompts = {
    advise { "At least one shipment is entered as having come to harm while a "
      .. "carrier had it. Does the answer take that into account?",
      when = "shipping.carrier_losses is more than 0" },
    advise { "A way on which a carrier has product is listed as not adequately "
      .. "protected. What is left open there?",
      names = { "carrier", "protection" }, when = any "shipments" {
        "carrier is secure_carrier, courier or post", "protection is none or partial" } },
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
    otherwise = "Not everyone of the security personnel who move product is "
      .. "protected." },
  met     = "The security personnel who move product are protected.",
  ask     = "Show what keeps those who move product safe, and ask them.",
  remedy  = "Arrange for the safety of those who move product: vehicles, "
    .. "routes, numbers, calls for help.",
  prompts = {
    advise { "This facility transports valuables, and nobody is said to provide "
      .. "security there. Does that fit what you see of its vaults, vehicles "
      .. "and crews?",
      when = all { "facility.kind includes transport",
        "security.inhouse_used is no", "security.private_used is no",
        "security.public_engaged is no" }, where_not_asked = true },
  },
}

-- People first.

check "11.1.20" {
  title  = "In practice, people come before product",
  points = { "R11.1d", "CK-3" },
  expect = all {
    { "people_first.in_practice is not no",
      otherwise = "In practice, people never come before product." },
    { "people_first.in_practice is not mixed",
      otherwise = "In practice, people do not always come before product." },
  },
  met    = "In practice, people come before product.",
  ask    = "Ask staff, contractors and visitors what they are to do in a "
    .. "robbery, a fire or a search, and watch.",
  remedy = "Change the measures that put people at risk for the sake of "
    .. "product, and drill the change.",
  why    = "Product can be replaced.",
  prompts = {
    advise { "People are said to come first in practice, yet the policies put "
      .. "product first. Which of the two do people follow when it counts?",
      when = all { "people_first.in_practice is yes",
        "people_first.in_policy is no" } },
    advise { "People are said to come first in practice, yet the security personnel "
      .. "who move product are not all protected themselves. Do they count among "
      .. "those people?",
      when = all { "people_first.in_practice is yes",
        "protect.transport_staff is no" } },
    advise { "People do not come first in practice. Is anybody in danger now, such as "
      .. "behind a locked way out, so that this cannot wait?",
      when = "people_first.in_practice is mixed or no" },
  },
}

check "11.1.21" {
  title  = "Security policies and procedures put people before product",
  points = { "R11.1d", "P11.1-08", "CK-3" },
  expect = all {
    none { "people_first.in_policy is no",
      otherwise = "Security policies and procedures put product before "
        .. "people.",
      points = { "R11.1d" },
      remedy = "Take out of the security policies what puts product first, and "
        .. "write into them that people come first." },
    { "people_first.in_policy is not silent",
      otherwise = "Security policies and procedures do not say that people "
        .. "matter more than product.",
      points = { "P11.1-08" } },
  },
  met    = "Security policies and procedures put people before product.",
  ask    = "Show the passage.",
  remedy = "Write into the security policies that people come first, and what "
    .. "that means for each procedure.",
}

check "11.1.22" {
  title  = "All four groups of people are put first",
  points = { "R11.1d", "CK-3" },
  expect = { "people_first.groups includes employees, contractors, visitors "
    .. "and partner_staff",
    otherwise = "Those put before product do not include "
      .. "{missing}." },
  met    = "Employees, contractors, visitors and the staff of business "
    .. "partners are all put before product.",
  ask    = "Show, for each of the four groups, what protects it.",
  remedy = "Put the groups left out before product as well, and say so where "
    .. "the others are named.",
  prompts = {
    advise { "Contractors are not among those put before product, and training is "
      .. "said not to be appropriate for them. Do any work here? A group that the "
      .. "measures would protect counts, even if nobody of it is here today.",
      when = all { "people_first.groups does not include contractors",
        "training.appropriate_for does not include contractors" } },
    advise { "These groups are said to be put before product, yet people never come "
      .. "first in practice, or the policies put product first. By what are the "
      .. "groups put first?",
      when = all { "people_first.groups is not empty", any {
        "people_first.in_practice is no", "people_first.in_policy is no" } } },
  },
}

-- What else may be appropriate.

check "11.1.23" {
  title   = "Employees and contractors are trained on security policies",
  points  = { "P11.1-09" },
  applies = { "training.appropriate_for includes any of employees or "
    .. "contractors",
    otherwise = "Training on security policies is appropriate for nobody here." },
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
    otherwise = "Internal controls that detect theft are not appropriate here." },
  expect  = { "theft_detection.speed is fast",
    otherwise = "Internal controls would not notice a theft fast: "
      .. "{theft_detection.speed}." },
  met     = "Internal controls would notice a theft fast.",
  ask     = "Show how stock is reconciled, how often, and by whom.",
  remedy  = "Count, weigh and reconcile often enough that a theft shows at "
    .. "once.",
  prompts = {
    advise { "Nobody answers when an alarm is raised. Is protection against "
      .. "theft adequate all the same?",
      when = "theft_detection.alarm_answered is no" },
    advise { "A theft would not be noticed at all, yet protection against theft is "
      .. "said to be adequate. How is that known?",
      when = all { "theft_detection.speed is none", "protect.theft is adequate" } },
  },
}

check "11.1.25" {
  title   = "There are relations with local law enforcement",
  points  = { "P11.1-12" },
  applies = { "law_enforcement.relationship_appropriate is yes",
    otherwise = "A relationship with local law enforcement is not appropriate "
      .. "here." },
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
    otherwise = "Consulting the host government is not appropriate here." },
  expect  = all {
    { "consultation.government_last is within consultation.own_interval of "
      .. "today",
      otherwise = "The last consultation of the host government dates from "
        .. "{consultation.government_last}, longer ago than the Member's own rule "
        .. "allows: {consultation.own_interval}.",
      never = "The host government was never consulted." },
    any { -- without a rule of the Member's own, the parameter decides
      "consultation.government_last is within consultation.own_interval of "
        .. "today",
      "consultation.government_last is within consultation.longest_interval "
        .. "of today",
      otherwise = "The last consultation of the host government dates from "
        .. "{consultation.government_last}, longer ago than counts as regular: "
        .. "{consultation.longest_interval}.",
      never = "The host government was never consulted.",
    },
  },
  met     = "The last consultation of the host government dates from "
    .. "{consultation.government_last}; own rule: "
    .. "{consultation.own_interval}.",
  ask     = "Show letters and minutes, and the rule that says how often.",
  remedy  = "Consult the host government, and plan the next consultation in "
    .. "time.",
}

check "11.1.27" {
  title   = "Local communities are regularly consulted",
  points  = { "P11.1-13" },
  applies = all {
    { "community.present is yes",
      otherwise = "No community lives close enough for security to touch it." },
    { "consultation.appropriate_with includes communities",
      otherwise = "Consulting local communities is not appropriate here." },
  },
  expect  = all {
    { "consultation.communities_last is within consultation.own_interval of "
      .. "today",
      otherwise = "The last consultation of local communities dates from "
        .. "{consultation.communities_last}, longer ago than the Member's own rule "
        .. "allows: {consultation.own_interval}.",
      never = "Local communities were never consulted." },
    any { -- without a rule of the Member's own, the parameter decides
      "consultation.communities_last is within consultation.own_interval of "
        .. "today",
      "consultation.communities_last is within consultation.longest_interval "
        .. "of today",
      otherwise = "The last consultation of local communities dates from "
        .. "{consultation.communities_last}, longer ago than counts as regular: "
        .. "{consultation.longest_interval}.",
      never = "Local communities were never consulted.",
    },
  },
  met     = "The last consultation of local communities dates from "
    .. "{consultation.communities_last}; own rule: "
    .. "{consultation.own_interval}.",
  ask     = "Show minutes, and the rule that says how often; speak with "
    .. "neighbours.",
  remedy  = "Consult local communities, and plan the next consultation in time.",
  prompts = {
    advise { "No community is said to be near, yet one was consulted or is a source "
      .. "of threats, or artisanal miners are in the area. Is there one?",
      when = all { "community.present is no", any {
        "asm.present is nearby or on_concession",
        "consultation.communities_last is on or before today",
        any "threats" { "sources includes communities", "exposure is not none" } } },
      where_not_asked = true },
  },
}

check "11.1.28" {
  title  = "Sensitive security documents are under strict control",
  points = { "P11.1-14", "P11.1-15" },
  expect = all {
    { "documents.access_controlled is yes",
      otherwise = "It is not strictly controlled who may see sensitive "
        .. "security documents." },
    { "documents.kept_safe is yes",
      otherwise = "Sensitive security documents are not kept safe.",
      remedy = "Keep each where only those who may see it can reach it." },
  },
  met    = "Access to sensitive security documents is strictly controlled, and "
    .. "they are kept safe.",
  ask    = "Show who may see these documents and where they are kept; their "
    .. "content need not be shown.",
  remedy = "Decide who may see which document, and hold to it.",
  prompts = {
    advise { "Security documents are withheld, which is allowed. A withheld "
      .. "fact counts as known only where an interview and an observation, "
      .. "both by the auditor, state the same.",
      when = "documents.withheld is yes" },
  },
}
