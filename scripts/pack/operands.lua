-- What follows a phrase in a sentence, by kind: how it is read, as plain data, and
-- how that is written again.  A reader gives nil for what is no such thing.

local operands = {}

local function is_name(text)
  return text:find "^%a[%w_.-]*$" and not text:find "[.-]$"
end

-- ---- reading ------------------------------------------------------------

-- A value of several words stands in quotation marks of its own: 'Burkina Faso'.
local WORD <const> = "^[%w_%-]+$"

-- `text` with what stands in quotation marks put aside, and what was: commas and
-- joining words inside it join nothing.
local function put_aside(text)
  local aside = {}
  return text:gsub("(['\"])([^'\"]+)%1", function(_, value)
    aside[#aside + 1] = value
    return ("\0%d"):format(#aside)
  end), aside
end

local AND <const>, OR <const> = "%s[aA][nN][dD]%s", "%s[nN]?[oO][rR]%s"

-- "a, b and c", "a or b" -> { "a", "b", "c" }; nil when one is no single word.
local function words(text)
  if text:match(WORD) then return { text } end
  local list = {}
  local plain, aside = put_aside(text)
  plain = plain:gsub(AND, ","):gsub(OR, ",")
  for word in (plain .. ","):gmatch("%s*(.-)%s*,") do
    word = aside[tonumber(word:match "^%z(%d+)$")] or word:match(WORD)
    if not word then return nil end
    list[#list + 1] = word
  end
  return list
end

-- How the words of `text` are joined: " and ", " or ", nil by commas alone, and
-- false where by both.
function operands.joint(text)
  local plain = put_aside(text)
  local by_and, by_or = plain:find(AND), plain:find(OR)
  if by_and and by_or then return false end
  return by_and and " and " or by_or and " or " or nil
end

-- A number, or the name of a fact or parameter that holds one.
local function amount(text)
  -- "1.000" may be a thousand or one: see pack/sentence_hints.lua.
  if text:find "^%-?[1-9]%d?%d?%.%d%d%d$" then return nil end
  local number = text:match "^%-?%d+%.?%d*$" and tonumber(text)
  if number and number > -math.huge and number < math.huge then
    return { number = math.tointeger(number) or number }
  end
  if is_name(text) then return { name = text } end
  return nil
end

-- A number of days or months; nil for more than any calendar has.
local MOST <const> = 99999
local function whole(digits)
  local count = math.tointeger(tonumber(digits))
  return count and count <= MOST and count or nil
end

-- "30 days" -> 30, "days"; nil for what is no such stretch of time.
local function stretch(count, unit)
  unit = unit:lower():match "^(%l-)s?$"
  if unit ~= "day" and unit ~= "month" then return nil end
  return whole(count), unit .. "s"
end

-- "today", "2013-11-30", a name, or "30 days after today".
local function moment(text)
  local count, unit, side, base = text:match("^(%d+)%s+(%a+)%s+(%a+)%s+(%S+)$")
  if count then
    local point, shift, plural = moment(base), stretch(count, unit)
    side = side:lower()
    if not point or not shift or side ~= "after" and side ~= "before" then
      return nil
    end
    point.shift, point.unit = side == "before" and -shift or shift, plural
    return point
  end
  if text:lower() == "today" then return { today = true } end
  if text:match("^%d%d%d%d%-%d%d%-%d%d$") then return { date = text } end
  if is_name(text) then return { name = text } end
  return nil
end

-- "2 and 5", or two days.
local function bounds(text)
  local first, last = text:match("^(.-)" .. AND .. "(.+)$")
  local low = first and (moment(first) or amount(first))
  local high = last and (moment(last) or amount(last))
  return low and high and { low = low, high = high }
end

-- "12 months", or the name of a fact or parameter that holds months.
local function months(text)
  local count = text:lower():match("^(%d+)%s+months?$")
  if count then
    local number = whole(count)
    return number and { number = number }
  end
  if is_name(text) then return { name = text } end
  return nil
end

-- "12 months after arms.date": so long after, before, or of another day.
local function stretch_of(text)
  local count, unit, side, base = text:match "^(%d+)%s+(%a+)%s+(%a+)%s+(%S+)$"
  if not count then return nil end
  local point, long, plural = moment(base), stretch(count, unit)
  side = side:lower()
  if not point or not long or side == "of" and point.today
    or side ~= "of" and side ~= "after" and side ~= "before" then
    return nil
  end
  return { count = long, unit = plural, side = side, base = point }
end

-- "X of today", where X is a number of months; or as stretch_of().
local function span(text)
  local limit = text:match("^(.+) [oO][fF] [tT][oO][dD][aA][yY]$")
  return limit and months(limit) or stretch_of(text)
end

local function nothing(text)
  return text == "" and {} or nil
end

-- ---- writing ------------------------------------------------------------

local function quoted(word)
  if word:match(WORD) then return word end
  return word:find("'", 1, true) and '"' .. word .. '"' or "'" .. word .. "'"
end

-- "a", "a or b", "a, b or c".
function operands.listed(list, join)
  if #list < 2 then return list[1] and quoted(list[1]) or "" end
  local texts = {}
  for i, word in ipairs(list) do texts[i] = quoted(word) end
  return table.concat(texts, ", ", 1, #list - 1) .. join .. texts[#list]
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

local function written_bound(bound)
  return bound.number and written_amount(bound) or written_moment(bound)
end

local function written_bounds(operand)
  return ("%s and %s"):format(written_bound(operand.low),
    written_bound(operand.high))
end

local function written_span(operand)
  if operand.base then
    return ("%s %s %s"):format(counted(operand.count, operand.unit), operand.side,
      written_moment(operand.base))
  end
  return (operand.name or counted(operand.number, "months")) .. " of today"
end

-- ---- the kinds ----------------------------------------------------------

operands.KINDS = {
  words = { read = words, write = operands.listed },
  amount = { read = amount, write = written_amount },
  moment = { read = moment, write = written_moment },
  span = { read = span, write = written_span },
  bounds = { read = bounds, write = written_bounds },
  nothing = { read = nothing, write = function() return "" end },
}

return operands
