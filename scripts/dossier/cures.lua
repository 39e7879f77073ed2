-- How people write what is known, and the form of a dossier that says the same: of
-- "80 %" a percentage, of "approx. 40" bounds, of "n/a" a state with its reason.

local amounts = require "base.amounts"
local answer_cures = require "dossier.answer_cures"
local dates = require "base.dates"
local day_cures = require "dossier.day_cures"
local digits = require "base.digits"
local forms = require "dossier.forms"
local lookalike = require "base.lookalike"
local nearest = require "base.nearest"
local quantities = require "dossier.quantities"
local say <const> = require("base.diagnostic").new
local state_cures = require "dossier.state_cures"
local values = require "base.values"
local work = require "base.work"

local cures = {}

-- A cure is what to write, and perhaps more of it: `is_example` where its figures are
-- the author's to choose; `one`, `two` and `other` where the text has two readings, in
-- words, and what to write for the second, nil where the fact would not take it.

local MOST_BYTES <const> = 60 -- of a text that is looked into
local LOOK_COST <const> = 1000 -- beside what its parts charge

-- ---- numbers ------------------------------------------------------------

-- What the bounds that a text means are at a fact of `entry`, in units of `of_unit`.
local function bounds_of(entry, read, of_unit)
  if not read then return nil end
  local step = entry.type == "count" and 1 or 0
  local low = read.low and read.low * of_unit + (read.is_above and step or 0)
  local high = read.high
    and math.max(0, read.high * of_unit - (read.is_below and step or 0))
  if low and low == high and not read.is_example then return low end
  return { at_least = low, at_most = high }
end

local function quantity_cure(entry, text, of_unit)
  local first, second = quantities.read(text)
  local cure, other = bounds_of(entry, first, of_unit), bounds_of(entry, second, of_unit)
  if not other then return cure, { is_example = first and first.is_example } end
  return cure, { is_example = first.is_example, other = other,
    one = digits(first.low or first.high), two = digits(second.low or second.high) }
end

local SHARES <const> = { all = "all", everyone = "all", everybody = "all", none = "none",
  nobody = "none", ["no one"] = "none", some = "some", most = "some",
  ["the majority"] = "some", ["a few"] = "some", half = "some", ["nearly all"] = "some",
  ["almost all"] = "some", mostly = "some" }

-- The number or words before a sign for percent; nil where there is none.
local function before_percent(text)
  local head = text:gsub(" of [%a ]+$", ""):match "^(.-) ?%%$"
  return head or text:match "^(.+) per ?cent$" or text:match "^(.+) percent of [%a ]+$"
    or text:match "^(.+) pct%.?$"
end

-- A percentage: of a count that is all that is known; of bounds no more than that it is
-- some of them, and that only where they leave out none and all.
local function percent_cure(entry, head, written)
  local read, second = quantities.read(head)
  if not read then return nil end
  local exact = read.low == read.high and read.low
  if entry.type ~= "count" then return exact or bounds_of(entry, read, 1) end
  if exact and not second then return exact <= 100 and { percent = exact } or nil end
  local is_some = not second and (read.low or 0) > 0 and (read.high or 100) < 100
  return is_some and { share = "some", note = written } or nil
end

local function number_cure(entry, text, written)
  local head = before_percent(text)
  if head then return percent_cure(entry, head, written) end
  local share = entry.type == "count" and SHARES[quantities.without_nouns(text)]
  if share and entry.of then return { share = share } end
  if share == "none" then return 0 end
  local part, whole = text:match "^(%d+) o[ut ]*f (%d+)$"
  if part and tonumber(part) <= tonumber(whole) then
    return { value = math.tointeger(tonumber(part)), note = written }
  end
  return quantity_cure(entry, text, 1)
end

