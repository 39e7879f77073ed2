-- Examples for 11.1.measures.lua, worked out by hand from the guidance; see
-- 11.1.examples.lua.

-- Product on the premises.

examples "11.1.14" {
  facts = { "facility.handles_jewellery_products is yes" },

  { gives = "conformance", because = "theft is provided against",
    facts = { "protect.theft is adequate" } },
  { gives = "minor-nonconformance", because = "a known gap is open",
    facts = { "protect.theft is partial" }, says = "only partial" },
  { gives = "major-nonconformance", because = "nothing is in place",
    facts = { "protect.theft is none" }, says = "missing altogether" },
  { gives = "insufficient-evidence",
    because = "it is not adequate, but how bad it is, is not known",
    facts = { ["protect.theft"] = { one_of = { "none", "partial" } } },
    range = { "minor-nonconformance", "major-nonconformance" } },
  { gives = "not-applicable", because = "a guarded office holds no product",
    facts = { "facility.handles_jewellery_products is no",
      "security.private_used is yes" },
    says = "handles no jewellery product" },
}

examples "11.1.15" {
  facts = { "facility.handles_jewellery_products is yes" },

  { gives = "conformance", because = "stones are boxed and handled with care",
    facts = { "protect.damage is adequate" } },
  { gives = "minor-nonconformance", because = "one bench has no trays",
    facts = { "protect.damage is partial" }, says = "only partial" },
  { gives = "major-nonconformance", because = "nothing is in place",
    facts = { "protect.damage is none" }, says = "missing altogether" },
  { gives = "insufficient-evidence", because = "nobody has looked",
    range = { "conformance", "minor-nonconformance",
      "major-nonconformance" } },
  { gives = "not-applicable", because = "a guarded office holds no product",
    facts = { "facility.handles_jewellery_products is no",
      "security.private_used is yes" } },
}

examples "11.1.16" {
  facts = { "facility.handles_jewellery_products is yes" },

  { gives = "conformance", because = "lots are weighed, sealed and counted",
    facts = { "protect.substitution is adequate" } },
  { gives = "minor-nonconformance", because = "seals are not always checked",
    facts = { "protect.substitution is partial" }, says = "only partial" },
  { gives = "major-nonconformance", because = "nobody would notice an exchange",
    facts = { "protect.substitution is none" }, says = "missing altogether" },
  { gives = "insufficient-evidence", because = "nobody has looked",
    range = { "conformance", "minor-nonconformance",
      "major-nonconformance" } },
  { gives = "not-applicable", because = "a guarded office holds no product",
    facts = { "facility.handles_jewellery_products is no",
      "security.private_used is yes" } },
}

-- Product on its way.

examples "11.1.17" {
  facts = { "facility.handles_jewellery_products is yes",
    "facility.ships_product is yes" },

  { gives = "conformance", because = "own cars, own rules, all three covered",
    facts = { "shipping.own_carriage is yes",
      "protect.own_shipments is adequate" } },
  { gives = "minor-nonconformance", because = "damage on the road is left open",
    facts = { "shipping.own_carriage is yes",
      "protect.own_shipments is partial", "shipping.own_losses is 1" },
    says = "only partial; shipments harmed: 1" },
  { gives = "major-nonconformance", because = "product goes in a coat pocket",
    facts = { "shipping.own_carriage is yes",
      "protect.own_shipments is none" }, says = "missing altogether" },
  { gives = "insufficient-evidence",
    because = "the answer says adequate, the list says otherwise",
    facts = { "protect.own_shipments is adequate" },
    shipments = { { "carrier is own", "protection is partial" } },
    says = "contradicts itself" },
  { gives = "insufficient-evidence", because = "who carries is not known",
    facts = { "protect.own_shipments is adequate" },
    range = { "not-applicable", "conformance" } },
  { gives = "not-applicable", because = "a carrier does it all",
    shipments = { complete = true, { "carrier is secure_carrier" } },
    says = "carries no product itself" },
  { gives = "not-applicable", because = "nothing ever leaves the house",
    facts = { "facility.ships_product is no" }, says = "No product is moved" },
}

