-- What differs between two packs, as they describe themselves, and which of it
-- can have changed what a check comes to.

local conditions = require "impact.conditions"
local plain = require "base.plain"

local impact_rules = {}

local object, objects = plain.object, plain.objects

-- ---- gathering ----------------------------------------------------------

local function by(list, key)
  local map = {}
  for _, one in ipairs(objects(list)) do map[one[key]] = one end
  return map
end

local function tree_of(condition) return condition and condition.tree end

-- Adds what differs in the condition at `key` of two descriptions.
local function conditions_of(add, about, a, b, key)
  conditions.diff(tree_of(a[key]), tree_of(b[key]), function(old, new)
    local line = new and new.line or old and old.line
    add { about = about, id = b.id or b.fact, file = b.file,
      line = new and line or b.line, was = old and old.text,
      now = new and new.text }
  end)
end

-- A value in words, for the few kinds of values that are compared.
local function shown(value)
  if value == nil then return nil end
  if type(value) ~= "table" then return tostring(math.tointeger(value) or value) end
  local parts = {}
  for i, one in ipairs(value) do
    parts[i] = type(one) == "table" and tostring(one.value) or tostring(one)
  end
  return table.concat(parts, ", ")
end

-- Adds what differs in the plain value at `key`, called `name`.
local function value_of(add, about, a, b, key, name)
  local was, now = shown(a[key]), shown(b[key])
  if was ~= now then
    add { about = about, id = b.id or b.fact or b.name, file = b.file,
      line = b.line, was = ("%s %s"):format(name, was or "not set"),
      now = ("%s %s"):format(name, now or "not set") }
  end
end

-- ---- checks and provisions ----------------------------------------------

-- What a check says, which decides nothing.
local SAID <const> = { "title", "met", "not_applicable", "why", "ask", "remedy" }

local function words(add, a, b)
  local function add_words(difference)
    difference.words = true
    add(difference)
  end
  for _, key in ipairs(SAID) do
    value_of(add_words, "check", a, b, key, key .. ":")
  end
  for _, key in ipairs { "applies", "expect" } do
    conditions.said(tree_of(a[key]), tree_of(b[key]), function(was, now, line)
      add_words { about = "check", id = b.id, file = b.file, line = line,
        was = was, now = now }
    end)
  end
end

local function one_check(add, a, b)
  conditions_of(add, "check", a, b, "applies")
  conditions_of(add, "check", a, b, "expect")
  if shown(a.points) ~= shown(b.points) then
    value_of(add, "check", a, b, "strength", "wording:")
  end
  value_of(add, "check", a, b, "retired", "retired:")
  words(add, a, b)
  if object(a.broken).message ~= object(b.broken).message then
    add { about = "check", id = b.id, file = b.file, line = b.line,
      was = a.broken and "broken: " .. a.broken.message,
      now = b.broken and "broken: " .. b.broken.message }
  end
end

-- The check of the old pack that is `b` in the new one: by its id, or by one
-- that it gave up.
local function former(old, b)
  if old[b.id] then return old[b.id] end
  for _, alias in ipairs(plain.texts(b.aliases)) do
    if old[alias] then return old[alias] end
  end
end

local function checks(add, a, b)
  local old, kept = by(a.checks, "id"), {}
  for _, new in ipairs(objects(b.checks)) do
    local was = former(old, new)
    if was then
      kept[was.id] = new.id
      one_check(add, was, new)
    else
      add { about = "check", id = new.id, file = new.file, line = new.line,
        now = "the check is new", whole = true }
    end
  end
  for _, was in ipairs(objects(a.checks)) do
    if not kept[was.id] then
      add { about = "check", id = was.id, file = was.file, line = was.line,
        was = "the check is gone", whole = true }
    end
  end
  return kept
end

local function provisions(add, a, b)
  local old = by(a.provisions, "id")
  for _, new in ipairs(objects(b.provisions)) do
    conditions_of(add, "provision", old[new.id] or {}, new, "applies")
  end
end

-- ---- what checks stand on -----------------------------------------------

local function points(add, a, b)
  local old = by(a.points, "id")
  for _, new in ipairs(objects(b.points)) do
    value_of(add, "point", old[new.id] or {}, new, "strength", "wording:")
  end
end

local function parameters(add, a, b)
  local old = by(a.parameters, "name")
  for _, new in ipairs(objects(b.parameters)) do
    value_of(add, "parameter", old[new.name] or {}, new, "value", "value")
  end
end

