-- Facts that cannot both be true: what is said of a group of security personnel, and
-- whether there is such a group here; what the lists of people, providers and
-- incidents hold, and what is said of them as a whole.
-- ("is yes, mixed or no" in one sentence would hold of an unknown answer too.)

disagreement "inhouse-unused-but-described" {
  when    = all { "security.inhouse_used is no", any {
    "conduct.respect_by_inhouse is yes or mixed", "conduct.respect_by_inhouse is no",
    "conduct.known_by_inhouse is yes or mixed", "conduct.known_by_inhouse is no",
    "conduct.trained_inhouse is all or some",
    "vpshr.inhouse_practice is yes or mixed", "vpshr.inhouse_practice is no",
  } },
  facts   = { "security.inhouse_used", "conduct.respect_by_inhouse",
    "conduct.known_by_inhouse", "conduct.trained_inhouse",
    "vpshr.inhouse_practice" },
  because = "The facility is said to have no security personnel of its own, yet "
    .. "their conduct or training is described.",
}
disagreement "private-unused-but-described" {
  when    = all { "security.private_used is no", any {
    "conduct.respect_by_private is yes or mixed", "conduct.respect_by_private is no",
    "conduct.known_by_private is yes or mixed", "conduct.known_by_private is no",
    "conduct.trained_private is all or some",
    "vpshr.private_practice is yes or mixed", "vpshr.private_practice is no",
  } },
  facts   = { "security.private_used", "conduct.respect_by_private",
    "conduct.known_by_private", "conduct.trained_private",
    "vpshr.private_practice" },
  because = "No private security company is said to be engaged, yet the conduct "
    .. "or training of its personnel is described.",
}
disagreement "public-unengaged-but-described" {
  when    = all { "security.public_engaged is no", any {
    "conduct.respect_by_public is yes or mixed", "conduct.respect_by_public is no",
    "conduct.known_by_public is yes or mixed", "conduct.known_by_public is no",
  } },
  facts   = { "security.public_engaged", "conduct.respect_by_public",
    "conduct.known_by_public" },
  because = "No public force is said to be engaged, yet the conduct of those who "
    .. "count as security personnel is described.",
}
disagreement "inhouse-unused-but-listed" {
  when    = all { "security.inhouse_used is no",
    any "people" { "employer is inhouse" } },
  facts   = { "security.inhouse_used" },
  because = "The facility is said to have no security personnel of its own, yet "
    .. "the list of people names some.",
}
disagreement "private-unused-but-listed" {
  when    = all { "security.private_used is no",
    any "people" { "employer is private" } },
  facts   = { "security.private_used" },
  because = "No private security company is said to be engaged, yet the list of "
    .. "people names some of its personnel.",
}
disagreement "public-unengaged-but-listed" {
  when    = all { "security.public_engaged is no",
    any "people" { "employer is public" } },
  facts   = { "security.public_engaged" },
  because = "No public force is said to be engaged, yet the list of security "
    .. "personnel names some of its people.",
}
-- The same without a word on which groups there are.
disagreement "nobody-guards-but-a-group-is-described" {
  when    = all { "security.present is no", any {
    "security.inhouse_engaged is more than 0", "security.private_engaged is more than 0",
    "security.inhouse_count is more than 0", "security.private_count is more than 0",
    "vpshr.trained_inhouse is more than 0", "vpshr.trained_private is more than 0",
    "conduct.trained_inhouse is all or some", "conduct.trained_private is all or some",
    "conduct.respect_by_inhouse is yes or mixed", "conduct.respect_by_inhouse is no",
    "conduct.respect_by_private is yes or mixed", "conduct.respect_by_private is no",
    "conduct.known_by_inhouse is yes or mixed", "conduct.known_by_inhouse is no",
    "conduct.known_by_private is yes or mixed", "conduct.known_by_private is no",
    "vpshr.inhouse_practice is yes or mixed", "vpshr.inhouse_practice is no",
    "vpshr.private_practice is yes or mixed", "vpshr.private_practice is no",
    any "allegations" { "against is inhouse or private" },
    any "people" {},
  } },
  facts   = { "security.present" },
  because = "Nobody is said to provide security here, yet security personnel are "
    .. "listed, counted, described or accused.",
}

