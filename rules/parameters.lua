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
