-- The dossier that a workbook says.  Whatever nobody changed stays as it was written; a
-- cell that cannot be read, and what is wrong with the dossier then, is told by sheet and
-- cell.

local deep = require "base.deep"
local facts = require "sheets.facts"
local nearest = require "base.nearest"
local places = require "sheets.places"
local shown = require "sheets.shown"
local told = require "sheets.told"

local taken = {}

local NO_AUDITOR <const> = "what an auditor found needs the auditor's name and the day: "
  .. "answer on the sheet Assessment who answers for this assessment, and on what day"

-- The auditor, and the day of what an auditor finds: those of the assessment.
local function audit_of(root)
  local function plain(keys)
    local said = deep.at(root, keys)
    if type(said) == "table" then said = said.value end
    return type(said) == "string" and said or nil
  end
  return { by = plain { "assessment", "assessor" }, date = plain { "assessment", "date" },
    missing = NO_AUDITOR }
end

-- ---- what was changed in a row ----------------------------------------------------------

-- The cells of a fact in a row that was read, and those that say other than `before`.
local function changed_cells(here, fact, before)
  local cells, changed = {}, {}
  for part, column in pairs(fact.columns) do
    local cell = here.cells[column]
    cells[part] = cell
    if here.sheet.index[column] and facts.plain(cell) ~= facts.plain(before[column]) then
      changed[part] = true
    end
  end
  return cells, changed
end

-- A list that is written as an array, as the object that can say more of itself.
local function open_list(state, keys)
  local list = deep.at(state.root, keys)
  if type(list) == "table" and (list[1] ~= nil or state.empties[list] == "array") then
    deep.set(state.root, keys, { items = list })
  end
end

-- Whether a cell holds what is no value, such as a formula without a result.
local function is_unreadable(state, here, fact, cells)
  for _, part in ipairs(shown.PARTS) do
    local cell = cells[part]
    if type(cell) == "table" and cell.problem then
      told.add(state, "error", here, fact.columns[part], cell.problem)
      return true
    end
  end
  return false
end

-- Writes what a row says of `fact` behind `base` of `root`, where it says other than before.
local function take_fact(state, here, fact, root, base, before)
  local cells, changed = changed_cells(here, fact, before)
  if next(changed) == nil or is_unreadable(state, here, fact, cells) then return end
  local keys = places.below(base, fact.suffix)
  local said = deep.at(root, keys)
  local anew, wrong, part
  if fact.is_plain then
    anew, wrong, part = facts.alone(fact.entry, cells.answer, said)
  else
    anew, wrong, part = facts.anew(fact.entry, said, cells, changed, audit_of(state.root),
      function(words) told.add(state, "note", here, fact.columns.answer, words) end)
  end
  if wrong then return told.add(state, "error", here, fact.columns[part], wrong) end
  if here.row and here.row.list_keys then open_list(state, here.row.list_keys) end
  deep.set(root, keys, anew)
  state.is_changed = true
end

-- ---- rows that were there --------------------------------------------------------------

-- What is written in a row stands in `object` of the dossier.
local function note_place(state, here, list, object, base)
  for _, fact in ipairs(list) do
    state.written[#state.written + 1] = { here = here, fact = fact, object = object,
      base = base }
  end
end

local function take_row(state, here, row)
  for _, fact in ipairs(row.facts) do
    take_fact(state, here, fact, state.root, fact.base, row.cells)
  end
  local base = row.facts[1].base
  note_place(state, here, row.facts, deep.at(state.root, base), base)
end

-- ---- rows that are new ------------------------------------------------------------------

