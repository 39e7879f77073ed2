-- The sheets of a workbook on a dossier: a sheet a topic, on which each question has a
-- row, and a sheet a list, on which each item has one.  What stands in a cell that a
-- person may fill in belongs to a fact: its entry in the vocabulary, and the keys that
-- lead to it in the dossier.

local deep = require "base.deep"
local gates = require "template.gates"
local places = require "sheets.places"
local registers = require "sheets.registers"
local shown = require "sheets.shown"
local words = require "form.words"

local layout = {}

-- The parts of a fact, each a column: { key, title, width }.
local PARTS <const> = { { "answer", "Answer", 26 }, { "why", "Reason", 26 },
  { "evidence", "Evidence", 14 }, { "note", "Remark", 26 },
  { "auditor", "Auditor's answer", 22 }, { "auditor_note", "Auditor's remark", 26 } }
local OF_THE_MEMBER <const> = 4 -- of them, which a self-assessment has alone
local ALL <const> = "All facilities"
local SPARE_ROWS <const> = 25
local OWN <const> = { ["facility.id"] = true, ["facility.name"] = true }

local LABELS <const> = { id = true, name = true }

-- How many parts a fact has; what an item is called by is only an answer.
local function parts_of(state, entry)
  if entry and LABELS[entry.keys[1]] then return 1 end
  return state.is_self and OF_THE_MEMBER or #PARTS
end

