-- A group's own rules over the baseline: what rules/README.md explains.

pack {
  title   = "The group's rules on security, over COP 11",
  version = "1.0",
}

-- The guidance leaves this interval open: the group's standard settles it, for
-- the COP 11 rating too.
parameter "consultation.longest_interval" {
  value  = 12,
  source = "Group security standard, section 4.2",
}

-- A fact of the group's own, under "org.".
fact "org.vetting.done" {
  type = "choice",
  values = { "all", "some", "none" },
  ask  = "Which guards have passed the group's vetting?",
  evidence = { "vetting register" },
}

-- A check of the group's own: it counts in the house rating alone.
check "11.2.org.vetting" {
  title  = "Guards have passed the group's vetting",
  points = { "P11.2-01" },
  expect = { "org.vetting.done is all",
    otherwise = "Guards who passed the group's vetting: {org.vetting.done}." },
  met    = "All guards have passed the group's vetting.",
  ask    = "Show the vetting register.",
  remedy = "Vet the guards that are left before their next shift.",
}

-- More than the baseline asks: every armed person, and a licence that lasts.
check "11.2.org.licence-reserve" {
  title  = "Weapons licences last another month",
  stricter_than = "11.2.14",
  expect = every "people" {
    where = "armed is yes",
    { "licence.expires is on or after 30 days after today",
      otherwise = "A weapons licence runs out within 30 days, on "
        .. "{licence.expires}." },
  },
  met    = "All weapons licences last for 30 days or more.",
  ask    = "Show the weapons licence of each armed person.",
  remedy = "Renew the licence now.",
}

-- Less than the baseline asks: this weakens, so it says why, by whom it was
-- decided and until when. The COP 11 rating does not move.
switch_off "11.2.2" {
  because    = "Interviews are held by the joint venture's own auditors.",
  by         = "Head of compliance",
  until_date = "2014-06-30",
}

narrow "11.2.5" {
  applies    = "facility.kind includes mine",
  because    = "Offices share one policy, which is assessed at the mine.",
  by         = "Head of compliance",
  until_date = "2014-06-30",
}
