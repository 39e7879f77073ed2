-- Facts that cannot both be true.  Where one of these holds, every fact it
-- names is conflicting: it reads as unknown until the dossier is put right.

disagreement "arms-unused-but-counted" {
  when    = all { "arms.used is no", "arms.armed_count is more than 0" },
  facts   = { "arms.used", "arms.armed_count" },
  because = "Arms are said not to be used here, yet armed persons are counted.",
}
disagreement "arms-used-by-nobody" {
  when    = all { "arms.used is yes", "arms.armed_count is exactly 0" },
  facts   = { "arms.used", "arms.armed_count" },
  because = "Arms are said to be used here, yet no armed person is counted.",
}
disagreement "armed-but-nobody-guards" {
  when    = all {
    "security.inhouse_used is no",
    "security.private_used is no",
    "security.public_engaged is no",
    "arms.used is yes",
  },
  facts   = { "security.inhouse_used", "security.private_used",
    "security.public_engaged", "arms.used" },
  because = "Nobody is said to provide security here, yet security personnel "
    .. "are said to be armed.",
}
-- What was seen of guards, or of force, in the
-- period of the assessment says that there were some: a dossier that no longer
-- names them would make 11.2 not apply.
disagreement "conduct-of-nobody" {
  when    = all {
    "security.inhouse_used is no",
    "security.private_used is no",
    "security.public_engaged is no",
    any {
      "conduct.respect_in_practice is yes or mixed",
      "conduct.known_by_personnel is yes or mixed",
    },
  },
  facts   = { "security.inhouse_used", "security.private_used",
    "security.public_engaged", "conduct.respect_in_practice",
    "conduct.known_by_personnel" },
  because = "Nobody is said to provide security here, yet the conduct of "
    .. "security personnel is described.",
}
disagreement "misconduct-of-nobody" {
  when    = all {
    "security.inhouse_used is no",
    "security.private_used is no",
    "security.public_engaged is no",
    any {
      "conduct.respect_in_practice is no",
      "conduct.known_by_personnel is no",
      "guards.discipline_employees is yes",
    },
  },
  facts   = { "security.inhouse_used", "security.private_used",
    "security.public_engaged", "conduct.respect_in_practice",
    "conduct.known_by_personnel", "guards.discipline_employees" },
  because = "Nobody is said to provide security here, yet security personnel "
    .. "are said to behave badly or not to know what is expected of them.",
}
disagreement "force-by-nobody" {
  when    = all {
    "security.inhouse_used is no",
    "security.private_used is no",
    "security.public_engaged is no",
    "force.excessive_confirmed is more than 0",
  },
  facts   = { "security.inhouse_used", "security.private_used",
    "security.public_engaged",
    "force.excessive_confirmed" },
  because = "Nobody is said to provide security here, yet security personnel "
    .. "are said to have used too much force.",
}
disagreement "armed-count-of-nobody" {
  when    = all {
    "security.inhouse_used is no",
    "security.private_used is no",
    "security.public_engaged is no",
    any { "arms.armed_count is more than 0", "arms.trained_count is more than 0",
      "arms.licensed_count is more than 0" },
  },
  facts   = { "security.inhouse_used", "security.private_used",
    "security.public_engaged",
    "arms.armed_count", "arms.trained_count", "arms.licensed_count" },
  because = "Nobody is said to provide security here, yet armed persons are "
    .. "counted.",
}
disagreement "shipments-guarded-by-nobody" {
  when    = all {
    "security.inhouse_used is no",
    "security.private_used is no",
    "security.public_engaged is no",
    any {
      all { "shipping.guarded is yes", "shipping.carrier_used is no" },
      any "shipments" { "carrier is own", "guarded is yes" },
    },
  },
  facts   = { "security.inhouse_used", "security.private_used",
    "security.public_engaged", "shipping.guarded" },
  because = "Nobody is said to provide security here, yet security personnel "
    .. "are said to take part in moving product that no carrier moves.",
}
disagreement "inhouse-unused-but-accused" {
  when    = all {
    "security.inhouse_used is no",
    any "allegations" { "against is inhouse" },
  },
  facts   = { "security.inhouse_used" },
  because = "The facility is said to have no security personnel of its own, yet "
    .. "an allegation against them is listed.",
}
disagreement "private-unused-but-accused" {
  when    = all {
    "security.private_used is no",
    any "allegations" { "against is private" },
  },
  facts   = { "security.private_used" },
  because = "No private security company is said to be engaged, yet an "
    .. "allegation against its personnel is listed.",
}
disagreement "content-of-no-policy" {
  when    = all {
    "conduct.policy_written is no",
    any {
      "conduct.covers_human_rights is yes",
      "conduct.covers_boundaries is yes",
      "conduct.covers_procedures is yes",
      "conduct.covers_consequences is yes",
      "conduct.applies_to includes any of inhouse, private or public",
    },
  },
  facts   = { "conduct.policy_written", "conduct.covers_human_rights",
    "conduct.covers_boundaries", "conduct.covers_procedures",
    "conduct.covers_consequences", "conduct.applies_to" },
  because = "There is said to be no written conduct policy, yet its content is "
    .. "described.",
}

