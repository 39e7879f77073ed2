-- Worked out in tests/dossiers/office.md.
return {
  member = {
    rating = "N/A",
    ["11.1"] = "N/A", ["11.2"] = "N/A", ["11.3"] = "N/A", ["11.4"] = "N/A",
  },
  facilities = {
    office = {
      rating = "N/A",
      ["11.1"] = "N/A", ["11.2"] = "N/A", ["11.3"] = "N/A",
    },
  },
  answers = "N/A; N/A; N/A; N/A; N/A; N/A",
}
