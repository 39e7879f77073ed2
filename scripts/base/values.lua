-- Reads the plain value of a fact, by the type its vocabulary entry gives.
-- A reader returns a cell, what a dossier says of one fact: `value` when it is known
-- exactly, `lo` and `hi` when only bounds are, `possible` when it is one of a few.
-- Or nil and what was expected, as a diagnostic.

local countries = require "base.countries"
local dates = require "base.dates"
local digits = require "base.digits"
local diagnostic = require "base.diagnostic"
local lookalike = require "base.lookalike"
local nearest = require "base.nearest"

local say <const> = diagnostic.new

local values = {}

local MAX_LIST <const> = 1000

-- Words that say "not known" where a value could stand.
local UNKNOWN_WORDS <const> = { unknown = true, not_assessed = true }

local function known(value, raw)
  return { state = "known", value = value, raw = raw }
end

-- Up to here either way every host reads the same whole number.
local GREATEST <const> = 9007199254740991
values.GREATEST = GREATEST

local function is_great(value)
  return math.type(value) and math.abs(value) > GREATEST
end

-- The whole number that `value` is; nothing else is one.
function values.whole(value)
  return math.type(value) and not is_great(value) and math.tointeger(value)
end

local function is_finite(value)
  return math.type(value) and value - value == 0
end

local function shown(value)
  if value == nil then return "nothing" end
  if type(value) == "string" then return "'" .. value:sub(1, 60) .. "'" end
  if type(value) == "number" then return digits(value) end
  if type(value) == "boolean" then return tostring(value) end
  if type(value) == "userdata" then return "null" end
  if value[1] ~= nil then return "a list" end
  return next(value) ~= nil and "an object" or "an object or an empty list"
end
values.shown = shown

-- Tells the keys of `object` that are not in `keys` (and `set`), by the code `wrong`.
function values.check_keys(r, object, pointer, wrong, keys, set)
  for key in next, object do
    if not set[key] then r.stranger(pointer, key, wrong, keys) end
  end
end

-- What `value` holds that nobody sees, or, as one word, a letter that looks like
-- another; nil where it is plain.
function values.odd(value)
  if type(value) ~= "string" or not value:find "[^ -~]" then return nil end
  return lookalike.odd(value, true) or not value:find " " and lookalike.odd(value) or nil
end

-- Tells that `what` was expected at `pointer`, a diagnostic or the code of one, and
-- `value` found.  `cure` is one of r.cure; without it the nearest value is offered.
function values.expected(r, pointer, value, what, cure, fact)
  what = type(what) == "string" and say(what) or what
  local near = what.args.near
  if near then what = diagnostic.with(what, { near = false }) end
  if near and (not cure or cure.is_weak) then cure = { code = "did-you-mean" } end
  if what.args.either then
    cure = { code = "write-either", either = what.args.either }
  end
  local said = say("expected", { what = what, found = r.shown(value), near = near,
    fact = fact, odd = not r.secret and values.odd(value) or nil })
  local problem = r.problem("error", pointer,
    cure and diagnostic.with_cure(said, cure.code, cure) or said)
  problem.is_number = math.type(value) and not r.secret
end

-- Before a word these turn it round, and some words are no slip of another.
local TURNS <const> = nearest.set_of { "in", "un", "non", "non-", "not ", "no ", "dis",
  "im", "not_", "no_" }
local OWN_WORDS <const> = nearest.set_of { "done", "one", "gone", "ok" }