-- 11.1 Security measures, and what a facility is

disagreement "mine-of-a-member-without-mining" {
  when    = all {
    "member.has_mining_facilities is no",
    "facility.kind includes mine",
  },
  facts   = { "member.has_mining_facilities", "facility.kind" },
  because = "The Member is said to have no mining facilities, yet this "
    .. "facility is called a mine.",
}
disagreement "product-worked-but-not-handled" {
  when    = all {
    "facility.handles_jewellery_products is no",
    "facility.kind includes any of refinery, cutting, manufacture or retail",
  },
  facts   = { "facility.handles_jewellery_products", "facility.kind" },
  because = "The facility is said to handle no jewellery product, yet to "
    .. "refine, cut, make or sell it.",
}
disagreement "product-shipped-but-not-handled" {
  when    = all {
    "facility.handles_jewellery_products is no",
    "facility.ships_product is yes",
  },
  facts   = { "facility.handles_jewellery_products", "facility.ships_product" },
  because = "The facility is said to handle no jewellery product, yet to ship "
    .. "it.",
}
disagreement "product-shipped-by-nobody" {
  when    = all {
    "facility.ships_product is yes",
    "shipping.own_carriage is no",
    "shipping.carrier_used is no",
  },
  facts   = { "facility.ships_product", "shipping.own_carriage",
    "shipping.carrier_used" },
  because = "Product is said to be shipped, yet neither by the Member nor by a "
    .. "carrier.",
}
disagreement "nothing-shipped-but-carried" {
  when    = all {
    "facility.ships_product is no",
    any { "shipping.own_carriage is yes", "shipping.carrier_used is yes" },
  },
  facts   = { "facility.ships_product", "shipping.own_carriage",
    "shipping.carrier_used" },
  because = "No product is said to be shipped, yet somebody is said to carry "
    .. "it.",
}
disagreement "nothing-shipped-but-guarded" {
  when    = all { "facility.ships_product is no", "shipping.guarded is yes" },
  facts   = { "facility.ships_product", "shipping.guarded" },
  because = "No product is said to be shipped, yet security personnel are said "
    .. "to take part in moving it.",
}
disagreement "own-shipments-better-than-the-list" {
  when    = all {
    "protect.own_shipments is adequate",
    any "shipments" {
      where = "carrier is own",
      "protection is none or partial",
    },
  },
  facts   = { "protect.own_shipments" },
  because = "Own shipments are said to be adequately protected, yet the list "
    .. "holds one that is not.",
}
disagreement "carriers-better-than-the-list" {
  when    = all {
    "protect.carrier_shipments is adequate",
    any "shipments" {
      where = "carrier is secure_carrier, courier or post",
      "protection is none or partial",
    },
  },
  facts   = { "protect.carrier_shipments" },
  because = "Shipments by carriers are said to be adequately protected, yet "
    .. "the list holds one that is not.",
}
disagreement "content-of-no-risk-assessment" {
  when    = all {
    "risk_assessment.exists is no",
    any {
      "risk_assessment.names_threats is yes",
      "risk_assessment.rates_exposure is yes",
      "risk_assessment.finds_weaknesses is yes",
      "risk_assessment.abuse_potential is yes",
      "risk_assessment.covers includes any of people, premises, product or "
        .. "shipments",
    },
  },
  facts   = { "risk_assessment.exists", "risk_assessment.names_threats",
    "risk_assessment.rates_exposure", "risk_assessment.finds_weaknesses",
    "risk_assessment.abuse_potential", "risk_assessment.covers" },
  because = "The security risks are said not to be assessed, yet what an "
    .. "assessment holds is described.",
}
disagreement "date-of-no-risk-assessment" {
  when    = all { "risk_assessment.exists is no",
    "risk_assessment.date is on or before today" },
  facts   = { "risk_assessment.exists", "risk_assessment.date" },
  because = "The security risks are said not to be assessed, yet the day of an "
    .. "assessment is given.",
}
disagreement "threats-in-no-risk-assessment" {
  when    = all {
    "risk_assessment.exists is no",
    any {
      "risk_assessment.considers_theft is yes",
      "risk_assessment.considers_fraud is yes",
      "risk_assessment.considers_violence is yes",
      "risk_assessment.considers_sabotage is yes",
      "risk_assessment.considers_illegal_mining is yes",
      "risk_assessment.considers_fuel_theft is yes",
      "risk_assessment.considers_product_theft is yes",
      "risk_assessment.considers_kidnap is yes",
    },
  },
  facts   = { "risk_assessment.exists", "risk_assessment.considers_theft",
    "risk_assessment.considers_fraud", "risk_assessment.considers_violence",
    "risk_assessment.considers_sabotage",
    "risk_assessment.considers_illegal_mining",
    "risk_assessment.considers_fuel_theft",
    "risk_assessment.considers_product_theft",
    "risk_assessment.considers_kidnap" },
  because = "The security risks are said not to be assessed, yet an assessment "
    .. "is said to consider threats.",
}
disagreement "sources-in-no-risk-assessment" {
  when    = all {
    "risk_assessment.exists is no",
    any {
      "risk_assessment.threats_from_criminals is yes",
      "risk_assessment.threats_from_employees is yes",
      "risk_assessment.threats_from_communities is yes",
      "risk_assessment.threats_from_illegal_miners is yes",
      "risk_assessment.threats_from_migrants is yes",
      "risk_assessment.perspectives includes any of political, economic, civil, "
        .. "social or environmental",
    },
  },
  facts   = { "risk_assessment.exists",
    "risk_assessment.threats_from_criminals",
    "risk_assessment.threats_from_employees",
    "risk_assessment.threats_from_communities",
    "risk_assessment.threats_from_illegal_miners",
    "risk_assessment.threats_from_migrants", "risk_assessment.perspectives" },
  because = "The security risks are said not to be assessed, yet an assessment "
    .. "is said to look at where threats come from.",
}
disagreement "people-first-but-nobody" {
  when    = all {
    "people_first.in_practice is yes",
    "people_first.groups includes none of employees, contractors, visitors or "
      .. "partner_staff",
  },
  facts   = { "people_first.in_practice", "people_first.groups" },
  because = "People are said to come first in practice, yet none of the groups "
    .. "of people does.",
}
disagreement "community-absent-but-dealt-with" {
  when    = all {
    "community.present is no",
    any {
      "community.engaged_on_security is yes",
      "community.engagement_relevant is yes",
      "consultation.appropriate_with includes communities",
    },
  },
  facts   = { "community.present", "community.engaged_on_security",
    "community.engagement_relevant", "consultation.appropriate_with" },
  because = "No community is said to be near, yet one is engaged or to be "
    .. "consulted.",
}