local FACT_KEYS <const> = { { "type", "type" }, { "values", "values:" },
  { "least", "least" }, { "most", "most" }, { "part_of", "part of" },
  { "needs_why", "needs a reason:" } }

local function facts(add, a, b)
  local old = by(a.facts, "fact")
  for _, new in ipairs(objects(b.facts)) do
    local was = old[new.fact]
    if was then
      conditions_of(add, "fact", was, new, "worked_out_from")
      conditions_of(add, "fact", was, new, "not_applicable_when")
      for _, key in ipairs(FACT_KEYS) do
        value_of(add, "fact", was, new, key[1], key[2])
      end
    end
  end
end

local function disagreements(add, a, b)
  local old, new = by(a.disagreements, "id"), by(b.disagreements, "id")
  for _, one in ipairs(objects(b.disagreements)) do
    conditions_of(add, "disagreement", old[one.id] or {}, one, "when")
  end
  for _, one in ipairs(objects(a.disagreements)) do
    if not new[one.id] then
      add { about = "disagreement", id = one.id, file = one.file,
        line = one.line, was = object(one.when).text }
    end
  end
end

local EXTENTS <const> = { "absent", "lapse" }

local function ratings(add, a, b)
  local strengths = {}
  for strength in pairs(object(b.ratings)) do
    strengths[#strengths + 1] = strength
  end
  table.sort(strengths)
  for _, strength in ipairs(strengths) do
    local was = object(object(a.ratings)[strength])
    local now = object(b.ratings[strength])
    for _, extent in ipairs(EXTENTS) do
      if was[extent] ~= now[extent] then
        add { about = "ratings", id = strength, file = b.ratings_file,
          line = b.ratings_line, was = ("%s, %s: %s"):format(strength, extent,
          tostring(was[extent])), now = ("%s, %s: %s"):format(strength, extent,
          tostring(now[extent])) }
      end
    end
  end
end

-- ---- which of it concerns a check ---------------------------------------

-- The checks that need a fact or parameter, in either pack.
local function needed_by(a, b, key)
  local needs = {}
  for _, list in ipairs { objects(a), objects(b) } do
    for _, one in ipairs(list) do
      local set = needs[one[key]] or {}
      needs[one[key]] = set
      for _, id in ipairs(plain.texts(one.checks)) do set[id] = true end
    end
  end
  return needs
end

local function disagreement_facts(packs)
  local map = {}
  for _, pack in ipairs(packs) do
    for _, one in ipairs(objects(object(pack.pack).disagreements)) do
      map[one.id] = plain.texts(one.facts)
    end
  end
  return map
end

-- concerns(difference, check): whether it can change what the check comes to.
local function concerning(old, new)
  local facts_for = needed_by(object(old.facts).facts,
    object(new.facts).facts, "fact")
  local parameters_for = needed_by(object(old.parameters).parameters,
    object(new.parameters).parameters, "name")
  local disagree = disagreement_facts { old, new }
  local tests = {}
  function tests.check(d, check) return d.id == check.id end
  function tests.provision(d, check) return d.id == check.provision end
  function tests.parameter(d, check)
    return parameters_for[d.id] and parameters_for[d.id][check.id] or false
  end
  function tests.fact(d, check)
    return facts_for[d.id] and facts_for[d.id][check.id] or false
  end
  function tests.point(d, check)
    for _, id in ipairs(plain.texts(check.points)) do
      if id == d.id then return true end
    end
    return false
  end
  function tests.ratings(d, check) return d.id == check.strength end
  function tests.disagreement(d, check)
    for _, fact in ipairs(disagree[d.id] or {}) do
      if facts_for[fact] and facts_for[fact][check.id] then return true end
    end
    return false
  end
  return function(d, check)
    return not d.words and tests[d.about](d, check)
  end
end

-- ---- the whole ----------------------------------------------------------

-- Compares two packs, each { rules, pack, points, parameters, facts } as
-- described.
-- Returns the differences, in the order of the new pack; concerns(difference,
-- check); and new_ids, which maps the id of each old check to its new one.
function impact_rules.compare(old, new)
  local list = {}
  local function add(difference) list[#list + 1] = difference end
  local old_pack, new_pack = object(old.pack), object(new.pack)
  local new_ids = checks(add, object(old.rules), object(new.rules))
  provisions(add, object(old.rules), object(new.rules))
  points(add, object(old.points), object(new.points))
  parameters(add, object(old.parameters), object(new.parameters))
  facts(add, object(old.facts), object(new.facts))
  disagreements(add, old_pack, new_pack)
  ratings(add, old_pack, new_pack)
  return list, concerning(old, new), new_ids
end

return impact_rules
