-- What follows a phrase in a sentence, by kind: how it is read, as plain data, and
-- how that is written again.  A reader gives nil for what is no such thing.

local operands = {}

local NAME <const> = "^[%a][%w_]*[%w_.]*$"

-- ---- reading ------------------------------------------------------------

-- "a, b and c", "a or b" -> { "a", "b", "c" }; nil when one is no single word.
local function words(text)
  if text:match("^[%w_%-]+$") then return { text } end
  local list = {}
  local plain = text:gsub("%s+and%s+", ","):gsub("%s+or%s+", ",")
  for word in (plain .. ","):gmatch("%s*(.-)%s*,") do
    if not word:match("^[%w_%-]+$") then return nil end
    list[#list + 1] = word
  end
  return list
end

-- How the words of `text` are joined: " and ", " or ", nil by commas alone, and
-- false where by both.
function operands.joint(text)
  local by_and, by_or = text:find("%sand%s"), text:find("%sor%s")
  if by_and and by_or then return false end
  return by_and and " and " or by_or and " or " or nil
end

-- A number, or the name of a fact or parameter that holds one.
local function amount(text)
  -- "1.000" may be a thousand or one: see pack/sentence_hints.lua.
  if text:find "^%-?[1-9]%d?%d?%.%d%d%d$" then return nil end
  local number = tonumber(text)
  if number and text:match("^%-?%d+%.?%d*$") then
    return { number = math.tointeger(number) or number }
  end
  if text:match(NAME) then return { name = text } end
  return nil
end

-- A number of days or months; nil for more than any calendar has.
local MOST <const> = 99999
local function whole(digits)
  local count = math.tointeger(tonumber(digits))
  return count and count <= MOST and count or nil
end

-- "today", "2013-11-30", a name, or "30 days after today".
local function moment(text)
  local count, unit, side, base =
    text:match("^(%d+)%s+(%a+)%s+(%a+)%s+(%S+)$")
  if count then
    if (side ~= "after" and side ~= "before")
      or not unit:match("^days?$") and not unit:match("^months?$") then
      return nil
    end
    local point, shift = moment(base), whole(count)
    if not point or not shift then return nil end
    point.shift = side == "before" and -shift or shift
    point.unit = unit:match("^day") and "days" or "months"
    return point
  end
  if text == "today" then return { today = true } end
  if text:match("^%d%d%d%d%-%d%d%-%d%d$") then return { date = text } end
  if text:match(NAME) then return { name = text } end
  return nil
end

-- "12 months", or the name of a fact or parameter that holds months.
local function months(text)
  local count = text:match("^(%d+)%s+months?$")
  if count then
    local number = whole(count)
    return number and { number = number }
  end
  if text:match(NAME) then return { name = text } end
  return nil
end

-- "X of today", where X is a number of months.
local function span(text)
  local limit = text:match("^(.+) of today$")
  return limit and months(limit)
end

-- ---- writing ------------------------------------------------------------

-- "a", "a or b", "a, b or c".
function operands.listed(list, join)
  if #list < 2 then return list[1] or "" end
  return table.concat(list, ", ", 1, #list - 1) .. join .. list[#list]
end

local function counted(count, unit)
  return ("%d %s"):format(count, count == 1 and unit:gsub("s$", "") or unit)
end

local function written_amount(operand)
  return operand.name or tostring(operand.number)
end

local function written_moment(operand)
  local base = operand.today and "today" or operand.date or operand.name
  local shift = operand.shift
  if not shift then return base end
  return ("%s %s %s"):format(counted(math.abs(shift), operand.unit),
    shift < 0 and "before" or "after", base)
end

local function written_span(operand)
  return (operand.name or counted(operand.number, "months")) .. " of today"
end

-- ---- the kinds ----------------------------------------------------------

operands.KINDS = {
  words = { read = words, write = operands.listed },
  amount = { read = amount, write = written_amount },
  moment = { read = moment, write = written_moment },
  span = { read = span, write = written_span },
}

return operands
