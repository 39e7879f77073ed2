-- What is protected, and how: product on the premises and on its way, people
-- before product, and what belongs to it: training, detection, documents.

-- On the premises.

fact "protect.theft" {
  type   = "choice",
  values = { "none", "partial", "adequate" },
  order  = { "none", "partial", "adequate" },
  titles = { none = "missing altogether", partial = "only partial" },
  ask    = "How well is product protected against theft on the premises?",
  help   = "Measured by the risks that were found. Partial: a known risk is "
    .. "left open. None: nothing is in place.",
  also_called = { "camera", "CCTV", "vault", "lock", "fence", "thief", "stealing" },
  evidence = { "observation", "security plan" },
}
fact "protect.damage" {
  type   = "choice",
  values = { "none", "partial", "adequate" },
  order  = { "none", "partial", "adequate" },
  titles = { none = "missing altogether", partial = "only partial" },
  ask    = "How well is product protected against damage on the premises?",
  help   = "Measured by the risks that were found. Partial: a known risk is "
    .. "left open. None: nothing is in place.",
  also_called = { "fire", "flood" },
  evidence = { "observation", "handling procedure" },
}
fact "protect.substitution" {
  type   = "choice",
  values = { "none", "partial", "adequate" },
  order  = { "none", "partial", "adequate" },
  titles = { none = "missing altogether", partial = "only partial" },
  ask    = "How well is product protected on the premises against being "
    .. "exchanged for something else?",
  help   = "Weighing, marking, sealing and stock control are places to look.",
  also_called = { "swap", "fake", "counterfeit" },
  evidence = { "stock control records", "observation" },
}

-- On its way.

fact "shipping.own_carriage" {
  type = "yes/no",
  ask  = "Does the Member carry some of this facility's product itself?",
  also_called = { "vehicle", "truck", "van", "driver" },
  evidence = { "shipping records" },
  from = any "shipments" { "carrier is own" },
}
fact "shipping.carrier_used" {
  type = "yes/no",
  ask  = "Does somebody else carry some of this facility's product: a secure "
    .. "carrier, a courier or the post?",
  also_called = { "parcel", "freight", "armoured", "logistics" },
  evidence = { "shipping records", "contract" },
  from = any "shipments" { "carrier is secure_carrier, courier or post" },
}
fact "shipping.guarded" {
  type = "yes/no",
  ask  = "Do security personnel take part in moving product?",
  also_called = { "escort", "convoy" },
  evidence = { "shipping procedure" },
  from = any "shipments" { "guarded is yes" },
}
fact "shipping.own_losses" {
  type = "count",
  unit = "shipments",
  beyond = true,
  ask  = "How many shipments were robbed, lost, damaged or tampered with while "
    .. "the Member carried them?",
  help = "In the period this assessment looks at. The guidance names none.",
  evidence = { "incident log" },
  from = count "incidents" { "shipment_lost_by is own" },
}
fact "shipping.carrier_losses" {
  type = "count",
  unit = "shipments",
  beyond = true,
  ask  = "How many shipments were robbed, lost, damaged or tampered with while "
    .. "a carrier had them?",
  help = "In the period this assessment looks at. The guidance names none.",
  evidence = { "incident log", "insurance claims" },
  from = count "incidents" { "shipment_lost_by is carrier" },
}
fact "protect.own_shipments" {
  type   = "choice",
  values = { "none", "partial", "adequate" },
  order  = { "none", "partial", "adequate" },
  titles = { none = "missing altogether", partial = "only partial" },
  ask    = "How well is product protected against theft, damage and "
    .. "substitution while the Member carries it?",
  help   = "Adequate means against all three. Partial: one of them, or a "
    .. "known risk, is left open.",
  evidence = { "shipping procedure", "observation" },
  not_applicable_when = "shipping.own_carriage is no",
}
fact "protect.carrier_shipments" {
  type   = "choice",
  values = { "none", "partial", "adequate" },
  order  = { "none", "partial", "adequate" },
  titles = { none = "missing altogether", partial = "only partial" },
  ask    = "How well is product protected against theft, damage and "
    .. "substitution while others carry it?",
  help   = "Look at how carriers are chosen, and at contracts, packing, seals "
    .. "and receipts. A carrier's signature under the code of conduct for "
    .. "security providers is evidence, not proof.",
  also_called = { "insurance", "insured" },
  evidence = { "contract", "shipping procedure" },
  not_applicable_when = "shipping.carrier_used is no",
}
fact "protect.transport_staff" {
  type = "yes/no",
  ask  = "Are the security personnel who move product protected themselves?",
  evidence = { "shipping procedure", "interview" },
  from = every "shipments" {
    where = "guarded is yes",
    "crew_protected is yes",
  },
}

list "shipments" {
  item = "way of shipping",
  ask  = "In which ways is product moved to or from the facility?",
  help = "One entry for each way, such as a route or a carrier, not for each "
    .. "parcel.",
  facts = {
    fact "id" {
      type = "text",
      ask  = "Under which id do your records hold it?",
    },
    fact "name" {
      type = "text",
      sensitive = true,
      ask  = "By what name is this way of shipping known?",
    },
    fact "carrier" {
      type   = "choice",
      values = { "own", "secure_carrier", "courier", "post" },
      titles = { own = "the Member itself",
        secure_carrier = "a secure carrier", post = "the post" },
      ask    = "Who carries the product?",
      evidence = { "contract", "shipping records" },
    },
    fact "protection" {
      type   = "choice",
      values = { "none", "partial", "adequate" },
      order  = { "none", "partial", "adequate" },
      ask    = "How well is product protected on this way?",
      evidence = { "shipping procedure" },
    },
    fact "guarded" {
      type = "yes/no",
      ask  = "Do security personnel take part in this way of shipping?",
    },
    fact "crew_protected" {
      type = "yes/no",
      ask  = "Are the security personnel on this way protected themselves?",
      evidence = { "shipping procedure", "interview" },
    },
  },
}