-- Twelve full-time equivalents are twelve persons or more.
local function count_cure(entry, text, written)
  local number = entry.unit == "persons" and (text:match "^([%d.]+) ?f%.?t%.?e%.?'?s?$"
    or text:match "^([%d.]+) full[ -]time%a*$"
    or text:match "^([%d.]+) full[ -]time equivalents?$")
  if not number then return number_cure(entry, text, written) end
  local least = math.tointeger(math.ceil(tonumber(number) or 0))
  return { at_least = least, note = written }
end

-- ---- months -------------------------------------------------------------

local SPANS <const> = { annual = 12, annually = 12, yearly = 12, ["every year"] = 12,
  ["once a year"] = 12, quarterly = 3, monthly = 1, ["twice a year"] = 6,
  ["every six months"] = 6, ["half-yearly"] = 6, biennial = 24,
  ["every two years"] = 24 }
-- Twice a year to some, and every second year to others.
local TWICE_OR_SECOND <const> = nearest.set_of { "biannual", "biannually", "bi-annual",
  "bi-annually", "biyearly", "bi-yearly" }
local NO_LIMIT <const> = nearest.set_of { "none", "no limit", "not stated",
  "none stated", "no rule", "unlimited" }
local MONTHS_IN <const> = { month = 1, months = 1, year = 12, years = 12, yr = 12,
  yrs = 12 }

local function months_cure(entry, text)
  if entry.may_be_none and NO_LIMIT[text] then return "none-stated" end
  if TWICE_OR_SECOND[text] then
    return 6, { one = "every 6 months", two = "every 24 months", other = 24 }
  end
  if SPANS[text] then return SPANS[text] end
  local rest = text:gsub("^every ", ""):gsub("^within ", "up to ")
  local count, unit = amounts.span(rest)
  if unit == "months" then return count end
  local head, last = rest:match "^(.+) (%a+)$"
  local of_unit = MONTHS_IN[last or ""]
  return quantity_cure(entry, of_unit and head or rest, of_unit or 1)
end

-- ---- names in an envelope -------------------------------------------------

local BOUNDS <const> = "at_least and at_most"
local KEYS <const> = { approx = BOUNDS, approximately = BOUNDS, about = BOUNDS,
  circa = BOUNDS, between = BOUNDS, range = BOUNDS, min = "at_least",
  minimum = "at_least", from = "at_least", since = "at_least", max = "at_most",
  maximum = "at_most", to = "at_most", ["until"] = "at_most", low = "at_least",
  lower = "at_least", least = "at_least", high = "at_most", upper = "at_most",
  most = "at_most", answer = "value",
  comment = "note", remark = "note", reason = "why", source = "evidence",
  proof = "evidence", documents = "evidence", status = "state", amount = "value",
  number = "value", quantity = "value", count = "value", total = "value", n = "value",
  result = "value", response = "value", data = "value", code = "value", text = "value" }

-- What people call the parts of a dossier, and of its evidence, records and findings.
local PARTS <const> = { facility = "facilities", site = "facilities",
  sites = "facilities", company = "member", organisation = "member",
  finding = "findings", nonconformances = "findings", record = "records",
  documents = "evidence", date = "assessment", audit = "assessment",
  as_of = "assessment", version = "format", schema_version = "format", type = "format",
  schema = "$schema", common = "all_facilities", defaults = "all_facilities" }
local FIELDS <const> = { corrective_action = "action", cap = "action",
  actions = "action", measure = "action", deadline = "due", due_date = "due",
  responsible = "owner", root_cause = "cause", correction = "containment",
  immediate_action = "containment", closed = "closed_on", close_date = "closed_on",
  severity = "rating", verified = "verified_by", reason = "why", comment = "note",
  remark = "note", comments = "note", description = "note", name = "title",
  type = "kind", auditor = "by", author = "by", answer = "value", expires = "valid_until",
  expiry = "valid_until", source = "collected_by", sha256 = "hash", link = "ref",
  url = "ref", page = "ref", reference = "ref", working_paper = "ref", valid_to = "until",
  status = "closed_on" }
local NAMES <const> = { ["not-part-of-fact"] = KEYS, ["not-part-of-dossier"] = PARTS,
  ["not-known-here"] = FIELDS }

