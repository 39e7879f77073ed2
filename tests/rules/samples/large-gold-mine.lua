-- Worked out in tests/dossiers/large-gold-mine.md.
return {
  member = { rating = "m M", of_assessed = "m", ["11.1"] = "m M",
    ["11.2"] = "m M", ["11.3"] = "m M", ["11.4"] = "N/A" },
  facilities = {
    mine = {
      rating = "m", ["11.1"] = "m", ["11.2"] = "m", ["11.3"] = "m",
      minor = "11.1.7 11.1.10 11.1.13 11.1.16 11.1.17 11.1.22 11.2.1 11.2.11 11.2.19 "
        .. "11.3.1 11.3.4 11.3.6 11.3.7 11.3.17 11.3.20 11.3.21 11.3.26 11.3.27",
      observation = "11.1.5 11.1.6 11.1.23 11.1.27",
      not_applicable = "11.2.16 11.3.8",
      open = {
        ["11.1.29"] = "C",
        ["11.2.17"] = "C",
        ["11.2.18"] = "C",
        ["11.2.4"] = "C m", ["11.2.13"] = "C m", ["11.3.5"] = "C m",
        ["11.3.15"] = "C m" },
      decide = "11.2.4/past-excess",
      consider = "11.1/related 11.2/related 11.3/related "
        .. "11.1.9/advice-1 11.1.17/advice-2 11.1.28/advice-1 11.2.1/advice-1 11.2.11/advice-1 "
        .. "11.3.2/advice-1 11.3.15/advice-1 11.3.16/advice-1 "
        .. "11.3.18/advice-1 "
        .. "11.3.26/advice-1 11.2.4/advice-2 11.2.10/advice-4 "
        .. "11.3.19/advice-2 11.3.26/advice-2 11.3.27/advice-1",
    },
    east = { unanswered = true, rating = "C m M", ["11.1"] = "N/A C m M",
      ["11.2"] = "N/A C m M", ["11.3"] = "C m M" },
    capital = { rating = "N/A", ["11.1"] = "N/A", ["11.2"] = "N/A",
      ["11.3"] = "N/A" },
  },
  answers = "C m; m; m; C m; m; N/A",
}
