-- How people write what is known, and the form of a dossier that says the same: of
-- "80 %" a percentage, of "approx. 40" bounds, of "n/a" a state with its reason.

local amounts = require "base.amounts"
local dates = require "base.dates"
local day_cures = require "dossier.day_cures"
local nearest = require "base.nearest"
local values = require "dossier.values"

local cures = {}

local MOST_BYTES <const> = 60 -- of a text that is looked into
local UNKNOWN <const> = nearest.set_of { "?", "??", "-", "--", "don't know",
  "dont know", "do not know", "not known", "unclear", "n/k", "tbc", "tbd", "to be "
  .. "confirmed", "not sure", "unsure", "no idea",
  "not assessed", "not asked", "no data", "no information", "pending" }
local NOT_APPLICABLE <const> = nearest.set_of { "n/a", "na", "n.a.", "n.a",
  "not applicable", "does not apply", "not relevant" }
local NUMERIC <const> = nearest.set_of { "count", "number", "percent" }

-- ---- numbers ------------------------------------------------------------

-- Each pattern takes one number out of a text, or two.
local NUMBER <const> = "(%d+%.?%d*)"
local AT_LEAST <const> = { "^at least " .. NUMBER, "^min%.? " .. NUMBER,
  "^minimum " .. NUMBER, "^>= ?" .. NUMBER, "^" .. NUMBER .. " ?%+$",
  "^" .. NUMBER .. " or more" }
local MORE <const> = { "^more than " .. NUMBER, "^over " .. NUMBER, "^> ?" .. NUMBER,
  "^above " .. NUMBER }
local AT_MOST <const> = { "^at most " .. NUMBER, "^up to " .. NUMBER,
  "^max%.? " .. NUMBER, "^maximum " .. NUMBER, "^<= ?" .. NUMBER,
  "^" .. NUMBER .. " or less", "^" .. NUMBER .. " or fewer" }
local LESS <const> = { "^less than " .. NUMBER, "^fewer than " .. NUMBER,
  "^under " .. NUMBER, "^< ?" .. NUMBER, "^below " .. NUMBER }
local BETWEEN <const> = { "^" .. NUMBER .. " ?%- ?" .. NUMBER .. "$",
  "^" .. NUMBER .. " to " .. NUMBER .. "$", "^between " .. NUMBER .. " and "
  .. NUMBER .. "$" }
local ABOUT <const> = { "^approx%.? ?" .. NUMBER, "^approximately " .. NUMBER,
  "^about " .. NUMBER, "^around " .. NUMBER, "^roughly " .. NUMBER, "^ca%.? ?" .. NUMBER,
  "^c%. ?" .. NUMBER, "^circa " .. NUMBER, "^~ ?" .. NUMBER, "^some " .. NUMBER,
  "^" .. NUMBER .. " ?%?$", "^" .. NUMBER .. " ?ish$", "^" .. NUMBER .. " or so" }
local PERCENT <const> = { "^" .. NUMBER .. " ?%%$", "^" .. NUMBER .. " ?per ?cent$",
  "^" .. NUMBER .. " ?pct$" }
local ANY_PERCENT <const> = { NUMBER .. " ?%%", NUMBER .. " ?per ?cent",
  NUMBER .. " ?pct" }

local function whole(text)
  local number = tonumber(text)
  return number and (math.tointeger(number) or number)
end

local function match(text, patterns)
  for _, pattern in ipairs(patterns) do
    local a, b = text:match(pattern)
    if a then return whole(a), b and whole(b) end
  end
end

local function about(number)
  local off = math.max(1, math.floor(number / 10))
  return { at_least = math.max(0, number - off), at_most = number + off }
end

-- The bounds that a text states, and whether their figures are an example.
local function bounds_of(entry, text)
  local step = entry.type == "count" and 1 or 0
  local low, high = match(text, BETWEEN)
  if low then return low <= high and { at_least = low, at_most = high } or nil end
  low = match(text, AT_LEAST)
  if low then return { at_least = low } end
  low = match(text, MORE)
  if low then return { at_least = low + step } end
  high = match(text, AT_MOST)
  if high then return { at_most = high } end
  high = match(text, LESS)
  if high then return { at_most = math.max(0, high - step) } end
  local number = match(text, ABOUT)
  if number then return about(number), true end
