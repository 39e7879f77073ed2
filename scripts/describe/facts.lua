-- Describes the vocabulary (cop11.facts/1) and the parameters
-- (cop11.parameters/1), each entry with the checks that need it.

local fact_card = require "describe.fact_card"
local need = require "describe.need"

local describe_facts = {}

-- Every fact and list a dossier may hold, in the order they are declared.
function describe_facts.facts(model, host)
  local json, uses = host.json, need.of(model)
  local facts, lists = {}, {}
  for i, entry in ipairs(model.vocabulary.ordered) do
    facts[i] = fact_card.of(entry, uses[entry], json)
  end
  for i, list in ipairs(model.vocabulary.ordered_lists) do
    lists[i] = fact_card.of_list(list, uses, json)
  end
  return { format = "cop11.facts/1", facts = json.array(facts),
    lists = json.array(lists) }
end

-- One parameter: what it asks, its value and where that comes from.
function describe_facts.parameter(model, entry, use, json)
  local cell = model.parameter_frame[entry.path]
  return { name = entry.path, type = entry.type, unit = entry.unit,
    least = entry.least, most = entry.most, values = fact_card.values(entry),
    may_be_none_stated = entry.may_be_none, ask = entry.ask, source = entry.source,
    state = cell and "known" or "unknown", value = cell and cell.raw,
    layer = model.layer_names[(entry.layer or 0) + 1],
    checks = fact_card.texts(use and use.checks or {}, json),
    file = entry.file, line = entry.line }
end

-- Every value the guidance leaves open: what it is set to, by whom, and which
-- checks take it.
function describe_facts.parameters(model, host)
  local json, uses, list = host.json, need.of(model), {}
  for i, entry in ipairs(model.parameter_list) do
    list[i] = describe_facts.parameter(model, entry, uses[entry], json)
  end
  return { format = "cop11.parameters/1", parameters = json.array(list) }
end

return describe_facts
