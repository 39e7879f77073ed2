-- What the condition of a provision reads at a place, such as the facts by which it
-- applies there: told once, not under each finding.

local keys = require "base.keys"

local view_common = {}

local TOLD_OF <const> = { "major", "minor", "observation", "open" }

local function is_told_of(place, id)
  for _, group in ipairs(TOLD_OF) do
    for _, result in ipairs(place[group]) do
      if result.provision == id then return true end
    end
  end
  return false
end

local function facts_at(place, provision, store)
  local list = {}
  for _, path in ipairs(provision.reads or {}) do
    list[#list + 1] = store.fact(keys.at(place.id, path))
      or store.fact(path) -- one of the Member's
  end
  return list
end

local function without(facts, common)
  local left = {}
  for _, fact in ipairs(facts) do
    if not common[fact] then left[#left + 1] = fact end
  end
  return left
end

local function take_out(place, id, facts)
  local common = {}
  for _, fact in ipairs(facts) do common[fact] = true end
  for _, group in ipairs(TOLD_OF) do
    for _, result in ipairs(place[group]) do
      if result.provision == id then
        result.also_read = without(result.also_read, common)
      end
    end
  end
end

-- Gives each place of `places` its `gates`, { { id, facts } } for each provision, and
-- its `common`, the same of those with a finding or an open check there, whose facts
-- are taken out of what its results read beside what they rest on.
function view_common.read(places, provisions, store)
  for _, place in ipairs(places) do
    place.common, place.gates = {}, {}
    for _, provision in ipairs(provisions) do
      local id = provision.provision
      local one = { id = id, facts = facts_at(place, provision, store) }
      if #one.facts > 0 then place.gates[#place.gates + 1] = one end
      if #one.facts > 0 and is_told_of(place, id) then
        place.common[#place.common + 1] = one
        take_out(place, id, one.facts)
      end
    end
  end
end

return view_common
