-- The plain values a fact may have in a dossier, as JSON Schema (draft-07).  They
-- must say what base/values.lua reads.  Facts of one shape share a definition.

local patterns = require "schema.patterns"
local values = require "base.values"

local schema_values = {}

-- ---- one schema a type --------------------------------------------------

local plain = {}

plain["yes/no"] = function()
  return { title = "Yes or no", type = "boolean" }
end

local function words(entry)
  return table.move(entry.values, 1, #entry.values, 1, {})
end

function plain.choice(entry)
  return { type = "string", enum = words(entry) }
end

function plain.choices(entry)
  local set = { title = "All values that hold", type = "array",
    uniqueItems = true, items = { type = "string", enum = words(entry) } }
  if not entry.may_be_none then return set end
  return { title = "All values that hold, or none", anyOf = { set,
    { title = "None of these", type = "string", const = "none" } } }
end

local function numeric(kind, title)
  return function(entry)
    return { title = title, type = kind, minimum = entry.least,
      maximum = entry.most or kind == "integer" and values.GREATEST
        or nil }
  end
end

plain.number = numeric("number", "Number")
plain.percent = numeric("number", "Percent")
plain.count = numeric("integer", "Whole number")

local months = numeric("integer", "Months")

function plain.months(entry)
  if not entry.may_be_none then return months(entry) end
  return { title = "Months, or no limit", anyOf = { months(entry),
    { title = "No limit is stated", type = "string", const = "none-stated" } } }
end

-- A day, or only the month or year; or that it did not happen.
local function date(never)
  return { title = "Day, month or year" .. (never and ", or never" or ""),
    type = "string", pattern = never and patterns.DATE_OR_NEVER
      or patterns.DATE }
end

function plain.date(entry) return date(entry.may_be_never) end

function plain.country()
  return { title = "Country by its ISO 3166 code", type = "string",
    pattern = patterns.COUNTRY }
end

function plain.text()
  return { title = "Text", type = "string", pattern = patterns.TEXT }
end

-- What a bound is, as an entry: a number or date of its own, no word such as "never".
function schema_values.bound(entry)
  return { type = entry.type, least = entry.least, most = entry.most, path = entry.path,
    list = entry.list }
end

-- ---- names --------------------------------------------------------------

local function type_of(entry)
  return entry.is_country and "country" or entry.type
end

-- The name of a definition is the type where that says it all, else the last name of
-- the first fact that has the shape; where that is taken its path, without dots: makers
-- of types read those as modules.
local function signature_of(entry)
  return table.concat({ type_of(entry), tostring(entry.least),
    tostring(entry.most), tostring(entry.may_be_none),
    tostring(entry.may_be_never), table.unpack(entry.values or {}) }, "\n")
end

local USUAL <const> = {
  ["yes/no"] = { "yes-no" }, date = { "date" }, text = { "text" },
  country = { "country" },
  count = { "count", 0 }, percent = { "percent", 0, 100 },
  months = { "months", 1 }, number = { "number" },
}

local function new_name(s, entry)
  local usual = USUAL[type_of(entry)]
  if usual and entry.least == usual[2] and entry.most == usual[3]
    and not s.definitions[usual[1]] and not entry.may_be_none
    and not entry.may_be_never then
    return usual[1]
  end
  local last = entry.path:match "[^.]+$"
  if last ~= "facility" and not s.definitions[last] then return last end
  local path = (entry.list and entry.list.path .. "." or "") .. entry.path
  return (path:gsub("%.", "--"))
end

-- The name of the definition of the plain value of `entry`, which is made when
-- first asked for.
function schema_values.name(s, entry)
  local signature = signature_of(entry)
  local name = s.names[signature]
  if not name then
    name = new_name(s, entry)
    s.names[signature], s.definitions[name] = name, plain[type_of(entry)](entry)
  end
  return name
end

return schema_values
