-- Calendar dates as day numbers (proleptic Gregorian, 1970-01-01 is 0), so
-- that no clock, locale or time zone has a say.

local dates = {}

local DAYS <const> = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 }

local function is_leap(year)
  return year % 4 == 0 and (year % 100 ~= 0 or year % 400 == 0)
end

local function days_in(year, month)
  if month == 2 and is_leap(year) then return 29 end
  return DAYS[month]
end

-- The day number of a valid year, month and day.
function dates.from_civil(year, month, day)
  local y = month <= 2 and year - 1 or year
  local era = y // 400
  local year_of_era = y - era * 400
  local month_index = (month + 9) % 12
  local day_of_year = (153 * month_index + 2) // 5 + day - 1
  local day_of_era = year_of_era * 365 + year_of_era // 4
    - year_of_era // 100 + day_of_year
  return era * 146097 + day_of_era - 719468
end

-- Year, month and day of a day number.
function dates.to_civil(number)
  local z = number + 719468
  local era = z // 146097
  local doe = z - era * 146097
  local yoe = (doe - doe // 1460 + doe // 36524 - doe // 146096) // 365
  local doy = doe - (365 * yoe + yoe // 4 - yoe // 100)
  local index = (5 * doy + 2) // 153
  local month = index < 10 and index + 3 or index - 9
  local year = yoe + era * 400
  if month <= 2 then year = year + 1 end
  return year, month, doy - (153 * index + 2) // 5 + 1
end

-- First and last day that `text` may mean: "2013-11-30", "2013-11" or "2013".
-- nil when it is no such date between the years 1900 and 2199.
function dates.parse(text)
  local y, rest = text:match("^(%d%d%d%d)(.*)$")
  local year = tonumber(y)
  if not year or year < 1900 or year > 2199 then return nil end
  if rest == "" then
    return dates.from_civil(year, 1, 1), dates.from_civil(year, 12, 31)
  end
  local m, tail = rest:match("^%-(%d%d)(.*)$")
  local month = tonumber(m)
  if not month or month < 1 or month > 12 then return nil end
  if tail == "" then
    return dates.from_civil(year, month, 1),
      dates.from_civil(year, month, days_in(year, month))
  end
  local day = tonumber(tail:match("^%-(%d%d)$"))
  if not day or day < 1 or day > days_in(year, month) then return nil end
  local number = dates.from_civil(year, month, day)
  return number, number
end

-- What is wrong with `text` as one day, or nil.
function dates.day_problem(text)
  local first, last = dates.parse(text)
  if first and first == last then return nil end
  local year = text:match "^(%d%d%d%d)%-%d%d%-%d%d$"
  if not year then return "write a date such as \"2013-11-30\"" end
  if year < "1900" or year > "2199" then
    return "a date lies between 1900-01-01 and 2199-12-31"
  end
  return "there is no such day"
end

-- What is wrong with `text` as a moment, RFC 3339, or nil.
function dates.moment_problem(text)
  local day, at = text:match "^(%d%d%d%d%-%d%d%-%d%d)T%d%d:%d%d:%d%d()"
  at = at and text:match("^%.%d+()", at) or at
  if day and dates.parse(day) and (text:find("^Z$", at)
    or text:find("^[+-]%d%d:%d%d$", at)) then
    return nil
  end
  return "write a moment such as \"2014-01-31T09:30:00Z\""
end

function dates.format(number)
  return string.format("%04d-%02d-%02d", dates.to_civil(number))
end

-- The same day `months` later (or earlier), the month's last day where that
-- month is shorter.
function dates.add_months(number, months)
  local year, month, day = dates.to_civil(number)
  local index = year * 12 + month - 1 + months
  year, month = index // 12, index % 12 + 1
  return dates.from_civil(year, month, math.min(day, days_in(year, month)))
end

return dates
