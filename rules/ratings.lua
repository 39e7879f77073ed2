-- How an outcome follows from the wording of the strongest point a check cites.
--
-- A lapse is a shortfall that is isolated; absent means that a required element
-- is wholly missing (known no, none, or 0 of at least 2).  The guidance states
-- no such table and neither does any RJC text we could confirm: this one is
-- ours, and every report says so by naming the rating indicative.

ratings {
  source     = "libcop11's own table; the guidance states none",
  shall      = { lapse  = "minor-nonconformance",
                 absent = "major-nonconformance" },
  must       = { lapse  = "minor-nonconformance",
                 absent = "major-nonconformance" },
  should     = { lapse  = "minor-nonconformance",
                 absent = "minor-nonconformance" },
  could      = { lapse  = "observation", absent = "observation" },
  background = { lapse  = "observation", absent = "observation" },
  beyond     = { lapse  = "observation", absent = "observation" },
}