-- 11.3 The Voluntary Principles at mines

disagreement "inhouse-unused-but-counted" {
  when    = all { "security.inhouse_used is no",
    "security.inhouse_count is more than 0" },
  facts   = { "security.inhouse_used", "security.inhouse_count" },
  because = "The facility is said to have no security personnel of its own, yet "
    .. "some are counted.",
}
disagreement "private-unused-but-counted" {
  when    = all { "security.private_used is no",
    "security.private_count is more than 0" },
  facts   = { "security.private_used", "security.private_count" },
  because = "No private security company is said to be engaged, yet its "
    .. "personnel are counted.",
}
disagreement "inhouse-unused-but-trained" {
  when    = all { "security.inhouse_used is no",
    "vpshr.trained_inhouse is more than 0" },
  facts   = { "security.inhouse_used", "vpshr.trained_inhouse" },
  because = "The facility is said to have no security personnel of its own, yet "
    .. "some are said to be trained.",
}
disagreement "private-unused-but-trained" {
  when    = all { "security.private_used is no",
    "vpshr.trained_private is more than 0" },
  facts   = { "security.private_used", "vpshr.trained_private" },
  because = "No private security company is said to be engaged, yet its "
    .. "personnel are said to be trained.",
}
disagreement "agreements-with-no-company" {
  when    = all {
    "security.private_used is no",
    any {
      "private_security.agreements_cite_vpshr is yes",
      "private_security.agreements_require_training is yes",
      "private_security.agreements_require_conduct is yes",
    },
  },
  facts   = { "security.private_used", "private_security.agreements_cite_vpshr",
    "private_security.agreements_require_training",
    "private_security.agreements_require_conduct" },
  because = "No private security company is said to be engaged, yet agreements "
    .. "with companies are described.",
}
disagreement "mining-content-of-no-risk-assessment" {
  when    = all {
    "risk_assessment.exists is no",
    any { "risk_assessment.asm_interaction is yes",
      "risk_assessment.regularly_updated is yes" },
  },
  facts   = { "risk_assessment.exists", "risk_assessment.asm_interaction",
    "risk_assessment.regularly_updated" },
  because = "The security risks are said not to be assessed, yet an assessment "
    .. "is described.",
}
disagreement "sought-and-never-sought" {
  when    = all { "public_security.commitment is not_sought",
    "public_security.seeking_shown is yes" },
  facts   = { "public_security.commitment", "public_security.seeking_shown" },
  because = "Commitment to the Voluntary Principles is said never to have been "
    .. "sought, yet letters are said to show that it was.",
}
disagreement "commitment-better-than-the-list" {
  when    = all {
    "public_security.commitment is not not_sought",
    any "providers" { where = "kind is public",
      "arrangement.commitment is not_sought" },
  },
  facts   = { "public_security.commitment" },
  because = "Commitment to the Voluntary Principles is said to have been sought, "
    .. "yet the list holds a public force of which it never was.",
}

