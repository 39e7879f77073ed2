-- Reads a fact written as an envelope: its state, value or bounds, reasons and
-- evidence.

local auditors = require "dossier.auditors"
local dates = require "base.dates"
local legs = require "dossier.legs"
local nearest = require "base.nearest"
local shallow = require "base.shallow"
local values = require "base.values"

local say <const> = require("base.diagnostic").new

local envelope = {}
local check_keys, expected = values.check_keys, values.expected

local KEYS <const> = { "as_of", "at_least", "at_most", "auditor", "evidence",
  "includes",
  "na_reason", "na_verified_by", "note", "one_of", "percent", "set_by",
  "share", "state", "stated_by", "value", "why", "withheld_reason" }
local STATES <const> = { "known", "unknown", "withheld", "not_applicable",
  "conflicting" }
local SET_BY <const> = { "member", "law", "contract", "other" }
local TEXTS <const> = { "why", "note", "withheld_reason", "na_reason",
  "na_verified_by", "stated_by" }
-- The ways of saying a value.
local WAYS <const> = { "at_least", "at_most", "includes", "one_of", "percent",
  "share", "value" }
local SHARES <const> = { "all", "some", "none" }

local function set_of(list)
  local set = {}
  for _, word in ipairs(list) do set[word] = true end
  return set
end
local KEY_SET <const> = set_of(KEYS)
local STATE_SET <const>, SET_BY_SET <const> = set_of(STATES), set_of(SET_BY)
envelope.KEYS, envelope.STATES, envelope.SET_BY = KEYS, STATES, SET_BY

-- ---- what the envelope holds --------------------------------------------

-- What stands at `key`, if anything does, is a text.
local function check_text(r, object, pointer, key)
  local text = object[key]
  if text == nil or text == r.null then return end
  if values.is_text(text) then return end
  expected(r, pointer .. "/" .. key, text, "wanted-text",
    r.plain_cure({ type = "text" }, text))
end
envelope.check_text = check_text

local function read_bounds(r, entry, object, pointer)
  local cell = { state = "known" }
  for key, side in pairs { at_least = "lo", at_most = "hi" } do
    local given = object[key]
    if given ~= nil then
      local lo, hi = values.bounds(entry, given)
      if lo then
        cell[side] = side == "lo" and lo or hi
      else
        expected(r, pointer .. "/" .. key, given, hi, r.cure(entry, given, key))
      end
    end
  end
  local least = cell.lo or entry.least or entry.may_be_never and -math.huge
  if least and cell.hi and least > cell.hi then
    r.error(pointer, say "bounds-crossed")
  elseif least and least == cell.hi then
    cell.value, cell.raw = least, object.at_most
  end
  return cell
end

