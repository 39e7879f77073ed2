-- What exports to several platforms ask of a report.

local dates = require "base.dates"
local outcomes = require "base.outcomes"
local sorted_keys = require "base.sorted_keys"

local shared = {}

-- A moment for a day, or nil where `day` is none: other platforms have no days.
function shared.moment(day)
  local first = day and dates.parse(day)
  return first and dates.format(first) .. "T00:00:00Z" or nil
end

-- When the host evaluated, or else the day it was judged for: never a clock's.
function shared.moment_of(report)
  local said = report.evaluated_at
  if said and not dates.moment_problem(said)
    and said:find "T[01]%d:[0-5]%d:[0-5]%d[.%d]*Z$" then
    return said
  end
  return shared.moment(report.as_of) or "1970-01-01T00:00:00Z"
end

-- The ids of the evidence that a row of report.rows rests on, each once.
function shared.evidence_of(report, row)
  local seen = {}
  for _, key in ipairs(row.rests_on) do
    for _, id in ipairs((report.facts[key] or {}).evidence or {}) do seen[id] = true end
  end
  return sorted_keys(seen)
end

-- Whether either column says that a row of report.rows is a non-conformance.
function shared.is_short(row)
  local auditors = row.result.with_records
  local function bad(name) return name == outcomes.MINOR or name == outcomes.MAJOR end
  return bad(row.outcome) or auditors ~= nil and bad(auditors.outcome)
end

return shared
