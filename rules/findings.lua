-- What the report asks about findings an auditor entered, and what follows from
-- a Member's rating for its certification.  None of this changes an outcome.
--
-- The guidance says nothing on these.  Each line names where it stands; they are
-- secondary sources, so the report prints them as hints, with the source.

findings {
  plan_required_for   = { "major-nonconformance", "critical-breach" },
  -- Whether the list of critical provisions names any part of COP 11 could not
  -- be confirmed, so it is empty here.
  critical_provisions = {},
  source = "inferred: RJC's 2018 Assessment Manual requires a plan for all "
    .. "non-conformances, 'not just major ones'",
}

hint "certification-three-years" {
  "With no finding above minor in any provision of the Code, a certification period "
    .. "of three years is usual; COP 11 is one of them.",
  ratings = { "conformance", "minor-nonconformance", "not-applicable" },
  source  = "RJC, certification information form for COP 2013; certification "
    .. "body summaries",
}

hint "certification-one-year" {
  "With a major finding, the certification period is one year, in transition.",
  ratings = { "major-nonconformance" },
  source  = "RJC, certification information form for COP 2013",
}

hint "certification-fourth-year" {
  "This would be at least the fourth one-year period in a row (so far "
    .. "{member.consecutive_one_year}): after four, the Member is not eligible "
    .. "for certification.",
  ratings = { "major-nonconformance" },
  when    = "member.consecutive_one_year is at least 3",
  source  = "RJC, certification information form for COP 2013",
}
