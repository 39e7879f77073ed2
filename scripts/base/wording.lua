-- The values of facts as a person reads them; the core words those of reports.

local digits = require "base.digits"

local wording = {}

local MAX_TEXT <const> = 200

local function title_of(entry, value)
  local titles = entry.titles
  return titles and titles[value] or value
end

-- "a", "a and b", "a, b and c".
local function all_of(list)
  if #list < 2 then return list[1] or "none" end
  return table.concat(list, ", ", 1, #list - 1) .. " and " .. list[#list]
end

local function titles(entry, list)
  local shown = {}
  for i, value in ipairs(list) do shown[i] = title_of(entry, value) end
  return shown
end

local function in_words(entry, raw)
  if type(raw) == "boolean" then return raw and "yes" or "no" end
  if type(raw) == "table" then return all_of(titles(entry, raw)) end
  -- Numbers of a dossier may be floats, and 20 is no 20.0.
  if type(raw) == "number" then return digits(raw) end
  if entry.type == "text" and #raw > MAX_TEXT then
    return raw:sub(1, (utf8.offset(raw, 0, MAX_TEXT) or 1) - 1) .. "..."
  end
  return title_of(entry, raw)
end

-- The value of a cell that has one.  A number of months names its unit, for a sentence
-- cannot tell one from more.
function wording.value(entry, cell)
  local text = in_words(entry, cell.raw)
  if entry.type ~= "months" or text == "none-stated" then return text end
  return text .. (cell.value == 1 and " month" or " months")
end

return wording
