-- What the dossier answers and nothing in a printed report names: what no check reads,
-- and what stands behind checks that conform or do not apply; see view.lua.

local plain = require "base.plain"
local shallow = require "base.shallow"
local view_results = require "view.results"

local view_answered = {}

local SHORTFALLS <const> = { "major", "minor", "observation" }

-- The keys of the facts that are printed with their values at a place.
local function add_printed(printed, place)
  local function add(facts)
    for _, fact in ipairs(facts) do printed[fact.key] = true end
  end
  for _, group in ipairs(SHORTFALLS) do
    for _, result in ipairs(place[group]) do
      add(result.rests_on)
      add(result.also_read)
    end
  end
  for _, result in ipairs(place.open) do
    if not result.is_of_row then add(view_results.known_of(result)) end
  end
  add(place.missing)
  for _, one in ipairs(place.common) do add(one.facts) end
end

-- What follows from other answers is told by these.
local function is_answered(fact)
  if fact.worked_out_from then return false end
  if fact.given.items then return plain.whole(fact.given.items) > 0 or fact.given.complete end
  return fact.state ~= "unknown" or fact.why or fact.note
end

-- The fact with all that is said beside its value.
local function in_full(fact)
  local parts = { fact.value }
  if not fact.known then
    parts[#parts + 1] = fact.why and ("(why: %s)"):format(fact.why)
    parts[#parts + 1] = fact.note and ("(note: %s)"):format(fact.note)
  end
  parts[#parts + 1] = fact.beside and ("(%s)"):format(fact.beside)
  parts[#parts + 1] = #fact.against > 0 and ("(against it:%s)"):format(
    plain.in_brackets(fact.against)) or nil
  return shallow.with(fact, "value", table.concat(parts, " "))
end

-- "conduct" of "pit/conduct.monitoring"
local function topic_of(fact)
  return plain.sentence((fact.name:match "^[^.%[]*":gsub("_", " ")))
end

local function add_fact(topics, fact)
  local name = topic_of(fact)
  local last = topics[#topics]
  if not last or last.topic ~= name then
    last = { topic = name, facts = {} }
    topics[#topics + 1] = last
  end
  last.facts[#last.facts + 1] = in_full(fact)
end

-- Gives each place its `answered`, { { topic, facts } }, and v.answered how many facts
-- that is.
function view_answered.read(v)
  local printed = {}
  v.answered = 0
  for _, place in ipairs(v.places) do
    place.answered = {}
    add_printed(printed, place)
  end
  for _, fact in ipairs(v.facts) do
    local place = v.by_id[fact.facility] or v.member_place
    if place.answered and not printed[fact.key] and is_answered(fact) then
      add_fact(place.answered, fact)
      v.answered = v.answered + 1
    end
  end
end

return view_answered