end

local SHARES <const> = { all = "all", none = "none", some = "some", most = "some",
  many = "some", few = "some", half = "some" }

-- A percentage: of a count that is all that is known, and in a text that says more,
-- such as "at least 80 %", no more than that some are.
local function percent_cure(entry, text, written)
  local percent = match(text, PERCENT)
  if entry.type ~= "count" then return percent end
  if percent then return percent <= 100 and { percent = percent } or nil end
  local some = match(text, ANY_PERCENT)
  return some > 0 and some < 100 and { share = "some", note = written } or nil
end

local function number_cure(entry, text, written)
  if match(text, ANY_PERCENT) then return percent_cure(entry, text, written) end
  local share = entry.type == "count" and entry.of and SHARES[text]
  if share then return { share = share } end
  local bounds, is_example = bounds_of(entry, text)
  if bounds then return bounds, is_example end
  return amounts.number(text) or whole(text:match("^" .. NUMBER .. "$")
    or text:match("^(%d+) ?%a") or text:match("^(%d+) of "))
end

-- ---- months -------------------------------------------------------------

local SPANS <const> = { annual = 12, annually = 12, yearly = 12, ["every year"] = 12,
  ["once a year"] = 12, quarterly = 3, monthly = 1, biannual = 6, ["twice a year"] = 6,
  ["half-yearly"] = 6, biennial = 24, ["every two years"] = 24 }
local NO_LIMIT <const> = nearest.set_of { "none", "no limit", "not stated",
  "none stated", "no rule", "unlimited" }

local function months_cure(entry, text)
  if entry.may_be_none and NO_LIMIT[text] then return "none-stated" end
  local count, unit = amounts.span(text)
  return SPANS[text] or unit == "months" and count or amounts.number(text)
end

-- ---- yes and no, choices, sets ------------------------------------------

local YES_NO <const> = { yes = true, y = true, ["true"] = true, ["1"] = true,
  no = false, n = false, ["false"] = false, ["0"] = false, ja = true, nein = false,
  oui = true, non = false, si = true, ["s\u{ED}"] = true, sim = true }

-- Neither yes nor no: the fact asks for one of them.
local PARTLY <const> = nearest.set_of { "partly", "partially", "in part", "partial",
  "in progress", "under way", "ongoing", "planned", "sometimes" }

local function yes_no_cure(_, text, written)
  local plain = YES_NO[text]
  if plain ~= nil then return plain end
  if PARTLY[text] then return { state = "unknown", why = written } end
  local first = YES_NO[text:match "^(%a+)[,;:. ]" or ""]
  if first ~= nil then return { value = first, note = written } end
end

-- The value of `entry` that `text` means: by its word, its title, or as a word in it.
local function value_of(entry, text)
  local plain = text:gsub("[%s%-]+", "_")
  if entry.words and entry.words[text] then return entry.words[text] end
  for _, value in ipairs(entry.values) do
    local title = entry.titles and entry.titles[value]
    if plain == value or title and text == title:lower() then return value end
  end
  for _, value in ipairs(entry.values) do
    if ("_" .. plain .. "_"):find("_" .. value .. "_", 1, true) then return value end
  end
end

local function choice_cure(entry, text)
  return value_of(entry, text)
end

