-- How people write days and spans of days, and how a dossier does: "Nov 2013" is
-- "2013-11", "Q3 2013" lies between two days.  A text is read as a whole or not at
-- all, for what is left over may turn its meaning round.

local dates = require "base.dates"
local work = require "base.work"

local day_cures = {}

local MONTHS <const> = { jan = 1, feb = 2, mar = 3, apr = 4, may = 5, jun = 6,
  jul = 7, aug = 8, sep = 9, oct = 10, nov = 11, dec = 12 }
local FULL <const> = { "january", "february", "march", "april", "may", "june", "july",
  "august", "september", "october", "november", "december" }

-- "nov", "november" or "sept" -> 11
local function month_of(word)
  local number = word and #word >= 3 and MONTHS[word:sub(1, 3)]
  return number and FULL[number]:sub(1, #word) == word and number or nil
end

local function number_of(text) return math.tointeger(tonumber(text)) end

-- "2013", or "13" with what shows that it is a year.
local function year_of(text)
  local year = number_of(text)
  return year and (#text == 2 and 2000 + year or #text == 4 and year) or nil
end

local function good(text) return dates.parse(text) and text or nil end

local function day(year, month, of_month)
  return good(("%04d-%02d-%02d"):format(year, month, of_month))
end

local function month(year, number) return good(("%04d-%02d"):format(year, number)) end

-- ---- one day, month, quarter or year ---------------------------------------

-- A reader gives the first and the last of what a text may mean, each a date of a
-- dossier; one of them where that says both.  `other` is a second reading.
local readers = {}

-- "2013-11-30", "2013-11", "2013", "2013-11-30T09:30:00Z", "20131130"
readers[1] = function(text)
  local y, m, d = text:match "^(%d%d%d%d)(%d%d)(%d%d)$"
  if y then return good(("%s-%s-%s"):format(y, m, d)) end
  return good(text:match "^(%d%d%d%d%-%d%d%-%d%d)[t ]%d%d:%d%d[%d:.z+%-]*$" or text)
end

local function months(year, first, last)
  return month(year, first), month(year, last)
end

-- "Q3 2013", "2013 Q3", "3Q13", "Q3'13", "3rd quarter of 2013"
readers[2] = function(text)
  local quarter, year = text:match "^q([1-4])[ /%-']*(%d%d%d?%d?)$"
  if not quarter then quarter, year = text:match "^([1-4])q[ /%-']*(%d%d%d?%d?)$" end
  if not quarter then year, quarter = text:match "^(%d%d%d%d)[ /%-]*q([1-4])$" end
  if not quarter then
    quarter, year = text:match "^([1-4])%a* quarter o?f? ?(%d%d%d%d)$"
  end
  year, quarter = year_of(year), number_of(quarter)
  if year then return months(year, quarter * 3 - 2, quarter * 3) end
end

-- "H1 2013", "1H13"
readers[3] = function(text)
  local half, year = text:match "^h([12])[ /%-']*(%d%d%d?%d?)$"
  if not half then half, year = text:match "^([12])h[ /%-']*(%d%d%d?%d?)$" end
  year, half = year_of(year), number_of(half)
  if year then return months(year, half * 6 - 5, half * 6) end
end

-- "March 2013", "Mar. 2013", "Mar '13", "03/2013", "2013 March"
readers[4] = function(text)
  local word, year = text:match "^(%a+)[%. ,/%-]+o?f? ?(%d%d%d%d)$"
  if not word then word, year = text:match "^(%a+)%.? ?'(%d%d)$" end
  if not word then year, word = text:match "^(%d%d%d%d)[ ,/%-]+(%a+)%.?$" end
  local number = month_of(word)
  if not number then
    number, year = text:match "^(%d%d?)[/%.%-](%d%d%d%d)$"
  end
  return number and month(year_of(year), number_of(number))
end

-- "30 November 2013", "30th of Nov. 2013", "30-Nov-2013", "November 30th, 2013"
readers[5] = function(text)
  local of_month, after, word, year =
    text:match "^(%d%d?)(%a*)[%. %-]+o?f? ?(%a+)[%. ,%-]+(%d%d%d%d)$"
  if not of_month then
    word, of_month, after, year = text:match "^(%a+)[%. ]+(%d%d?)(%a*)[ ,]+(%d%d%d%d)$"
  end
  local number = month_of(word)
  local is_plain = after == "" or after == "st" or after == "nd" or after == "rd"
    or after == "th"
  return number and is_plain and day(year_of(year), number, number_of(of_month))
end

-- "30.11.2013", "11/30/2013", "2013/11/30"; "01/02/2013" is one of two days.
readers[6] = function(text)
  local year, a, b = text:match "^(%d%d%d%d)[/%.%-](%d%d?)[/%.%-](%d%d?)$"
  if year then return day(year_of(year), number_of(a), number_of(b)) end
  a, b, year = text:match "^(%d%d?)[/%.%-](%d%d?)[/%.%-](%d%d%d%d)$"
  if not year then return nil end
  local first = day(year_of(year), number_of(b), number_of(a))
  local second = day(year_of(year), number_of(a), number_of(b))
  return first or second, nil, first and second and first ~= second and second
end

-- "FY 2012/13", "2012-13": from a day in the first to one in the second.
readers[7] = function(text)
  local first, last = text:match "^f?y? ?(%d%d%d%d) ?[%-/] ?(%d%d)$"
  last = first and first:sub(1, 2) .. last
  if last and number_of(last) == number_of(first) + 1 then
    return good(first), good(last)
  end
end

-- A month without a day of it, such as "2013-2" or "2013/02".
readers[8] = function(text)
  local year, number = text:match "^(%d%d%d%d)[/%-%. ](%d%d?)$"
  return year and month(year_of(year), number_of(number))
end

-- "early 2013", "mid-2013", "end of November 2012": the whole of it holds the part.
local PARTS <const> = { "early", "mid", "late", "spring", "summer", "autumn", "fall",
  "in", "during", "end of", "start of", "beginning of", "middle of", "year", "the end of",
  "sometime in", "some time in", "on", "early in", "late in" }

local READ_COST <const> = 500

local function read_one(text)
  work.charge(READ_COST)
  for _, read in ipairs(readers) do
    local first, last, other = read(text)
    if first then return first, last or first, other end
  end
  for _, part in ipairs(PARTS) do
    local rest = text:match("^" .. part .. "[ %-](.+)$")
    local first, last = nil, nil
    if rest then first, last = read_one(rest) end
    if first then return first, last end
  end
end

-- ---- between, before, after, about ------------------------------------------

local function span(first, last)
  return first == last and first or { at_least = first, at_most = last }
end

local BETWEEN <const> = { "^between (.+) and (.+)$", "^from (.+) to (.+)$",
  "^(.+) to (.+)$", "^(.+) or (.+)$", "^(%d%d%d%d) ?%- ?(%d%d%d%d)$",
  "^(%d%d%d%d) ?/ ?(%d%d%d%d)$", "^(.+) %- (.+)$", "^(.-) ?\u{2013} ?(.+)$" }

local function ends_of(text)
  for _, pattern in ipairs(BETWEEN) do
    local one, two = text:match(pattern)
    local first, _, unclear = read_one(one or "")
    local _, last, unclear_too = read_one(two or "")
    if first and last and not unclear and not unclear_too
      and dates.parse(first) <= dates.parse(last) then
      return { at_least = first, at_most = last }
    end
  end
end

local function before(first)
  return { at_most = good(dates.format(dates.parse(first) - 1)) }
end
local function after(_, last)
  return { at_least = good(dates.format(select(2, dates.parse(last)) + 1)) }
end
local function not_before(first) return { at_least = first } end
local function not_after(_, last) return { at_most = last } end

local SIDES <const> = { { "before", before }, { "earlier than", before },
  { "after", after }, { "later than", after }, { "since", not_before },
  { "from", not_before }, { "not before", not_before },
  { "no earlier than", not_before }, { "not earlier than", not_before },
  { "until", not_after }, { "till", not_after }, { "by", not_after },
  { "no later than", not_after }, { "not later than", not_after },
  { "not after", not_after } }

local function side_of(text)
  for _, side in ipairs(SIDES) do
    local rest = text:match("^" .. side[1] .. " (.+)$")
    local first, last, unclear = read_one(rest or "")
    if first then return not unclear and side[2](first, last) or nil end
  end
end

local ABOUT <const> = { "^ca%.? ?(.+)$", "^c%. ?(.+)$", "^circa (.+)$", "^about (.+)$",
  "^around (.+)$", "^approx%.? ?(.+)$", "^approximately (.+)$", "^~ ?(.+)$",
  "^roughly (.+)$", "^probably (.+)$", "^perhaps (.+)$", "^maybe (.+)$",
  "^(.-) ?%?+$", "^(.-) ?%(%?+%)$", "^(.-) ?%(?ca%.?%)?$", "^(.-) ?%(?approx%.?%)?$",
  "^(.-) ?%(?est%.?%)?$", "^(.-) ?%(?estimated?%)?$", "^(.+) or so$" }

-- As long again on either side: a year for a year, a quarter for a quarter.
local function around(first, last)
  local from, to = dates.parse(first), select(2, dates.parse(last))
  if first == last and #first == 4 then
    return { at_least = good(("%d"):format(number_of(first) - 1)),
      at_most = good(("%d"):format(number_of(first) + 1)) }
  end
  local off = math.max(to - from + 1, 15)
  return { at_least = good(dates.format(from - off)),
    at_most = good(dates.format(to + off)) }
end

local function about_of(text)
  for _, pattern in ipairs(ABOUT) do
    local first, last, unclear = read_one(text:match(pattern) or "")
    if first then return not unclear and around(first, last) or nil end
  end
end

-- Why `text`, written as a day is, names none: the code of a cure and what fills it.
function day_cures.no_day(text)
  local year, number, of_month = text:match "^(%d%d%d%d)%-(%d%d)%-(%d%d)$"
  if not year or dates.parse(text) then return nil end
  if not dates.parse(year) then return { code = "years-from-to" } end
  local _, last = dates.parse(year .. "-" .. number)
  if not last then return { code = "no-such-month", it = number } end
  return { code = "no-such-day", it = number_of(of_month),
    form = '"' .. dates.format(last) .. '"' }
end

-- ---- days by number -----------------------------------------------------------

-- Spreadsheets count days from 1900 on, as if it had been a leap year; programs count
-- seconds, or thousandths, from 1970 on.
local DAY_ZERO <const> = dates.parse "1900-01-01" - 2
local EPOCH <const>, OF_DAY <const> = dates.parse "1970-01-01", 86400

-- The day that the digits `text` count to, as a cure that asks; nil where there is none.
function day_cures.counted(text)
  local number = text:match "^%d+$" and number_of(text)
  local found, is_maybe
  if number and #text == 5 then
    found, is_maybe = DAY_ZERO + number, "the number of a day in a spreadsheet"
  elseif number and (#text == 9 or #text == 10) then
    found, is_maybe = EPOCH + number // OF_DAY, "the seconds since 1970"
  elseif number and (#text == 12 or #text == 13) then
    found, is_maybe = EPOCH + number // (1000 * OF_DAY), "the milliseconds since 1970"
  end
  found = found and good(dates.format(found))
  if found then return found, { is_maybe = is_maybe } end
end

-- What to write for the text `text` (in small letters) at a date, and more of it.
function day_cures.of(entry, text)
  if entry.may_be_never and (text == "no" or text == "not yet") then return "never" end
  text = text:gsub("\u{2019}", "'")
  local first, last, other = read_one(text)
  if first and other then return first, { one = first, two = other, other = other } end
  if first then return span(first, last) end
  local cure = ends_of(text) or side_of(text)
  if cure then return cure end
  cure = about_of(text)
  if not cure then return day_cures.counted(text) end
  return cure, { is_example = true }
end

return day_cures
