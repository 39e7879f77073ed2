-- Facts that cannot both be true: mines and the Voluntary Principles (11.3), and
-- the code of conduct (11.4).

disagreement "mine-of-a-member-without-mining" {
  when    = all {
    "member.has_mining_facilities is no",
    "facility.kind includes mine",
  },
  facts   = { "member.has_mining_facilities", "facility.kind" },
  because = "The Member is said to have no mining facilities, yet this "
    .. "facility is called a mine.",
}
disagreement "mining-without-a-mine" {
  scope   = "member",
  when    = all {
    "member.has_mining_facilities is yes",
    none "facilities" { "facility.kind includes any of mine or exploration" },
  },
  facts   = { "member.has_mining_facilities" },
  because = "The Member is said to have mining facilities, yet the complete list "
    .. "of facilities holds neither a mine nor an exploration site.",
}
disagreement "miners-on-the-concession-of-no-mine" {
  when    = all {
    "asm.present is on_concession",
    "facility.kind includes none of mine or exploration",
  },
  facts   = { "asm.present", "facility.kind" },
  because = "Artisanal miners are said to work on the concession, yet the "
    .. "facility is called neither a mine nor an exploration site.",
}
disagreement "public-forces-engaged-but-nowhere" {
  when    = all { "security.public_engaged is yes",
    "security.public_presence is none" },
  facts   = { "security.public_engaged", "security.public_presence" },
  because = "Public forces are said to be engaged here, yet to be neither on the "
    .. "site nor near it.",
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
  when    = any {
    all { "public_security.commitment is not not_sought",
      any "providers" { where = "kind is public",
        "arrangement.commitment is not_sought" } },
    all { "public_security.commitment is agreed",
      any "providers" { where = "kind is public",
        "arrangement.commitment is refused or unanswered" } },
  },
  facts   = { "public_security.commitment" },
  because = "Commitment to the Voluntary Principles is said to have been sought, or "
    .. "given, yet the list holds a public force with whom less was done.",
}
disagreement "agreement-impossible-but-sought" {
  when    = all { "public_security.agreement_possible is no", any {
    "public_security.commitment is agreed, refused or unanswered",
    "public_security.seeking_shown is yes",
    any "providers" { "kind is public",
      "arrangement.commitment is agreed, refused or unanswered" },
  } },
  facts   = { "public_security.agreement_possible" },
  because = "It is said not to be possible to seek a formal agreement, yet to have "
    .. "been sought. A government that refuses can be asked.",
}
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
