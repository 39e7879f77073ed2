-- 11.2, second part: those who are armed are trained and licensed for it.  Reports list
-- checks as the files are read, by name, so that this one comes before the third.

check "11.2.13" {
  title   = "Everyone armed is trained for it",
  points  = { "P11.2-10" },
  applies = "arms.used is yes",
  not_applicable = "No security personnel are armed here.",
  expect  = { "arms.trained_count covers all of arms.armed_count",
    otherwise = "Of those armed (kinds of arms: {arms.kinds}), training for what they "
      .. "carry was given to {arms.trained_count} of {arms.armed_count}." },
  met     = "Everyone armed is trained for it; armed: {arms.armed_count}; kinds of "
    .. "arms: {arms.kinds}.",
  ask     = "Show who carries which arms, and the training certificate of each "
    .. "armed person.",
  remedy  = "Stand untrained personnel down from armed duty until trained.",
  prompts = {
    advise { "A public force is armed here. Do the counts of those armed, trained "
      .. "and licensed include it, and should they?",
      when = any "providers" { "kind is public", "armed is yes" } },
    advise { "A provider is said to be unarmed, yet kinds of arms are named that its "
      .. "personnel carry. Are they armed?",
      when = any "providers" { "armed is no", "arms_kinds includes any of firearm, "
        .. "baton, spray, electric, dog or other" }, where_not_asked = true },
    advise { "Arms are said not to be used here, yet people are said to be trained or "
      .. "licensed for the arms they carry. Does anybody carry arms?",
      when = all { "arms.used is no", any { "arms.trained_count is more than 0",
        "arms.licensed_count is more than 0" } }, where_not_asked = true },
  },
}

-- Not knowing what the law asks for is put before the auditor and is no finding
-- by itself, for what is not known never is one.  A licence that runs out soon is
-- in force; no warning is given ahead, since the guidance names no time for one.
check "11.2.14" {
  title   = "Everyone armed is licensed as the law requires",
  points  = { "P11.2-11", "P11.2-09", "B11.2-13" },
  applies = all {
    { "arms.used is yes",
      otherwise = "No security personnel are armed here." },
    { "arms.licence_required_by_law is yes",
      otherwise = "The law requires no licence for the weapons carried here." },
  },
  expect  = { "arms.licensed_count covers all of arms.armed_count",
    points = { "P11.2-11" },
    otherwise = "Of those armed (kinds of arms: {arms.kinds}), a licence in force, or "
      .. "a weapon for which the law asks none, is held by {arms.licensed_count} of "
      .. "{arms.armed_count}." },
  met     = "Everyone armed holds the licence, in force, that the law asks for, if "
    .. "any; armed: {arms.armed_count}; kinds of arms: {arms.kinds}.",
  ask     = "Show who carries which arms, what the law asks for each kind, and the "
    .. "licence of each armed person.",
  remedy  = "Stand unlicensed personnel down from armed duty until licensed.",
  why     = "Whether anyone need be armed is for the provider of security to "
    .. "judge, from its own assessment of the risks; no check asks about it.",
  prompts = {
    advise { "Whoever is armed without a licence that the law asks for breaks it. Is "
      .. "there an imminent risk that makes this major?",
      when = all { "arms.licensed_count is more than 0",
        "arms.licensed_count is less than arms.armed_count" } },
    advise { "Everyone armed is said to be licensed, yet a person is listed as holding "
      .. "no licence, or one that has run out. Does the law ask none for that weapon?",
      names = { "licence.held", "licence.expires" },
      when = all { "arms.licensed_count covers all of arms.armed_count",
        any "people" { "armed is yes", any { "licence.held is no",
          "licence.expires is before today" } } } },
    advise { "The law is said to require no licence, yet firearms are carried. Was "
      .. "the law read right?",
      when = all { "arms.licence_required_by_law is no",
        any { "arms.kinds includes firearm",
          any "providers" { "arms_kinds includes firearm" } } },
      where_not_asked = true },
  },
}
