-- Puts facts into sentences: values as a person reads them, templates such as
-- "The permit of {name} ran out on {licence.expires}".

local dates = require "dates"

local wording = {}

local MAX_TEXT <const> = 200

local function title_of(entry, value)
  local titles = entry.titles
  return titles and titles[value] or value
end

local function join(entry, list)
  local shown = {}
  for i, value in ipairs(list) do shown[i] = title_of(entry, value) end
  return #shown > 0 and table.concat(shown, ", ") or "none"
end

local function bounds(cell)
  local raw = cell.raw
  if type(raw) == "string" then return raw end -- a month or a year
  if raw.share or raw.percent then
    return raw.share or ("%.15g%%"):format(raw.percent)
  elseif raw.at_least and raw.at_most then
    return ("%s to %s"):format(raw.at_least, raw.at_most)
  elseif raw.at_least then
    return "at least " .. tostring(raw.at_least)
  elseif raw.at_most then
    return "at most " .. tostring(raw.at_most)
  end
  return "one of several"
end

local STATE_WORDS <const> = { withheld = "withheld", conflicting =
  "contradictory", not_applicable = "said not to apply" }

-- The value of a cell as a person reads it.
function wording.value(entry, cell, show_sensitive)
  if not cell then return "not known" end
  if cell.state ~= "known" then return STATE_WORDS[cell.state] or "not known" end
  if entry.sensitive and not show_sensitive then return "(kept back)" end
  local raw = cell.raw
  if cell.value == nil then return bounds(cell) end
  if type(raw) == "boolean" then return raw and "yes" or "no" end
  if type(raw) == "table" then return join(entry, raw) end
  if type(raw) == "number" then return ("%.15g"):format(raw) end
  if entry.type == "text" and #raw > MAX_TEXT then
    return raw:sub(1, (utf8.offset(raw, 0, MAX_TEXT) or 1) - 1) .. "..."
  end
  return title_of(entry, raw)
end

-- The named values that the set in `cell` lacks, in words.
function wording.missing(entry, cell, wanted)
  local value, lacking = cell and cell.value or {}, {}
  for _, name in ipairs(wanted) do
    if not value[name] then lacking[#lacking + 1] = name end
  end
  return join(entry, lacking)
end

-- Fills {names} in; `resolve(name)` gives entry and cell.
function wording.fill(template, resolve, as_of, show_sensitive)
  return (template:gsub("{([%w_.]+)}", function(name)
    if name == "today" then return dates.format(as_of) end
    local entry, cell = resolve(name)
    if not entry then return "{" .. name .. "}" end
    return wording.value(entry, cell, show_sensitive)
  end))
end

return wording