-- The nearest of the values `list` to `word`, of which that is a slip; never the one
-- that `word` says is not so.
function values.near(word, list)
  if values.odd(word) then word = lookalike.skeleton(word) end
  local lower = word:lower()
  if OWN_WORDS[lower] then return nil end
  local near = nearest.find(word, list)
  if not near or lower:sub(-#near) ~= near then return near end
  return not TURNS[lower:sub(1, -#near - 1)] and near or nil
end

-- That one of the words of `list` was expected.
function values.wanted_one_of(r, list, word)
  local may_hint = type(word) == "string" and not r.secret
  return say("wanted-one-of", { allowed = list,
    near = may_hint and values.near(word, list) or nil })
end

-- Whether `value` was written as a list: `{}` was not, though lua-cjson gives both
-- the same; `empties` tells them apart.
function values.is_list(value, empties)
  if type(value) ~= "table" then return false end
  return value[1] ~= nil or next(value) == nil and empties[value] ~= "object"
end

local readers = {}

readers["yes/no"] = function(_, value)
  if type(value) == "boolean" then return known(value, value) end
  return nil, say "wanted-yes-no"
end

-- What is near to a sensitive value would tell of it.
local function one_of(entry, value, code)
  local may_hint = type(value) == "string" and not entry.hides_why
  return say(code or "wanted-one-of", { allowed = entry.values,
    near = may_hint and values.near(value, entry.values) or nil,
    none = entry.may_be_none })
end

function readers.choice(entry, value)
  if type(value) == "string" and entry.allowed[value] then
    return known(value, value)
  end
  return nil, one_of(entry, value)
end

local NONE <const> = "none"

local function wanted_set(entry, word) return one_of(entry, word, "wanted-set") end

-- A set, kept in the vocabulary's order so that the order of the list in the
-- dossier shows nowhere.  No value at all is said in a word, where it can be so:
-- forms and programs write an empty list for a question that nobody answered.
function readers.choices(entry, value)
  if value == NONE and entry.may_be_none then return known({}, NONE) end
  if type(value) ~= "table" or #value > MAX_LIST
    or value[1] == nil and next(value) ~= nil then
    return nil, wanted_set(entry)
  end
  if #value == 0 then return { state = "unknown" } end
  local set = {}
  for _, word in ipairs(value) do
    if type(word) ~= "string" or not entry.allowed[word] then
      return nil, wanted_set(entry, word)
    end
    set[word] = true
  end
  local ordered = {}
  for _, word in ipairs(entry.values) do
    if set[word] then ordered[#ordered + 1] = word end
  end
  return known(set, ordered)
end

local function in_range(entry, number)
  return (not entry.least or number >= entry.least)
    and (not entry.most or number <= entry.most)
end

local function wanted_number(entry, code, value)
  local both = entry.least and entry.most
  return say(code, { unit = entry.unit, from = both and entry.least or nil,
    to = both and entry.most or nil, least = not both and entry.least or nil,
    greatest = is_great(value) and GREATEST or nil, none = entry.may_be_none })
end

function readers.count(entry, value)
  local number = values.whole(value)
  if number and in_range(entry, number) then return known(number, number) end
  return nil, wanted_number(entry, "wanted-whole-number", value)
end

function readers.number(entry, value)
  if is_finite(value) and in_range(entry, value) then
    local number = math.tointeger(value) or value
    return known(number, number)
  end
  return nil, wanted_number(entry, "wanted-number")
end
readers.percent = readers.number

function readers.months(entry, value)
  if value == "none-stated" and entry.may_be_none then
    return known("none-stated", value)
  end
  return readers.count(entry, value)
end

function readers.date(entry, value)
  if value == "never" and entry.may_be_never then
    return known(-math.huge, value)
  end
  local first, last
  if type(value) == "string" then first, last = dates.parse(value) end
  if not first then
    return nil, say("wanted-date", { never = entry.may_be_never })
  end
  if first == last then return known(first, value) end
  return { state = "known", lo = first, hi = last, raw = value }
end

local function read_country(value)
  if countries.is_code(value) then return known(value, value) end
  local either = type(value) == "string" and countries.either(value)
  local code = type(value) == "string" and not either and countries.code_for(value)
  return nil, say("wanted-country", { near = code or nil, either = either or nil })
end

-- Whether `value` is a text that says something: a "." or "-" as a reason does not.
function values.is_text(value)
  return type(value) == "string" and value:find("[0-9A-Za-z\x80-\xFF]") ~= nil
end

function readers.text(entry, value)
  if entry.is_country then return read_country(value) end
  if values.is_text(value) then return known(value, value) end
  return nil, say "wanted-text"
end

-- The cell for `value` at a fact of `entry`, or nil and what was expected.
-- `null` and the words for "not known" give an unknown cell.
function values.read(entry, value, null)
  if value == null or type(value) == "string" and UNKNOWN_WORDS[value] then
    return { state = "unknown" }
  end
  return readers[entry.type](entry, value)
end

-- The same for a value that stands in an object of the dossier: there `{}` is
-- no empty list.
function values.read_in(r, entry, object, key)
  local value = object[key]
  if type(value) == "table" and next(value) == nil
    and not values.is_list(value, r.empties) then
    return readers[entry.type](entry, nil)
  end
  return values.read(entry, value, r.null)
end

-- What a value at a fact of `entry` looks like, in words: "true or false".
function values.expected_of(entry)
  return diagnostic.wrong(select(2, readers[entry.type](entry, nil)))
end

-- Where the trouble with `value` at a fact of `entry` lies: of a list the first
-- member that is wrong.  Gives pointer, value and what was expected.
function values.trouble(entry, value, pointer, what)
  if entry.type ~= "choices" or type(value) ~= "table" or #value > MAX_LIST then
    return pointer, value, what
  end
  for i, word in ipairs(value) do
    if type(word) ~= "string" or not entry.allowed[word] then
      return pointer .. "/" .. i - 1, word, one_of(entry, word)
    end
  end
  return pointer, value, what
end

-- The earliest and latest number or day `value` may mean, for bounds.
function values.bounds(entry, value)
  local cell, expected = readers[entry.type](entry, value)
  if not cell then return nil, expected end
  local exact = cell.value
  if type(exact) == "string" then return nil, say("wanted-number", {}) end
  return exact or cell.lo, exact or cell.hi
end

values.TYPES = { "yes/no", "choice", "choices", "number", "count", "percent",
  "months", "date", "text", "country" }

return values
