-- Worked out in tests/dossiers/mixed-group.md.
return {
  member = { rating = "M", ["11.1"] = "M", ["11.2"] = "M", ["11.3"] = "C m",
    ["11.4"] = "N/A", consider = "11.2.2/repetitive" },
  facilities = {
    deep = {
      reasons = "consultation.appropriate_with risk_assessment.perspectives_applicable",
      rating = "m", ["11.1"] = "C", ["11.2"] = "m", ["11.3"] = "C m",
      minor = "11.2.2", decide = "11.2.1/founded 11.3.6/founded",
      consider = "11.1.10/advice-3 11.2.2/advice-1 11.2.10/advice-4",
      not_applicable = "11.2.19 11.2.20 "
        .. "11.1.18 11.1.26 11.2.13 11.2.14 11.3.1 11.3.3 11.3.7 "
        .. "11.3.8 11.3.9 11.3.11 11.3.15 11.3.16 11.3.17 11.3.18 11.3.19 "
        .. "11.3.24",
      open = {
        ["11.1.29"] = "C",
        ["11.2.17"] = "C",
        ["11.2.18"] = "C",
        ["11.2.1"] = "C m", ["11.2.4"] = "C m",
        ["11.3.6"] = "C m",
      },
    },
    smelter = {
      reasons = "consultation.appropriate_with risk_assessment.perspectives_applicable "
        .. "training.appropriate_for",
      rating = "M", ["11.1"] = "C", ["11.2"] = "M", ["11.3"] = "N/A",
      major = "11.2.14", minor = "11.2.2",
      not_applicable = "11.2.19 11.2.20 "
        .. "11.1.12 11.1.18 11.1.26 11.1.27 11.2.16",
      open = {
        ["11.1.29"] = "C",
        ["11.2.17"] = "C",
        ["11.2.18"] = "C",
        ["11.1.19"] = "C" },
      consider = "11.2.11/advice-2 11.3.1/advice-1",
    },
    shop = {
      reasons = "consultation.appropriate_with risk_assessment.perspectives_applicable "
        .. "training.appropriate_for",
      rating = "C m", ["11.1"] = "C m", ["11.2"] = "N/A", ["11.3"] = "N/A",
      observation = "11.1.5 11.1.21 11.1.24",
      not_applicable = "11.1.12 11.1.17 11.1.18 11.1.19 11.1.26 11.1.27",
      open = {
        ["11.1.29"] = "C",
        ["11.1.8"] = "C m" },
    },
    head = {
      reasons = "consultation.appropriate_with law_enforcement.relationship_appropriate "
        .. "theft_detection.appropriate training.appropriate_for",
      rating = "M", ["11.1"] = "M", ["11.2"] = "C", ["11.3"] = "N/A",
      major = "11.1.1", observation = "11.1.23",
      not_applicable = "11.2.19 11.2.20 "
        .. "11.1.2 11.1.4 11.1.5 11.1.6 11.1.7 11.1.8 11.1.12 "
        .. "11.1.13 11.1.14 11.1.15 11.1.16 11.1.17 11.1.18 11.1.19 11.1.24 "
        .. "11.1.25 11.1.26 11.1.27 11.2.13 11.2.14 11.2.16",
      consider = "11.1.10/advice-1 11.2.11/advice-2 11.3.1/advice-1",
      open = {
        ["11.1.29"] = "C",
        ["11.2.17"] = "C",
        ["11.2.18"] = "C",
      },
    },
  },
  answers = "m; m; C; m; C m; N/A",
}
