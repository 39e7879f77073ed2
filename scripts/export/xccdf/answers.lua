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
  local auditors = result.with_records or {}
  local function add(name, value)
    for i, one in ipairs(type(value) == "table" and value or { value }) do
      local label = i == 1 and name .. ": " or lines[#lines] .. ", "
      lines[i == 1 and #lines + 1 or #lines] = label .. plain.line(one)
    end
  end
  for _, one in ipairs(result.against or {}) do add("against", one.says) end
  add("outcome", row.outcome)
  if #row.range > 1 then add("possible outcomes", row.range) end
  add("basis", row.basis)
  add("auditor's outcome", auditors.outcome)
  add("auditor's possible outcomes", auditors.range)
  add("house outcome", result.with_layers and result.with_layers.outcome)
  add("evidence", shared.evidence_of(report, row))
  add("findings", result.findings)
  return table.concat(lines, "\n")
end

return answers
