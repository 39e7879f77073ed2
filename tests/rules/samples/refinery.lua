-- Worked out in tests/dossiers/refinery.md.
return {
  member = { rating = "C", ["11.1"] = "C", ["11.2"] = "C", ["11.3"] = "N/A",
    ["11.4"] = "N/A" },
  facilities = {
    works = {
      rating = "C", ["11.1"] = "C", ["11.2"] = "C", ["11.3"] = "N/A",
      observation = "11.1.23",
      not_applicable = "11.1.12 11.1.17 11.1.19 11.1.26 11.1.27 11.2.13 11.2.14",
      consider = "11.1.28/advice-1",
    },
    assay = {
      rating = "C", ["11.1"] = "C", ["11.2"] = "N/A", ["11.3"] = "N/A",
      not_applicable = "11.1.12 11.1.17 11.1.19 11.1.25 11.1.26 11.1.27",
    },
  },
  answers = "C; C; C; C; N/A; N/A",
}
