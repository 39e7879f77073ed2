-- What an author may have meant by a value that does not fit its type.

local amounts = require "base.amounts"

local value_hints = {}

local NUMERIC <const> = { count = true, months = true, number = true,
  percent = true }

-- "12", "five" or "5 %" -> 12, 5, 5; nil for other texts.
local function figure(text)
  local digits = text:match "^%s*(%-?%d+%.?%d*)%s*%%?%s*$"
  return amounts.number(text) or digits and tonumber(digits)
end

local function number_for(entry, text)
  local count, unit = amounts.span(text)
  if count and entry.type == "months" then
    return unit == "months" and count, ": the unit stands in unit",
      "write whole months, in figures: nothing else is counted here"
  end
  return figure(text), ""
end

-- How to write `value`, a text, where the type of `entry` asks for something
-- else; nil where that cannot be told.  In a sentence there are no quotation
-- marks to take away.
function value_hints.cure(entry, value, in_sentence)
  if type(value) ~= "string" then return nil end
  if entry.type == "yes/no" then
    return in_sentence and "write yes or no" or "write true or false, without "
      .. "quotation marks"
  elseif not NUMERIC[entry.type] then
    return nil
  end
  local number, unit, other = number_for(entry, value)
  if not number then return other end
  return in_sentence and ("write the number in figures: %s"):format(number)
    or ("write %s without quotation marks%s"):format(number, unit)
end

return value_hints
