-- What this pack is.  The source of every requirement is the guidance named
-- here; points.lua lists its points, in our own words.

pack {
  title   = "RJC Code of Practices, provision COP 11 Security",
  edition = "cop2013",
  version = "0.1.0",
  needs   = "0.1.0", -- the library version this pack was written for
  source  = "RJC Standards Guidance, (COP 11) Security, 2013 edition",
  notice  = "Indicative rating against the COP 11 guidance (2013); "
    .. "not an RJC audit.",
}
