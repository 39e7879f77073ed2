-- A dossier as a workbook (cop11.sheets/1), and the dossier again from a workbook that
-- somebody filled in.  Another program writes and reads the file: here are its sheets,
-- cell by cell.

local gates = require "template.gates"
local layout = require "sheets.layout"
local need = require "describe.need"
local places = require "sheets.places"
local sections = require "describe.sections"
local taken = require "sheets.taken"

local sheets = {}

local FORMAT <const> = "cop11.sheets/1"

-- The kinds that a facility is said to be; nil where they are not known as a whole.
local function kinds_of(said)
  local kind = type(said) == "table" and said.kind
  if type(kind) == "table" and kind[1] == nil then kind = kind.value end
  return type(kind) == "table" and kind[1] ~= nil and kind or nil
end

-- Which gates are closed, by the ids of the facilities.
local function closed_at(model, facilities, alternatives, host)
  local some = {}
  for _, place in ipairs(facilities) do
    if not place.is_all and place.id ~= "" then
      some[#some + 1] = { id = place.id, kinds = kinds_of(place.said) }
    end
  end
  return gates.closed(model, alternatives, { facilities = some }, host)
end

-- What layout.build works on for the dossier `root`.
local function state_of(model, root, host)
  local uses, facilities = need.of(model), places.facilities(root)
  local alternatives = gates.of(uses)
  local assessment = root.assessment
  return { model = model, root = root, json = host.json, facilities = facilities,
    sections = sections.of(model, uses), alternatives = alternatives,
    closed = closed_at(model, facilities, alternatives, host),
    is_self = type(assessment) == "table" and assessment.kind == "self" }
end

-- The cells of a row in the order of its columns.
local function in_order(columns, of, json)
  local list = {}
  for i, column in ipairs(columns) do
    local one = of[column.key]
    if one == nil then one = json.null end
    list[i] = one
  end
  return json.array(list)
end

local function written_column(column)
  return { key = column.key, title = column.title, width = column.width,
    help = column.help, is_open = column.is_open, is_folded = column.is_folded }
end

local function written_sheet(sheet, json)
  local columns, rows = {}, {}
  for i, column in ipairs(sheet.columns) do columns[i] = written_column(column) end
  for i, row in ipairs(sheet.rows) do
    rows[i] = { key = row.key, cells = in_order(sheet.columns, row.cells, json),
      choices = in_order(sheet.columns, row.choices, json) }
  end
  return { id = sheet.id, title = sheet.title, columns = json.array(columns),
    rows = json.array(rows), spare = sheet.spare and { count = sheet.spare.count,
      choices = in_order(sheet.columns, sheet.spare.choices, json) } }
end

-- The workbook on the dossier `root`, whose text is `text`.
function sheets.build(model, root, text, host)
  local state, list = state_of(model, root, host), {}
  for i, sheet in ipairs(layout.build(state)) do
    list[i] = written_sheet(sheet, host.json)
  end
  return { format = FORMAT, dossier = text, choices = host.json.array(state.choices),
    notice = model.about.notice, sheets = host.json.array(list) }
end

-- The dossier that the `workbook` says, whose dossier was `root` before, with its
-- `empties` (host.json.read); see sheets/taken.lua.
function sheets.take(model, workbook, root, empties, host, read)
  local state = state_of(model, root, host)
  state.empties = empties
  return taken.build(state, layout.build(state), workbook, read)
end

return sheets
