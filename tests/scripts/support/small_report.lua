-- Reports on a few facilities by small rules, by default of one check that needs
-- a.flag.

local support = require "support.host"
local small = require "support.small"

local small_report = {}

small_report.CHECK = small.check '"a.flag is yes"'

small_report.GOOD = { id = "good", a = { flag = true } }
small_report.BAD = { id = "bad", a = { flag = false } }
small_report.SILENT = { id = "silent" }

function small_report.list(...)
  return { complete = true, items = { ... } }
end

-- The report on `facilities`, with `more` in the dossier.
function small_report.of(facilities, more, rules, call)
  local runtime = assert(small.open(rules or small_report.CHECK))
  local dossier = small.dossier({}, more)
  dossier.facilities = facilities
  return assert(support.evaluate(runtime, dossier, call))
end

return small_report