-- The name under which `list` may be chosen from, kept once however often it is used.
local function choices_named(state, list)
  if not list then return nil end
  local text = table.concat(list, "\n")
  local name = state.names[text]
  if not name then
    name = ("choices_%d"):format(#state.choices + 1)
    state.names[text] = name
    state.choices[#state.choices + 1] = { name = name, titles = state.json.array(list) }
  end
  return name
end

-- ---- one fact in a row ------------------------------------------------------------

-- What stands of a fact behind the keys `base` in `row`, in columns that begin with
-- `prefix`.
local function add_fact(state, row, entry, base, prefix)
  local said = deep.at(state.root, places.below(base, entry.suffix))
  local cells = shown.of(entry, said, state.json.null)
  local fact = { entry = entry, base = base, suffix = entry.suffix, columns = {} }
  for i = 1, parts_of(state, entry) do
    local part = PARTS[i][1]
    fact.columns[part] = prefix .. part
    row.cells[prefix .. part] = cells[part]
  end
  local name = choices_named(state, shown.choices(entry))
  row.choices[prefix .. "answer"] = name
  row.choices[prefix .. "auditor"] = fact.columns.auditor and name
  row.facts[#row.facts + 1] = fact
end

local function new_row(key) return { key = key, cells = {}, choices = {}, facts = {} } end

-- ---- a sheet a topic ----------------------------------------------------------------

local function topic_columns(state, has_facility, has_topic)
  local columns = {}
  if has_facility then columns[1] = { key = "facility", title = "Facility", width = 14 } end
  if has_topic then columns[#columns + 1] = { key = "topic", title = "Topic", width = 20 } end
  columns[#columns + 1] = { key = "ask", title = "Question", width = 60 }
  for i = 1, parts_of(state) do
    columns[#columns + 1] = { key = PARTS[i][1], title = PARTS[i][2], width = PARTS[i][3],
      is_open = true }
  end
  columns[#columns + 1] = { key = "help", title = "About this question", width = 60 }
  return columns
end

local function help_of(entry)
  local help = words.help(entry)
  if entry.type ~= "choices" then return help end
  local several = "One or more, with a semicolon between them: "
    .. table.concat(shown.values(entry), "; ") .. "."
  return help and help .. " " .. several or several
end

local function may_apply(state, target, place)
  return gates.may_apply(state.alternatives[target], state.closed[place.id] or {})
end

local function is_asked(state, entry, place, keys)
  if place.is_all and OWN[entry.path] then return false end
  return deep.at(state.root, keys) ~= nil or may_apply(state, entry, place)
end

local function add_questions(state, sheet, section, place)
  for _, entry in ipairs(section.entries) do
    local keys = places.below(place.keys, entry.suffix)
    if is_asked(state, entry, place, keys) then
      local row = new_row(places.pointer(keys))
      row.cells.facility = place.is_all and ALL or place.id
      row.cells.topic, row.cells.ask = section.title, words.label(entry)
      row.cells.help = help_of(entry)
      add_fact(state, row, entry, place.keys, "")
      sheet.rows[#sheet.rows + 1] = row
    end
  end
end

-- A sheet of the questions of `sections` at each of `at`, place by place.
local function topic_sheet(state, id, title, sections, at)
  local has_facility = sections[1].scope == "facility"
  local sheet = { id = id, title = title, rows = {},
    columns = topic_columns(state, has_facility, #sections > 1) }
  for _, place in ipairs(at) do
    for _, section in ipairs(sections) do add_questions(state, sheet, section, place) end
  end
  return sheet
end

-- ---- a sheet a list -------------------------------------------------------------------

-- The answer of each fact stands open; what else is said of it can be unfolded.
local function list_columns(state, entries, columns)
  for _, entry in ipairs(entries) do
    for i = 1, parts_of(state, entry) do
      local part = PARTS[i]
      columns[#columns + 1] = { key = entry.path .. "|" .. part[1],
        title = i == 1 and words.label(entry) or part[2], width = part[3], is_open = true,
        is_folded = i > 1 or nil, help = i == 1 and help_of(entry) or nil }
    end
  end
  return columns
end

local function item_row(state, sheet, keys)
  local row = new_row(keys and places.pointer(keys) or "")
  for _, entry in ipairs(sheet.entries) do
    add_fact(state, row, entry, keys or {}, entry.path .. "|")
  end
  return row
end

-- The rows in which new items are written, each like this one: its facts by the keys that
-- lead to them within the item.
local function add_spare(state, sheet)
  local root = state.root
  state.root = {}
  local row = item_row(state, sheet, nil)
  state.root = root
  sheet.spare = { count = SPARE_ROWS, choices = row.choices, facts = row.facts }
end

local function list_sheet(state, section, at)
  local list, ids = section.list, {}
  local sheet = { id = list.path, title = section.title, list = list, rows = {},
    entries = section.entries, columns = list_columns(state, section.entries,
      { { key = "facility", title = "Facility", width = 14, is_open = true } }) }
  for _, place in ipairs(at) do
    if not place.is_all then
      local items, keys = places.items(state.root, places.below(place.keys, list.suffix))
      if #items > 0 or may_apply(state, list, place) then ids[#ids + 1] = place.id end
      for i = 1, #items do
        local row = item_row(state, sheet, places.item(keys, i))
        row.cells.facility = place.id
        sheet.rows[#sheet.rows + 1] = row
      end
    end
  end
  if #ids == 0 then return nil end
  add_spare(state, sheet)
  sheet.spare.choices.facility = choices_named(state, ids)
  return sheet
end

-- The facilities themselves are such a list.
local function facilities_sheet(state, section)
  local items, keys = places.items(state.root, { "facilities" })
  local sheet = { id = "facilities", title = "Facilities", rows = {},
    list = state.model.vocabulary.facilities, entries = section.entries,
    columns = list_columns(state, section.entries, {}) }
  for i = 1, #items do
    sheet.rows[i] = item_row(state, sheet, places.item(keys, i))
  end
  add_spare(state, sheet)
  return sheet
end

-- ---- the whole --------------------------------------------------------------------------

local AT <const> = { assessment = { { id = "", keys = { "assessment" } } },
  member = { { id = "", keys = { "member" } } } }
local TITLES <const> = { assessment = "Assessment", member = "Member" }

-- The sections one after the other, those of one chapter together: { id, title, sections }.
local function grouped(sections)
  local groups, by_id = {}, {}
  for _, section in ipairs(sections) do
    local is_single = section.list or section.id == "facility"
    local id = is_single and section.id or TITLES[section.scope] and section.scope
      or section.chapter or section.id
    local group = by_id[id]
    if not group then
      group = { id = id, title = TITLES[section.scope] or section.chapter or section.title,
        sections = {} }
      by_id[id] = group
      groups[#groups + 1] = group
    end
    group.sections[#group.sections + 1] = section
  end
  return groups
end

local function sheet_of(state, group)
  local first = group.sections[1]
  if first.id == "facility" then return facilities_sheet(state, first) end
  if first.list then return list_sheet(state, first, state.facilities) end
  local at = AT[first.scope] or state.facilities
  local sheet = topic_sheet(state, group.id, group.title, group.sections, at)
  return #sheet.rows > 0 and sheet or nil
end

-- The sheets of `state`: { model, root, json, sections, alternatives, closed, facilities,
-- is_self }; what can be chosen from is in state.choices then.
function layout.build(state)
  state.names, state.choices = {}, {}
  local sheets = {}
  for _, group in ipairs(grouped(state.sections)) do
    sheets[#sheets + 1] = sheet_of(state, group)
  end
  for _, sheet in ipairs(registers.build(state, may_apply, choices_named)) do
    sheets[#sheets + 1] = sheet
  end
  return sheets
end

return layout
