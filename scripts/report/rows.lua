-- Reads the results of a report one check at a time, each joined with its check:
-- a row of a report may speak of all the checks of a provision.

local outcomes = require "base.outcomes"

local rows = {}

local EMPTY <const> = {}
local STRENGTHS <const> = { "shall", "must", "should", "could", "background" }

-- The strongest wording among `points`; "beyond" where there is none.
local function strength_of(report, points)
  local held = {}
  for _, id in ipairs(points or EMPTY) do
    local point = report.points[id]
    if point then held[point.strength] = true end
  end
  for _, strength in ipairs(STRENGTHS) do
    if held[strength] then return strength end
  end
  return "beyond"
end

-- The range of an outcome that is settled.
local function range_of(outcome)
  if outcome == outcomes.OBSERVATION then outcome = outcomes.CONFORMANCE end
  return { outcome }
end

local function row_of(report, result, id)
  local check = report.checks[id] or EMPTY
  local short = outcomes.is_shortfall(result.outcome)
  return { check = id, facility = result.facility, outcome = result.outcome,
    range = result.range or range_of(result.outcome), basis = result.basis,
    reason = result.reason, title = check.title, provision = check.provision,
    file = check.file, line = check.line, layer = check.layer,
    points = result.points or check.points or EMPTY,
    strength = strength_of(report, check.points),
    ask = result.outcome == outcomes.OPEN and check.ask or nil,
    remedy = short and (result.remedy or check.remedy) or nil,
    expects = check.expects,
    reads = result.check and check.reads or EMPTY,
    parameters = check.parameters or EMPTY, result = result }
end

-- Calls see(row) for each check of each result, in the report's order.
function rows.each(report, see)
  for _, result in ipairs(report.results) do
    for _, id in ipairs(result.checks or { result.check }) do
      see(row_of(report, result, id))
    end
  end
end

return rows
