-- Days as people write them, as rules want them.

local dates = require "base.dates"

local day_hints = {}

local MONTHS <const> = {}
for i, name in ipairs { "january", "february", "march", "april", "may", "june",
  "july", "august", "september", "october", "november", "december" } do
  MONTHS[name], MONTHS[name:sub(1, 3)] = i, i
end

local function written(year, month, day)
  return ("%s-%02d-%02d"):format(year, month, day)
end

-- "2013/2/28", or "28.2.2013", where only one of the two can be the month.
local function in_figures(text)
  local y, m, d = text:match "^(%d%d%d%d)[./-](%d%d?)[./-](%d%d?)$"
  if y then return written(y, tonumber(m), tonumber(d)) end
  local a, b, year = text:match "^(%d%d?)[./-](%d%d?)[./-](%d%d%d%d)$"
  local day, month = tonumber(a), tonumber(b)
  if not day or day ~= month and (day <= 12) == (month <= 12) then return nil end
  if month > 12 then day, month = month, day end
  return written(year, month, day)
end

-- "28 February 2013", or "February 28, 2013".
local function in_words(text)
  local day, name, year = text:match "^(%d%d?)%.? (%a+),? (%d%d%d%d)$"
  if not day then name, day, year = text:match "^(%a+) (%d%d?),? (%d%d%d%d)$" end
  local month = name and MONTHS[name:lower()]
  return month and written(year, month, tonumber(day))
end

-- The day that `text` means, as year, month and day; nil where that is not sure.
function day_hints.plain(text)
  return in_figures(text) or in_words(text)
end

-- "1/2/2013" may be either of two days: both, the day before the month first.
function day_hints.either(text)
  local a, b, year = text:match "^(%d%d?)[./-](%d%d?)[./-](%d%d%d%d)$"
  a, b = tonumber(a), tonumber(b)
  if not a or a > 12 or b > 12 or a == b then return nil end
  return written(year, b, a), written(year, a, b)
end

-- The first and the last day of "2013", "2013-05" or "May 2013".
function day_hints.period(text)
  local name, year = text:match "^(%a+),? (%d%d%d%d)$"
  local month = name and MONTHS[name:lower()]
  if month then text = ("%s-%02d"):format(year, month) end
  local first, last = dates.parse(text)
  if not first or first == last then return nil end
  return ("%d-%02d-%02d"):format(dates.to_civil(first)),
    ("%d-%02d-%02d"):format(dates.to_civil(last))
end

return day_hints
