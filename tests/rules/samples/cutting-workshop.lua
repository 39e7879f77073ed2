-- Worked out in tests/dossiers/cutting-workshop.md.
return {
  member = {
    rating = "M",
    ["11.1"] = "M", ["11.2"] = "M", ["11.3"] = "N/A", ["11.4"] = "N/A",
  },
  facilities = {
    works = {
      reasons = "community.engagement_relevant consultation.appropriate_with "
        .. "training.appropriate_for",
      rating = "M",
      ["11.1"] = "M", ["11.2"] = "M", ["11.3"] = "N/A",
      major = "11.1.1 11.2.4 11.2.13",
      minor = "11.1.9 11.1.16 11.1.20 11.1.22 11.2.1 11.2.2 11.2.5 "
        .. "11.2.10 11.2.12",
      observation = "11.1.21 11.1.23 11.1.25 11.2.15",
      not_applicable = "11.2.19 11.2.20 "
        .. "11.1.2 11.1.4 11.1.5 11.1.6 11.1.7 11.1.8 11.1.12 "
        .. "11.1.13 11.1.17 11.1.19 11.1.26 11.1.27 11.2.3 11.2.6 11.2.7 "
        .. "11.2.8 11.2.9 11.2.14 11.2.16",
      open = {
        ["11.1.29"] = "C",
        ["11.2.17"] = "C",
        ["11.2.18"] = "C",
        ["11.1.10"] = "C m",
      },
      consider = "11.1/related 11.2/related 11.1.20/advice-3 11.1.22/advice-1 "
        .. "11.2.15/advice-1 "
        .. "fact:works/arms.licence_required_by_law",
    },
  },
  answers = "M; M; m; m; N/A; N/A",
}
