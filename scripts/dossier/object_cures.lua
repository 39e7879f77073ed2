-- How people write what is known as an object with keys of their own, and the keys of
-- a fact that say the same: of {"min": 3, "max": 5} bounds, of {"year": 2013} a date,
-- of {"civil": true} the set of what is marked.

local answer_cures = require "dossier.answer_cures"
local cures = require "dossier.cures"
local day_cures = require "dossier.day_cures"
local values = require "base.values"
local work = require "base.work"

local object_cures = {}

-- A reader gives the keys to write in place of the strange ones, with their values; the
-- same for a second reading that says less; and a key of a fact that goes as well.

local MOST_KEYS <const> = 20 -- of an object that is looked into
local KEY_COST <const> = 200

-- ---- a day in parts -------------------------------------------------------

local DAY_PARTS <const> = { year = "year", yyyy = "year", y = "year", month = "month",
  mm = "month", m = "month", day = "day", dd = "day", d = "day" }

local function in_digits(part) return math.tointeger(tonumber(part)) end

-- "2013-03-04" or "4 march 2013", as a reader of days takes it.
local function day_text(parts)
  local month, day = in_digits(parts.month), in_digits(parts.day)
  if not parts.month then return not parts.day and tostring(parts.year) or nil end
  if month then
    local text = ("%s-%02d"):format(parts.year, month)
    return not parts.day and text or day and ("%s-%02d"):format(text, day) or nil
  end
  return ("%s%s %s"):format(day and day .. " " or "", parts.month:lower(), parts.year)
end

local readers = {}

readers[1] = function(entry, object, keys)
  if entry.type ~= "date" then return nil end
  local parts = {}
  for _, key in ipairs(keys) do
    local part = DAY_PARTS[key:lower()]
    if not part or parts[part] or type(object[key]) == "table" then return nil end
    parts[part] = in_digits(object[key]) or tostring(object[key])
  end
  local text = parts.year and day_text(parts)
  local day = text and day_cures.of(entry, text)
  return type(day) == "string" and { value = day } or nil
end

-- ---- values that are marked ------------------------------------------------

-- What the value `key` is marked as: yes or no; nil where it is no value or no mark.
local function mark_of(entry, key, mark)
  if type(mark) == "string" then mark = answer_cures.yes_no(nil, mark:lower()) end
  if mark == 0 or mark == 1 then mark = mark == 1 end
  if type(mark) ~= "boolean" then return nil end
  return answer_cures.value_of(entry, key), mark
end

-- The values that are marked yes, in the vocabulary's order, and how many are marked.
local function marked(entry, object, keys)
  local marks = {}
  for _, key in ipairs(keys) do
    local value, mark = mark_of(entry, key, object[key])
    if not value or marks[value] ~= nil then return nil end
    marks[value] = mark
  end
  local list = {}
  for _, value in ipairs(entry.values) do
    if marks[value] then list[#list + 1] = value end
  end
  return list
end

-- Those that are not named may be meant as no, or left open.
local function set_of(entry, list, keys)
  local is_whole = #keys == #entry.values
  if #list == 0 then
    return is_whole and entry.may_be_none and { value = "none" } or nil
  end
  return { value = list }, not is_whole and { includes = list } or nil
end

-- {"yes": true}
local function yes_no_of(object, keys)
  local word = answer_cures.yes_no(nil, keys[1]:lower())
  local mark = object[keys[1]]
  if #keys > 1 or type(word) ~= "boolean" or type(mark) ~= "boolean" then return nil end
  return { value = word == mark }
end

readers[2] = function(entry, object, keys)
  if entry.type == "yes/no" then return yes_no_of(object, keys) end
  if entry.type ~= "choice" and entry.type ~= "choices" then return nil end
  local list = marked(entry, object, keys)
  if not list then return nil end
  if entry.type == "choices" then return set_of(entry, list, keys) end
  return #list == 1 and { value = list[1] } or nil
end

-- ---- an amount with its unit ------------------------------------------------

local UNITS <const> = { unit = true, units = true, uom = true }

readers[3] = function(entry, object, keys)
  local amount, unit = object.value, nil
  for _, key in ipairs(keys) do
    if UNITS[key:lower()] then unit = object[key]
    elseif amount == nil and cures.of_key("not-part-of-fact", key) == "value" then
      amount = object[key]
    else return nil end
  end
  if not math.type(amount) or type(unit) ~= "string" then return nil end
  local cure, more = cures.of(entry, ("%s %s"):format(amount, unit))
  if cure == nil or more.one or more.is_example then return nil end
  local said = type(cure) == "table" and cure or { value = cure }
  return said, nil, object.value ~= nil and "value" or nil
end

-- ---- keys under other names --------------------------------------------------

local TEXTS <const> = { note = true, why = true }

-- `value` as it can stand under `name`; nil where that is not known.
local function fitting(entry, name, value)
  if TEXTS[name] then return type(value) == "string" and value or nil end
  local is_end = name == "at_least" or name == "at_most"
  local fits = is_end and values.bounds or name == "value" and values.read
  if not fits then return nil end
  if fits(entry, value) then return value end
  local cure, more = cures.of(entry, value)
  if cure ~= nil and type(cure) ~= "table" and not next(more) then return cure end
end

readers[4] = function(entry, object, keys)
  local said = {}
  for _, key in ipairs(keys) do
    local name = cures.of_key("not-part-of-fact", key)
    local value = name and fitting(entry, name, object[key])
    if value == nil or said[name] ~= nil or object[name] ~= nil then return nil end
    said[name] = value
  end
  -- One that only has another name is told by its name alone.
  local is_slip = #keys > 1 or said.value ~= nil and said.value ~= object[keys[1]]
  return is_slip and said or nil
end

-- ---- the whole ---------------------------------------------------------------

-- Keys of `object` that no fact has, in their order; and whether these are all.
local function strange_in(object, known)
  local keys, alone = {}, true
  for key in next, object do
    local is_own = key:sub(1, 2) == "x-"
    if not known[key] and not is_own then keys[#keys + 1] = key end
    alone = alone and not known[key] and not is_own
  end
  table.sort(keys)
  return keys, alone
end

-- The keys of `object` that are not in `known`, and by what name a fact has each; of
-- the names nil where one is not known, or two are the same.
function object_cures.names(object, known)
  local keys = strange_in(object, known)
  local names, taken = {}, {}
  if #keys > MOST_KEYS then return keys end
  for i, key in ipairs(keys) do
    local name = cures.of_key("not-part-of-fact", key)
    if not known[name or ""] or taken[name] or object[name] ~= nil then return keys end
    names[i], taken[name] = name, true
  end
  return keys, names
end

-- A plain value where nothing else stands in the object.
local function form_of(said, alone)
  local is_plain = alone and said.value ~= nil and next(said, next(said)) == nil
  if is_plain then return said.value end
  return said
end

-- What to write in place of the keys of `object` that are not in `known`, as a cure of
-- dossier/cures.lua and more of it; these keys, whether they are all that it holds, and
-- what goes with them.  Nil where that is not known.
function object_cures.of(entry, object, known)
  local keys, alone = strange_in(object, known)
  if #keys == 0 or #keys > MOST_KEYS then return nil end
  work.charge(KEY_COST * #keys)
  for _, read in ipairs(readers) do
    local said, less, also = read(entry, object, keys)
    if said then
      return form_of(said, alone), less and { one = "the whole answer",
        two = "a part of it", other = less } or {}, keys, alone, also
    end
  end
end

return object_cures
