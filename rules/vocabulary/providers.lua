-- What a mine arranges with those who provide its security: public forces,
-- private companies, and its own department (11.3).  Where each provider is
-- listed, these answers follow from the list.

-- Public forces.

fact "security.public_presence" {
  type   = "choice",
  values = { "none", "nearby", "on_site" },
  titles = { none = "neither there nor nearby", nearby = "near the site",
    on_site = "on the site" },
  ask    = "Are police or military on the site or near it, engaged or not?",
  evidence = { "observation", "interview" },
}
fact "security.public_supported" {
  type = "yes/no",
  ask  = "Does the facility house, pay, equip or otherwise support police or "
    .. "military?",
  also_called = { "salary", "wage", "payment", "allowance" },
  evidence = { "ledgers", "interview" },
}
fact "security.public_called" {
  type = "yes/no",
  ask  = "Were police or military called here in an emergency, without being "
    .. "engaged?",
  evidence = { "incident log" },
}
fact "public_security.follows_vpshr" {
  type = "yes/no",
  ask  = "Do the arrangements with public forces accord with what the Voluntary "
    .. "Principles say on public security?",
  evidence = { "agreement", "letters", "minutes" },
  from = every "providers" { where = "kind is public",
    "arrangement.follows_vpshr is yes" },
}
fact "public_security.policies_communicated" {
  type = "yes/no",
  ask  = "Has the Member made its policies on ethical conduct and human rights "
    .. "known to every public force it engages?",
  evidence = { "letters", "minutes" },
  from = every "providers" { where = "kind is public",
    "arrangement.policies_communicated is yes" },
}
fact "public_security.expectation_expressed" {
  type = "yes/no",
  ask  = "Has the Member told every public force it engages that it expects "
    .. "security in line with those policies, by people who are adequately and "
    .. "effectively trained?",
  evidence = { "letters", "minutes" },
  from = every "providers" { where = "kind is public",
    "arrangement.expectation_expressed is yes" },
}
fact "public_security.agreement_possible" {
  type = "yes/no",
  needs_why = true,
  ask  = "Is it possible here to seek a formal agreement on security with the "
    .. "government?",
  help = "A government that was asked and refused was possible to ask. Give the "
    .. "reason as why where the answer is no.",
  evidence = { "law", "letters" },
}
fact "public_security.agreement_ends" {
  type   = "date",
  future = true,
  ask    = "On what day does the agreement with the public forces run out?",
  help   = "Where there are several, the one that runs out first.",
  evidence = { "agreement" },
}
fact "public_security.commitment" {
  type   = "choice",
  values = { "agreed", "refused", "unanswered", "not_sought" },
  titles = { agreed = "was given",
    refused = "was sought, and refused",
    unanswered = "was sought, and not answered",
    not_sought = "was never sought" },
  ask    = "What became of a commitment to the Voluntary Principles in a formal "
    .. "agreement with the government?",
  help   = "Where forces differ, answer for the one with whom least was done.",
  also_called = { "memorandum", "MoU" },
  evidence = { "agreement", "letters" },
}
fact "public_security.seeking_shown" {
  type = "yes/no",
  ask  = "Do letters or minutes show that the Member sought it?",
  evidence = { "letters", "minutes" },
}
fact "public_security.allegations" {
  type = "count",
  unit = "allegations",
  ask  = "How many allegations were made against public forces at or near the "
    .. "facility?",
  evidence = { "register of allegations" },
  from = count "allegations" { "against is public" },
}
fact "public_security.grave_undecided" {
  type = "count",
  unit = "allegations",
  of   = "public_security.allegations",
  ask  = "How many serious allegations against public forces, or ones of death or "
    .. "injury, are not decided?",
  evidence = { "register of allegations" },
  from = count "allegations" { "against is public", "severity is not low",
    "status is not closed_founded or closed_unfounded" },
}
fact "public_security.risks_watched" {
  type = "yes/no",
  ask  = "Does the facility watch for the abuse, corruption and conflict that "
    .. "public forces at a mine can bring?",
  also_called = { "bribe", "corruption", "extortion" },
  evidence = { "risk register", "incident log", "interview" },
}
fact "public_security.communicated_on" {
  type   = "date",
  beyond = true,
  ask    = "On what day were the policies last made known to the public forces?",
  evidence = { "letters", "minutes" },
}
fact "public_security.last_rotation" {
  type   = "date",
  beyond = true,
  may_be_never = true,
  ask    = "On what day did a unit of the public forces last take over from "
    .. "another?",
  evidence = { "interview", "minutes" },
}

-- Private companies, and the facility's own department.

fact "private_security.agreements_end" {
  type   = "date",
  future = true,
  ask    = "On what day does the first of the agreements with private security "
    .. "companies run out?",
  help   = "One that was renewed runs out at the end of its new term.",
  evidence = { "contract" },
}
fact "private_security.agreements_cite_vpshr" {
  type = "yes/no",
  ask  = "Do the agreements with all private security companies refer to what "
    .. "the Voluntary Principles say on private security?",
  help = "A company that works here without an agreement is answered with no.",
  evidence = { "contract" },
  from = every "providers" { where = "kind is private",
    "agreement.cites_vpshr is yes" },
}
fact "private_security.agreements_require_training" {
  type = "yes/no",
  ask  = "Do the agreements with all private security companies require adequate "
    .. "and effective training on the Voluntary Principles?",
  evidence = { "contract" },
  from = every "providers" { where = "kind is private",
    "agreement.requires_training is yes" },
}
fact "private_security.agreements_require_conduct" {
  type = "yes/no",
  ask  = "Do the agreements with all private security companies require training "
    .. "on the Member's policies on conduct and the local use of force, such as "
    .. "rules of engagement?",
  evidence = { "contract", "rules of engagement" },
  from = every "providers" { where = "kind is private",
    "agreement.requires_conduct is yes" },
}
fact "private_security.defensive_only" {
  type = "yes/no",
  ask  = "Do all private security companies provide preventative and defensive "
    .. "services only, and leave to the state what is the state's?",
  evidence = { "contract", "interview", "observation" },
  from = every "providers" { where = "kind is private",
    "defensive_only is yes" },
}
fact "inhouse_security.equivalent" {
  type = "yes/no",
  ask  = "Do requirements equivalent to those for private companies (principles, "
    .. "training, conduct and force) hold for the facility's own security "
    .. "personnel?",
  evidence = { "policy", "job descriptions" },
  not_applicable_when = "security.inhouse_used is no",
}
