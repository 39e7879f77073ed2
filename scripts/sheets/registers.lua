-- The sheets of what a dossier says of its lists as a whole, and of its evidence.  What
-- stands in their cells is plain: a value and nothing beside it.

local deep = require "base.deep"
local evidence_kinds = require "base.evidence_kinds"
local places = require "sheets.places"
local shown = require "sheets.shown"

local registers = {}

local SPARE_ROWS <const> = 50

local function choice(values)
  local entry = { type = "choice", values = values, allowed = {} }
  for _, value in ipairs(values) do entry.allowed[value] = true end
  return entry
end

-- ---- a row of plain values ------------------------------------------------------------

-- A plain value that is text or a list of ids, as its cell shows it.
local function plain_cell(entry, value)
  if entry.type == "ids" then return shown.evidence { evidence = value } end
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

-- ---- the evidence ---------------------------------------------------------------------

local function evidence_columns()
  local text <const>, date <const> = { type = "text" }, { type = "date" }
  return {
    { key = "id", title = "Id", width = 10, entry = text },
    { key = "kind", title = "Kind", width = 18, entry = choice(evidence_kinds) },
    { key = "title", title = "Title", width = 44, entry = text },
    { key = "date", title = "Date", width = 13, entry = date },
    { key = "valid_until", title = "Valid until", width = 13, entry = date },
    { key = "collected_by", title = "Collected by", width = 16,
      entry = choice { "member", "auditor", "third-party" } },
    { key = "ref", title = "Where it is kept", width = 30, entry = text },
    { key = "note", title = "Remark", width = 30, entry = text },
    { key = "draft", title = "Draft", width = 8, entry = { type = "yes/no" } },
    { key = "hash", title = "Hash of the file", width = 20, entry = text },
    { key = "media_type", title = "Kind of file", width = 16, entry = text },
  }
end

local function evidence_sheet(state, choices_named)
  local columns = evidence_columns()
  for _, column in ipairs(columns) do column.is_open = true end
  local items, keys = places.items(state.root, { "evidence" })
  local sheet = { id = "evidence", title = "Evidence", columns = columns, rows = {},
    list_keys = { "evidence" } }
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

-- The two sheets.
function registers.build(state, may_apply, choices_named)
  return { lists_sheet(state, may_apply, choices_named),
    evidence_sheet(state, choices_named) }
end

return registers