examples "11.1.18" {
  facts = { "facility.handles_jewellery_products is yes",
    "facility.ships_product is yes" },

  { gives = "conformance", because = "carriers are chosen with care",
    facts = { "shipping.carrier_used is yes",
      "protect.carrier_shipments is adequate" } },
  { gives = "minor-nonconformance", because = "parcels go without seals",
    facts = { "shipping.carrier_used is yes",
      "protect.carrier_shipments is partial", "shipping.carrier_losses is 2" },
    says = "only partial; shipments harmed: 2" },
  { gives = "major-nonconformance", because = "diamonds in plain letters",
    shipments = { { "carrier is post" } },
    facts = { "protect.carrier_shipments is none" },
    says = "missing altogether" },
  { gives = "insufficient-evidence", because = "nobody has looked",
    facts = { "shipping.carrier_used is yes" },
    range = { "conformance", "minor-nonconformance",
      "major-nonconformance" } },
  { gives = "not-applicable", because = "the Member carries everything itself",
    facts = { "shipping.carrier_used is no" }, says = "No carrier" },
  { gives = "not-applicable",
    because = "nothing is shipped, so nobody asked about carriers",
    facts = { "facility.ships_product is no" }, says = "No product is moved" },
}

examples "11.1.19" {
  facts = { "facility.handles_jewellery_products is yes",
    "facility.ships_product is yes" },

  { gives = "conformance", because = "crews ride in pairs and can call help",
    facts = { "shipping.guarded is yes", "protect.transport_staff is yes" } },
  { gives = "observation",
    because = "the point says could, so it is never more than an observation",
    facts = { "shipping.guarded is yes", "protect.transport_staff is no" } },
  { gives = "observation", because = "one crew on the list is not protected",
    shipments = { { "carrier is own", "guarded is yes",
      "crew_protected is no" } } },
  { gives = "insufficient-evidence", because = "nobody has asked the crews",
    facts = { "shipping.guarded is yes" }, range = { "conformance" } },
  { gives = "not-applicable", because = "no guards ride along",
    facts = { "shipping.guarded is no" }, says = "take part" },
  { gives = "not-applicable",
    because = "nothing is shipped, so nobody asked about guards",
    facts = { "facility.ships_product is no" }, says = "No product is moved" },
}

-- People first.

examples "11.1.20" {
  facts = { "facility.handles_jewellery_products is yes" },

  { gives = "conformance", because = "asked, everyone would give up the goods",
    facts = { "people_first.in_practice is yes" } },
  { gives = "minor-nonconformance", because = "fire doors are locked at night",
    facts = { "people_first.in_practice is mixed" },
    says = "As stated: In practice, people do not always come" },
  { gives = "major-nonconformance", because = "staff are told to fight robbers",
    facts = { "people_first.in_practice is no" }, says = "never" },
  { gives = "insufficient-evidence", because = "nobody was interviewed",
    range = { "conformance", "minor-nonconformance",
      "major-nonconformance" } },
  { gives = "not-applicable", because = "an office without product or guards",
    facts = { "facility.handles_jewellery_products is no",
      "security.inhouse_used is no", "security.private_used is no",
      "security.public_engaged is no" } },
}

examples "11.1.21" {
  facts = { "facility.handles_jewellery_products is yes" },

  { gives = "conformance", because = "the policy says it in so many words",
    facts = { "people_first.in_policy is yes" } },
  { gives = "observation",
    because = "practice may be good, but nothing written says so",
    facts = { "people_first.in_policy is silent",
      "people_first.in_practice is yes" },
    says = "do not say" },
  { gives = "minor-nonconformance", because = "stock first, says the handbook",
    facts = { "people_first.in_policy is no" },
    says = "put product before people" },
  { gives = "insufficient-evidence", because = "no policy was shown",
    range = { "conformance", "minor-nonconformance" } },
  { gives = "not-applicable", because = "an office without product or guards",
    facts = { "facility.handles_jewellery_products is no",
      "security.inhouse_used is no", "security.private_used is no",
      "security.public_engaged is no" } },
}

unnoticed "11.1.20" {
  { was = "people_first.in_practice is not mixed",
    now = "people_first.in_practice is not mixed or no",
    because = "never falls short anyway, and with it comes to more" },
}

unnoticed "11.1.21" {
  { was = "people_first.in_policy is not silent",
    now = "people_first.in_policy is not silent or no",
    because = "what puts product first falls short anyway, and weighs more" },
}

examples "11.1.22" {
  facts = { "facility.handles_jewellery_products is yes" },

  { gives = "conformance", because = "all four groups",
    facts = { "people_first.groups includes employees, contractors, visitors "
      .. "and partner_staff" } },
  { gives = "minor-nonconformance", because = "visitors are forgotten",
    facts = { "people_first.groups includes employees, contractors and "
      .. "partner_staff" }, says = "do not include visitors." },
  { gives = "major-nonconformance", because = "none of the groups",
    facts = { "people_first.groups is none" } },
  { gives = "insufficient-evidence",
    because = "employees surely; of the others nothing is known yet",
    facts = { ["people_first.groups"] = { includes = { "employees" } } },
    range = { "conformance", "minor-nonconformance" } },
  { gives = "not-applicable", because = "an office without product or guards",
    facts = { "facility.handles_jewellery_products is no",
      "security.inhouse_used is no", "security.private_used is no",
      "security.public_engaged is no" } },
  { gives = "minor-nonconformance", because = "contractors are forgotten",
    facts = {
      "people_first.groups includes employees, visitors and "
        .. "partner_staff" }, says = "do not include contractors." },
  { gives = "minor-nonconformance",
    because = "the staff of partners are forgotten",
    facts = {
      "people_first.groups includes employees, contractors and "
        .. "visitors" }, says = "do not include staff of business partners." },
}

