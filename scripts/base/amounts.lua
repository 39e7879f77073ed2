-- How people say amounts where a rule wants figures: numbers in words, and spans
-- of time in other units than days and months.

local amounts = {}

local WORDS <const> = { zero = 0, one = 1, two = 2, three = 3, four = 4,
  five = 5, six = 6, seven = 7, eight = 8, nine = 9, ten = 10, eleven = 11,
  twelve = 12, twenty = 20, thirty = 30, sixty = 60, ninety = 90,
  hundred = 100, ["a hundred"] = 100, ["one hundred"] = 100 }

-- What rules count in, and how many of it are exactly one of each unit.
local UNITS <const> = { day = { 1, "days" }, week = { 7, "days" },
  month = { 1, "months" }, year = { 12, "months" } }
-- Far above any span that a rule could mean.
local MOST <const> = 100000

-- The number that `text` says, in figures or as a word; nil for any other text.
function amounts.number(text)
  local digits = text:match "^%s*(%d+)%s*$"
  return digits and math.tointeger(tonumber(digits))
    or WORDS[text:lower():match "^%s*(.-)%s*$"]
end

-- "2 years", "a week" or "twelve months" -> a count, and "days" or "months"; nil
-- for any other text.
function amounts.span(text)
  local said, unit = text:lower():match "^%s*(%w+)%s+(%a-)s?%s*$"
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