local function set_cure(entry, text)
  if text == "all" then return table.move(entry.values, 1, #entry.values, 1, {}) end
  local found, seen = {}, {}
  for part in (text:gsub(" and ", ","):gsub("[+;/&]", ",")):gmatch "[^,]+" do
    local word = part:match "^%s*(.-)%s*$"
    local value = value_of(entry, word) or nearest.find(word, entry.values)
    if value and not seen[value] then
      seen[value], found[#found + 1] = true, value
    end
  end
  return #found > 0 and found or nil
end

-- ---- names in an envelope -------------------------------------------------

local BOUNDS <const> = "at_least and at_most"
local KEYS <const> = { approx = BOUNDS, approximately = BOUNDS, about = BOUNDS,
  circa = BOUNDS, between = BOUNDS, range = BOUNDS, min = "at_least",
  minimum = "at_least", from = "at_least", since = "at_least", max = "at_most",
  maximum = "at_most", to = "at_most", ["until"] = "at_most", answer = "value",
  comment = "note", remark = "note", reason = "why", source = "evidence",
  proof = "evidence", documents = "evidence", status = "state" }

-- "at_least" for "min" in an envelope; nil for other names.
function cures.of_key(key) return KEYS[key:lower()] end

-- ---- the whole ----------------------------------------------------------

local by_type = { ["yes/no"] = yes_no_cure, choice = choice_cure, choices = set_cure,
  months = months_cure, date = day_cures.of }
for name in pairs(NUMERIC) do by_type[name] = number_cure end

local function state_cure(entry, text, written)
  if NOT_APPLICABLE[text] and entry.na_when then
    return { state = "not_applicable", na_reason = "the reason, in words" }
  elseif NOT_APPLICABLE[text] or UNKNOWN[text] or text:find "^see " then
    return { state = "unknown", why = written }
  end
end

-- What is no text, in the form that was meant: 1 for true, a list of one.
local function other_cure(entry, value)
  if type(value) == "boolean" and entry.type == "choice" then
    local word = value and "yes" or "no"
    return entry.allowed[word] and word or nil
  elseif type(value) == "table" and #value == 1 and entry.type == "choice"
    and entry.allowed[value[1]] then
    return value[1]
  elseif math.type(value) and entry.type == "text" then
    return ("%.15g"):format(value)
  elseif math.type(value) and entry.type == "date" and value == value // 1
    and value >= 1900 and value < 2200 then
    return ("%d"):format(value)
  end
end

local function cure_of(entry, value)
  if type(value) ~= "string" then return other_cure(entry, value) end
  local text = value:lower():match "^%s*(.-)%s*$"
  if #text == 0 or #text > MOST_BYTES then return nil end
  local state = state_cure(entry, text, value)
  if state then return state end
  local cure = by_type[entry.type]
  if cure then return cure(entry, text, value) end
end

-- Whether the fact would take it.
local function fits(entry, cure)
  if type(cure) ~= "table" or cure[1] ~= nil then
    return values.read(entry, cure) ~= nil
  end
  for _, key in ipairs { "at_least", "at_most" } do
    if cure[key] ~= nil and not values.bounds(entry, cure[key]) then return false end
  end
  return cure.value == nil or values.read(entry, cure.value) ~= nil
end

-- What to write for `value` at a fact of `entry`, and whether the figures are the
-- author's to choose; nil where that cannot be told.
function cures.of(entry, value)
  local cure, is_example = cure_of(entry, value)
  if cure ~= nil and fits(entry, cure) then return cure, is_example end
end

-- The same as the code of a cure and what fills it: the `form` as JSON, and the `key`
-- of an envelope in place of which it stands; nil where there is none.
function cures.told(entry, value, json, key)
  local cure, is_example = cures.of(entry, value)
  if cure == nil then return nil end
  local is_list = type(cure) == "table" and cure[1] ~= nil
  local form = json.write(is_list and json.array(cure) or cure)
  if not key or type(cure) ~= "table" or is_list then
    return { code = is_example and "write-for-example" or "write", form = form }
  end
  return { code = is_example and "write-for-example-in-place" or "write-in-place",
    form = form:sub(2, -2), key = key }
end

-- The same where a day alone can stand, or where the author has to look it up.
function cures.day(entry, value, json)
  local cure = cures.of(entry, value)
  local first, last
  if type(cure) == "string" then first, last = dates.parse(cure) end
  if first and first == last then return { code = "write", form = json.write(cure) } end
end

-- The same where a plain value alone can stand.
function cures.plain(entry, value, json)
  local cure = cures.of(entry, value)
  if cure == nil or type(cure) == "table" then return nil end
  return { code = "write", form = json.write(cure) }
end

return cures
