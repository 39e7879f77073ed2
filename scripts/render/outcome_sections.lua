-- The sections of a report that hold outcomes, as blocks (blocks.lua): findings,
-- what is not settled, what could not run, what does not apply, what conforms.

local alike = require "render.alike"
local blocks = require "render.blocks"
local not_applicable = require "view.not_applicable"
local plain = require "base.plain"
local view = require "view"
local view_ids = require "view.ids"
local view_records = require "view.records"
local view_results = require "view.results"

local sections = {}

local add_field, add_facts, note, item =
  blocks.add_field, blocks.add_facts, blocks.note, blocks.item
local plural, sentence = plain.plural, plain.sentence

-- ---- beside an outcome --------------------------------------------------

-- What records and entered findings say of it.
local function add_beside(fields, result)
  for _, one in ipairs(view_records.beside(result)) do
    add_field(fields, one[1], one[2])
  end
end

-- What is known and speaks against the Member.
local function add_against(fields, result)
  for _, says in ipairs(result.against) do
    add_field(fields, "Known against it", says)
  end
end

-- What the check comes to under each reading of the guidance.
local function add_readings(fields, result)
  if #result.readings > 0 then
    add_field(fields, "Readings", table.concat(result.readings, " "))
  end
end

local function add_known(fields, result)
  add_readings(fields, result)
  add_facts(fields, "Known", view.known_of(result))
  add_against(fields, result)
end

-- What every check of a provision reads; once a place.
local function add_common(list, place)
  for _, one in ipairs(place.common) do
    list[#list + 1] = note(nil, { facts = one.facts,
      label = ("Read for every check of %s"):format(one.id) })
  end
end

-- ---- findings -----------------------------------------------------------

