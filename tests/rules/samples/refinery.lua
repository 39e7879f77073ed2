-- Worked out in tests/dossiers/refinery.md.
return {
  member = { rating = "C", ["11.1"] = "C", ["11.2"] = "C", ["11.3"] = "N/A",
    ["11.4"] = "N/A" },
  facilities = {
    works = {
      rating = "C", ["11.1"] = "C", ["11.2"] = "C", ["11.3"] = "N/A",
      observation = "11.1.23",
      not_applicable = "11.1.12 11.1.17 11.1.19 11.1.26 11.1.27 11.2.13 11.2.14",
      consider = "11.1.28/advice-1 "
        .. "fact:works/arms.certification_required",
      open = {
        ["11.1.29"] = "C",
        ["11.2.17"] = "C",
        ["11.2.18"] = "C",
      },
    },
    assay = {
      reasons = "consultation.appropriate_with law_enforcement.relationship_appropriate "
        .. "risk_assessment.perspectives_applicable training.appropriate_for",
      rating = "C", ["11.1"] = "C", ["11.2"] = "N/A", ["11.3"] = "N/A",
      not_applicable = "11.1.12 11.1.17 11.1.19 11.1.25 11.1.26 11.1.27",
      open = {
        ["11.1.29"] = "C",
      },
    },
  },
  answers = "C; C; C; C; N/A; N/A",
}
