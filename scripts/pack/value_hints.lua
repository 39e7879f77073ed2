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

-- How to write `value`, a text, where the type of `entry` asks for something else:
-- the code of a cure, and what fills it; nil where that cannot be told.  In a
-- sentence there are no quotation marks to take away.
function value_hints.cure(entry, value, in_sentence)
  if type(value) ~= "string" then return nil end
  if entry.type == "yes/no" then
    return in_sentence and "write-yes-or-no" or "write-true-or-false", {}
  elseif not NUMERIC[entry.type] then
    return nil
  end
  local count, unit = amounts.span(value)
  local months = count and entry.type == "months"
  if months and unit ~= "months" then return "write-whole-months", {} end
  local number = months and count or figure(value)
  if not number then return nil end
  return in_sentence and "write-in-figures" or "write-without-quotes",
    { number = number, months = months or nil }
end

return value_hints
