-- Makes whatever JSON holds safe to show to people: typed getters that never
-- fail, and texts without control characters, terminal escapes or marks that
-- turn the direction of writing.

local digits = require "base.digits"
local shallow = require "base.shallow"
local sorted_keys = require "base.sorted_keys"

local plain = {}

local REPLACEMENT <const> = "\u{FFFD}"

-- ---- texts --------------------------------------------------------------

-- { first, last } of what no reader can see but a terminal or browser may obey: C1
-- controls, marks of direction, line and paragraph separators, invisible operators, the
-- byte order mark, interlinear marks and tags; and the two characters that neither XML
-- nor YAML can hold, U+FFFE and U+FFFF.
local HIDDEN_RANGES <const> = {
  { 0x80, 0x9F }, { 0x61C, 0x61C }, { 0x200B, 0x200B }, { 0x200E, 0x200F },
  { 0x2028, 0x202E }, { 0x2060, 0x206F }, { 0xFEFF, 0xFEFF }, { 0xFFF9, 0xFFFB },
  { 0xFFFE, 0xFFFF }, { 0xE0000, 0xE007F },
}

-- What each of them becomes; and the bytes that they begin with, which are rare in
-- letters, so that most texts are looked through once.
local HIDDEN <const> = {}
local RARE <const> = "[\xC2\xD8\xE2\xEF\xF3][\x80-\xBF]+"

for _, range in ipairs(HIDDEN_RANGES) do
  for code = range[1], range[2] do HIDDEN[utf8.char(code)] = REPLACEMENT end
end

-- Bytes that are not UTF-8 become one replacement each.
local function repair(text)
  local parts, from = {}, 1
  while from <= #text do
    local _, bad = utf8.len(text, from)
    if not bad then break end
    parts[#parts + 1] = text:sub(from, bad - 1)
    parts[#parts + 1] = REPLACEMENT
    from = bad + 1
  end
  parts[#parts + 1] = text:sub(from)
  return table.concat(parts)
end

-- `text` as one line that can only be read: white space is a blank each, what
-- could act is U+FFFD.
function plain.line(text)
  if text:find "^[ -~]*$" then return text end -- most are
  if not utf8.len(text) then text = repair(text) end
  if text:find "%c" then
    text = text:gsub("\r\n", " "):gsub("[\t\n\v\f\r]", " ")
      :gsub("%c", REPLACEMENT)
  end
  return (text:gsub(RARE, HIDDEN))
end

-- ---- typed getters ------------------------------------------------------

-- The text, made safe; nil for anything else and for an empty one.
function plain.text(value)
  if type(value) ~= "string" or value == "" then return nil end
  return plain.line(value)
end

function plain.whole(value)
  return math.type(value) and math.tointeger(value) or 0
end

local EMPTY <const> = {}

-- The table, or an empty one.  Never written to.
function plain.object(value)
  return type(value) == "table" and value or EMPTY
end

-- The items of a list that are tables.
function plain.objects(value)
  local out = {}
  if type(value) ~= "table" then return out end
  for _, item in ipairs(value) do
    if type(item) == "table" then out[#out + 1] = item end
  end
  return out
end

-- The items of a list that are texts, made safe.
function plain.texts(value)
  local out = {}
  if type(value) ~= "table" then return out end
  for _, item in ipairs(value) do
    out[#out + 1] = plain.text(item)
  end
  return out
end

-- Each object of a list with the named texts of it, made safe.
function plain.rows(value, names)
  local rows = {}
  for i, one in ipairs(plain.objects(value)) do
    local row = { given = one }
    for _, name in ipairs(names) do row[name] = plain.text(one[name]) end
    rows[i] = row
  end
  return rows
end

-- The entries of an object as a list in the order of their keys, each with its key
-- as the field `name`.
function plain.by_key(object, name)
  local list = {}
  for i, key in ipairs(sorted_keys(object)) do
    list[i] = shallow.with(object[key], name, key)
  end
  return list
end

-- ---- words --------------------------------------------------------------

function plain.sentence(text)
  return text:sub(1, 1):upper() .. text:sub(2)
end

-- "1 check is" or "2 checks are".
function plain.plural(count, one, many)
  return ("%d %s"):format(count, count == 1 and one or many)
end

-- "a", "a and b", "a, b and c".
function plain.all_of(list)
  if #list < 2 then return list[1] or "" end
  return table.concat(list, ", ", 1, #list - 1) .. " and " .. list[#list]
end

-- The same of at most `most`; of the others how many there are.
function plain.some_of(list, most)
  if #list <= most then return plain.all_of(list) end
  return ("%s and %d more"):format(table.concat(list, ", ", 1, most), #list - most)
end

-- " [E-01, E-02]", or nothing for an empty list.
function plain.in_brackets(list)
  return #list > 0 and " [" .. table.concat(list, ", ") .. "]" or ""
end

-- ---- values of facts ----------------------------------------------------

local function number(value)
  local whole = math.tointeger(value)
  if whole then return tostring(whole) end
  return digits(value)
end

local function scalar(value)
  if type(value) == "string" then return plain.line(value) end
  if type(value) == "boolean" then return value and "yes" or "no" end
  if math.type(value) then return number(value) end
  return nil
end

local function bounds(value)
  local low, high = scalar(value.at_least), scalar(value.at_most)
  if low and high then return low .. " to " .. high end
  if low then return "at least " .. low end
  return high and "at most " .. high
end

local function share(value)
  local percent = scalar(value.percent)
  return percent and percent .. "%" or scalar(value.share)
end

local function listed(value, host)
  local parts = {}
  for i, item in ipairs(value) do parts[i] = plain.value(item, host) end
  return table.concat(parts, ", ")
end

-- The value of a fact in words.
function plain.value(value, host)
  if type(value) ~= "table" then return scalar(value) or "null" end
  if next(value) == nil then return "none" end
  if value[1] ~= nil then return listed(value, host) end
  if value.one_of ~= nil then
    return "one of " .. plain.value(value.one_of, host)
  elseif value.includes ~= nil then
    return plain.value(value.includes, host) .. " and perhaps more"
  end
  return bounds(value) or share(value) or plain.line(host.json.write(value))
end

return plain
