-- What a dossier says of a fact, as the cells of a row show it: the answer in the words
-- of its titles, the reason, the evidence by id, the remark, and what the auditor found.

local dates = require "base.dates"
local fact_card = require "describe.fact_card"

local shown = {}

local MOST_BYTES <const> = 32000 -- a cell of a workbook holds 32,767 characters
-- What is said in place of a value, in the order in which it is offered.
local STATES <const> = { { "unknown", "Not known" }, { "withheld", "Withheld" },
  { "not_applicable", "Not applicable" }, { "conflicting", "Conflicting" } }
local TITLES <const>, REASONS <const> = {}, { withheld = "withheld_reason",
  not_applicable = "na_reason" }
for _, one in ipairs(STATES) do TITLES[one[1]] = one[2] end
local NONE <const> = "None of these"
local BETWEEN_VALUES <const> = "; "

-- The parts of a fact that have a cell each, in order.
shown.PARTS = { "answer", "why", "evidence", "note", "auditor", "auditor_note" }
shown.STATES, shown.TITLES, shown.REASONS = STATES, TITLES, REASONS
shown.NONE, shown.BETWEEN_VALUES = NONE, BETWEEN_VALUES

-- `text` as a cell can hold it: without control characters, and not too long.
function shown.clean(text)
  local plain = text:gsub("\r\n?", "\n"):gsub("[%z\1-\8\11\12\14-\31]", "\u{FFFD}")
  if #plain <= MOST_BYTES then return plain end
  return plain:sub(1, utf8.offset(plain, 0, MOST_BYTES) - 1) .. "\u{2026}"
end

-- ---- a value ----------------------------------------------------------------

local function title_of(entry, value)
  for _, one in ipairs(fact_card.values(entry) or {}) do
    if one.value == value then return one.title end
  end
  return tostring(value)
end

local function titles_of(entry, list)
  local titles = {}
  for i, value in ipairs(list) do titles[i] = title_of(entry, value) end
  return titles
end

-- A day is a day of the workbook, so that it can be sorted; a month or a year is text.
local function date_cell(text)
  local first, last = dates.parse(text)
  return first and first == last and #text == 10 and { date = text } or text
end

local function value_cell(entry, value)
  if type(value) == "table" then
    return table.concat(titles_of(entry, value), BETWEEN_VALUES)
  elseif entry.type == "choices" and value == "none" then
    return NONE
  elseif math.type(value) then
    return value
  elseif entry.type == "date" then
    return date_cell(value)
  elseif entry.type == "text" then
    return shown.clean(value)
  end
  return title_of(entry, value)
end

-- ---- what is less than a value ------------------------------------------------

local function number_text(value)
  return type(value) == "string" and value or ("%.15g"):format(value)
end

local function bounds_text(entry, low, high)
  local is_date = entry.type == "date"
  if low ~= nil and high ~= nil then
    return ("%s to %s"):format(number_text(low), number_text(high))
  elseif low ~= nil then
    return (is_date and "not before %s" or "at least %s"):format(number_text(low))
  end
  return (is_date and "not after %s" or "at most %s"):format(number_text(high))
end

local function partly(entry, said)
  if said.at_least ~= nil or said.at_most ~= nil then
    return bounds_text(entry, said.at_least, said.at_most)
  elseif said.percent ~= nil then
    return number_text(said.percent) .. " %"
  elseif said.share ~= nil then
    return said.share
  elseif said.one_of then
    return table.concat(titles_of(entry, said.one_of), " or ")
  elseif said.includes then
    return "includes " .. table.concat(titles_of(entry, said.includes), BETWEEN_VALUES)
  end
end

-- The cell for the answer in `said`; nil where it says nothing.
local function answer(entry, said, null)
  if said == nil or said == null or said == "unknown" or said == "not_assessed" then
    return nil
  elseif type(said) ~= "table" or said[1] ~= nil then
    return value_cell(entry, said)
  elseif TITLES[said.state] then
    return TITLES[said.state]
  elseif said.withheld_reason ~= nil and said.state == nil then
    return TITLES.withheld
  elseif said.value ~= nil and said.value ~= null then
    return value_cell(entry, said.value)
  end
  return partly(entry, said)
end

-- ---- the rest -------------------------------------------------------------------

local function text_cell(text)
  return type(text) == "string" and shown.clean(text) or nil
end

-- The ids of the evidence in `said`, whatever else is said of each.
function shown.evidence(said)
  local ids = {}
  for i, leg in ipairs(type(said.evidence) == "table" and said.evidence or {}) do
    ids[i] = type(leg) == "table" and leg.id or leg
  end
  return #ids > 0 and shown.clean(table.concat(ids, BETWEEN_VALUES)) or nil
end

-- The answer of a judgement, of which only its prompt knows what it may be.
function shown.plain_answer(value)
  if type(value) == "table" then
    local words = {}
    for i, one in ipairs(value) do words[i] = tostring(one) end
    return shown.clean(table.concat(words, BETWEEN_VALUES))
  end
  return math.type(value) and value or value ~= nil and tostring(value) or nil
end

-- The cells of the fact of `entry`, by part.
function shown.of(entry, said, null)
  local is_object = type(said) == "table" and said[1] == nil
  local cells = { answer = answer(entry, said, null) }
  if not is_object then return cells end
  local found = type(said.auditor) == "table" and said.auditor or nil
  cells.why = text_cell(said.withheld_reason) or text_cell(said.na_reason)
    or text_cell(said.why)
  cells.evidence, cells.note = shown.evidence(said), text_cell(said.note)
  cells.auditor = found and answer(entry, found, null)
  cells.auditor_note = found and (text_cell(found.note) or text_cell(found.why))
  return cells
end

-- The titles of the values that `entry` may have, in order.
function shown.values(entry)
  local list = {}
  for _, one in ipairs(fact_card.values(entry) or {}) do list[#list + 1] = one.title end
  if entry.may_be_none and entry.type == "choices" then list[#list + 1] = NONE end
  return list
end

-- What may be chosen for an answer of `entry`, in order; nil where it is typed.
function shown.choices(entry)
  local list = shown.values(entry)
  if #list == 0 then return nil end
  for _, one in ipairs(STATES) do
    local is_offered = one[1] ~= "conflicting"
      and (one[1] ~= "not_applicable" or entry.na_when)
    if is_offered then list[#list + 1] = one[2] end
  end
  return list
end

return shown
