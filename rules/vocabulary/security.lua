-- Who provides security at a facility.

fact "security.inhouse_used" {
  type = "yes/no",
  ask  = "Does the facility employ security personnel of its own?",
  evidence = { "organisation chart" },
  from = any "providers" { "kind is inhouse" },
}
fact "security.private_used" {
  type = "yes/no",
  ask  = "Is a private security company engaged at the facility?",
  evidence = { "contract" },
  from = any "providers" { "kind is private" },
}
fact "security.public_engaged" {
  type = "yes/no",
  ask  = "Are police or military engaged to provide security at the facility?",
  help = "An arrangement for services or support.  A single emergency call is "
    .. "ordinary law enforcement, not an engagement.",
  evidence = { "agreement", "interview" },
  from = any "providers" { "kind is public" },
}

list "providers" {
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
  },
}
