-- Worked out in tests/dossiers/withheld-and-alleged.md.
return {
  member = {
    rating = "m M", with_records = "M", ["11.1"] = "m M", ["11.2"] = "m M",
    ["11.3"] = "m", ["11.4"] = "N/A",
  },
  facilities = {
    pits = {
      reasons = "risk_assessment.perspectives_applicable",
      rating = "m M", ["11.1"] = "m M", ["11.2"] = "m M", ["11.3"] = "m",
      minor = "11.1.3 11.1.12 11.2.2 11.2.4 11.2.11 11.2.12 11.3.2 11.3.6 "
        .. "11.3.26 11.3.27",
      observation = "11.3.12", -- of May 2012, by a yearly rule of its own
      not_applicable = "11.2.19 11.2.20 "
        .. "11.1.17 11.1.19 11.3.1 11.3.3 11.3.8 11.3.9 11.3.16 "
        .. "11.3.17 11.3.18 11.3.19 11.3.24",
      open = {
        ["11.1.29"] = "C",
        ["11.2.17"] = "C",
        ["11.2.18"] = "C",
        ["11.1.2"] = "C m", ["11.1.5"] = "C", ["11.1.6"] = "C",
        ["11.1.8"] = "C m", ["11.1.10"] = "C m", ["11.1.13"] = "C m M",
        ["11.1.26"] = "N/A C", ["11.1.27"] = "N/A C", ["11.2.1"] = "C m M",
        ["11.2.14"] = "N/A C", ["11.2.16"] = "N/A C", ["11.3.4"] = "N/A C m",
        ["11.3.5"] = "C m", ["11.3.7"] = "C m", ["11.3.10"] = "C m",
        ["11.3.11"] = "C m", ["11.3.13"] = "C", ["11.3.15"] = "N/A C m",
        ["11.3.21"] = "C m", ["11.3.22"] = "C m" },
      decide = "11.2.1/founded 11.2.1/undecided "
        .. "fact:pits/arms.licence_required_by_law "
        .. "fact:pits/conduct.respect_in_practice "
        .. "fact:pits/measures.follow_from_risks "
        .. "fact:pits/providers[Pit_guard_company].agreement.requires_training "
        .. "fact:pits/risk_assessment.covers",
      consider = "11.1/related 11.2/related 11.3/related "
        .. "11.1.7/advice-2 11.1.28/advice-1 "
        .. "11.2.1/advice-1 11.2.4/advice-1 11.2.10/advice-4 11.2.11/advice-1 "
        .. "11.2.11/advice-9 "
        .. "11.2.11/advice-12 "
        .. "finding:F-1/plan finding:F-1/write_up finding:F-2/overdue "
        .. "finding:F-2/persistent fact:pits/allegations[P-11].status "
        .. "fact:pits/providers[Pit_guard_company].agreement.requires_conduct "
        .. "fact:pits/vpshr.training_validity",
    },
    sorting = { rating = "N/A C m M", ["11.1"] = "N/A C m M", ["11.2"] = "N/A",
      ["11.3"] = "N/A C m",
      not_applicable = "11.1.17 11.1.18 11.1.19 11.3.1 11.3.2 11.3.3 11.3.4 11.3.5 "
        .. "11.3.6 11.3.7 11.3.8 "
        .. "11.3.9 11.3.10 11.3.16 11.3.17 11.3.20 11.3.21 11.3.22 11.3.23 "
        .. "11.3.24 11.3.25 11.3.26 11.3.27",
      open = {
        ["11.1.1"] = "N/A C M", ["11.1.2"] = "N/A C m", ["11.1.3"] = "N/A C m",
        ["11.1.4"] = "N/A C m", ["11.1.5"] = "N/A C", ["11.1.6"] = "N/A C",
        ["11.1.7"] = "N/A C m", ["11.1.8"] = "N/A C m", ["11.1.9"] = "N/A C m",
        ["11.1.10"] = "N/A C m", ["11.1.11"] = "N/A C m",
        ["11.1.12"] = "N/A C m", ["11.1.13"] = "N/A C m M",
        ["11.1.14"] = "N/A C m M", ["11.1.15"] = "N/A C m M",
        ["11.1.16"] = "N/A C m M", ["11.1.20"] = "N/A C m M",
        ["11.1.21"] = "N/A C m", ["11.1.22"] = "N/A C m M",
        ["11.1.23"] = "N/A C", ["11.1.24"] = "N/A C", ["11.1.25"] = "N/A C",
        ["11.1.26"] = "N/A C", ["11.1.27"] = "N/A C", ["11.1.28"] = "N/A C m",
        ["11.1.29"] = "N/A C", ["11.3.11"] = "N/A C m", ["11.3.12"] = "N/A C",
        ["11.3.13"] = "N/A C", ["11.3.14"] = "N/A C", ["11.3.15"] = "N/A C m",
        ["11.3.18"] = "N/A C", ["11.3.19"] = "N/A C",
      } },
  },
  problems = { "conflict /facilities/items/1/handles_jewellery_products",
    "conflict /facilities/items/1/kind",
    "conflict /facilities/items/0/conduct/respect_in_practice",
    "conflict /facilities/items/0/measures/follow_from_risks" },
  answers = "C m; C m M; C m; m; m; N/A",
}
