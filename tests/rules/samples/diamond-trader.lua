-- Worked out in tests/dossiers/diamond-trader.md.
return {
  member = {
    rating = "m M",
    ["11.1"] = "m", ["11.2"] = "m M", ["11.3"] = "N/A", ["11.4"] = "N/A",
  },
  facilities = {
    office = {
      reasons = "consultation.appropriate_with risk_assessment.perspectives_applicable "
        .. "training.appropriate_for",
      rating = "m M",
      ["11.1"] = "m", ["11.2"] = "m M", ["11.3"] = "N/A",
      minor = "11.1.8 11.1.17 11.2.10",
      not_applicable = "11.2.19 11.2.20 "
        .. "11.1.12 11.1.26 11.1.27 11.2.13 11.2.14",
      open = {
        ["11.1.29"] = "C",
        ["11.2.17"] = "C",
        ["11.2.18"] = "C",
        ["11.2.2"] = "C m M",
        ["11.2.3"] = "N/A C m",
        ["11.2.4"] = "C M",
        ["11.2.5"] = "C m",
        ["11.2.6"] = "N/A C m",
        ["11.2.7"] = "N/A C m",
        ["11.2.8"] = "N/A C m",
        ["11.2.9"] = "N/A C m",
        ["11.2.11"] = "C m",
        ["11.2.12"] = "C m",
        ["11.2.16"] = "N/A C",
      },
      consider = "11.1/related 11.1.9/advice-1 11.1.17/advice-2 11.1.11/advice-1 11.2.11/advice-2",
    },
  },
  answers = "C; m; C; C m M; N/A; N/A",
}
