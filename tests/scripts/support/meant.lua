-- What a fact means, in short: "40..50", "2013-07-01..", "80%", "partial|adequate"; and
-- the forms that a message offers.

local dates = require "base.dates"
local digits = require "base.digits"
local sorted_keys = require "base.sorted_keys"

local meant = {}

local function in_order(raw) return type(raw) == "table" and table.concat(raw, ",") end

local function number(entry_is_date, value)
  return entry_is_date and dates.format(value) or digits(value)
end

local function bounds(cell, late)
  local is_date = (cell.hi or cell.lo) > 5000
  local open = cell.hi == nil or cell.hi == late
  local low = cell.lo and number(is_date, cell.lo) or is_date and "" or "0"
  return low .. ".." .. (open and "" or number(is_date, cell.hi))
end

-- `late` is an as-of day that bounds nothing; `form` is what `cell` was read from.
function meant.said(cell, late, form)
  if cell.state ~= "known" then return (cell.state:gsub("_", " ")) end
  if cell.share == "some" and form.percent then return digits(form.percent) .. "%" end
  if cell.share then return cell.share end
  if cell.possible then return table.concat(cell.possible, "|") end
  if cell.has then return "has " .. in_order(sorted_keys(cell.has)) end
  if cell.value == nil then return bounds(cell, late) end
  if math.type(cell.value) then return number(cell.value > 5000 and cell.value < 100000
    and type(cell.raw) == "string", cell.value) end
  return in_order(cell.raw) or tostring(cell.value)
end

-- The JSON that stands at the end of a message after "write", one or several; and the
-- key of an envelope in place of which it stands, nil where there is none.
function meant.forms(message)
  local offered = message:match "; .*[Ww]rite,? ?(.+)$" or ""
  offered = offered:gsub("^as the case may be, ", ""):gsub("^for example ", "")
    :gsub(" if it is .*$", ""):gsub("^the day, such as ", "")
  local forms = {}
  if offered == "" then
    local near = message:match "; did you mean '(.-)'%?$"
    return { near and '"' .. near .. '"' }
  end
  for one in (offered .. " or "):gmatch "(.-) or " do
    local members = one:match '^(.+) in place of "value"$'
    forms[#forms + 1] = members and "{" .. members .. "}" or one
  end
  return forms
end

return meant
