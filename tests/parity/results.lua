-- The results of an evaluation as plain tables; dump_results.c makes the same.

local results = {}

local function heard_of(result, json)
  if not result.heard then return nil end
  local list = json.array {}
  for record in pairs(result.heard) do list[#list + 1] = record.pointer end
  table.sort(list)
  return list
end

local function house_of(result)
  local own = result.house
  return own and { kind = own.change.kind, outcome = own.outcome, range = own.range,
    reason = own.reason }
end

local function pointers(items, json)
  local list = {}
  for i, item in ipairs(items) do list[i] = item["#pointer"] end
  return json.array(list)
end

-- Conditions, and where they were found.
local function found_of(list, json)
  if not list then return nil end
  local all = {}
  for i, found in ipairs(list) do
    all[i] = { node = found.node.text, branch = found.branch and found.branch.text,
      subject = found.subject and found.subject.path,
      item = found.item["#pointer"], facility = found.facility["#pointer"],
      items = found.items and pointers(found.items, json),
      complete = found.complete }
  end
  return json.array(all)
end

local function against_of(list, json)
  if not list then return nil end
  local says = {}
  for i, one in ipairs(list) do says[i] = one.says end
  return json.array(says)
end

-- What each check gives at each place, in the order of evaluate.run.
function results.all(evaluation, json)
  local list = {}
  for i, result in ipairs(evaluation.results) do
    list[i] = { check = result.check.id,
      facility = result.facility and result.facility["#pointer"],
      mask = result.mask, gate = result.gate, provision_mask = result.provision_mask,
      judged_na = result.judged_na or nil, outside = result.outside or nil,
      disputed = result.disputed or nil, outcome = result.outcome,
      range = result.range, broken = result.broken and result.broken.message,
      heard = heard_of(result, json), house = house_of(result),
      reason = result.reason, count = result.count, basis = result.basis,
      by_record = result.by_record, found = found_of(result.found, json),
      decided = found_of(result.decided, json),
      against = against_of(result.against, json) }
  end
  return json.array(list)
end

return results