-- What else may be appropriate.

examples "11.1.23" {
  facts = { "facility.handles_jewellery_products is yes" },

  { gives = "conformance", because = "everyone has been trained",
    facts = { "training.appropriate_for includes employees and contractors",
      "training.employees is all", "training.contractors is all" } },
  { gives = "conformance", because = "there are no contractors to train",
    facts = { "training.appropriate_for includes employees",
      "training.employees is all" } },
  { gives = "observation", because = "no contractor has been trained",
    facts = { "training.appropriate_for includes employees and contractors",
      "training.employees is all", "training.contractors is none" },
    says = "Of the contractors, none are trained" },
  { gives = "observation", because = "only part of the staff has been trained",
    facts = { "training.appropriate_for includes employees",
      "training.employees is some" }, says = "only some" },
  { gives = "insufficient-evidence",
    because = "where appropriateness is left blank nothing is decided",
    facts = { "training.employees is all", "training.contractors is all" },
    range = { "not-applicable", "conformance" } },
  { gives = "not-applicable", because = "the owner works alone, it is said",
    facts = { "training.appropriate_for is none" }, says = "for nobody" },
  { gives = "conformance", because = "contractors do all of the work here",
    facts = { "training.appropriate_for includes contractors",
      "training.contractors is all" } },
  { gives = "observation",
    because = "only part of the contractors has been trained",
    facts = { "training.appropriate_for includes contractors",
      "training.contractors is some" }, says = "Of the contractors" },
  { gives = "observation", because = "none of the staff has been trained",
    facts = { "training.appropriate_for includes employees",
      "training.employees is none" }, says = "Of the employees" },
}

examples "11.1.24" {
  facts = { "facility.handles_jewellery_products is yes" },

  { gives = "conformance", because = "stock is counted every evening",
    facts = { "theft_detection.appropriate is yes",
      "theft_detection.speed is fast" } },
  { gives = "conformance",
    because = "an alarm nobody answers is a question for the auditor, not a "
      .. "gap in detection",
    facts = { "theft_detection.appropriate is yes",
      "theft_detection.speed is fast",
      "theft_detection.alarm_answered is no" } },
  { gives = "observation", because = "stock is counted once a year",
    facts = { "theft_detection.appropriate is yes",
      "theft_detection.speed is late" }, says = "only late" },
  { gives = "observation", because = "stock is never counted",
    facts = { "theft_detection.appropriate is yes",
      "theft_detection.speed is none" }, says = "not at all" },
  { gives = "insufficient-evidence",
    because = "where appropriateness is left blank nothing is decided",
    facts = { "theft_detection.speed is fast" },
    range = { "not-applicable", "conformance" } },
  { gives = "insufficient-evidence",
    because = "a no without a reason takes nothing away",
    facts = { ["theft_detection.appropriate"] = { value = false },
      "theft_detection.speed is late" } },
  { gives = "not-applicable", because = "with a reason, it is not appropriate",
    facts = { ["theft_detection.appropriate"] = { value = false,
      why = "nothing that could be stolen stays overnight" } } },
}

examples "11.1.25" {
  facts = { "facility.handles_jewellery_products is yes" },

  { gives = "conformance", because = "the local officer knows the shop",
    facts = { "law_enforcement.relationship_appropriate is yes",
      "law_enforcement.relationship is informal" }, says = "informal" },
  { gives = "observation", because = "nobody knows whom to call",
    facts = { "law_enforcement.relationship_appropriate is yes",
      "law_enforcement.relationship is none" } },
  { gives = "insufficient-evidence",
    because = "where appropriateness is left blank nothing is decided",
    facts = { "law_enforcement.relationship is formal" },
    range = { "not-applicable", "conformance" } },
  { gives = "not-applicable",
    because = "the local force is itself a danger, it is said",
    facts = { ["law_enforcement.relationship_appropriate"] = { value = false,
      why = "the local force is under investigation for robbery" } } },
  { gives = "conformance", because = "there is an agreement with the police",
    facts = { "law_enforcement.relationship_appropriate is yes",
      "law_enforcement.relationship is formal" }, says = "formal" },
}

