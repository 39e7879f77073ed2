-- The sheets of what a dossier says of its lists as a whole, and of its registers: the
-- evidence, the auditor's records, the findings.  What stands in their cells is plain: a
-- value and nothing beside it.

local deep = require "base.deep"
local places = require "sheets.places"
local register_fields = require "schema.register_fields"
local shown = require "sheets.shown"

local registers = {}

local SPARE_ROWS <const> = 50

-- ---- a row of plain values ------------------------------------------------------------

-- A plain value as its cell shows it.
local function plain_cell(entry, value)
  if entry.type == "ids" then return shown.evidence { evidence = value } end
  if entry.type == "answer" then return shown.plain_answer(value) end
  return shown.of(entry, value).answer
end

local function choices_of(entry)
  local list = shown.values(entry)
  return #list > 0 and list or nil
end

-- The parts `columns` of what stands at `keys`, as facts of `row`.
local function add_parts(state, row, columns, keys, choices_named)
  for _, column in ipairs(columns) do
    if column.entry then
      local entry, at = column.entry, places.below(keys, "/" .. column.key)
      row.cells[column.key] = plain_cell(entry, deep.at(state.root, at))
      row.choices[column.key] = choices_named(state, choices_of(entry))
      row.facts[#row.facts + 1] = { entry = entry, base = keys, suffix = "/" .. column.key,
        is_plain = true, columns = { answer = column.key } }
    end
  end
end

local function new_row(key) return { key = key, cells = {}, choices = {}, facts = {} } end

-- ---- the lists ------------------------------------------------------------------------

local LIST_COLUMNS <const> = {
  { key = "facility", title = "Facility", width = 14 },
  { key = "list", title = "List", width = 28 },
  { key = "ask", title = "Question", width = 50 },
  { key = "complete", title = "These are all there are", width = 16, is_open = true,
    entry = { type = "yes/no" } },
  { key = "count", title = "How many in all", width = 12, is_open = true,
    entry = { type = "count", least = 0 } },
  { key = "stated_by", title = "Stated by", width = 20, is_open = true,
    entry = { type = "text" } },
  { key = "why", title = "Reason", width = 26, is_open = true, entry = { type = "text" } },
  { key = "evidence", title = "Evidence", width = 14, is_open = true,
    entry = { type = "ids" } },
  { key = "note", title = "Remark", width = 26, is_open = true, entry = { type = "text" } },
}

local function list_row(state, list, title, keys, choices_named)
  local row = new_row(places.pointer(keys))
  row.cells.list, row.cells.ask = title, list.ask
  row.list_keys = keys
  add_parts(state, row, LIST_COLUMNS, keys, choices_named)
  return row
end

local function lists_sheet(state, may_apply, choices_named)
  local all = state.model.vocabulary.facilities
  local sheet = { id = "lists", title = "Lists",
    columns = LIST_COLUMNS, rows = { list_row(state, all, "Facilities", { "facilities" },
      choices_named) } }
  for _, place in ipairs(state.facilities) do
    for _, section in ipairs(place.is_all and {} or state.sections) do
      local list = section.list
      local keys = list and places.below(place.keys, list.suffix)
      if list and (deep.at(state.root, keys) ~= nil or may_apply(state, list, place)) then
        local row = list_row(state, list, section.title, keys, choices_named)
        row.cells.facility = place.id
        sheet.rows[#sheet.rows + 1] = row
      end
    end
  end
  return sheet
end

-- ---- the registers --------------------------------------------------------------------

-- How a field of each kind is written in its cell, and how wide that is.
local KINDS <const> = { text = { "text", 18 }, prose = { "text", 40 }, day = { "date", 13 },
  flag = { "yes/no", 11 }, answer = { "answer", 18 }, ids = { "ids", 14 },
  choice = { "choice", 20 } }

-- A field of a register as an entry of the vocabulary.
local function entry_of(field)
  local entry = { type = KINDS[field.kind][1] }
  if not field.options then return entry end
  entry.values, entry.allowed, entry.titles = {}, {}, {}
  for i, option in ipairs(field.options) do
    entry.values[i], entry.allowed[option.const] = option.const, true
    entry.titles[option.const] = option.title
  end
  return entry
end

local function register_columns(fields)
  local columns = {}
  for i, field in ipairs(fields) do
    columns[i] = { key = field.name, title = field.title, width = KINDS[field.kind][2],
      help = field.description, is_open = true, entry = entry_of(field) }
  end
  return columns
end

local function register_sheet(state, name, choices_named)
  local shape = register_fields[name]
  local columns = register_columns(shape.fields)
  local items, keys = places.items(state.root, { name })
  local sheet = { id = name, title = shape.title, columns = columns, rows = {},
    list_keys = { name } }
  for i = 1, #items do
    local at = places.item(keys, i)
    sheet.rows[i] = new_row(places.pointer(at))
    add_parts(state, sheet.rows[i], columns, at, choices_named)
  end
  local spare = new_row ""
  local nothing = { root = {}, names = state.names, choices = state.choices,
    json = state.json }
  add_parts(nothing, spare, columns, {}, choices_named)
  sheet.spare = { count = SPARE_ROWS, choices = spare.choices, facts = spare.facts }
  return sheet
end

-- These sheets.  A self-assessment holds no records, so it is not asked for any.
function registers.build(state, may_apply, choices_named)
  local list = { lists_sheet(state, may_apply, choices_named) }
  for _, name in ipairs(register_fields.NAMES) do
    if name ~= "records" or not state.is_self or state.root.records ~= nil then
      list[#list + 1] = register_sheet(state, name, choices_named)
    end
  end
  return list
end

return registers
