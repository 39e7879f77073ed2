-- Reads the results of a report one check at a time, each joined with its check:
-- a row of a report may speak of all the checks of a provision.

local keys = require "base.keys"
local outcomes = require "base.outcomes"

local rows = {}

local EMPTY <const> = {}

-- Adds the keys of those facts that `paths` lead to at a place: the place's own, or
-- the Member's.
local function add_keys(list, facts, facility, paths)
  for _, path in ipairs(paths or EMPTY) do
    local own = keys.at(facility, path)
    list[#list + 1] = facts[own] and own or facts[path] and path or nil
  end
end

-- The keys of the facts that a result of `report` rests on.
function rows.rests_on(report, result)
  if result.rests_on or not result.check then return result.rests_on or EMPTY end
  local list = {}
  add_keys(list, report.facts, result.facility, report.checks[result.check].reads)
  return list
end

-- The keys of the facts that a result read, whether it rests on them or not.
function rows.read(report, result)
  local list, check = {}, report.checks[result.check] or EMPTY
  add_keys(list, report.facts, result.facility, check.reads_too)
  add_keys(list, report.facts, result.facility, check.reads)
  return list
end

local STRENGTHS <const> = { "shall", "must", "should", "could", "background" }

-- The strongest wording among `points`; "beyond" where there is none.
function rows.strength(report, points)
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

-- What a check says of itself, wherever it is run.
local function read_check(report, id)
  local check = report.checks[id] or EMPTY
  local file, line = (check.rule or ""):match "^(.*):(%d+)$"
  return { file = file, line = line and math.tointeger(tonumber(line)),
    points = check.points or EMPTY, strength = rows.strength(report, check.points),
    check = check }
end

local function row_of(report, result, own, id)
  local check, points = own.check, result.points
  local short = outcomes.is_shortfall(result.outcome)
  return { check = id, facility = result.facility, outcome = result.outcome,
    range = result.range or range_of(result.outcome), basis = result.basis,
    reason = result.reason, title = check.title, provision = check.provision,
    file = own.file, line = own.line, layer = check.layer,
    points = points or own.points,
    strength = points and rows.strength(report, points) or own.strength,
    ask = result.outcome == outcomes.OPEN and check.ask or nil,
    remedy = short and (result.remedy or check.remedy) or nil,
    expects = check.expects,
    rests_on = rows.rests_on(report, result), reads = rows.read(report, result),
    parameters = check.parameters or EMPTY, result = result }
end

-- Calls see(row) for each check of each result, in the report's order.
function rows.each(report, see)
  local checks = {}
  for _, result in ipairs(report.results) do
    for _, id in ipairs(result.checks or { result.check }) do
      checks[id] = checks[id] or read_check(report, id)
      see(row_of(report, result, checks[id], id))
    end
  end
end

return rows
