-- Worked out in tests/dossiers/retail-chain.md.
return {
  member = {
    rating = "m M",
    ["11.1"] = "m M", ["11.2"] = "m M", ["11.3"] = "N/A", ["11.4"] = "N/A",
    of_assessed = "m",
    consider = "11.1.2/repetitive 11.1.22/repetitive",
  },
  facilities = {
    ["corn-street"] = {
      reasons = "community.engagement_relevant consultation.appropriate_with "
        .. "risk_assessment.perspectives_applicable training.appropriate_for",
      rating = "m",
      ["11.1"] = "m", ["11.2"] = "m", ["11.3"] = "N/A",
      minor = "11.1.2 11.1.22 11.2.9",
      observation = "11.1.6",
      not_applicable = "11.2.19 11.2.20 "
        .. "11.1.12 11.1.17 11.1.19 11.1.26 11.1.27 11.2.13 "
        .. "11.2.14 11.2.16",
      consider = "11.1/related 11.1.9/advice-2 11.2.11/advice-2",
      open = {
        ["11.1.29"] = "C",
        ["11.2.17"] = "C",
        ["11.2.18"] = "C",
      },
    },
    arcade = {
      reasons = "consultation.appropriate_with risk_assessment.perspectives_applicable "
        .. "training.appropriate_for",
      rating = "m",
      ["11.1"] = "m", ["11.2"] = "N/A", ["11.3"] = "N/A",
      minor = "11.1.2 11.1.22",
      not_applicable = "11.1.12 11.1.17 11.1.19 11.1.26 11.1.27",
      open = {
        ["11.1.29"] = "C",
        ["11.1.25"] = "N/A C",
      },
      consider = "11.1/related 11.1.9/advice-2",
    },
    station = {
      reasons = "consultation.appropriate_with risk_assessment.perspectives_applicable "
        .. "training.appropriate_for",
      rating = "m",
      ["11.1"] = "m", ["11.2"] = "N/A", ["11.3"] = "N/A",
      minor = "11.1.2 11.1.10 11.1.13 11.1.14 11.1.22 11.1.28",
      observation = "11.1.23",
      not_applicable = "11.1.12 11.1.17 11.1.19 11.1.26 11.1.27",
      consider = "11.1/related 11.1.9/advice-1 11.1.9/advice-2",
      open = {
        ["11.1.29"] = "C",
      },
    },
    stock = {
      reasons = "consultation.appropriate_with risk_assessment.perspectives_applicable "
        .. "training.appropriate_for",
      rating = "m",
      ["11.1"] = "m", ["11.2"] = "N/A", ["11.3"] = "N/A",
      minor = "11.1.2 11.1.4 11.1.17 11.1.22",
      observation = "11.1.5 11.1.25",
      not_applicable = "11.1.12 11.1.19 11.1.26 11.1.27",
      consider = "11.1/related 11.1.17/advice-2",
      open = {
        ["11.1.29"] = "C",
      },
    },
    outlet = {
      unanswered = true, rating = "N/A C m M",
      ["11.1"] = "N/A C m M", ["11.2"] = "N/A C m M", ["11.3"] = "N/A",
    },
  },
  problems = { "note /facilities/items/2/protect/theft" },
  answers = "C m; m; m; C m; N/A; N/A",
}
