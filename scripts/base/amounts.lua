-- How people say amounts where a rule wants figures: numbers in words, and spans
-- of time in other units than days and months.

local amounts = {}

local SMALL <const> = { zero = 0, one = 1, two = 2, three = 3, four = 4, five = 5,
  six = 6, seven = 7, eight = 8, nine = 9, ten = 10, eleven = 11, twelve = 12,
  thirteen = 13, fourteen = 14, fifteen = 15, sixteen = 16, seventeen = 17,
  eighteen = 18, nineteen = 19, twenty = 20, thirty = 30, forty = 40, fifty = 50,
  sixty = 60, seventy = 70, eighty = 80, ninety = 90 }
local GREAT <const> = { dozen = 12, hundred = 100, thousand = 1000 }

-- What rules count in, and how many of it are exactly one of each unit.
local UNITS <const> = { day = { 1, "days" }, week = { 7, "days" },
  month = { 1, "months" }, year = { 12, "months" } }
-- Far above any span that a rule could mean.
local MOST <const> = 100000

-- Whether a word for `small` may follow one for `number`: "forty two", not "two two".
local function may_follow(number, small)
  return number % 100 == 0 and number > 0
    or small > 0 and small < 10 and number % 10 == 0 and number % 100 >= 20
end

-- "forty-two", "a dozen" or "two hundred and fifty" -> the number; nil for any other.
local function in_words(text)
  local thousands, number, last = 0, nil, ""
  for word in text:gsub("%-", " "):gsub("^%s*a ", "one "):gmatch "%S+" do
    local small, great = SMALL[word], GREAT[word]
    if small and (not number or may_follow(number, small)) then
      number = (number or 0) + small
    elseif great and number ~= 0 and (number or 1) < great then
      number = (number or 1) * great
      if great == 1000 then thousands, number = number, nil end
    elseif word ~= "and" or not GREAT[last] then
      return nil
    end
    last = word
  end
  if last == "" or last == "and" then return nil end
  return thousands + (number or 0)
end

-- The number that `text` says, in figures or in words; nil for any other text.
function amounts.number(text)
  local digits = text:match "^%s*(%d+)%s*$"
  return digits and math.tointeger(tonumber(digits)) or in_words(text:lower())
end

-- "2 years", "a week" or "twelve months" -> a count, and "days" or "months"; nil
-- for any other text.
function amounts.span(text)
  local said, unit = text:lower():match "^%s*(.-)%s+(%a-)s?%s*$"
  local exactly = UNITS[unit or ""]
  if not exactly then return nil end
  local count = (said == "a" or said == "an") and 1 or amounts.number(said)
  if not count or count > MOST then return nil end
  return count * exactly[1], exactly[2]
end

-- "90 days", or "1 day".
function amounts.said(count, unit)
  return ("%d %s"):format(count, count == 1 and unit:gsub("s$", "") or unit)
end

return amounts
