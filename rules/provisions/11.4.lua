-- 11.4 The code of conduct for private security providers: asked once, of the
-- Member, since it speaks of the Member's business and not of a place.

provision "11.4" {
  title   = "Code of conduct for private security providers",
  scope   = "member",
  applies = "member.provides_secure_transport is yes",
  not_applicable = "The Member's business is not to provide secure transport "
    .. "services to others. Moving its own goods, or hiring a carrier, does not "
    .. "make it so.",
}

-- The register names one legal entity; whether it stands for another of the same
-- group, only the auditor may decide.
local signed_within_the_group = all {
  "icoc.signatory is member or group_company",
  auditor "signing-entity" {
    ask = "Another company of the group signed the Code. Does its signature "
      .. "bind the transport business of the Member?",
    yes = "It does; the Member counts as a signatory.",
    no  = "It does not; the Member is no signatory.",
  },
}

-- The guidance asks for a signatory, and only that.  Since 2013 the Code has an
-- association of members, and a company founded later may never have had a list
-- to sign.  Whether membership stands in for a signature is an interpretation
-- that no text of the RJC confirms: `successor` shows what would follow from it,
-- and `literal` rates.
--
-- In the literal reading a membership that is suspended does not undo a
-- signature, for what lies beyond the guidance lowers no rating by itself: it is
-- put before the auditor.  In the other it means not met.
check "11.4.1" {
  title  = "The Member is a signatory of the Code",
  points = { "R11.4", "P11.4-01", "P11.4-02", "CK-6", "A-3" },
  expect = reading "icoc.reading" {
    literal = any {
      "icoc.signatory is member",
      signed_within_the_group,
      otherwise = "The Member is no signatory of the Code. Who signed it: "
        .. "{icoc.signatory}.",
    },
    successor = all {
      when "icoca.membership is transitional, member, certified or affiliate" {
        "icoca.in_force is yes",
        otherwise = "The membership of the Code's association is suspended or "
          .. "withdrawn: there is no commitment today.",
        remedy = "Have the membership put in force again, and keep the "
          .. "confirmation.",
      },
      any {
        "icoc.signatory is member",
        signed_within_the_group,
        all {
          any {
            "icoca.membership is transitional, member or certified",
            all {
              "icoca.membership is affiliate",
              auditor "affiliate" {
                ask = "The Member is an affiliate of the association: bound by "
                  .. "the Code and watched over, but not on the way to a "
                  .. "certificate. Does that count as having signed?",
                yes = "It counts as having signed.",
                no  = "It does not count.",
              },
            },
          },
          any {
            "icoca.held_by is member",
            auditor "member-entity" {
              ask = "The association's register names another company of the "
                .. "group. Does its membership bind the transport business of "
                .. "the Member?",
              yes = "It does; the Member counts as a member.",
              no  = "It does not; the Member is no member.",
            },
          },
        },
        otherwise = "The Member counts as no signatory of the Code. Who signed it: "
          .. "{icoc.signatory}. What the Member is to the Code's association: "
          .. "{icoca.membership}.",
      },
    },
  },
  met    = "The Member counts as a signatory of the Code in the reading that is "
    .. "used here: {icoc.reading}. Who signed it: {icoc.signatory}. What the Member is "
    .. "to the Code's association: {icoca.membership}.",
  ask    = "Show the list of signatories or the letter of signature, and the "
    .. "legal entity it names.",
  remedy = "Commit to the Code in the name of the legal entity that is the "
    .. "Member, and keep the confirmation.",
  why    = "A signatory commits to work by the Code and to respect the rights of "
    .. "everyone its business touches. Signing creates no liability in law that "
    .. "was not there before.",
  prompts = {
    advise { "The Code is said to be signed, yet the membership of its "
      .. "association is suspended or withdrawn. Is there still a commitment to "
      .. "the Code?",
      when = all { "member.provides_secure_transport is yes",
        "icoc.signatory is member or group_company",
        "icoca.membership is not none", "icoca.in_force is no" } },
    advise { "The day by which the association wants the Member to be certified "
      .. "is over, and the register shows no certificate. 11.4 asks for none, so "
      .. "this changes nothing here.",
      when = all { "member.provides_secure_transport is yes",
        "icoca.membership is transitional or member",
        "icoca.certification_due is before today" } },
    advise { "A facility is one for transport, yet the Member is said to provide "
      .. "no secure transport to others. Does it carry only goods of its own?",
      when = all { "member.provides_secure_transport is no",
        any "facilities" { "facility.kind includes transport" } },
      where_not_asked = true },
  },
}
