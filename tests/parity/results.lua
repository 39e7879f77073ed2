-- The results of an evaluation as plain tables; dump_results.c makes the same.

local results = {}

local function heard_of(result, json)
  if not result.heard then return nil end
  local list = json.array {}
  for record in pairs(result.heard) do list[#list + 1] = record.pointer end
  table.sort(list)
  return list
end

-- The reason of what follows from a parameter is that of the check.
local function house_of(result)
  local own = result.house
  return own and { kind = own.change.kind, outcome = own.outcome, range = own.range,
    reason = own.change.check and own.reason or nil }
end

-- What each check gives at each place, in the order of evaluate.run.
function results.masks(evaluation, json)
  local list = {}
  for i, result in ipairs(evaluation.results) do
    list[i] = { check = result.check.id,
      facility = result.facility and result.facility["#pointer"],
      mask = result.mask, gate = result.gate, provision_mask = result.provision_mask,
      judged_na = result.judged_na or nil, outside = result.outside or nil,
      disputed = result.disputed or nil, outcome = result.outcome,
      range = result.range, broken = result.broken and result.broken.message,
      heard = heard_of(result, json), house = house_of(result) }
  end
  return json.array(list)
end

return results
