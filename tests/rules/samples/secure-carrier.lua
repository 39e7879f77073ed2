-- Worked out in tests/dossiers/secure-carrier.md.
return {
  member = { rating = "m", ["11.1"] = "C", ["11.2"] = "m", ["11.3"] = "N/A",
    ["11.4"] = "C" },
  facilities = {
    depot = {
      reasons = "community.engagement_relevant consultation.appropriate_with "
        .. "risk_assessment.perspectives_applicable training.appropriate_for",
      rating = "m", ["11.1"] = "C", ["11.2"] = "m", ["11.3"] = "N/A",
      minor = "11.2.14",
      observation = "11.1.6",
      not_applicable = "11.2.19 11.2.20 "
        .. "11.1.12 11.1.18 11.1.26 11.1.27",
      consider = "11.2.11/advice-2 11.2.14/advice-1",
      open = {
        ["11.1.29"] = "C",
        ["11.2.17"] = "C",
        ["11.2.18"] = "C",
      },
    },
    office = { rating = "N/A", ["11.1"] = "N/A", ["11.2"] = "N/A",
      ["11.3"] = "N/A" },
  },
  answers = "C; C; C; C; N/A; C",
}
