-- Whether what a report names is there: each key of a check, point, fact or
-- parameter.  The report has the shape of its schema already.

local sorted_keys = require "base.sorted_keys"

local references = {}

local function escape(key)
  return (tostring(key):gsub("~", "~0"):gsub("/", "~1"))
end

-- The JSON Pointer and text of the first name in `list` that `object` lacks.
local function missing_in(object, part, list, at)
  for i, key in ipairs(list or {}) do
    if object[key] == nil then
      return ("%s/%d"):format(at, i - 1), ("'%s' is not in %s"):format(key, part)
    end
  end
end

local function result_problem(report, result, at)
  local one = result.check and { result.check }
  local where, message = missing_in(report.checks, "checks",
    result.checks or one, at .. (one and "" or "/checks"))
  if not where then
    where, message = missing_in(report.facts, "facts", result.rests_on,
      at .. "/rests_on")
  end
  if not where then
    where, message = missing_in(report.points, "points", result.points,
      at .. "/points")
  end
  return where, message
end

local function check_problem(report, check, at)
  local where, message = missing_in(report.points, "points", check.points,
    at .. "/points")
  if where then return where, message end
  return missing_in(report.parameters, "parameters", check.parameters,
    at .. "/parameters")
end

local function first_of(list, part, problem_of, report)
  for i, one in ipairs(list) do
    local where, message = problem_of(report, one, ("/%s/%d"):format(part, i - 1))
    if where then return where, message end
  end
end

local function in_checks(report)
  for _, id in ipairs(sorted_keys(report.checks)) do
    local where, message = check_problem(report, report.checks[id],
      "/checks/" .. escape(id))
    if where then return where, message end
  end
end

local function missing_problem(report, question, at)
  for i, one in ipairs(question.at) do
    local where, message = missing_in(report.facts, "facts", { one.fact },
      ("%s/at/%d"):format(at, i - 1))
    if where then return where, message end
  end
end

-- The JSON Pointer and text of the first key that leads nowhere, or nil.
function references.problem(report)
  local where, message = first_of(report.results, "results", result_problem,
    report)
  if not where then where, message = in_checks(report) end
  if where then return where, message end
  return first_of(report.missing, "missing", missing_problem, report)
end

return references
