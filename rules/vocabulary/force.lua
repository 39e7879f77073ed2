-- The use of force, and arms.

fact "force.policy_min_proportionate" {
  type = "yes/no",
  ask  = "Do the rules on force allow it only when strictly necessary, and only "
    .. "the least that answers the threat?",
  evidence = { "policy", "rules of engagement" },
}
fact "force.uses" {
  type = "count",
  unit = "events",
  ask  = "How many times did security personnel use force?",
  help = "In the period this assessment looks at. The guidance names no period. "
    .. "Force is any: hands, batons, dogs, firearms.",
  also_called = { "shooting", "beating", "restraint", "violence" },
  evidence = { "incident log" },
  from = count "incidents" { "force_used is yes" },
}
fact "force.looked_into" {
  type = "count",
  unit = "events",
  of   = "force.uses",
  ask  = "How many of these uses of force were looked into, by anybody?",
  evidence = { "case files" },
  from = count "incidents" { "force_used is yes",
    "looked_into_by is provider, member or outside" },
}
fact "force.looked_into_by_others" {
  type = "count",
  unit = "events",
  of   = "force.looked_into",
  ask  = "How many uses of force were looked into by somebody other than those "
    .. "whose personnel used it?",
  help = "By the Member for a company's guards, by management outside the security "
    .. "department for the facility's own, or by somebody from outside.",
  evidence = { "case files" },
  from = count "incidents" { "force_used is yes",
    "looked_into_by is member or outside" },
}
fact "force.excessive_confirmed" {
  type = "count",
  unit = "events",
  of   = "force.looked_into",
  ask  = "How many uses of force by security personnel were found to be "
    .. "excessive?",
  help = "Count those that an investigation confirmed, in the period this "
    .. "assessment looks at. The guidance names no period.",
  evidence = { "case files" },
  from = count "incidents" { "force_excessive is yes" },
}

list "incidents" {
  item = "incident",
  sensitive = true,
  in_full = true,
  ask  = "Which security incidents were there?",
  help = "One entry for each use of force and each shipment that was robbed, "
    .. "lost, damaged or tampered with, in the period this assessment looks at.",
  also_called = { "accident", "logbook" },
  facts = {
    fact "id" {
      type = "text",
      ask  = "Under which number does the log hold it?",
    },
    fact "force_used" {
      type = "yes/no",
      ask  = "Did security personnel use force?",
      evidence = { "incident log" },
    },
    fact "looked_into_by" {
      type   = "choice",
      values = { "nobody", "provider", "member", "outside" },
      titles = { provider = "those whose personnel used the force",
        member = "the Member, apart from them", outside = "somebody from outside" },
      ask    = "Who looked into the use of force?",
      evidence = { "case file" },
    },
    fact "force_excessive" {
      type = "yes/no",
      ask  = "Did an investigation find that security personnel used more force "
        .. "than they should?",
      help = "No where no force was used, too.",
      evidence = { "case file" },
    },
    fact "shipment_lost_by" {
      type   = "choice",
      values = { "own", "carrier", "nobody" },
      titles = { own = "the Member itself", carrier = "a carrier",
        nobody = "nobody, for none came to harm" },
      beyond = true,
      ask    = "If a shipment came to harm: who had it?",
      evidence = { "incident log", "insurance claim" },
    },
  },
}
fact "arms.used" {
  type = "yes/no",
  ask  = "Are any security personnel armed here, with any kind of weapon?",
  also_called = { "gun", "weapon" },
  evidence = { "observation", "weapons register" },
  from    = any "people" { "armed is yes" },
  follows = any "providers" { "armed is yes" },
}
fact "arms.kinds" {
  type   = "choices",
  values = { "firearm", "baton", "spray", "electric", "dog", "other" },
  titles = { firearm = "firearms", baton = "batons", spray = "sprays",
    electric = "electric weapons", dog = "dogs" },
  ask    = "Which kinds of arms are carried here?",
  help   = "Who carries them stands with each provider of security.",
  also_called = { "pistol", "rifle", "shotgun", "taser", "pepper",
    "truncheon", "canine" },
  evidence = { "weapons register", "observation" },
  not_applicable_when = "arms.used is no",
}
fact "arms.armed_count" {
  type = "count",
  unit = "persons",
  ask  = "How many security personnel are armed?",
  evidence = { "roster" },
  from = count "people" { "armed is yes" },
}
fact "arms.trained_count" {
  type = "count",
  unit = "persons",
  of   = "arms.armed_count",
  ask  = "How many of the armed persons are trained for the weapons they carry?",
  evidence = { "certificates" },
  from = count "people" { "armed is yes", "weapons_trained is yes" },
}
fact "arms.licence_required_by_law" {
  type = "yes/no",
  auditor_may_decide = true,
  ask  = "Does Applicable Law require a licence for the weapons carried here?",
  help = "Firearms, batons and sprays all count. Give the law as evidence, also "
    .. "where it requires no licence. Say yes where any of the weapons carried "
    .. "needs one.",
  evidence = { "legal register" },
  shown_by = { "document", "record", "external_register" },
  not_applicable_when = "arms.used is no",
}
fact "arms.licensed_count" {
  type = "count",
  unit = "persons",
  of   = "arms.armed_count",
  ask  = "How many of the armed persons hold a licence that is in force, or "
    .. "carry a weapon for which the law requires none?",
  also_called = { "permit", "license" },
  evidence = { "licences" },
  from = count "people" {
    "armed is yes",
    "licence.held is yes",
    "licence.expires is on or after today",
  },
}
fact "arms.certification_required" {
  type = "yes/no",
  ask  = "Does the law ask for a police or military certificate for any security "
    .. "duty here?",
  evidence = { "legal register" },
  shown_by = { "document", "record", "external_register" },
}
fact "arms.certification_held" {
  type = "yes/no",
  ask  = "Does everyone who needs such a certificate hold it?",
  also_called = { "diploma" },
  evidence = { "certificates" },
  not_applicable_when = "arms.certification_required is no",
}

