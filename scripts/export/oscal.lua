-- Reports as documents of OSCAL, NIST's language for controls and their assessment; one
-- module in oscal/ for each of its models.

local parts = require "export.oscal.parts"

local oscal = {}

local MODELS <const> = { ["assessment-plan"] = "plan", ["assessment-results"] = "results",
  catalog = "catalog", ["component-definition"] = "component", poam = "poam",
  profile = "profile" }

-- The document of `model` on a report, or nil and why there is none.
function oscal.build(model, report, host)
  return require("export.oscal." .. MODELS[model]).build(parts.new(report, host))
end

return oscal
