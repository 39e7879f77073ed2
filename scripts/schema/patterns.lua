-- The patterns of our JSON Schemas, kept to what every dialect of regular
-- expressions reads alike.  They accept exactly what base/dates.lua and base/values.lua
-- do, leap years too.

local schema_patterns = {}

local YEAR <const> = "(19|2[01])[0-9]{2}"
local MONTH <const> = "(0[1-9]|1[0-2])"
-- The days that every year has, and the 29th of February of those that leap.
local EVERY_YEAR <const> = "((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])"
  .. "|(0[469]|11)-(0[1-9]|[12][0-9]|30)"
  .. "|02-(0[1-9]|1[0-9]|2[0-8]))"
local LEAP_YEAR <const> = "((19|2[01])(0[48]|[2468][048]|[13579][26])|2000)"

local DAYS <const> = YEAR .. "-" .. EVERY_YEAR .. "|" .. LEAP_YEAR .. "-02-29"
-- "2013-11" or "2013".
local MONTH_OR_YEAR <const> = YEAR .. "(-" .. MONTH .. ")?"

-- A day of the calendar from 1900 to 2199.
schema_patterns.DAY = "^(" .. DAYS .. ")$"
-- A day, or only the month or year.
schema_patterns.DATE = "^(" .. DAYS .. "|" .. MONTH_OR_YEAR .. ")$"
schema_patterns.DATE_OR_NEVER = "^(" .. DAYS .. "|" .. MONTH_OR_YEAR
  .. "|never)$"
-- A text with a letter or a figure: not of ASCII's blanks, signs and controls alone.
schema_patterns.TEXT = "[^\\x00-/:-@\\[-`{-\\x7f]"
-- A code of ISO 3166.
schema_patterns.COUNTRY = require("base.countries").pattern()
-- SHA-256 in hexadecimal.
schema_patterns.DIGEST = "^[0-9a-f]{64}$"

return schema_patterns
