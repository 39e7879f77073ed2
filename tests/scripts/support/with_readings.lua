-- The sample report, with a check that is shown in several readings: settled or
-- open, which only a shortfall lists in full.

local sample = require "support.sample_report"

return function(id)
  local report = sample()
  for _, one in ipairs(report.results) do
    if one.check == id then
      one.readings = { literal = "conformance", wide = "observation" }
    end
  end
  return report
end
