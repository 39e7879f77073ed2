-- How people write days and spans of days, and how a dossier does: "Nov 2013" is
-- "2013-11", "Q3 2013" lies between two days.

local dates = require "base.dates"

local day_cures = {}

local MONTHS <const> = { jan = 1, feb = 2, mar = 3, apr = 4, may = 5, jun = 6,
  jul = 7, aug = 8, sep = 9, oct = 10, nov = 11, dec = 12 }

-- "nov", "november" or "sept." -> 11
local function month_of(word)
  return word and #word >= 3 and MONTHS[word:sub(1, 3)]
end

local function day(year, month, of_month)
  local text = ("%04d-%02d-%02d"):format(year, month, of_month)
  return dates.parse(text) and text
end

local function month(year, number)
  local text = ("%04d-%02d"):format(year, number)
  return dates.parse(text) and text
end

local function months(year, first, last)
  return { at_least = month(year, first), at_most = month(year, last) }
end

local function year_of(text) return math.tointeger(tonumber(text)) end

local readers = {}

-- "Q3 2013", "2013 Q3", "3rd quarter of 2013"
readers[1] = function(text)
  local quarter, year = text:match "^q([1-4])[ /%-]*(%d%d%d%d)$"
  if not quarter then year, quarter = text:match "^(%d%d%d%d)[ /%-]*q([1-4])$" end
  if not quarter then
    quarter, year = text:match "^([1-4])%a* quarter %a*%s*(%d%d%d%d)$"
  end
  quarter = year_of(quarter)
  return quarter and months(year_of(year), quarter * 3 - 2, quarter * 3)
end

-- "H1 2013"
readers[2] = function(text)
  local half, year = text:match "^h([12])[ /%-]*(%d%d%d%d)$"
  half = year_of(half)
  return half and months(year_of(year), half * 6 - 5, half * 6)
end

-- "March 2013", "Mar. 2013", "03/2013"
readers[3] = function(text)
  local word, year = text:match "^(%a+)[%. ,]+(%d%d%d%d)$"
  local number = month_of(word)
  if not number then
    number, year = text:match "^(%d%d?)[/%.%-](%d%d%d%d)$"
  end
  return number and month(year_of(year), year_of(number))
end

-- "30 November 2013", "November 30, 2013"
readers[4] = function(text)
  local of_month, word, year = text:match "^(%d%d?)%a*[%. ]+(%a+)[%. ,]+(%d%d%d%d)$"
  if not of_month then
    word, of_month, year = text:match "^(%a+)[%. ]+(%d%d?)%a*[ ,]+(%d%d%d%d)$"
  end
  local number = month_of(word)
  return number and day(year_of(year), number, year_of(of_month))
end

-- "30.11.2013", "11/30/2013", "2013/11/30": a day where only one reading is one.
readers[5] = function(text)
  local year, a, b = text:match "^(%d%d%d%d)[/%.](%d%d?)[/%.](%d%d?)$"
  if year then return day(year_of(year), year_of(a), year_of(b)) end
  a, b, year = text:match "^(%d%d?)[/%.%-](%d%d?)[/%.%-](%d%d%d%d)$"
  if not year then return nil end
  local first = day(year_of(year), year_of(b), year_of(a))
  local second = day(year_of(year), year_of(a), year_of(b))
  return first and second and first ~= second and (year:match "%d+")
    or first or second
end

-- "2012-2013", "2012/13", "FY 2012/13", "2012 to 2013"
readers[6] = function(text)
  local first, last = text:match "^f?y? ?(%d%d%d%d) ?[%-/t]o? ?(%d%d%d?%d?)$"
  if first and #last == 2 then last = first:sub(1, 2) .. last end
  return first and #last == 4 and first <= last
    and { at_least = first, at_most = last }
end

local PARTS <const> = { early = true, mid = true, late = true, spring = true,
  summer = true, autumn = true, fall = true, ["in"] = true, during = true,
  ["end of"] = true, ["start of"] = true, ["beginning of"] = true,
  ["middle of"] = true, year = true }

-- "before 2013", "since 2011", "early 2013", "mid-2013", "end of 2012"
readers[7] = function(text)
  local word, year = text:match "^(%a[%a ]*%a)[%- ](%d%d%d%d)$"
  local number = year_of(year)
  if word == "before" then return { at_most = ("%d"):format(number - 1) } end
  if word == "after" then return { at_least = ("%d"):format(number + 1) } end
  if word == "since" or word == "from" then return { at_least = year } end
  if word == "until" or word == "by" then return { at_most = year } end
  return PARTS[word] and year
end

-- A month without a day of it, such as "2013-2" or "2013/02".
readers[8] = function(text)
  local year, number = text:match "^(%d%d%d%d)[/%-%. ](%d%d?)$"
  return year and month(year_of(year), year_of(number))
end

local function all_good(cure)
  if type(cure) == "string" then return dates.parse(cure) ~= nil end
  return (not cure.at_least or dates.parse(cure.at_least) ~= nil)
    and (not cure.at_most or dates.parse(cure.at_most) ~= nil)
end

-- What to write for the text `text` (in small letters) at a date.
function day_cures.of(entry, text)
  if entry.may_be_never and (text == "no" or text == "not yet") then return "never" end
  for _, read in ipairs(readers) do
    local cure = read(text)
    if cure and all_good(cure) then return cure end
  end
end

return day_cures
