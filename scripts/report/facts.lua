-- Facts as the report shows them: JSON Pointer, value, state, evidence.  A
-- sensitive fact shows no value unless the caller asks.

local decided = require "evaluate.decided"
local rating = require "report.rating"

local facts = {}

local NO_LIST <const> = { items = {} }

local function evidence_of(legs, json)
  if not legs then return nil end
  local ids = {}
  for i, leg in ipairs(legs) do ids[i] = leg.id end
  return json.array(ids)
end

-- What the Member answers, where the auditor's finding decides.
local function member_part(entry, member, show_sensitive)
  if not member or show_sensitive or not entry.sensitive then return member end
  return { state = member.state }
end

-- A fact that the dossier speaks of.  A reason in words may name people: it is
-- as sensitive as the fact and the list it stands in.
local function shown(entry, cell, pointer, show_sensitive, json)
  local known = cell.state == "known"
  local readable = show_sensitive or not entry.hides_why
  local fact = { fact = entry.path, pointer = pointer, state = cell.state,
    evidence = evidence_of(cell.legs, json), record = cell.record,
    set_by = cell.set_by, worked_out_from = cell.list,
    stated_by = readable and cell.stated_by or nil,
    why = readable and cell.why or nil }
  fact.auditor, fact.member = cell.auditor, member_part(entry, cell.member,
    show_sensitive)
  if known then fact.basis = rating.basis_name(cell.basis or 1) end
  if known and (show_sensitive or not entry.sensitive) then
    fact.value = cell.raw
  end
  return fact
end

-- A fact as read in `frame`; made once an evaluation.
function facts.fact(entry, frame, show_sensitive, json)
  local pointer = frame["#pointer"] .. (entry.suffix or "")
  local cell = frame[entry.path]
  if not cell then
    return { fact = entry.path, pointer = pointer, state = "unknown" }
  end
  cell.shown = cell.shown or shown(entry, cell, pointer, show_sensitive, json)
  return cell.shown
end

-- A parameter: its value, and who set it (a layer's own value names its own
-- source), in which of the layers.
function facts.parameter(entry, cell, layer_names)
  return { fact = entry.path, parameter = true,
    state = cell and "known" or "unknown", value = cell and cell.raw or nil,
    source = cell and cell.source or entry.source,
    layer = cell and layer_names[(cell.layer or entry.layer) + 1] or nil }
end

-- A list: how many items it names, whether that is all of them, and who or what
-- says so.
function facts.list(list, frame, json)
  local content = frame[list.path] or NO_LIST
  local basis = decided.of_list(content)
  return { list = list.path, items = #content.items, complete = basis ~= nil,
    pointer = content.pointer or frame["#pointer"] .. list.suffix,
    basis = basis and rating.basis_name(basis),
    evidence = evidence_of(content.legs, json),
    stated_by = content.stated_by and tostring(content.stated_by) }
end

return facts
