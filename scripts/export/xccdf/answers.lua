-- What our check system answers for one rule: a result of XCCDF's, and a message of what
-- XCCDF cannot hold.

local outcomes = require "base.outcomes"
local plain = require "base.plain"
local shared = require "export.shared"

local answers = {}

answers.SYSTEM = "urn:cop11:check"

local RESULTS <const> = { [outcomes.CONFORMANCE] = "pass",
  [outcomes.OBSERVATION] = "informational", [outcomes.OPEN] = "unknown",
  [outcomes.NOT_APPLICABLE] = "notapplicable", [outcomes.ERROR] = "error" }

-- The result of a row of report.rows.  What either column calls a non-conformance fails.
function answers.result(row)
  return shared.is_short(row) and "fail" or RESULTS[row.outcome] or "unknown"
end

-- The message: the reason, and a line for each thing more that is known.
function answers.message(report, row)
  local result, lines = row.result, { plain.line(row.reason) }
  local function add(name, text)
    if text then lines[#lines + 1] = name .. ": " .. plain.line(text) end
  end
  for _, one in ipairs(result.against or {}) do add("against", one.says) end
  for _, one in ipairs(shared.columns(row)) do add(one[1], one[2]) end
  add("evidence", shared.list(shared.evidence_of(report, row)))
  add("findings", shared.list(result.findings))
  return table.concat(lines, "\n")
end

return answers
