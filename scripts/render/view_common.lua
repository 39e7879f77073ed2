-- What every check of a provision reads at a place, such as the facts by which
-- the provision applies there: told once, not under each finding.

local view_common = {}

local function all_facts(result)
  local list = table.move(result.rests_on, 1, #result.rests_on, 1, {})
  return table.move(result.also_read, 1, #result.also_read, #list + 1, list)
end

-- pointer -> how many of `results` read the fact there, and the first's facts.
local function count_readers(results)
  local counts = {}
  for _, result in ipairs(results) do
    local seen = {}
    for _, fact in ipairs(all_facts(result)) do
      local pointer = fact.pointer
      if pointer and not seen[pointer] then
        seen[pointer], counts[pointer] = true, (counts[pointer] or 0) + 1
      end
    end
  end
  return counts
end

local function without(facts, shared)
  local left = {}
  for _, fact in ipairs(facts) do
    if not shared[fact.pointer or ""] then left[#left + 1] = fact end
  end
  return left
end

local function read_provision(common, id, results)
  local counts, shared, facts = count_readers(results), {}, {}
  for _, fact in ipairs(all_facts(results[1])) do
    if fact.pointer and counts[fact.pointer] == #results
      and not shared[fact.pointer] then
      shared[fact.pointer], facts[#facts + 1] = true, fact
    end
  end
  if #facts == 0 then return end
  common[#common + 1] = { id = id, facts = facts }
  for _, result in ipairs(results) do
    result.also_read = without(result.also_read, shared)
  end
end

local TOLD_OF <const> = { major = true, minor = true, observation = true,
  open = true }

-- The results at a place by provision, and which provisions have a finding or an
-- open check.
local function by_provision_at(place, groups)
  local lists, fallen, order = {}, {}, {}
  for _, group in ipairs(groups) do
    for _, result in ipairs(group ~= "broken" and place[group] or {}) do
      local id = result.provision or "?"
      if not lists[id] then lists[id], order[#order + 1] = {}, id end
      table.insert(lists[id], result)
      fallen[id] = fallen[id] or TOLD_OF[group]
    end
  end
  table.sort(order)
  return order, lists, fallen
end

-- Gives each place of `places` its `common`, { { id, facts } } for each provision
-- with a finding or an open check there, and takes these out of what its results read beside what
-- they rest on.
function view_common.read(places, groups)
  for _, place in ipairs(places) do
    local order, lists, fallen = by_provision_at(place, groups)
    place.common = {}
    for _, id in ipairs(order) do
      if fallen[id] and #lists[id] > 1 then
        read_provision(place.common, id, lists[id])
      end
    end
  end
end

return view_common