-- "Throughout" and "they know it" are said of everyone: where a group is worse, that
-- answer stays, and the one for everyone is what the dossier has to mend.
disagreement "respect-better-than-a-group's" {
  when    = all { "conduct.respect_in_practice is yes", any {
    "conduct.respect_by_inhouse is mixed or no",
    "conduct.respect_by_private is mixed or no",
    "conduct.respect_by_public is mixed or no",
  } },
  facts   = { "conduct.respect_in_practice" },
  because = "Security personnel are said to respect people throughout, yet a group "
    .. "of them is said not to, or only at times.",
}
disagreement "knowledge-better-than-a-group's" {
  when    = all { "conduct.known_by_personnel is yes", any {
    "conduct.known_by_inhouse is mixed or no",
    "conduct.known_by_private is mixed or no",
    "conduct.known_by_public is mixed or no",
  } },
  facts   = { "conduct.known_by_personnel" },
  because = "Security personnel are said to know the conduct expected, yet of a "
    .. "group of them not all do.",
}

-- "All" is said of everyone: where the list names somebody who was left out, that
-- answer does not hold.
local function all_but_one(part, whole, who, lacks)
  return all { part .. " covers all of " .. whole,
    any "people" { who, "deployed is on_duty", lacks } }
end

disagreement "inhouse-trained-but-for-a-person" {
  when    = all_but_one("vpshr.trained_inhouse", "security.inhouse_count",
    "employer is inhouse", "vpshr_trained is no"),
  facts   = { "vpshr.trained_inhouse" },
  because = "All in-house personnel on duty are said to be trained on the Voluntary "
    .. "Principles, yet a person is listed who is not.",
}
disagreement "private-trained-but-for-a-person" {
  when    = all_but_one("vpshr.trained_private", "security.private_count",
    "employer is private", "vpshr_trained is no"),
  facts   = { "vpshr.trained_private" },
  because = "All private personnel on duty are said to be trained on the Voluntary "
    .. "Principles, yet a person is listed who is not.",
}
disagreement "arms-trained-but-for-a-person" {
  when    = all { "arms.trained_count covers all of arms.armed_count",
    any "people" { "armed is yes", "weapons_trained is no" } },
  facts   = { "arms.trained_count" },
  because = "Everyone armed is said to be trained for it, yet an armed person is "
    .. "listed who is not.",
}
disagreement "force-looked-into-but-for-an-incident" {
  when    = all { "force.looked_into covers all of force.uses",
    any "incidents" { "force_used is yes", "looked_into_by is nobody" } },
  facts   = { "force.looked_into" },
  because = "Each use of force is said to have been looked into, yet one is listed "
    .. "that nobody looked into.",
}
disagreement "force-looked-into-by-its-users" {
  when    = all { "force.looked_into_by_others covers all of force.uses",
    any "incidents" { "force_used is yes", "looked_into_by is nobody or provider" } },
  facts   = { "force.looked_into_by_others" },
  because = "Each use of force is said to have been looked into by others than those "
    .. "whose personnel used it, yet one is listed that was not.",
}

-- Arms, by provider and by person.

local function carried_but_not_named(kind)
  return all { "arms.kinds does not include " .. kind,
    any "providers" { "arms_kinds includes " .. kind } }
end

disagreement "arms-kinds-without-a-provider's" {
  when    = any {
    carried_but_not_named "firearm", carried_but_not_named "baton",
    carried_but_not_named "spray", carried_but_not_named "electric",
    carried_but_not_named "dog", carried_but_not_named "other",
  },
  facts   = { "arms.kinds" },
  because = "The kinds of arms carried here leave out one that a provider is said "
    .. "to carry.",
}
disagreement "armed-person-of-unarmed-provider" {
  when    = all { "arms.used is yes", any {
    all { any "people" { "employer is inhouse", "armed is yes" },
      every "providers" { where = "kind is inhouse", "armed is no" } },
    all { any "people" { "employer is private", "armed is yes" },
      every "providers" { where = "kind is private", "armed is no" } },
  } },
  facts   = { "arms.used" },
  because = "A person on the list is said to be armed, yet every provider of that "
    .. "group is said to be unarmed.",
}
disagreement "armed-provider-of-unarmed-people" {
  when    = all { "arms.armed_count is more than 0", any {
    all { any "providers" { "kind is inhouse", "armed is yes" },
      none "people" { "employer is inhouse", "armed is yes" } },
    all { any "providers" { "kind is private", "armed is yes" },
      none "people" { "employer is private", "armed is yes" } },
  } },
  facts   = { "arms.armed_count" },
  because = "A provider is said to be armed, yet the complete list of people names "
    .. "nobody of that group who is.",
}

-- Incidents.

disagreement "excess-without-force" {
  when    = all { "force.excessive_confirmed is more than 0",
    any "incidents" { "force_used is no", "force_excessive is yes" } },
  facts   = { "force.excessive_confirmed" },
  because = "No force is said to have been used in an incident, yet it was found "
    .. "excessive.",
}
