-- Thresholds that the guidance does not state.  Each has a value only where the
-- pack or a layer over it gives one and names its source; without a value it
-- reads as unknown.

-- 11.1

parameter "consultation.longest_interval" {
  type   = "months",
  unit   = "months",
  ask    = "How many months may lie between consultations on security for them "
    .. "still to count as regular, where the Member states no interval itself?",
  source = "The guidance asks for regular consultation and names no interval.",
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
