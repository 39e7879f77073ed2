-- What the group's own checks give.

examples "11.2.org.vetting" {
  facts = { "security.inhouse_used is yes" },

  { gives = "conformance", because = "all guards are vetted",
    facts = { "org.vetting.done is all" } },
  { gives = "minor-nonconformance", because = "some guards are not vetted",
    facts = { "org.vetting.done is some" } },
  { gives = "minor-nonconformance", because = "no guard is vetted",
    facts = { "org.vetting.done is none" } },
  { gives = "insufficient-evidence", because = "nobody looked at the register" },
  { gives = "not-applicable", because = "nobody guards the place",
    facts = { "security.inhouse_used is no", "security.private_used is no",
      "security.public_engaged is no" } },
}

-- On 2013-11-30, thirty days after today is 2013-12-30.
examples "11.2.org.licence-reserve" {
  facts = { "security.inhouse_used is yes", "arms.used is yes",
    "arms.licence_required_by_law is yes" },
  as_of = "2013-11-30",

  { gives = "conformance", because = "it runs out after exactly thirty days",
    people = { complete = true,
      { "armed is yes", "licence.expires is 2013-12-30" } } },
  { gives = "minor-nonconformance", because = "one of two runs out a day sooner",
    people = { complete = true,
      { "armed is yes", "licence.expires is 2013-12-29" },
      { "armed is yes", "licence.expires is 2014-12-29" } },
    says = "2013-12-29" },
  { gives = "major-nonconformance", because = "all of them run out this month",
    people = { complete = true,
      { "armed is yes", "licence.expires is 2013-12-01" },
      { "armed is yes", "licence.expires is 2013-12-02" } } },
  { gives = "conformance", because = "only those who carry a weapon count",
    people = { complete = true,
      { "armed is yes", "licence.expires is 2014-12-29" },
      { "armed is no", "licence.expires is 2013-12-01" } } },
  { gives = "insufficient-evidence", because = "nobody listed the guards" },
  { gives = "not-applicable", because = "the law asks for no licence",
    facts = { "arms.licence_required_by_law is no" }, says = "The law" },
}
