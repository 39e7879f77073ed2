-- Thresholds that the guidance does not state.  Each has a value only where the
-- pack or a layer over it gives one and names its source; without a value it
-- reads as unknown.  Where the guidance asks for something and does not even hint
-- at a limit, ours is none-stated: then none is asked, and the report says so.

-- 11.1

parameter "consultation.longest_interval" {
  type   = "months",
  unit   = "months",
  ask    = "How many months may lie between consultations on security for them "
    .. "still to count as regular, where the Member states no interval itself?",
  source = "The guidance asks for regular consultation and names no interval.",
}

-- 11.3

parameter "training.longest_validity" {
  type   = "months",
  unit   = "months",
  may_be_none = true,
  value  = "none-stated",
  ask    = "How many months may training on the Voluntary Principles hold at "
    .. "most, whatever the Member's own rule says?",
  source = "The guidance asks for training and says nothing of its renewal, so "
    .. "no period is asked here.",
}
parameter "risk_assessment.longest_interval" {
  type   = "months",
  unit   = "months",
  may_be_none = true,
  value  = "none-stated",
  ask    = "After how many months at most must a mine bring its risk assessment "
    .. "up to date?",
  source = "The guidance describes an assessment that is regularly brought up to "
    .. "date and names no interval, so no age is asked here.",
}

-- 11.4

parameter "icoc.reading" {
  type   = "choice",
  values = { "literal", "successor" },
  value  = "literal",
  ask    = "What counts as having signed the code of conduct: only a signature "
    .. "(literal), or membership of the Code's association as well (successor)?",
  source = "The guidance asks for a signatory of the Code and knows nothing "
    .. "else. That membership of its association takes the place of a signature "
    .. "is an interpretation; no text of the RJC confirms it.",
}