examples "11.1.26" {
  facts = { "facility.handles_jewellery_products is yes",
    "consultation.appropriate_with includes government" },

  { gives = "conformance", because = "every 24 months is the rule, and kept",
    facts = { "consultation.own_interval is 24",
      "consultation.government_last is 2012-01-15" } },
  { gives = "observation", because = "every 12 months is the rule, and broken",
    facts = { "consultation.own_interval is 12",
      "consultation.government_last is 2012-01-15" },
    says = "dates from 2012-01-15, longer ago than the Member's own rule "
      .. "allows: 12 months" },
  { gives = "observation", because = "never is not regular, whatever the rule",
    facts = { "consultation.own_interval is none-stated",
      "consultation.government_last is never" },
    says = "The host government was never consulted." },
  { gives = "insufficient-evidence",
    because = "the guidance sets no interval, and neither does the Member",
    facts = { "consultation.own_interval is none-stated",
      "consultation.government_last is 2012-01-15" } },
  { gives = "conformance",
    because = "an organisation sets 24 months where the Member has no rule",
    parameters = { "consultation.longest_interval is 24" },
    facts = { "consultation.own_interval is none-stated",
      "consultation.government_last is 2012-01-15" } },
  { gives = "observation",
    because = "an organisation sets 12 months where the Member has no rule",
    parameters = { "consultation.longest_interval is 12" },
    facts = { "consultation.own_interval is none-stated",
      "consultation.government_last is 2012-01-15" },
    says = "longer ago than counts as regular: 12 months." },
  { gives = "not-applicable", because = "with a reason, it is not appropriate",
    facts = { "consultation.appropriate_with is none" } },
}

examples "11.1.27" {
  facts = { "facility.handles_jewellery_products is yes",
    "community.present is yes",
    "consultation.appropriate_with includes communities" },

  { gives = "conformance", because = "twice a year is the rule, and kept",
    facts = { "consultation.own_interval is 6",
      "consultation.communities_last is 2013-09" } },
  { gives = "observation", because = "twice a year is the rule, and broken",
    facts = { "consultation.own_interval is 6",
      "consultation.communities_last is 2012" },
    says = "local communities dates from 2012, longer ago" },
  { gives = "observation", because = "only the month of the last is known",
    facts = { "consultation.own_interval is 6",
      "consultation.communities_last is 2013-01" },
    says = "dates from January 2013, longer ago" },
  { gives = "observation", because = "never is not regular, whatever the rule",
    facts = { "consultation.communities_last is never" },
    says = "Local communities were never consulted." },
  { gives = "insufficient-evidence", because = "the date is not known",
    facts = { "consultation.own_interval is 6" }, range = { "conformance" } },
  { gives = "not-applicable", because = "nobody lives near the facility",
    facts = { "community.present is no",
      "consultation.appropriate_with is none" }, says = "No community" },
  { gives = "not-applicable", because = "with a reason, it is not appropriate",
    facts = { "consultation.appropriate_with includes government" },
    says = "Consulting local communities is not appropriate" },
  { gives = "insufficient-evidence",
    because = "the guidance sets no interval, and neither does the Member",
    facts = { "consultation.own_interval is none-stated",
      "consultation.communities_last is 2012-01-15" } },
  { gives = "conformance",
    because = "an organisation sets 24 months where the Member has no rule",
    parameters = { "consultation.longest_interval is 24" },
    facts = { "consultation.own_interval is none-stated",
      "consultation.communities_last is 2012-01-15" } },
  { gives = "observation",
    because = "an organisation sets 12 months where the Member has no rule",
    parameters = { "consultation.longest_interval is 12" },
    facts = { "consultation.own_interval is none-stated",
      "consultation.communities_last is 2012-01-15" },
    says = "longer ago than counts as regular: 12 months." },
}

examples "11.1.28" {
  facts = { "facility.handles_jewellery_products is yes" },

  { gives = "conformance", because = "listed readers, locked cabinet",
    facts = { "documents.access_controlled is yes",
      "documents.kept_safe is yes" } },
  { gives = "conformance",
    because = "keeping documents from the auditor is no shortfall",
    facts = { "documents.access_controlled is yes",
      "documents.kept_safe is yes", "documents.withheld is yes" } },
  { gives = "minor-nonconformance", because = "plans lie on an open server",
    facts = { "documents.access_controlled is no",
      "documents.kept_safe is yes" }, says = "who may see" },
  { gives = "insufficient-evidence", because = "one half is not known",
    facts = { "documents.access_controlled is yes" },
    range = { "conformance", "minor-nonconformance" } },
  { gives = "not-applicable", because = "an office without product or guards",
    facts = { "facility.handles_jewellery_products is no",
      "security.inhouse_used is no", "security.private_used is no",
      "security.public_engaged is no" } },
}