-- The keys of the list to which a new row of a sheet belongs; nil where that is not known.
local function list_of(state, here)
  local sheet = here.sheet.known
  if sheet.list_keys then return sheet.list_keys end
  if sheet.id == "facilities" then return { "facilities" } end
  local id, ids = facts.plain(here.cells.facility), {}
  for _, place in ipairs(state.facilities) do
    if not place.is_all and place.id == id then
      return places.below(place.keys, sheet.list.suffix)
    end
    if not place.is_all then ids[#ids + 1] = place.id end
  end
  told.add(state, "error", here, "facility", id and ("there is no facility '%s'%s"):format(id,
    nearest.hint(id, ids)) or "say at which facility, by its id")
end

local function append(state, keys, item)
  local list = deep.at(state.root, keys)
  if type(list) == "table" and list[1] == nil and state.empties[list] ~= "array" then
    keys = places.below(keys, "/items")
    list = list.items
  end
  if type(list) ~= "table" then
    list = state.json.array {}
    deep.set(state.root, keys, list)
  end
  list[#list + 1] = item
end

local function is_empty(here, spare)
  for _, fact in ipairs(spare.facts) do
    for _, column in pairs(fact.columns) do
      if facts.plain(here.cells[column]) then return false end
    end
  end
  return true
end

local function take_new_row(state, here, spare)
  if is_empty(here, spare) then return end
  local keys = list_of(state, here)
  if not keys then return end
  local item = {}
  for _, fact in ipairs(spare.facts) do
    take_fact(state, here, fact, item, {}, {})
  end
  note_place(state, here, spare.facts, item, {})
  state.new[#state.new + 1] = { keys = keys, item = item }
end

-- ---- rows that are gone -----------------------------------------------------------------

local function remove(state, sheet, row)
  local keys = row.facts[1].base
  local list = deep.at(state.root, table.move(keys, 1, #keys - 1, 1, {}))
  state.gone[#state.gone + 1] = { list = list, item = list[keys[#keys]] }
  told.add(state, "note", { sheet = sheet }, nil, ("a row was removed, and with it what stood "
    .. "at %s"):format(row.key))
  state.is_changed = true
end

local function take_out(list, item)
  for i = #list, 1, -1 do
    if list[i] == item then table.remove(list, i) end
  end
end

-- ---- sheets -----------------------------------------------------------------------------

local function by_key(sheet)
  local rows = {}
  for _, row in ipairs(sheet.rows) do rows[row.key] = row end
  return rows
end

local function index_of(columns)
  local index = {}
  for i, key in ipairs(columns) do index[key] = i end
  return index
end

local function cells_of(row, index)
  local cells = {}
  for key, i in pairs(index) do
    local cell = row.cells[i]
    if type(cell) ~= "userdata" then cells[key] = cell end
  end
  return cells
end

-- A key that stands twice is that of a row somebody copied: a new one where there can be.
local function take_known_row(state, here, rows, seen, key)
  local row = rows[key]
  if row and not seen[key] then
    seen[key], here.row = true, row
    take_row(state, here, row)
  elseif here.sheet.known.spare then
    take_new_row(state, here, here.sheet.known.spare)
  elseif facts.plain(here.cells.answer) then
    told.add(state, "error", here, "answer", "this row is not one of the sheet's own, so it is "
      .. "not known which question it answers: write the answer in the row of the question")
  end
end

local function take_sheet(state, sheet)
  local rows, seen = by_key(sheet.known), {}
  for _, read in ipairs(sheet.rows) do
    local here = { sheet = sheet, number = read.number, cells = cells_of(read, sheet.index) }
    take_known_row(state, here, rows, seen, facts.plain(here.cells.key))
  end
  for _, row in ipairs(sheet.known.spare and sheet.known.rows or {}) do
    if not seen[row.key] then remove(state, sheet, row) end
  end
end

-- The sheets of the workbook that are ours, each with what it was.
local function known_sheets(state, sheets, workbook)
  local read, list = {}, {}
  for _, sheet in ipairs(workbook.sheets) do read[sheet.id] = read[sheet.id] or sheet end
  for _, known in ipairs(sheets) do
    local sheet = read[known.id]
    if sheet then
      list[#list + 1] = { known = known, name = sheet.name, rows = sheet.rows,
        index = index_of(sheet.columns) }
    else
      told.add(state, "note", { sheet = { name = known.title } }, nil,
        "this sheet is missing: what it held stays as it was")
    end
  end
  return list
end

-- ---- the whole ------------------------------------------------------------------------

local function has_error(state)
  for _, problem in ipairs(state.problems) do
    if problem.kind == "error" then return true end
  end
  return false
end

-- What a `workbook` says, whose sheets were `sheets` when it was written: the text of the
-- dossier, and the problems.  `state`: what layout.build worked on, and `empties`;
-- read(text) reads a dossier.
function taken.build(state, sheets, workbook, read)
  state.problems, state.written, state.new, state.gone = {}, {}, {}, {}
  local list = known_sheets(state, sheets, workbook)
  for _, sheet in ipairs(list) do take_sheet(state, sheet) end
  for _, one in ipairs(state.gone) do take_out(one.list, one.item) end
  for _, one in ipairs(state.new) do append(state, one.keys, one.item) end
  local text = state.is_changed and state.json.pretty(state.root) .. "\n"
    or workbook.dossier
  if not has_error(state) then told.check(state, read, text) end
  return { format = "cop11.taken/1", dossier = not has_error(state) and text or nil,
    problems = state.json.array(state.problems) }
end

return taken