-- "at_least" for "min" in an envelope: the name that `key` means where the problem
-- `code` is told; nil where that is not known.
function cures.of_key(code, key)
  local names = NAMES[code]
  return names and names[key:lower()]
end

local CONFIDENCE <const> = nearest.set_of { "confidence", "certainty", "probability",
  "likelihood", "reliability", "score", "confidence_level" }

-- Names by which a fact would say how sure it is.
function cures.is_confidence(code, key)
  return code == "not-part-of-fact" and CONFIDENCE[key:lower()] ~= nil
end

-- Names that are a remark to whoever reads the file: a host's own key keeps one.
function cures.is_remark(key)
  return key:find "^[/#_]" ~= nil
end

-- ---- the whole ----------------------------------------------------------

local by_type = { ["yes/no"] = answer_cures.yes_no, choice = answer_cures.choice,
  choices = answer_cures.set, months = months_cure, date = day_cures.of,
  count = count_cure, number = number_cure, percent = number_cure }

-- What is no text, in the form that was meant: true for 1.
local function other_cure(entry, value)
  if type(value) == "boolean" and entry.type == "choice" then
    local word = value and "yes" or "no"
    return entry.allowed[word] and word or nil
  elseif math.type(value) == "float" and entry.type == "count" and value > 0
    and value < 1 then -- a part of the whole, as a spreadsheet holds 80 %
    return { percent = tonumber(("%.10g"):format(100 * value)) }
  elseif math.type(value) == "float" and entry.type == "count" and value > 0
    and value < 1e9 then
    return { at_least = math.floor(value), at_most = math.ceil(value) },
      { is_example = true }
  elseif math.type(value) and entry.type == "text" then
    return ("%.15g"):format(value)
  elseif entry.type == "yes/no" and (value == 0 or value == 1) then
    return value == 1
  elseif math.type(value) and entry.type == "date" then
    return day_cures.of(entry, ("%.15g"):format(value))
  end
end

-- Of a list that has one value: that value, or what is meant by it.
local function cure_of_one(entry, list)
  if entry.type == "choices" or #list ~= 1 then return nil end
  if values.read(entry, list[1]) then return list[1] end
  return type(list[1]) ~= "table" and cures.of(entry, list[1]) or nil
end

local function cure_of(entry, value)
  if type(value) == "table" then return cure_of_one(entry, value) end
  if type(value) ~= "string" then return other_cure(entry, value) end
  local plain = values.odd(value) and lookalike.skeleton(value) or value
  local text = plain:lower():gsub("%s+", " "):match "^ ?(.-) ?$"
  if #text == 0 or #text > MOST_BYTES then return nil end
  local state = state_cures.of_text(entry, text, value)
  if state then return state end
  local read, cure, more = by_type[entry.type], nil, nil
  if read then cure, more = read(entry, text, value) end
  if cure ~= nil then return cure, more end
  return state_cures.of_refusal(text, value)
end

-- Whether the fact would take it.
local function fits(entry, cure)
  if cure == nil then return false end
  if type(cure) ~= "table" or cure[1] ~= nil then
    return values.read(entry, cure) ~= nil
  end
  for _, key in ipairs { "at_least", "at_most" } do
    if cure[key] ~= nil and not values.bounds(entry, cure[key]) then return false end
  end
  return cure.value == nil or values.read(entry, cure.value) ~= nil
end

-- What to write for `value` at a fact of `entry`, and more of it; nil where that cannot
-- be told.
function cures.of(entry, value)
  work.charge(LOOK_COST)
  local cure, more = cure_of(entry, value)
  if not fits(entry, cure) then return nil end
  more = more or {}
  if not fits(entry, more.other) then more.other = nil end
  return cure, more
end

-- What to write for `state`, which is none, in the object of a fact: a state, or the
-- value that it says.
function cures.of_state(entry, object, state)
  local cure = state_cures.of_state(entry, object, state)
  if cure or object.value ~= nil then return cure end
  local value, more = cures.of(entry, state)
  local is_plain = value ~= nil and type(value) ~= "table" and not next(more)
  return is_plain and { value = value } or nil
