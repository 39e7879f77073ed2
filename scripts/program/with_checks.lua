-- A model with conditions more, each as a check of its own that nothing else narrows: what
-- the core makes of such a check is what the condition comes to.

local outcomes = require "base.outcomes"
local rating = require "report.rating"
local shallow = require "base.shallow"

local with_checks = {}

-- A short condition is told from one that holds, and from an open one.
local RATED <const> = { lapse = outcomes.MINOR, absent = outcomes.MAJOR }

local function nothing() return { facts = {}, lists = {}, parameters = {} } end

local function appended(list, more)
  return table.move(more, 1, #more, #list + 1, shallow.copy(list))
end

-- One of no layer's, that cites no point.
local function check_of(id, node, provision)
  return { id = id, title = id, expect = node, provision = provision,
    scope = provision.scope, points = {}, prompts = {}, reads = nothing(),
    prompt_reads = nothing(), plan = nothing(), expect_plan = nothing(),
    prompt_applies = id .. "/applies", prompt_extent = id .. "/extent", layer = 0,
    line = 1 }
end

-- `m` with the conditions `nodes` asked at `scope`, "member" or "facility"; their checks
-- are called NAME-1, NAME-2, ...
function with_checks.new(m, name, nodes, scope)
  local provision = { id = name, title = name, scope = scope, reads = nothing(),
    plan = nothing(), checks = {} }
  for i, node in ipairs(nodes) do
    provision.checks[i] = check_of(("%s-%d"):format(name, i), node, provision)
  end
  local model = shallow.copy(m)
  model.provisions = appended(m.provisions, { provision })
  model.checks = appended(m.checks, provision.checks)
  model.outcome_tables = shallow.copy(m.outcome_tables)
  model.outcome_tables.beyond = rating.outcome_tables({ RATED })[1]
  return model
end

return with_checks
