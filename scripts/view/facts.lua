-- The facts of a report by key, read into what every form of it shows; see
-- view.lua.

local keys = require "base.keys"
local plain = require "base.plain"

local view_facts = {}

-- Where the dossier would hold a fact, below its place.
local function below_place(path)
  path = path:gsub("^facility%.", ""):gsub("^member%.", "")
  return "/" .. path:gsub("%.", "/")
end

-- Where the dossier holds the fact, or would.
local function pointer_of(fact, place, path, places)
  if fact.pointer then return fact.pointer end
  local below = places.below[path] or below_place(path)
  places.below[path] = below -- the same at each facility
  if path:find "^assessment%." then return below end
  return (place and places.pointers[place] or "/member") .. below
end

local function list_value(fact)
  return ("%d listed, %s"):format(plain.whole(fact.items),
    fact.complete == true and "the list is complete"
      or "the list is not said to be complete")
end

local function value_of(fact, state, host)
  if fact.items then return list_value(fact) end
  if state ~= "known" then return (state:gsub("_", " ")) end
  if fact.value == nil then return "(kept back)" end
  return plain.value(fact.value, host)
end

-- Who found it, and what the Member says instead or too.
local function beside(value, host)
  local auditor, member = plain.object(value.auditor), plain.object(value.member)
  local by = plain.text(auditor.by)
  if not by then return nil end
  local said = member.value ~= nil and plain.value(member.value, host)
    or plain.text(member.state) == "known" and "(kept back)" or "nothing"
  return ("found by %s on %s; the Member says %s"):format(by,
    plain.text(auditor.date) or "?", said)
end

-- What people call an item: by its number in the list, where `key` has but a mark.
-- `pointer` is the item's.
function view_facts.item_name(key, pointer)
  local list = key:match "^(.*)%[#[^%]]*%]$"
  local index = list and pointer and math.tointeger(tonumber(
    pointer:match "/(%d+)$"))
  return index and ("%s[#%d]"):format(list, index + 1) or keys.unescape(key)
end

-- The same of a fact in an item, with the fact's pointer.
local function name_of(key, pointer)
  if not key:find("[", 1, true) then return keys.unescape(key) end
  local item, path = key:match "^(.*%[#[^%]]*%])(%..*)$"
  local within = item and path:gsub("%.", "/")
  if not item or pointer:sub(-#within) ~= within then return keys.unescape(key) end
  return view_facts.item_name(item, pointer:sub(1, -#within - 1)) .. path
end

local function fact_of(key, given, places, host)
  local place, path = keys.parts(key)
  local state = given.state or "known"
  local supported = state == "known" and (not given.items or given.complete)
  local pointer = plain.line(pointer_of(given, place, path, places))
  return { key = key, facility = place, given = given, pointer = pointer,
    name = plain.line(name_of(path, pointer)),
    value = value_of(given, state, host), known = state == "known",
    state = state, evidence = plain.texts(given.evidence),
    against = plain.texts(given.evidence_against),
    basis = plain.text(given.basis) or supported and "stated" or nil,
    record = plain.text(given.record),
    worked_out_from = plain.text(given.from),
    withheld = given.withheld == true,
    why = plain.text(given.why), note = plain.text(given.note), by = plain.text(given.stated_by),
    beside = beside(given, host) }
end

local function parameter_of(name, given, layer, host)
  local own = given.with_layers and layer and given.with_layers or given
  local known = own.value ~= nil
  return { key = name, name = plain.line(name), parameter = true, known = known,
    value = known and plain.value(own.value, host) or "unknown",
    layer = plain.text(own.layer), by = plain.text(own.source), evidence = {},
    against = {} }
end

-- fact(key) and parameter(name, layer) of `report`, each made once; a parameter as
-- a layer's own check reads it.
function view_facts.of(report, host)
  local facts, places = {}, { pointers = {}, below = {} }
  for _, facility in ipairs(report.facilities) do
    places.pointers[facility.id] = facility.pointer
  end
  local function fact(key)
    if facts[key] then return facts[key] end
    local given = report.facts[key]
    facts[key] = given and fact_of(key, given, places, host)
    return facts[key]
  end
  return { fact = fact, parameter = function(name, layer)
    local given = report.parameters[name]
    return given and parameter_of(name, given, layer, host)
  end }
end

return view_facts