end

-- ---- in words -------------------------------------------------------------

local LISTS <const> = { "one_of", "includes", "value" }

-- A form as JSON; in an envelope in place of `key` only what stands in its braces.
local function written(cure, json, key)
  if type(cure) ~= "table" then return json.write(cure) end
  if cure[1] ~= nil then return json.write(json.array(cure)) end
  for _, name in ipairs(LISTS) do
    if type(cure[name]) == "table" then json.array(cure[name]) end
  end
  local form = json.write(cure)
  return key and say("in-place", { form = form:sub(2, -2), key = key }) or form
end

-- Of a cure the code and what fills it.
local function told(cure, more, json, key)
  local form = written(cure, json, key)
  if more.is_maybe then
    return { code = "write-if", form = form, it = more.is_maybe }
  elseif more.one then
    return { code = "write-which", form = form, one = more.one, two = more.two,
      other = more.other ~= nil and written(more.other, json, key) or nil,
      sole = more.other == nil or nil }
  end
  return { code = more.is_example and "write-for-example" or "write", form = form }
end
cures.as_told = told

-- The forms that a fact takes, for a text that shows none.
local function told_forms(entry, value, json, is_secret)
  local some = type(value) == "string" and forms.of(entry, not is_secret and value)
  if not some then return nil end
  local list = { separator = " or " }
  for i, form in ipairs(some) do list[i] = written(form, json) end
  return { code = "write-one-of", forms = list, is_weak = true }
end

-- The same as the code of a cure and what fills it, in an envelope in place of `key`;
-- where there is none the forms that the fact takes, and they alone where `is_secret`.
function cures.told(entry, value, json, key, is_secret)
  if is_secret then return told_forms(entry, value, json, true) end
  local no_day = entry.type == "date" and type(value) == "string"
    and day_cures.no_day(value)
  if no_day then return no_day end
  local cure, more = cures.of(entry, value)
  if cure == nil then return told_forms(entry, value, json) end
  return told(cure, more, json, key)
end

-- What to write in the braces of a fact in place of `key`, a way to say a value that it
-- has not: the same percentage as its value, else the forms that it takes.
function cures.of_way(entry, value, json, key, is_secret)
  if not is_secret and entry.type == "percent" and key == "percent"
    and values.read(entry, value) then
    return told({ value = value }, {}, json, key)
  end
  if math.type(value) then value = digits(value) end
  local reason = not is_secret and type(value) == "string"
    and ("%s: %s"):format(key, value) or nil
  local list = forms.in_braces(entry, reason, json)
  return list and { code = "write-one-of", forms = list, key = key } or nil
end

-- The last day that a cure for a date may mean; nil where it has no end.
local function last_day(cure)
  if type(cure) == "table" then cure = cure.at_most end
  if type(cure) ~= "string" then return nil end
  local first, last = dates.parse(cure)
  return last, first == last
end

-- Words that ask for a clock.
local BY_CLOCK <const> = nearest.set_of { "today", "yesterday", "tomorrow", "now" }

function cures.is_by_clock(value)
  return type(value) == "string" and BY_CLOCK[value:lower()] ~= nil
end

-- The same where a day alone can stand: of a month or a year, that its day is asked.
function cures.day(entry, value, json)
  local no_day = type(value) == "string" and day_cures.no_day(value)
  if no_day then return no_day end
  local cure, more = cures.of(entry, value)
  if not cure and type(value) == "string" and dates.parse(value) then cure = value end
  local last, is_day = last_day(cure)
  if is_day and type(cure) == "string" then return told(cure, more or {}, json) end
  return last and { code = "write-the-day", form = json.write(dates.format(last)) } or nil
end

-- The same where a plain value alone can stand.
function cures.plain(entry, value, json)
  local cure, more = cures.of(entry, value)
  if cure == nil or type(cure) == "table" then return nil end
  return told(cure, more, json)
end

return cures