local function read_one_of(r, entry, object, pointer)
  local possible = {}
  for i, value in ipairs(object.one_of) do
    local cell, what = values.read(entry, value, r.null)
    if cell and cell.value ~= nil then
      possible[#possible + 1] = cell.value
    else
      expected(r, pointer .. "/one_of/" .. i - 1, value, what or "wanted-known-value")
    end
  end
  if #possible == 0 then
    r.error(pointer .. "/one_of", say "one-of-empty")
  end
  if #possible == 1 then
    return { state = "known", value = possible[1], raw = possible[1] }
  end
  return { state = "known", possible = possible }
end

local function read_percent(r, entry, percent, pointer)
  if not math.type(percent) or percent < 0 or percent > 100 then
    expected(r, pointer .. "/percent", percent, say("wanted-number", { from = 0, to = 100 }),
      not math.type(percent) and r.cure(entry, percent, "percent") or nil)
    return nil
  end
  return { state = "known",
    share = percent == 0 and "none" or percent == 100 and "all" or "some" }
end

local function read_share(r, entry, object, pointer)
  local share = object.share
  if share == nil then return read_percent(r, entry, object.percent, pointer) end
  if nearest.is_in(share, SHARES) then
    return { state = "known", share = share }
  end
  expected(r, pointer .. "/share", share, "wanted-share",
    r.cure(entry, share, "share"))
end

local function read_includes(r, entry, object, pointer)
  local cell, what = values.read_in(r, entry, object, "includes")
  if not cell then
    expected(r, pointer .. "/includes", object.includes, what)
    return nil
  end
  if cell.state ~= "known" then return cell end
  return { state = "known", has = cell.value }
end

-- Which ways of saying a value each type allows.
local NUMERIC <const> = { number = true, count = true, percent = true,
  months = true, date = true }

-- Whether there is a key that is told by itself: it may be meant as the value.
-- What an auditor found says by whom and when.
local function has_stranger(object)
  for key in next, object do
    local of_auditor = object.by ~= nil and (key == "by" or key == "date")
    if not (KEY_SET[key] or of_auditor or key:sub(1, 2) == "x-") then return true end
  end
end

local function partial(r, entry, object, pointer)
  if object.at_least ~= nil or object.at_most ~= nil then
    if NUMERIC[entry.type] then return read_bounds(r, entry, object, pointer) end
    r.other_way(pointer, "bounds-of-other-type", entry, object,
      object.at_least ~= nil and "at_least" or "at_most")
  elseif object.one_of ~= nil then
    if entry.type == "choice" and type(object.one_of) == "table" then
      return read_one_of(r, entry, object, pointer)
    end
    r.other_way(pointer, "one-of-other-type", entry, object, "one_of")
  elseif object.share ~= nil or object.percent ~= nil then
    if entry.type == "count" then return read_share(r, entry, object, pointer) end
    r.other_way(pointer, "share-of-other-type", entry, object,
      object.share ~= nil and "share" or "percent")
  elseif object.includes ~= nil then
    if entry.type == "choices" then
      return read_includes(r, entry, object, pointer)
    end
    r.other_way(pointer, "includes-of-other-type", entry, object, "includes")
  elseif not has_stranger(object) then
    r.error(pointer, say "known-without-value")
  end
  return nil
end

-- Of two ways of saying a value one would be passed over.
local function check_one_way(r, object, pointer)
  local found = {}
  for _, key in ipairs(WAYS) do
    local beside = key == "at_most" and object.at_least ~= nil
    if object[key] ~= nil and not beside then found[#found + 1] = key end
  end
  if #found > 1 then
    r.error(pointer, say("value-twice", { ways = found }))
  end
end

-- Forms leave an object that says nothing where an answer was taken back.
local function read_value(r, entry, object, pointer)
  if r.empties[object] == "object" then
    return { state = "unknown" }
  end
  check_one_way(r, object, pointer)
  local value = object.value
  if value == nil then return partial(r, entry, object, pointer) end
  local cell, what = values.read_in(r, entry, object, "value")
  if not cell and type(value) == "table" and value[1] == nil
    and r.told_together(entry, value, pointer .. "/value", {}, "value") then return nil end
  if not cell then
    local at, wrong, wanted = values.trouble(entry, value, pointer .. "/value", what)
    expected(r, at, wrong, wanted, wrong == value and r.cure(entry, value, "value"))
  end
  return cell
end

-- ---- states -------------------------------------------------------------

-- The key of the reason that a state needs.
local REASONS <const> = { withheld = "withheld_reason",
  not_applicable = "na_reason" }

local function need_reason(r, object, state, pointer)
  local key = REASONS[state]
  if not values.is_text(object[key]) then
    r.error(pointer, say("state-without-reason", { state = state, key = key }))
  end
end

local states = {}

states.known = read_value

function states.unknown() return { state = "unknown" } end

function states.conflicting() return { state = "conflicting" } end

function states.withheld(r, _, object, pointer)
  need_reason(r, object, "withheld", pointer)
  return { state = "withheld" }
end

function states.not_applicable(r, entry, object, pointer)
  if not entry.na_when then
    r.error(pointer, say("always-applicable", { it = entry.path, gates = entry.gates,
      ungated = not entry.gates or nil }))
  end
  need_reason(r, object, "not_applicable", pointer)
  return { state = "not_applicable" }
end

local function state_of(r, entry, object, pointer)
  local state = object.state
  if state == nil then
    return object.withheld_reason ~= nil and "withheld" or "known"
  end
  if not STATE_SET[state] then
    expected(r, pointer .. "/state", state, values.wanted_one_of(r, STATES, state),
      r.state_cure(entry, object, state))
    return nil
  end
  return state
end

-- ---- the whole ----------------------------------------------------------

local function check_details(r, object, pointer)
  local set_by = object.set_by
  if set_by ~= nil and not SET_BY_SET[set_by] then
    expected(r, pointer .. "/set_by", set_by, values.wanted_one_of(r, SET_BY, set_by))
  end
  local day = object.as_of
  if day ~= nil and day ~= r.null and not (type(day) == "string"
    and dates.parse(day)) then
    expected(r, pointer .. "/as_of", day, say("wanted-date", {}),
      r.plain_cure({ type = "date" }, day))
  end
end

-- Every text that is there is one.
local function check_texts(r, cell, object, pointer)
  for _, key in ipairs(TEXTS) do
    if key ~= REASONS[cell.state] then check_text(r, object, pointer, key) end
  end
end

-- The cell for what `object` says.
local function read_answer(r, entry, object, pointer)
  local state = state_of(r, entry, object, pointer)
  local cell = state and states[state](r, entry, object, pointer)
  if not cell then return nil end
  check_details(r, object, pointer)
  check_texts(r, cell, object, pointer)
  if object.evidence ~= nil then legs.weigh(r, entry, cell, object, pointer) end
  return cell
end

-- `object`, in which the Member may have answered nothing.
local function with_state(object)
  if object.state ~= nil or object.withheld_reason ~= nil then return object end
  for _, key in ipairs(WAYS) do
    if object[key] ~= nil then return object end
  end
  local answer = shallow.copy(object)
  answer.state = "unknown"
  return answer
end

-- The cell for the envelope `object`; nil when it is malformed, with every
-- problem told to r.error(pointer, message).
function envelope.read(r, entry, object, pointer)
  if r.told_together(entry, object, pointer, KEY_SET) then return nil end
  check_keys(r, object, pointer, "not-part-of-fact", KEYS, KEY_SET)
  if object.auditor == nil or object.auditor == r.null then
    return read_answer(r, entry, object, pointer)
  end
  local found = auditors.read(r, entry, object.auditor, pointer .. "/auditor",
    read_answer)
  local member = read_answer(r, entry, with_state(object), pointer)
  return member and found or member
end

return envelope
