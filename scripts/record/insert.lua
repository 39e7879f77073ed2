-- Puts a record into the text of a dossier and leaves every other byte as it is: laid
-- out as the record before it or, where there is none, as the dossier itself.

local position = require "dossier.json_position"

local insert = {}

local MARK <const> = "\xEF\xBB\xBF" -- the byte order mark

-- ---- finding the place ----------------------------------------------------------

-- Where the value of each member of the object at `at` begins and ends, by key; and
-- `last`, the end of the last value.
local function members(text, at, json)
  local found = {}
  position.each_member(text, at, json, function(key, first, after)
    found[key] = { first = first, after = after }
    found[1] = found[key]
  end)
  return found
end

-- Where the items of the list at `at` begin and end.
local function items(text, at)
  local found = {}
  position.each_item(text, at, function(first, after)
    found[#found + 1] = { first = first, after = after }
  end)
  return found
end

-- ---- how it is laid out -----------------------------------------------------------

-- The white space that stands before `at`.
local function space_before(text, at)
  local from = at
  while from > 1 and text:find("^[ \t\r\n]", from - 1) do from = from - 1 end
  return text:sub(from, at - 1)
end

-- The layout of the object that `one` is: the space before it, before each of its
-- members and before its end.
local function layout_like(text, one)
  return { before = space_before(text, one.first),
    member = text:match("^{([ \t\r\n]*)", one.first),
    close = space_before(text, one.after - 1) }
end

-- The layout in a dossier without records: `unit` is the space before its own members.
local function layout_within(unit)
  local line, indent = unit:match "^(.*\n)([ \t]*)$"
  if not line then return { before = "", member = "", close = "", list = "" } end
  local deep = line .. indent:rep(2)
  return { before = deep, member = line .. indent:rep(3), close = deep, list = unit }
end

-- A record as text.
local function written(fields, layout, json)
  local colon = layout.member == "" and ":" or ": "
  local parts = {}
  for _, field in ipairs(fields) do
    if field[2] ~= nil then
      local value = json.write(json.array { field[2] }):sub(2, -2)
      parts[#parts + 1] = ('%s"%s"%s%s'):format(layout.member, field[1], colon, value)
    end
  end
  return "{" .. table.concat(parts, ",") .. layout.close .. "}"
end

-- ---- putting it in ------------------------------------------------------------------

local function splice(text, first, after, new)
  return text:sub(1, first - 1) .. new .. text:sub(after)
end

-- A list that holds the record alone.
local function list_of(fields, unit, json)
  local layout = layout_within(unit)
  return "[" .. layout.before .. written(fields, layout, json) .. layout.list .. "]"
end

-- The text of a dossier, known to be one, with one record more.
function insert.record(text, fields, host)
  local json = host.json
  local root = text:find("{", text:sub(1, #MARK) == MARK and #MARK + 1 or 1, true)
  local unit, found = text:match("^{([ \t\r\n]*)", root), members(text, root, json)
  local records, last = found.records, found[1]
  if not records then
    local colon = unit == "" and ":" or ": "
    return splice(text, last.after, last.after, "," .. unit .. '"records"' .. colon
      .. list_of(fields, unit, json))
  end
  local listed = text:sub(records.first, records.first) == "["
    and items(text, records.first) or {}
  if #listed == 0 then
    return splice(text, records.first, records.after, list_of(fields, unit, json))
  end
  local before = listed[#listed]
  local layout = layout_like(text, before)
  return splice(text, before.after, before.after, "," .. layout.before
    .. written(fields, layout, json))
end

return insert
