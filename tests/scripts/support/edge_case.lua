-- What the specs of edge cases ask of a report.

local assert = require "luassert"
local support = require "support.host"

local edge_case = {}

function edge_case.outcome(report, check)
  return support.result(report, check).outcome
end

-- The prompt of that id, or nil.
function edge_case.prompt(report, id)
  for _, one in ipairs(report.prompts) do
    if one.prompt == id then return one end
  end
end

function edge_case.says(text, part)
  assert.truthy(text:find(part, 1, true), ("'%s' does not hold '%s'"):format(
    text, part))
end

-- The part of a dossier in which an auditor answers one prompt.
function edge_case.judged(id, answer)
  return { records = support.json.array { { kind = "judgement",
    by = "A. Auditor", party = "auditor", authority = "lead auditor",
      date = "2013-11-01", why = "Went there.",
    prompt = id, answer = answer } } }
end

return edge_case
