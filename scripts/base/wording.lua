-- Puts facts into sentences: values as a person reads them, templates such as
-- "The permit of {name} ran out on {licence.expires}".

local dates = require "base.dates"
local digits = require "base.digits"

local wording = {}

local MAX_TEXT <const> = 200

-- What stands for what is sensitive.
wording.KEPT_BACK = "(kept back)"

local function title_of(entry, value)
  local titles = entry.titles
  return titles and titles[value] or value
end

-- "a", "a and b", "a, b and c".
function wording.all_of(list)
  if #list < 2 then return list[1] or "" end
  return table.concat(list, ", ", 1, #list - 1) .. " and " .. list[#list]
end

local function titles(entry, list)
  local shown = {}
  for i, value in ipairs(list) do shown[i] = title_of(entry, value) end
  return shown
end

local function join(entry, list)
  return #list > 0 and wording.all_of(titles(entry, list)) or "none"
end

-- Numbers of a dossier may be floats, and 20 is no 20.0.
local function number_text(raw)
  return type(raw) == "number" and digits(raw) or raw
end

local MONTHS <const> = { "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December" }

-- A day of which only the bounds are known: a whole month, a whole year, or all
-- between two days.
local function day_between(cell)
  local year, month, day = dates.to_civil(cell.lo)
  if day == 1 and cell.hi == dates.add_months(cell.lo, 1) - 1 then
    return ("%s %d"):format(MONTHS[month], year)
  elseif day == 1 and month == 1
    and cell.hi == dates.add_months(cell.lo, 12) - 1 then
    return tostring(year)
  end
  return ("some day from %s to %s"):format(dates.format(cell.lo),
    dates.format(cell.hi))
end

local function bounds(entry, cell)
  local raw = cell.raw
  if entry.type == "date" and (cell.lo or -math.huge) > -math.huge and cell.hi
  then
    return day_between(cell)
  end
  if type(raw) == "string" then return raw end -- a month or a year
  if raw.share or raw.percent then
    return raw.share or digits(raw.percent) .. "%"
  elseif raw.at_least and raw.at_most then
    return ("%s to %s"):format(number_text(raw.at_least),
      number_text(raw.at_most))
  elseif raw.at_least then
    return "at least " .. number_text(raw.at_least)
  elseif raw.at_most then
    return (entry.type == "date" and "on or before " or "at most ")
      .. number_text(raw.at_most)
  elseif raw.one_of then
    return table.concat(titles(entry, raw.one_of), " or ")
  end
  return table.concat(titles(entry, raw.includes or {}), ", ") .. " and perhaps more"
end

local STATE_WORDS <const> = { withheld = "withheld", conflicting =
  "contradictory", not_applicable = "said not to apply" }

local function in_words(entry, cell)
  local raw = cell.raw
  if cell.value == nil then return bounds(entry, cell) end
  if type(raw) == "boolean" then return raw and "yes" or "no" end
  if type(raw) == "table" then return join(entry, raw) end
  if type(raw) == "number" then return number_text(raw) end
  if entry.type == "text" and #raw > MAX_TEXT then
    return raw:sub(1, (utf8.offset(raw, 0, MAX_TEXT) or 1) - 1) .. "..."
  end
  return title_of(entry, raw)
end

-- A number of months names its unit, for a sentence cannot tell one from more.
local function with_unit(entry, cell, text)
  if entry.type ~= "months" or text == "none-stated" then return text end
  return text .. (cell.value == 1 and " month" or " months")
end

-- The value of a cell as a person reads it.
function wording.value(entry, cell, show_sensitive)
  if not cell then return "not known" end
  if cell.state ~= "known" then return STATE_WORDS[cell.state] or "not known" end
  if entry.sensitive and not show_sensitive then return wording.KEPT_BACK end
  return with_unit(entry, cell, in_words(entry, cell))
end

-- The named values that the set in `cell` lacks, in words.
function wording.missing(entry, cell, wanted)
  local value, lacking = cell and cell.value or {}, {}
  for _, name in ipairs(wanted) do
    if not value[name] then lacking[#lacking + 1] = name end
  end
  return join(entry, lacking)
end

-- A sentence begins with a capital, whatever the locale calls one.
local function capital(text)
  local first = text:byte()
  if not first or first < 97 or first > 122 then return text end
  return string.char(first - 32) .. text:sub(2)
end

-- Fills {names} in; `resolve(name)` gives entry, cell, and what is said after the
-- value.  What a text begins with stays as it is: it may be a name.
function wording.fill(template, resolve, as_of, show_sensitive)
  local filled = template:gsub("(){([%w_.]+)}", function(position, name)
    if name == "today" then return dates.format(as_of) end
    local entry, cell, aside = resolve(name)
    if not entry then return "{" .. name .. "}" end
    local text = wording.value(entry, cell, show_sensitive) .. (aside or "")
    return position == 1 and entry.type ~= "text" and capital(text) or text
  end)
  return filled
end

return wording
