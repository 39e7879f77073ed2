-- Facts that cannot both be true: what a facility is, its risk assessment, and how
-- people and product are protected (11.1).

disagreement "product-worked-but-not-handled" {
  when    = all {
    "facility.handles_jewellery_products is no",
    "facility.kind includes any of mine, refinery, cutting, manufacture, trade, "
      .. "retail or laboratory",
  },
  facts   = { "facility.handles_jewellery_products", "facility.kind" },
  because = "The facility is said to handle no jewellery product, yet to be of a "
    .. "kind that does.",
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
disagreement "shipments-lost-but-not-shipped" {
  when    = any {
    all { "facility.ships_product is no", any {
      "shipping.own_losses is more than 0",
      "shipping.carrier_losses is more than 0" } },
    all { "shipping.own_carriage is no", "shipping.own_losses is more than 0" },
    all { "shipping.carrier_used is no",
      "shipping.carrier_losses is more than 0" },
  },
  facts   = { "facility.ships_product", "shipping.own_carriage",
    "shipping.carrier_used", "shipping.own_losses", "shipping.carrier_losses" },
  because = "Shipments are said to have come to harm in the hands of those who "
    .. "are said to carry none.",
}
