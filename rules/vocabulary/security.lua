-- Who provides security at a facility.

fact "security.present" {
  type = "yes/no",
  ask  = "Does anybody provide security here: personnel of the facility's own, a "
    .. "company, or a public force that is engaged?",
  help = "Yes also where somebody guards and it is not known whose personnel "
    .. "they are.",
  also_called = { "guard", "watchman", "bodyguard" },
  evidence = { "observation", "roster" },
  from    = any "providers" {},
  follows = any { "security.inhouse_used is yes", "security.private_used is yes",
    "security.public_engaged is yes" },
}
fact "security.inhouse_used" {
  type = "yes/no",
  ask  = "Does the facility employ security personnel of its own?",
  evidence = { "organisation chart" },
  from = any "providers" { "kind is inhouse" },
}
fact "security.private_used" {
  type = "yes/no",
  ask  = "Is a private security company engaged at the facility?",
  also_called = { "outsourced", "subcontractor", "agency", "firm",
    "guarding" },
  evidence = { "contract" },
  from = any "providers" { "kind is private" },
}
fact "security.public_engaged" {
  type = "yes/no",
  ask  = "Are police or military engaged to provide security at the facility?",
  help = "An arrangement for services or support.  A single emergency call is "
    .. "ordinary law enforcement, not an engagement.",
  also_called = { "army", "soldier", "troops", "gendarme" },
  evidence = { "agreement", "interview" },
  from = any "providers" { "kind is public" },
}
fact "security.public_as_personnel" {
  type = "yes/no",
  auditor_may_decide = true,
  ask  = "Do the police or military that are engaged here count as security "
    .. "personnel: formally employed or contracted to protect people, property or "
    .. "assets?",
  help = "An agreement on protection speaks for it; forces that only come when "
    .. "called speak against it. Give the reason as why.",
  evidence = { "agreement" },
  not_applicable_when = "security.public_engaged is no",
}
fact "security.personnel_identified" {
  type = "yes/no",
  ask  = "Is it settled who here is security personnel?",
  help = "So that nobody who guards is left out: everyone formally employed or "
    .. "contracted to protect people, property or assets, a doorman of a shop as much "
    .. "as a guard of a company.",
  also_called = { "doorman", "bouncer" },
  evidence = { "job descriptions", "contract", "observation" },
}

list "providers" {
  item = "provider of security",
  ask  = "Who provides security here?",
  help = "One entry for each: the facility's own force, a company, police or "
    .. "military.",
  facts = {
    fact "name" {
      type = "text",
      ask  = "What is the provider called?",
    },
    fact "kind" {
      type   = "choice",
      values = { "inhouse", "private", "public" },
      titles = { inhouse = "in-house", private = "private company",
        public = "public force" },
      ask    = "Is it in-house, a private company or a public force?",
    },
    fact "armed" {
      type = "yes/no",
      ask  = "Do its personnel carry arms here, of any kind?",
      evidence = { "contract", "weapons register", "observation" },
    },
    fact "arms_kinds" {
      type   = "choices",
      values = { "firearm", "baton", "spray", "electric", "dog", "other" },
      titles = { firearm = "firearms", baton = "batons", spray = "sprays",
        electric = "electric weapons", dog = "dogs" },
      ask    = "Which kinds of arms do its personnel carry here?",
      evidence = { "contract", "weapons register", "observation" },
    },
    fact "agreement.cites_vpshr" {
      type = "yes/no",
      ask  = "Does the agreement with a private company refer to what the "
        .. "Voluntary Principles say on private security?",
      evidence = { "contract" },
    },
    fact "agreement.requires_training" {
      type = "yes/no",
      ask  = "Does the agreement with a private company require adequate training "
        .. "on the Voluntary Principles?",
      evidence = { "contract" },
    },
    fact "agreement.requires_conduct" {
      type = "yes/no",
      ask  = "Does the agreement with a private company require training on the "
        .. "Member's policies on conduct and the local use of force?",
      evidence = { "contract", "rules of engagement" },
    },
    fact "agreement.ends" {
      type   = "date",
      future = true,
      ask    = "On what day does the agreement with a private company run out?",
      evidence = { "contract" },
    },
    fact "defensive_only" {
      type = "yes/no",
      ask  = "Does a private company provide preventative and defensive "
        .. "services only?",
      evidence = { "contract", "interview" },
    },
    fact "arrangement.follows_vpshr" {
      type = "yes/no",
      ask  = "Is the arrangement with a public force in accordance with what the "
        .. "Voluntary Principles say on public security?",
      evidence = { "agreement", "letters" },
    },
    fact "arrangement.policies_communicated" {
      type = "yes/no",
      ask  = "Does a public force know the Member's policies on ethical "
        .. "conduct and human rights?",
      evidence = { "letters", "minutes" },
    },
    fact "arrangement.expectation_expressed" {
      type = "yes/no",
      ask  = "Was a public force told that security in line with them, by "
        .. "trained people, is expected?",
      evidence = { "letters", "minutes" },
    },
    fact "arrangement.commitment" {
      type   = "choice",
      values = { "agreed", "refused", "unanswered", "not_sought" },
      titles = { not_sought = "never sought" },
      ask    = "What became of a commitment of a public force to the Voluntary "
        .. "Principles in a formal agreement?",
      evidence = { "agreement", "letters" },
    },
    fact "arrangement.ends" {
      type   = "date",
      future = true,
      beyond = true,
      ask    = "On what day does the agreement with a public force run out?",
      evidence = { "agreement" },
    },
  },
}