-- People before product.

fact "people_first.in_practice" {
  type   = "choice",
  values = { "yes", "mixed", "no" },
  order  = { "no", "mixed", "yes" },
  titles = { mixed = "only at times", no = "never" },
  ask    = "Do interviews and observation show that people come before product "
    .. "when security measures are applied?",
  evidence = { "interview", "observation" },
  shown_by = { "interview", "observation" },
}
fact "people_first.in_policy" {
  type   = "choice",
  values = { "yes", "silent", "no" },
  titles = { silent = "they do not say", no = "they put product first" },
  ask    = "Do the security policies and procedures make it plain that people "
    .. "matter more than product?",
  help   = "Where nothing is written down, or what is written does not say, the "
    .. "answer is silent. No means that they put product before people.",
  evidence = { "policy", "procedure" },
}
fact "people_first.groups" {
  type   = "choices",
  may_be_none = true,
  values = { "employees", "contractors", "visitors", "partner_staff" },
  titles = { partner_staff = "staff of business partners" },
  ask    = "Who is put before product, each as much as the others?",
  help   = "A group that the measures would protect counts, even if nobody of "
    .. "it is here today.",
  evidence = { "policy", "observation" },
}

-- Training, detection, documents.

fact "training.appropriate_for" {
  type   = "choices",
  may_be_none = true,
  values = { "employees", "contractors" },
  needs_why = true,
  ask    = "For whom is training on the security policies appropriate here?",
  help   = "Give the reason for each that is left out, such as that there are "
    .. "no contractors. Low risk alone is no reason.",
  evidence = { "training plan" },
}
fact "training.employees" {
  type   = "choice",
  values = { "all", "some", "none" },
  order  = { "none", "some", "all" },
  titles = { some = "only some" },
  ask    = "How many of the employees have been trained on the security "
    .. "policies and procedures that concern them?",
  help   = "One figure for employees and contractors together answers for "
    .. "neither.",
  also_called = { "course", "induction" },
  evidence = { "training records" },
}
fact "training.contractors" {
  type   = "choice",
  values = { "all", "some", "none" },
  order  = { "none", "some", "all" },
  titles = { some = "only some" },
  ask    = "How many of the contractors have been trained on the security "
    .. "policies and procedures that concern them?",
  help   = "One figure for employees and contractors together answers for "
    .. "neither.",
  evidence = { "training records" },
}
fact "theft_detection.appropriate" {
  type = "yes/no",
  needs_why = true,
  ask  = "Are internal controls that detect theft appropriate here?",
  help = "Give the reason as why. Low risk alone is no reason to say no.",
  evidence = { "risk assessment" },
}
fact "theft_detection.speed" {
  type   = "choice",
  values = { "fast", "late", "none" },
  titles = { late = "only late", none = "not at all" },
  ask    = "How fast would internal controls notice a theft?",
  help   = "This is about noticing. Who answers an alarm is asked apart.",
  also_called = { "inventory", "stocktaking" },
  evidence = { "stock reconciliation", "procedure" },
  not_applicable_when = "theft_detection.appropriate is no",
}
fact "theft_detection.alarm_answered" {
  type = "yes/no",
  beyond = true,
  ask  = "Does somebody answer when an alarm is raised?",
  evidence = { "alarm log", "contract" },
  shown_by = { "interview", "observation" },
}
fact "documents.access_controlled" {
  type = "yes/no",
  ask  = "Is it strictly controlled who may see sensitive security documents?",
  also_called = { "confidential", "secret" },
  evidence = { "access list" },
  from = every "security_documents" { "access_controlled is yes" },
}
fact "documents.kept_safe" {
  type = "yes/no",
  ask  = "Are sensitive security documents kept safe from theft, copying and "
    .. "loss?",
  evidence = { "observation" },
  from = every "security_documents" { "kept_safe is yes" },
}
fact "documents.withheld" {
  type = "yes/no",
  ask  = "Are security documents withheld from the auditor?",
  help = "That is allowed. Mark each fact that rests on such a document as "
    .. "withheld, with what an interview and an observation say of it.",
  evidence = { "audit note" },
  from = any "security_documents" { "withheld is yes" },
}

list "security_documents" {
  item = "security document",
  ask  = "Which sensitive security documents are there?",
  help = "One entry for each; what stands in it need not be given.",
  facts = {
    fact "id" {
      type = "text",
      ask  = "Under which id do your records hold it?",
    },
    fact "name" {
      type = "text",
      sensitive = true,
      ask  = "What is the document called?",
    },
    fact "access_controlled" {
      type = "yes/no",
      ask  = "Is it strictly controlled who may see it?",
      evidence = { "access list" },
    },
    fact "kept_safe" {
      type = "yes/no",
      ask  = "Is it kept safe from theft, copying and loss?",
      evidence = { "observation" },
    },
    fact "withheld" {
      type = "yes/no",
      ask  = "Is it withheld from the auditor?",
      evidence = { "audit note" },
    },
  },
}
