-- What a person typed in the cell of an answer, as a dossier says it.

local cures = require "dossier.cures"
local digits = require "base.digits"
local fact_card = require "describe.fact_card"
local nearest = require "base.nearest"
local shown = require "sheets.shown"
local values = require "base.values"

local answers = {}

local AT_LEAST_ONE <const> = "'%s' is taken as \"at least 1\", with these words as the "
  .. "remark: how far off it may be is not said. Where that is known, write for example "
  .. "\"35 to 45\"."

-- The states by the words that stand for them in a cell, and as a dossier has them.
local STATES <const> = { ["not assessed"] = "unknown" }
for _, one in ipairs(shown.STATES) do
  STATES[one[1]], STATES[one[2]:lower()] = one[1], one[1]
end

local function plain(text)
  return text:lower():gsub("[%s\u{A0}]+", " "):match "^ ?(.-) ?$"
end

-- The value of `entry` with the title or word `text`, in small letters.
local function titled(entry, text)
  for _, one in ipairs(fact_card.values(entry) or {}) do
    if one.title:lower() == text or tostring(one.value):lower() == text then
      return one.value
    end
  end
end

-- The values whose titles stand in `text` with `mark` between them; nil where one is none.
local function all_titled(entry, text, mark)
  local list = {}
  for part in (text .. mark):gmatch("(.-)" .. mark) do
    local word = part:match "^%s*(.-)%s*$"
    local value = titled(entry, word)
    if value == nil and word ~= "" then return nil end
    list[#list + 1] = value
  end
  return #list > 0 and list or nil
end

-- What is said in the titles of the vocabulary.
local function in_titles(entry, text)
  if not fact_card.values(entry) then return nil end
  if entry.type ~= "choices" then
    local value = titled(entry, text)
    if value ~= nil then return { value = value } end
    local some = all_titled(entry, text, " or ")
    return some and { one_of = some }
  end
  if text == shown.NONE:lower() then return { value = entry.may_be_none and "none" or nil } end
  local rest = text:match "^includes (.+)$"
  local list = all_titled(entry, rest or text, ";")
  return list and { [rest and "includes" or "value"] = list }
end

local function readable(entry, value)
  return values.read(entry, value) ~= nil and { value = value } or nil
end

-- ---- what is no answer -------------------------------------------------------

local EXAMPLES <const> = { count = "40, at least 40, 35 to 45", number = "40, at least 40",
  percent = "80, at least 80", months = "12, at most 12",
  date = "2013-11-30, 2013-11, not before 2013-07, 2013-07 to 2013-09" }
local WANTED <const> = { count = "a whole number", number = "a number",
  percent = "a number from 0 to 100", months = "a whole number of months", date = "a date" }

local function as_text(value) return type(value) == "string" and value or digits(value) end

-- What could stand there instead, and the nearest of it where that can be told.
local function wanted(entry, typed)
  local titles = shown.choices(entry)
  if titles then
    local near = type(typed) == "string" and nearest.find(typed, titles)
    return ("one of: %s%s"):format(table.concat(titles, "; "),
      near and ("; did you mean '%s'?"):format(near) or "")
  end
  return ("%s, such as: %s"):format(WANTED[entry.type] or "a text",
    EXAMPLES[entry.type] or "a word")
end

local function wrong(entry, typed)
  return nil, ("'%s' is no answer here. Write %s"):format(as_text(typed),
    wanted(entry, typed))
end

-- As one form: "2013-03-04" or "35".
local function form_of(cure) return type(cure) == "table" and cure.at_least or cure end

local function two_readings(typed, cure, more)
  local one, other = form_of(cure), form_of(more.other)
  return nil, ("'%s' can be read in two ways. Write %s"):format(as_text(typed),
    one and other and ("%s or %s"):format(as_text(one), as_text(other)) or "which is meant")
end

-- ---- the whole -----------------------------------------------------------------

-- As a cure of the dossier's reader says it; or nil and what is wrong.
local function by_cure(entry, typed)
  local cure, more = cures.of(entry, typed)
  local is_guess = cure == nil or more.is_example and entry.type == "date"
    or type(cure) == "table" and cure.includes -- a part of it could not be read
  if is_guess then
    return wrong(entry, typed)
  elseif more.one then
    return two_readings(typed, cure, more)
  elseif more.is_example then
    return { at_least = 1, note = as_text(typed) }, nil,
      AT_LEAST_ONE:format(as_text(typed))
  elseif type(cure) == "table" and cure[1] == nil then
    cure.na_reason = nil -- which the cure leaves to whoever writes
    return cure
  end
  return { value = cure }
end

local function of_text(entry, typed)
  local text = plain(typed)
  if text == "" then return {} end
  if STATES[text] then return { state = STATES[text] } end
  local said = in_titles(entry, text)
  if said then return said end
  local value = entry.type == "text" and typed or typed:match "^%s*(.-)%s*$"
  said = readable(entry, value)
  if said then return said end
  return by_cure(entry, value)
end

-- What the cell `typed` says of the fact of `entry`, as the object of a fact, empty where
-- it says nothing; or nil and what is wrong with it.  The third: what to tell of a cell
-- that was taken otherwise than it stands.
function answers.read(entry, typed)
  if typed == nil then return {} end
  if type(typed) == "table" then typed = typed.date end
  if type(typed) == "string" then return of_text(entry, typed) end
  if math.type(typed) == "float" then typed = math.tointeger(typed) or typed end
  local said = readable(entry, typed)
  if said then return said end
  return by_cure(entry, typed)
end

return answers
