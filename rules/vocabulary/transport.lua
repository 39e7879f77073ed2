-- Secure transport for others, and the code of conduct for it (11.4).
--
-- What concerns the Code's association lies beyond the guidance, which knows
-- only signatories.  It is read because 11.4 is shown in a second reading; the
-- one that rates here does not look at it.

fact "member.provides_secure_transport" {
  type = "yes/no",
  ask  = "Is it the Member's business to provide secure transport services to "
    .. "others in the jewellery supply chain?",
  help = "Moving only goods of its own, or hiring a carrier, is no such "
    .. "business.",
  evidence = { "business licence", "scope list", "contracts with clients" },
}
fact "icoc.signatory" {
  type   = "choice",
  scope  = "member",
  values = { "member", "group_company", "none" },
  titles = { member = "the Member itself",
    group_company = "another company of its group",
    none = "neither the Member nor another company of its group" },
  ask    = "Who is a signatory of the International Code of Conduct for Private "
    .. "Security Service Providers (ICoC)?",
  help   = "Look for the legal entity that is the Member. A signature that was "
    .. "withdrawn is none. Membership of the Code's association is asked apart.",
  evidence = { "signatory list", "letter of signature" },
}
fact "icoca.membership" {
  type   = "choice",
  scope  = "member",
  values = { "none", "applicant", "transitional", "member", "certified",
    "affiliate" },
  titles = { none = "no member", transitional = "transitional member",
    certified = "certified member" },
  ask    = "What is the Member to the Code's association (ICoCA)?",
  evidence = { "association's register" },
}
fact "icoca.held_by" {
  type   = "choice",
  scope  = "member",
  values = { "member", "group_company" },
  titles = { member = "the Member itself",
    group_company = "another company of its group" },
  ask    = "Which legal entity does the association's register name?",
  evidence = { "association's register" },
  not_applicable_when = "icoca.membership is none or applicant",
}
fact "icoca.in_force" {
  type  = "yes/no",
  scope = "member",
  ask   = "Is that membership in force: neither suspended nor withdrawn?",
  evidence = { "association's register" },
  not_applicable_when = "icoca.membership is none or applicant",
}
fact "icoca.certification_due" {
  type   = "date",
  scope  = "member",
  future = true,
  beyond = true,
  ask    = "By what day does the association want the Member to be certified?",
  help   = "As the association's register or letters say. 11.4 does not ask "
    .. "for certification.",
  evidence = { "association's register", "letter" },
}
