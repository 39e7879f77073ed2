-- Describes what a check is made of by its name alone: a point of the guidance
-- (cop11.point/1), a fact (cop11.fact/1), a list (cop11.list/1) or a parameter
-- (cop11.parameter/1).

local describe_facts = require "describe.facts"
local describe_pack = require "describe.pack"
local fact_card = require "describe.fact_card"
local nearest = require "base.nearest"
local need = require "describe.need"

local describe_named = {}

local function described(model, name, host, load_with_examples)
  local json, uses = host.json, need.of(model)
  local entry, list = model.vocabulary.entries[name], model.vocabulary.lists[name]
  if model.points[name] then
    return "point", describe_pack.point(model.points[name],
      describe_pack.shown(host, load_with_examples), json)
  elseif model.parameters[name] then
    local parameter = model.parameters[name]
    return "parameter", describe_facts.parameter(model, parameter,
      uses[parameter], json)
  elseif entry then
    return "fact", fact_card.of(entry, uses[entry], json)
  elseif list then
    return "list", fact_card.of_list(list, uses, json)
  end
end

-- The names that there are, checks apart.
local function names_of(model)
  local names = {}
  for _, point in ipairs(model.point_list) do names[#names + 1] = point.id end
  for _, group in ipairs { model.parameter_list, model.vocabulary.ordered,
    model.vocabulary.ordered_lists } do
    for _, entry in ipairs(group) do names[#names + 1] = entry.path end
  end
  return names
end

-- What is called `name`, or nil and a name that is near, if any is.
function describe_named.one(model, name, host, load_with_examples)
  local kind, full = described(model, name, host, load_with_examples)
  if kind then
    full.format = ("cop11.%s/1"):format(kind)
    return full
  end
  return nil, nearest.find(name, names_of(model))
end

return describe_named
