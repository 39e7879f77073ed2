-- Facts that cannot both be true: who guards, with what, and how they behave.
-- Where one of these holds, every fact it names is conflicting: it reads as
-- unknown until the dossier is put right.

local nobody_guards = any {
  "security.present is no",
  all { "security.inhouse_used is no", "security.private_used is no",
    "security.public_engaged is no" },
}

disagreement "somebody-and-nobody" {
  when    = any {
    all { "security.present is yes", "security.inhouse_used is no",
      "security.private_used is no", "security.public_engaged is no" },
    all { "security.present is no", any { "security.inhouse_used is yes",
      "security.private_used is yes", "security.public_engaged is yes" } },
  },
  facts   = { "security.present", "security.inhouse_used",
    "security.private_used", "security.public_engaged" },
  because = "Whether anybody provides security here is answered with yes and "
    .. "with no.",
}
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
-- Public forces are not counted, so nothing follows where they are engaged.
disagreement "more-armed-than-on-duty" {
  when    = all {
    "security.public_engaged is no",
    any {
      all { "security.private_used is no",
        "arms.armed_count is more than security.inhouse_count" },
      all { "security.inhouse_used is no",
        "arms.armed_count is more than security.private_count" },
      compute { facts = { "arms.armed_count", "security.inhouse_count",
        "security.private_count" },
        sum = "is more than",
        says = "more are armed than are on duty" },
    },
  },
  facts   = { "arms.armed_count", "security.inhouse_count",
    "security.private_count" },
  because = "More persons are said to be armed than are on duty.",
}
disagreement "armed-but-nobody-guards" {
  when    = all {
    nobody_guards,
    "arms.used is yes",
  },
  facts   = { "security.present", "security.inhouse_used",
    "security.private_used", "security.public_engaged", "arms.used" },
  because = "Nobody is said to provide security here, yet security personnel "
    .. "are said to be armed.",
}
-- What was seen of guards, or of force, in the period of the assessment says that
-- there were some: a dossier that no longer names them would make 11.2 not apply.
disagreement "conduct-of-nobody" {
  when    = all {
    nobody_guards,
    any {
      "conduct.respect_in_practice is yes or mixed",
      "conduct.known_by_personnel is yes or mixed",
    },
  },
  facts   = { "security.present", "security.inhouse_used",
    "security.private_used", "security.public_engaged", "conduct.respect_in_practice",
    "conduct.known_by_personnel" },
  because = "Nobody is said to provide security here, yet the conduct of "
    .. "security personnel is described.",
}
disagreement "misconduct-of-nobody" {
  when    = all {
    nobody_guards,
    any {
      "conduct.respect_in_practice is no",
      "conduct.known_by_personnel is no",
      "guards.discipline_employees is yes",
    },
  },
  facts   = { "security.present", "security.inhouse_used",
    "security.private_used", "security.public_engaged", "conduct.respect_in_practice",
    "conduct.known_by_personnel", "guards.discipline_employees" },
  because = "Nobody is said to provide security here, yet security personnel "
    .. "are said to behave badly or not to know what is expected of them.",
}
disagreement "force-by-nobody" {
  when    = all {
    nobody_guards,
    any { "force.uses is more than 0", "force.excessive_confirmed is more than 0",
      "conduct.founded_allegations is more than 0" },
  },
  facts   = { "security.present", "security.inhouse_used",
    "security.private_used", "security.public_engaged", "force.uses",
    "force.excessive_confirmed", "conduct.founded_allegations" },
  because = "Nobody is said to provide security here, yet security personnel "
    .. "are said to have used force or abused people.",
}
disagreement "armed-count-of-nobody" {
  when    = all {
    nobody_guards,
    any { "arms.armed_count is more than 0", "arms.trained_count is more than 0",
      "arms.licensed_count is more than 0" },
  },
  facts   = { "security.present", "security.inhouse_used",
    "security.private_used", "security.public_engaged",
    "arms.armed_count", "arms.trained_count", "arms.licensed_count" },
  because = "Nobody is said to provide security here, yet armed persons are "
    .. "counted.",
}
disagreement "shipments-guarded-by-nobody" {
  when    = all {
    nobody_guards,
    any {
      all { "shipping.guarded is yes", "shipping.carrier_used is no" },
      any "shipments" { "carrier is own", "guarded is yes" },
    },
  },
  facts   = { "security.present", "security.inhouse_used",
    "security.private_used", "security.public_engaged", "shipping.guarded" },
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
disagreement "inhouse-unused-but-counted" {
  when    = all { "security.inhouse_used is no", any {
    "security.inhouse_count is more than 0", "security.inhouse_engaged is more than 0" } },
  facts   = { "security.inhouse_used", "security.inhouse_count",
    "security.inhouse_engaged" },
  because = "The facility is said to have no security personnel of its own, yet "
    .. "some are counted.",
}
disagreement "private-unused-but-counted" {
  when    = all { "security.private_used is no", any {
    "security.private_count is more than 0", "security.private_engaged is more than 0" } },
  facts   = { "security.private_used", "security.private_count",
    "security.private_engaged" },
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
-- A complete list of people that names none of a group gives 0 too.
disagreement "inhouse-used-but-nobody-engaged" {
  when    = all { "security.inhouse_used is yes",
    "security.inhouse_engaged is exactly 0" },
  facts   = { "security.inhouse_used", "security.inhouse_engaged" },
  because = "The facility is said to have security personnel of its own, yet to "
    .. "employ none: neither on duty nor away.",
}
disagreement "private-used-but-nobody-engaged" {
  when    = all { "security.private_used is yes",
    "security.private_engaged is exactly 0" },
  facts   = { "security.private_used", "security.private_engaged" },
  because = "A private security company is said to be engaged, yet none of its "
    .. "personnel: neither on duty nor away.",
}

-- How they behave, and what force they used.

-- Nobody can say of a use of force that it was not excessive where nobody looked
-- into it.
disagreement "no-excess-though-nobody-looked" {
  when    = all { "force.excessive_confirmed is exactly 0",
    "force.looked_into is less than force.uses" },
  facts   = { "force.excessive_confirmed" },
  because = "No use of force is said to have been excessive, yet not every use "
    .. "was looked into.",
}
-- Nobody clears himself: until somebody else says so, it is neither founded nor not.
disagreement "cleared-by-the-accused" {
  when    = all { "conduct.founded_allegations is exactly 0",
    any "allegations" { "against is inhouse or private",
      "status is closed_unfounded", "severity is serious or death_or_injury",
      "closed_by is accused" } },
  facts   = { "conduct.founded_allegations" },
  because = "A serious allegation, or one of death or injury, was closed as unfounded "
    .. "by those against whom it was made. Was it found true?",
}
disagreement "founded-excess-not-counted" {
  when    = all { "force.excessive_confirmed is exactly 0",
    any "allegations" { "against is inhouse or private",
      "status is closed_founded", "alleges_force is yes" } },
  facts   = { "force.excessive_confirmed" },
  because = "No use of force is said to have been excessive, yet an allegation of "
    .. "it was founded.",
}
disagreement "force-without-uses" {
  when    = all { "force.uses is exactly 0",
    any {
      "force.excessive_confirmed is more than 0",
      any "incidents" { "force_excessive is yes" },
      any "allegations" { "against is inhouse or private",
        "status is closed_founded", "alleges_force is yes" },
    },
  },
  facts   = { "force.uses", "force.excessive_confirmed" },
  because = "Force is said never to have been used, yet a use of it was found to "
    .. "be excessive.",
}
disagreement "monitored-by-false-records" {
  when    = all { "conduct.monitoring is yes",
    "conduct.monitoring_records is falsified" },
  facts   = { "conduct.monitoring" },
  because = "Conduct is said to be monitored, yet the records of monitoring were "
    .. "falsified.",
}
disagreement "principles-monitored-by-false-records" {
  when    = all { "vpshr.monitoring is yes",
    "conduct.monitoring_records is falsified" },
  facts   = { "vpshr.monitoring" },
  because = "It is said to be monitored whether policies and requirements are "
    .. "kept to, yet the records of monitoring were falsified.",
}
disagreement "records-of-no-monitoring" {
  when    = all { "conduct.monitoring is no",
    "conduct.monitoring_records is sound" },
  facts   = { "conduct.monitoring", "conduct.monitoring_records" },
  because = "Conduct is said not to be monitored, yet the records of monitoring "
    .. "are said to be reliable.",
}
disagreement "public-personnel-of-no-force" {
  when    = all { "security.public_engaged is no",
    "security.public_as_personnel is yes" },
  facts   = { "security.public_engaged", "security.public_as_personnel" },
  because = "Public forces are said to count as security personnel here, yet none "
    .. "is engaged.",
}
disagreement "licence-of-no-need" {
  when    = all { "arms.licence_required_by_law is no",
    any "people" { "armed is yes", "licence.held is yes" } },
  facts   = { "arms.licence_required_by_law" },
  because = "The law is said to require no licence for the weapons carried here, yet "
    .. "a person holds one for theirs.",
}
disagreement "arms-unused-but-carried" {
  when    = all { "arms.used is no", any {
    any "providers" { "armed is yes" },
    any "providers" { "arms_kinds includes any of firearm, baton, spray, electric, "
      .. "dog or other" },
    "arms.kinds includes any of firearm, baton, spray, electric, dog or other",
  } },
  facts   = { "arms.used", "arms.kinds" },
  because = "Arms are said not to be used here, yet a provider is armed or kinds "
    .. "of arms are named.",
}
