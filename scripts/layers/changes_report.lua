-- What the layers change, each in one sentence: for the core, which puts it at the head
-- of a report, and for the page of a check.

local layer_changes = require "layers.changes"
local dates = require "base.dates"

local layer_changes_report = {}

local sentences = {}

-- Of a broken check the title may not be known.
local function titled(check)
  return check.title and ": " .. check.title or ""
end

sentences["adds-check"] = function(change)
  return "adds check " .. change.added.id .. titled(change.added)
end

sentences["stricter-check"] = function(change)
  return ("adds check %s, stricter than %s%s"):format(change.added.id,
    change.check.id, titled(change.added))
end

sentences["switches-off"] = function(change)
  return "switches off check " .. change.check.id
end

sentences["narrows"] = function(change)
  return ("narrows check %s to where %s"):format(change.check.id,
    change.node.text)
end

local function amount(entry, cell)
  if cell.raw == "none-stated" then return "no limit" end
  return tostring(cell.raw) .. (entry.unit and " " .. entry.unit or "")
end

sentences["sets-parameter"] = function(change)
  return ("sets %s to %s (source: %s), for the COP 11 rating too"):format(
    change.entry.path, amount(change.entry, change.cell), change.source)
end

sentences["changes-parameter"] = function(change)
  return ("changes %s from %s to %s (source: %s), for the house rating alone")
    :format(change.entry.path, amount(change.entry, change.instead_of),
      amount(change.entry, change.cell), change.source)
end

local function grounds_text(change)
  local grounds = change.grounds
  if not grounds then return "" end
  return (", until %s, by %s: %s"):format(dates.format(grounds.last), grounds.by,
    grounds.because)
end

-- A change in a sentence, without its grounds.
function layer_changes_report.sentence(model, change)
  return ("The layer %s %s"):format(layer_changes.layer_of(model, change),
    sentences[change.kind](change))
end

local function row_of(model, change)
  local declaration, grounds = change.declaration, change.grounds or {}
  local layer = layer_changes.layer_of(model, change)
  local check = change.added or change.check
  return { kind = change.kind, layer = layer, in_force = true,
    weakens = change.weakens ~= nil, check = check and check.id,
    stricter_than = change.added and change.check and change.check.id,
    parameter = change.entry and change.entry.path,
    value = change.cell and change.cell.raw,
    instead_of = change.instead_of and change.instead_of.raw,
    source = change.source, because = grounds.because, by = grounds.by,
    until_date = grounds.last and dates.format(grounds.last),
    file = declaration.file, line = declaration.line,
    text = layer_changes_report.sentence(model, change)
      .. grounds_text(change) }
end

local function reads(check, entry)
  for _, one in ipairs(entry and check.reads.facts or {}) do
    if one == entry then return true end
  end
  return false
end

-- What the layers change about one check: the difference from the baseline.
function layer_changes_report.of_check(model, check, json)
  local list = {}
  for _, change in ipairs(model.changes) do
    if change.check == check or change.added == check
      or reads(check, change.entry) then
      list[#list + 1] = row_of(model, change)
    end
  end
  return json.array(list)
end

return layer_changes_report
