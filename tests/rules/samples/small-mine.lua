-- Worked out in tests/dossiers/small-mine.md.
return {
  member = { rating = "m M", ["11.1"] = "m M", ["11.2"] = "m M",
    ["11.3"] = "m M", ["11.4"] = "N/A" },
  facilities = {
    creek = {
      reasons = "consultation.appropriate_with risk_assessment.perspectives_applicable "
        .. "training.appropriate_for",
      rating = "m M", ["11.1"] = "m M", ["11.2"] = "m M", ["11.3"] = "m M",
      minor = "11.1.2 11.1.7 11.1.8 11.1.9 11.1.11 11.1.17 11.1.22 "
        .. "11.2.6 11.2.10 11.3.5 11.3.25",
      observation = "11.1.19 11.1.21 11.1.24 11.1.27 11.2.15 11.3.12 11.3.13",
      not_applicable = "11.2.19 11.2.20 "
        .. "11.1.18 11.1.26 11.2.13 11.2.14 11.2.16 11.3.2 11.3.3 "
        .. "11.3.4 11.3.7 11.3.10 11.3.11 11.3.16 11.3.17 11.3.18 11.3.19 "
        .. "11.3.20 11.3.21 11.3.22 11.3.23",
      open = {
        ["11.1.29"] = "C",
        ["11.2.17"] = "C",
        ["11.2.18"] = "C",
        ["11.2.4"] = "C m",
        ["11.1.4"] = "C m", ["11.1.5"] = "C", ["11.1.6"] = "C",
        ["11.1.10"] = "C m", ["11.1.12"] = "N/A m", ["11.1.16"] = "C m M",
        ["11.1.28"] = "C m", ["11.2.1"] = "C m M", ["11.3.6"] = "C m M",
        ["11.3.8"] = "N/A m", ["11.3.14"] = "C", ["11.3.15"] = "N/A C m" },
      decide = "11.3.8/only-inhouse 11.3.15/emergency-call",
      consider = "11.1/related 11.2/related 11.3/related "
        .. "11.1.9/advice-1 11.1.17/advice-1 11.1.17/advice-2 11.2.11/advice-2 "
        .. "11.3.1/advice-2 11.3.1/advice-5 11.3.3/advice-1 11.3.11/advice-1 11.1.20/advice-2 "
        .. "11.3.19/advice-1 11.1.11/advice-1 11.2.15/advice-1",
    },
  },
  answers = "C; m M; m; C; C m M; N/A",
}
