-- Reads the legs of evidence beneath a fact, and whether they leave it a value: ids
-- and the as-of day are told of where there is one.

local nearest = require "base.nearest"
local registers = require "dossier.registers"
local values = require "base.values"

local legs = {}
local check_keys, expected = values.check_keys, values.expected

local LEG_KEYS <const> = { "id", "says", "supports" }
local LEG_SET <const> = { id = true, says = true, supports = true }
local SUPPORTS <const> = { "for", "against" }

-- ---- reading ------------------------------------------------------------

-- What the evidence says of the value.  A word that is not understood here
-- could have turned evidence against a value into evidence for it.
local function read_says(r, entry, leg, pointer)
  local supports = leg.supports
  if supports ~= nil and not nearest.is_in(supports, SUPPORTS) then
    expected(r, pointer .. "/supports", supports, "wanted-for-or-against")
  end
  if leg.says == nil then return nil end
  local says, what = values.read_in(r, entry, leg, "says")
  if not says then
    expected(r, pointer .. "/says", leg.says, what, r.plain_cure(entry, leg.says))
  end
  return says and says.value ~= nil and says or nil
end

local function is_late(r, item)
  return item.date ~= nil and item.date > r.as_of
end

-- { item, says, against, late }, `says` a cell with a value; nil where there is no such
-- evidence.
local function read_leg(r, entry, written, pointer, index)
  local detailed = type(written) == "table" and written[1] == nil
  local leg, id = {}, written
  if detailed then id = written.id end
  leg.item = registers.evidence_of(r, id, pointer, index)
  if detailed then
    local at = pointer .. "/" .. index
    check_keys(r, written, at, "not-part-of-leg", LEG_KEYS, LEG_SET)
    leg.against = written.supports == "against"
    leg.says = read_says(r, entry, written, at)
  end
  leg.late = leg.item and is_late(r, leg.item)
  return leg.item and leg
end

local function read(r, entry, object, pointer)
  local list, at = {}, pointer .. "/evidence"
  registers.each_evidence(r, object.evidence, at, function(written, index)
    list[#list + 1] = read_leg(r, entry, written, at, index)
  end)
  return list
end

-- ---- what they leave ----------------------------------------------------

local function same_value(a, b)
  if type(a) ~= "table" or type(b) ~= "table" then return a == b end
  for key in pairs(a) do if not b[key] then return false end end
  for key in pairs(b) do if not a[key] then return false end end
  return true
end

-- Whether all that is named for something is from after the as-of date.  Then
-- nobody could know it on that day.
local function is_all_late(list)
  for _, leg in ipairs(list) do
    if not leg.late then return false end
  end
  return #list > 0
end

-- Whether a leg speaks against the value or says another.
local function is_disputed(list, value)
  for _, leg in ipairs(list) do
    if leg.against or leg.says and not same_value(value, leg.says.value) then
      return true
    end
  end
  return false
end

-- What was written before an event cannot show that it took place.
local function is_early(entry, leg)
  return entry.type == "date" and not entry.future and leg.item.date ~= nil
    and leg.item.date < leg.says.value
end

-- A withheld document is not a withheld fact: an interview and an observation
-- that state the same value settle it.  They stand in for what an auditor may not
-- read, so they are the auditor's own (P11.1-15): the Member's word would open
-- what the Member withholds.  Any leg can disagree.
local function stand_in(r, entry, list)
  local said, kinds = nil, {}
  for _, leg in ipairs(list) do
    if leg.says and not leg.late then
      if said and not same_value(said.value, leg.says.value) then return nil end
      said = said or leg.says
      if registers.is_auditors(r, leg.item) and not leg.against
        and not is_early(entry, leg) and not leg.item.draft then
        kinds[leg.item.kind or ""] = true
      end
    end
  end
  return kinds.interview and kinds.observation and said
end

-- Reads the evidence of the fact `object` and gives its `cell` the value that this
-- leaves it.
function legs.weigh(r, entry, cell, object, pointer)
  local list = read(r, entry, object, pointer)
  if cell.value ~= nil and (is_disputed(list, cell.value) or is_all_late(list)) then
    cell.state, cell.value = "unknown", nil
  elseif cell.state == "withheld" then
    local said = stand_in(r, entry, list)
    if said then cell.state, cell.value, cell.raw = "known", said.value, said.raw end
  end
end

-- Reads the evidence that a list names for itself; whether it is all from after the
-- as-of date.
function legs.are_late(r, written, pointer)
  local list = {}
  registers.each_evidence(r, written, pointer, function(id, index)
    local item = registers.evidence_of(r, id, pointer, index)
    list[#list + 1] = item and { late = is_late(r, item) }
  end)
  return is_all_late(list)
end

return legs