list "people" {
  item = "person",
  sensitive = true,
  ask  = "Who are the security personnel?",
  help = "One entry for each person, where the dossier goes into that detail.",
  also_called = { "roster", "holiday", "staff" },
  facts = {
    fact "id" {
      type = "text",
      ask  = "Under which id do your records hold the person?",
    },
    fact "name" {
      type = "text",
      sensitive = true,
      ask  = "What is the person called?",
    },
    fact "employer" {
      type   = "choice",
      values = { "inhouse", "private", "public" },
      titles = { inhouse = "the facility", private = "a private company",
        public = "a public force" },
      ask    = "Whose security personnel does the person belong to?",
      evidence = { "roster" },
    },
    fact "deployed" {
      type   = "choice",
      values = { "on_duty", "not_yet", "on_leave", "stood_down" },
      titles = { on_duty = "on duty", not_yet = "hired and not on duty yet",
        on_leave = "on leave", stood_down = "stood down" },
      ask    = "Is the person on duty?",
      help   = "On leave is for anybody who is away and will return, for whatever "
        .. "reason; stood down for anybody taken off duty, such as until trained "
        .. "or while a case against them is looked into.",
      evidence = { "roster" },
    },
    fact "vpshr_trained" {
      type = "yes/no",
      titles = { no = "not trained" },
      ask  = "Has the person been trained on the Voluntary Principles?",
      evidence = { "training record", "interview" },
    },
    fact "armed" {
      type = "yes/no",
      ask  = "Does the person carry a weapon on duty?",
    },
    fact "weapons_trained" {
      type = "yes/no",
      ask  = "Is the person trained for the weapon carried?",
      evidence = { "certificate" },
    },
    fact "licence.held" {
      type = "yes/no",
      ask  = "Does the person hold a licence for the weapon?",
      evidence = { "licence" },
    },
    fact "licence.expires" {
      type   = "date",
      future = true,
      ask    = "On what day does the licence run out?",
      help   = "A licence is in force on the day it runs out.",
      evidence = { "licence" },
    },
  },
}
