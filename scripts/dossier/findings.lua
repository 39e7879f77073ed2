-- Checks entered findings: what each names must be there, as for records, and its
-- days must be possible.

local dates = require "base.dates"
local targets = require "dossier.records.targets"

local say <const> = require("base.diagnostic").new

local findings = {}

local function check_not_later(r, finding, key)
  local day = finding[key]
  if day and day > r.as_of then
    r.error(finding.pointer .. "/" .. key, say("day-ahead", { it = dates.format(day),
      as_of = dates.format(r.as_of) }))
  end
end

local function check_days(r, finding)
  check_not_later(r, finding, "raised")
  check_not_later(r, finding, "closed_on")
  local raised, closed = finding.raised, finding.closed_on
  if raised and closed and closed < raised then
    r.error(finding.pointer .. "/closed_on", say("closed-before-raised", {
      closed = dates.format(closed), raised = dates.format(raised) }))
  end
end

-- The findings of the reading `r`.
function findings.check(model, r)
  for _, finding in ipairs(r.findings) do
    local id = finding.id
    if id and finding.repeat_of == id then
      r.error(finding.pointer .. "/repeat_of", say "repeats-itself")
    end
    check_days(r, finding)
    targets.check_place(model, r, finding)
  end
end

return findings
