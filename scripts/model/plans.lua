-- What checks and provisions read beside their items, made once for a model: by it a
-- report says what was read, and prompts have their names.

local nodes = require "model.nodes"

local plans = {}

local NOTHING <const> = { facts = {}, lists = {}, parameters = {} }

-- What the conditions that read `facts` and `lists` read beside their items:
-- facts, parameters and lists, in the order they stand in the rule.
local function plan_of(reads)
  local plan = { facts = {}, lists = reads.lists, parameters = {} }
  local seen = {}
  for _, entry in ipairs(reads.facts) do
    if entry.scope ~= "item" and not seen[entry] then
      seen[entry] = true
      local into = entry.scope == "parameter" and plan.parameters or plan.facts
      into[#into + 1] = entry
    end
  end
  return plan
end

-- What a condition reads.
local function reads_of(node)
  local lists, seen = {}, {}
  nodes.walk(node, function(one)
    if one.list and not seen[one.list] then
      seen[one.list], lists[#lists + 1] = true, one.list
    end
  end)
  return { facts = nodes.facts(node), lists = lists }
end

-- What is read, by path.
local function names_of(entries, json)
  local names = {}
  for i, entry in ipairs(entries) do names[i] = entry.path end
  return #names > 0 and json.array(names) or nil
end

-- What `plan` reads; what one of `others` reads too is left to it.
local function paths_of(plan, json, others)
  local left, theirs = {}, {}
  for _, other in ipairs(others) do
    for _, list in ipairs { other.facts, other.lists } do
      for _, one in ipairs(list) do theirs[one] = true end
    end
  end
  for _, list in ipairs { plan.facts, plan.lists } do
    for _, one in ipairs(list) do
      if not theirs[one] then left[#left + 1] = one end
    end
  end
  return names_of(left, json)
end

-- Prepares every check and provision of the model.
function plans.prepare(model, json)
  for _, provision in ipairs(model.provisions) do
    provision.plan = plan_of(provision.reads)
    provision.paths = paths_of(provision.plan, json, {})
  end
  for _, check in ipairs(model.checks) do
    check.plan = plan_of(check.reads)
    check.expect_plan = check.expect and plan_of(reads_of(check.expect)) or NOTHING
    check.paths = paths_of(check.expect_plan, json, {})
    check.more_paths = paths_of(check.plan, json, { check.expect_plan,
      check.provision and check.provision.plan })
    check.prompt_extent = check.id .. "/extent"
    check.prompt_applies = check.id .. "/applies"
  end
end

return plans
