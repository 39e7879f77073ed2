-- Documents of other platforms, written of one facility and one small rule.

local small = require "support.small"
local support = require "support.host"

local json = support.json

local exported = {}

local RULES <const> = [[
fact "facility.kind" { type = "choices", values = { "mine", "office" }, ask = "What?" }
check "1.1" { title = "Guards", points = { "%s" }, ask = "Ask them.",
  applies = "b.flag is yes", not_applicable = "None.", remedy = "Hire.",
  expect = { "a.flag is yes", otherwise = "There are none." } }
]]

-- The document in `format` on `facility`, by a check whose wording is that of `point`;
-- `more` is what else the dossier has.
function exported.of(format, point, facility, more)
  local runtime = assert(small.open(RULES:format(point)))
  local dossier = { format = "cop11.dossier/1", assessment = { date = "2014-01-31" },
    member = { id = "M" },
    facilities = { complete = true, items = json.array { facility } } }
  for name, value in pairs(more or {}) do dossier[name] = value end
  return assert(runtime.evaluate(json.write(dossier), { format = format }))
end

-- A dossier's record by which an auditor finds a major non-conformance at the facility.
function exported.major_at(facility)
  return { records = json.array { { id = "R", kind = "override", check = "1.1",
    facility = facility, by = "A", party = "auditor", outcome = "major-nonconformance",
    authority = "lead auditor", why = "Seen.", date = "2014-01-30" } } }
end

return exported
