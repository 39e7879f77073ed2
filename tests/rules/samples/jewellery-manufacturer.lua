-- Worked out in tests/dossiers/jewellery-manufacturer.md.
return {
  member = {
    rating = "C",
    ["11.1"] = "C", ["11.2"] = "C", ["11.3"] = "N/A", ["11.4"] = "N/A",
  },
  facilities = {
    plant = {
      reasons = "consultation.appropriate_with",
      rating = "C",
      ["11.1"] = "C", ["11.2"] = "C", ["11.3"] = "N/A",
      observation = "11.1.23",
      not_applicable = "11.1.17 11.1.26 11.2.14",
      open = {
        ["11.1.29"] = "C",
        ["11.2.17"] = "C",
        ["11.2.18"] = "C",
        ["11.1.19"] = "C",
      },
      consider = "11.1.28/advice-1",
    },
    ["head-office"] = {
      reasons = "consultation.appropriate_with law_enforcement.relationship_appropriate "
        .. "risk_assessment.perspectives_applicable theft_detection.appropriate "
        .. "training.appropriate_for",
      rating = "C",
      ["11.1"] = "C", ["11.2"] = "C", ["11.3"] = "N/A",
      not_applicable = "11.2.19 11.2.20 "
        .. "11.1.12 11.1.14 11.1.15 11.1.16 11.1.17 11.1.18 "
        .. "11.1.19 11.1.24 11.1.25 11.1.26 11.1.27 11.2.13 11.2.14",
      consider = "11.1.11/advice-1 11.2.11/advice-2",
      open = {
        ["11.1.29"] = "C",
        ["11.2.17"] = "C",
        ["11.2.18"] = "C",
      },
    },
  },
  answers = "C; C; C; C; N/A; N/A",
}