-- "people[#4]" of "pit/people[#4]": the heading names the facility.
local function here(result, key)
  local own = (result.facility or "") .. "/"
  return key:sub(1, #own) == own and key:sub(#own + 1) or key
end

local function add_rules(fields, result)
  for _, test in ipairs(result.tests) do
    local under = {}
    if test.item then under[1] = "at " .. here(result, test.item) end
    for _, items in ipairs(view_ids.places(test.items)) do
      under[#under + 1] = "except " .. here(result, items)
    end
    add_field(fields, "Rule", ("%s line %d: %s"):format(result.file or "?",
      test.line, test.text), { under = under, aside = true, is_detail = true })
  end
end

local MARKS <const> = { major = "MAJOR", minor = "MINOR",
  observation = "OBSERVATION" }

local function finding(group, result)
  local fields = {}
  add_field(fields, "Layer", result.decided_by)
  add_field(fields, "With layers", result.own and result.own.text)
  add_rules(fields, result)
  add_facts(fields, "Rests on", result.rests_on, { full = true })
  add_field(fields, #result.rests_on == 1 and "Same fact" or "Same facts",
    result.same_as)
  add_beside(fields, result)
  add_facts(fields, "Also read", result.also_read, { aside = true })
  add_against(fields, result)
  add_readings(fields, result)
  add_field(fields, "Remedy", result.remedy)
  add_field(fields, "Points", result.cited .. (result.basis
    and ". Basis: " .. result.basis or ""))
  return item(fields, { mark = MARKS[group], tone = group, id = result.check,
    title = result.title, says = result.reason, result = result })
end

local function no_finding(v)
  local open = view.count(v, "open") + view.count(v, "broken")
  return note("No check that is settled falls short." .. (open > 0
    and (" %s not settled: see below."):format(plural(open, "check is",
      "checks are")) or ""))
end

-- How grave a set of findings is: the place of its gravest among the groups.
local GRAVITY <const> = { major = 1, minor = 2, observation = 3 }
local function gravity(entries)
  local least = math.huge
  for _, entry in ipairs(entries) do
    least = math.min(least, GRAVITY[entry.block.tone] or math.huge)
  end
  return least
end

function sections.findings(v)
  local list = alike.of_places(v, view.places_with(v, view.SHORTFALLS), function(list, place)
    if place.rating then
      list[#list + 1] = note(sentence(place.rating.text) .. "; "
        .. view.counts_text(place.rating.counts) .. ".")
    end
    add_common(list, place)
    for _, group in ipairs(view.SHORTFALLS) do
      for _, result in ipairs(view_results.by_strength(place[group])) do
        list[#list + 1] = finding(group, result)
      end
    end
  end, gravity)
  return #list > 0 and list or { no_finding(v) }
end

-- ---- what is not settled ------------------------------------------------

local function missing_item(one)
  local fields = {}
  add_field(fields, "", ("(%s)"):format(one.state),
    { code = one.pointer or one.name, brief = one.name, soft = true })
  add_field(fields, "", ("%s, %s"):format(one.waits, view.at_worst(one.worst)),
    { soft = true })
  for _, ask in ipairs(one.asks) do add_field(fields, "Evidence", ask) end
  return item(fields, { mark = "ASK", title = one.ask
    or "Give " .. one.name .. "." })
end

-- An open check that a question above would settle: what is known and said of it;
-- nil where that is nothing.
local function asked_check(result)
  local fields = {}
  add_known(fields, result)
  add_beside(fields, result)
  return #fields > 0 and item(fields, { mark = "OPEN", id = result.check,
    title = result.title }) or nil
end

local function open_check(result)
  local fields = {}
  add_field(fields, "", sentence(view.at_worst_of(result)) .. ".")
  add_known(fields, result)
  add_beside(fields, result)
  add_field(fields, "Evidence", result.ask)
  return item(fields, { mark = "OPEN", id = result.check, says = result.reason,
    title = result.title .. view.layer_tail(result) })
end

local function add_open(list, place)
  local alone, shared = view.open_of(place)
  for _, result in ipairs(alone) do
    local show = result.is_asked and asked_check or open_check
    list[#list + 1] = show(result)
  end
  for _, one in ipairs(shared) do
    list[#list + 1] = item({}, { mark = "OPEN",
      title = view_ids.text(one.checks), says = one.reason })
  end
end

local function add_open_place(list, place)
  if place.assessed == false then list[#list + 1] = note(place.why_not) end
  for _, one in ipairs(place.missing) do list[#list + 1] = missing_item(one) end
  if not view.has_any(place, view.SHORTFALLS) then add_common(list, place) end
  add_open(list, place)
end

function sections.open(v)
  local list = { note(("%s not settled. Not settled is neither conformance nor a "
    .. "shortfall. These answers are missing:"):format(plural(
      view.count(v, "open"), "check is", "checks are"))) }
  return blocks.add_all(list, alike.of_places(v, v.places, function(said, place)
    if view.is_open(place) then add_open_place(said, place) end
  end))
end

function sections.broken(v)
  local list = alike.of_places(v, view.places_with(v, { "broken" }), function(list, place)
    local rows = {}
    for i, result in ipairs(place.broken) do
      rows[i] = { result.check, result.reason, ("%s line %d"):format(
        result.file or "?", result.line) }
    end
    list[#list + 1] = blocks.table({ "Check", "Why", "Where" }, rows,
      { mark = "ERROR" })
  end)
  table.insert(list, 1, note("A check that cannot run may hide any outcome; its "
    .. "whole range stands in the ratings above."))
  return list
end

-- ---- what is settled well -----------------------------------------------

local function line(id, text, add, result)
  local fields = {}
  if result then add(fields, result) end
  return { kind = "line", id = id, text = text, fields = fields }
end

function sections.not_applicable(v)
  return alike.of_places(v, view.places_with(v, { "not_applicable" }), function(list, place)
    for _, group in ipairs(not_applicable.groups(v, place)) do
      list[#list + 1] = note(group.reason .. " " .. group.support)
      for _, row in ipairs(group.rows) do
        list[#list + 1] = line(row[1], row[2], add_beside, row.result)
      end
    end
  end)
end

local function conforming_line(result)
  local one = line(result.check, result.reason .. view.layer_tail(result) .. " "
    .. result.support, function(fields)
      add_against(fields, result)
      add_beside(fields, result)
      add_readings(fields, result)
    end, result)
  one.rests_on = result.rests_on
  return one
end

-- No rule weighs a note; beside what conforms it may say the contrary.
local function add_noted(list, place)
  local checks = {}
  for _, result in ipairs(place.conforming) do
    for _, fact in ipairs(result.rests_on) do
      if fact.note and checks[#checks] ~= result.check then
        checks[#checks + 1] = result.check
      end
    end
  end
  if #checks > 0 then
    list[#list + 1] = note(("No rule weighs a note. Read those on what conforms here: %s.")
      :format(view_ids.text(checks)))
  end
end

function sections.conforming(v)
  return alike.of_places(v, view.places_with(v, { "conforming" }), function(list, place)
    add_noted(list, place)
    for _, result in ipairs(place.conforming) do
      list[#list + 1] = conforming_line(result)
    end
  end)
end

return sections
