-- Which of the facts that a check rests on differ between two reports.

local view_facts = require "view.facts"

local diff_facts = {}

local EMPTY <const> = {}

-- What is said of a fact: its value or state, and on what evidence.
local function side(fact)
  if not fact then return nil end
  return { value = fact.value, basis = fact.basis }
end

local function same(was, now)
  return was == now or was ~= nil and now ~= nil and was.value == now.value
    and was.basis == now.basis
end

-- changed(was, now) gives { { fact, was, now }, ... } for two rows of the reports, in
-- the order of the new one's facts, then the old one's.
function diff_facts.between(old, new, host)
  local before, after = view_facts.of(old, host), view_facts.of(new, host)
  local function add(list, seen, key)
    if seen[key] then return end
    seen[key] = true
    host.charge(1)
    local was, now = side(before.fact(key)), side(after.fact(key))
    if not same(was, now) then
      list[#list + 1] = { fact = key, was = was, now = now }
    end
  end
  return function(was, now)
    local list, seen = {}, {}
    for _, row in ipairs { now or EMPTY, was or EMPTY } do
      for _, key in ipairs(row.rests_on or EMPTY) do add(list, seen, key) end
    end
    return list
  end
end

return diff_facts
