-- Who and what is assessed.

fact "member.id" {
  type = "text",
  ask  = "What is the Member's name or membership number?",
}
fact "member.name" {
  type = "text",
  ask  = "What is the Member called?",
}
fact "assessment.date" {
  type   = "date",
  future = true,
  ask    = "On what day does this assessment look at the facts?",
  help   = "Every expiry and review is measured from this day. A caller may "
    .. "give another as-of date.",
}
fact "assessment.began" {
  type  = "date",
  label = "Began",
  ask   = "On what day did this assessment begin?",
  help  = "A finding raised on that day or later is of this assessment; one from "
    .. "before it, that fails again, may be persistent. Without an answer the day "
    .. "of the assessment counts.",
}
fact "assessment.kind" {
  type   = "choice",
  values = { "self", "certification", "mid_term", "recertification" },
  titles = { self = "self-assessment", certification = "certification audit",
    mid_term = "mid-term review", recertification = "recertification audit" },
  ask    = "What kind of assessment is this?",
}

-- Who defends the report, and what they looked at: shown at its head, read by no
-- check.
fact "assessment.assessor" {
  type  = "text",
  label = "Assessed by",
  ask   = "Who answers for this assessment: which firm, and who leads it?",
}
fact "assessment.team" {
  type  = "text",
  label = "Team",
  ask   = "Who else took part, and as what?",
}
fact "assessment.days_on_site" {
  type  = "text",
  label = "Days on site",
  ask   = "On which days was the team on site, and at which facility?",
}
fact "assessment.scope" {
  type  = "text",
  label = "Scope",
  ask   = "What does this assessment look at, and what is left out of it?",
}
fact "facility.id" {
  type = "text",
  ask  = "By what short id is this facility known?",
}
fact "facility.name" {
  type = "text",
  ask  = "What is the facility called?",
}
fact "facility.country" {
  type = "country",
  ask  = "In which country is the facility (ISO 3166 code)?",
}
fact "facility.not_assessed_why" {
  type   = "choice",
  label  = "Not assessed",
  values = { "not_sampled", "closed", "refused", "out_of_scope" },
  titles = { not_sampled = "not among those sampled", closed = "closed",
    refused = "access was refused", out_of_scope = "said to be out of scope" },
  ask    = "Where the facility was not assessed: why not?",
  help   = "The reason is printed and changes no rating: a facility that was not "
    .. "assessed may be anything.",
}

-- What a facility is and does (11.1 and the gates of every provision).

fact "facility.kind" {
  type   = "choices",
  values = { "mine", "exploration", "refinery", "cutting", "manufacture",
    "trade", "retail", "laboratory", "transport", "office" },
  titles = { exploration = "exploration site",
    cutting = "cutting and polishing", manufacture = "jewellery manufacture",
    retail = "shop" },
  ask    = "What kind of facility is this?",
  help   = "More than one where it does several things.",
  also_called = { "factory", "store", "warehouse", "workshop" },
  evidence = { "scope list", "observation" },
}
fact "facility.handles_jewellery_products" {
  type = "yes/no",
  needs_why = "facility.kind includes any of mine, trade, laboratory or "
    .. "transport",
  ask  = "Does the facility handle Jewellery Products: diamonds, gold or "
    .. "platinum group metals, from ore to finished jewellery?",
  help = "Winning, working, storing, testing, buying and selling all count. "
    .. "How much there is, and how low the risk, makes no difference.",
  also_called = { "diamond", "gold", "stock" },
  evidence = { "observation", "stock records" },
}
fact "facility.ships_product" {
  type = "yes/no",
  ask  = "Is product moved to or from the facility in the Member's care, by "
    .. "itself or by a carrier it hires?",
  also_called = { "export", "import", "delivery", "transport" },
  evidence = { "shipping records" },
  from = any "shipments" { "carrier is own, secure_carrier, courier or post" },
}
fact "facility.conflict_affected" {
  type   = "choice",
  values = { "no", "possible", "yes" },
  ask    = "Is there conflict or social unrest in the area?",
  also_called = { "war", "unrest" },
  evidence = { "country risk report" },
}
fact "member.has_mining_facilities" {
  type = "yes/no",
  ask  = "Does the Member have mining facilities?",
  evidence = { "scope list" },
}
fact "member.consecutive_one_year" {
  type = "count",
  unit = "periods",
  beyond = true,
  ask  = "How many one-year certification periods in a row has the Member had?",
  evidence = { "past certificates" },
}
