-- The sample report with nothing in its lists.

local sample = require "support.sample_report"

return function()
  local report = sample()
  for _, name in ipairs { "results", "checks", "points", "facts", "prompts",
    "missing", "problems", "evidence", "records", "parameters", "findings",
    "hints", "questions", "registers" } do
    report[name] = {}
  end
  return report
end