-- 11.4 The code of conduct

disagreement "membership-of-nobody" {
  scope   = "member",
  when    = all {
    "icoca.membership is none or applicant",
    "icoca.in_force is yes",
  },
  facts   = { "icoca.membership", "icoca.in_force" },
  because = "The Member is said to be no member of the Code's association, yet "
    .. "its membership is said to be in force.",
}

-- What an agreement says binds nobody once its term has ended.  Whether another
-- took its place the dossier has to say; what falls short in it stays as it is.

local private_ended = any { "private_security.agreements_end is before today",
  any "providers" { "kind is private", "agreement.ends is before today" } }
local public_ended = any { "public_security.agreement_ends is before today",
  any "providers" { "kind is public", "arrangement.ends is before today" } }

disagreement "ended-private-reference" {
  when    = all { "private_security.agreements_cite_vpshr is yes", private_ended },
  facts   = { "private_security.agreements_cite_vpshr" },
  because = "The agreements with private companies are said to refer to the "
    .. "Voluntary Principles, yet the term of one has ended. What holds now?",
}
disagreement "ended-private-training" {
  when    = all { "private_security.agreements_require_training is yes", private_ended },
  facts   = { "private_security.agreements_require_training" },
  because = "The agreements with private companies are said to require training "
    .. "on the principles, yet the term of one has ended. What holds now?",
}
disagreement "ended-private-conduct" {
  when    = all { "private_security.agreements_require_conduct is yes", private_ended },
  facts   = { "private_security.agreements_require_conduct" },
  because = "The agreements with private companies are said to require training "
    .. "on conduct and force, yet the term of one has ended. What holds now?",
}
disagreement "ended-public-arrangement" {
  when    = all { "public_security.follows_vpshr is yes", public_ended },
  facts   = { "public_security.follows_vpshr" },
  because = "The arrangements with public forces are said to follow the Voluntary "
    .. "Principles, yet the term of an agreement has ended. What holds now?",
}
disagreement "ended-public-commitment" {
  when    = all { "public_security.commitment is agreed", public_ended },
  facts   = { "public_security.commitment" },
  because = "Public forces are said to have committed themselves in an agreement, "
    .. "yet its term has ended. What holds now?",
}
