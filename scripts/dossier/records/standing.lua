-- Which records are in force: the auditor's own, on the as-of day, that no later
-- record supersedes.

local dates = require "base.dates"
local registers = require "dossier.registers"

local standing = {}

-- ---- whose, and when -----------------------------------------------------

-- A record is the auditor's own statement.  One of the Member would verify what
-- the Member itself says; and nobody may gain by leaving out whose it is.
local function is_auditors(r, record)
  if record.party == "auditor" and r.self_assessment then
    registers.not_in_self(r, record.pointer .. "/party",
      "a record is said to be the auditor's")
    return false
  elseif record.party == "auditor" then
    return true
  end
  local whose = record.party and ("of party '%s'"):format(record.party)
    or "that does not say whose it is"
  r.problem("note", record.pointer .. "/party", ("a record %s has no force: only "
    .. "the auditor's own (\"party\": \"auditor\") answers, verifies, overrides "
    .. "or waives; put what others say into the facts and their evidence")
    :format(whose))
  return false
end

local function check_dates(r, record)
  if record.date and record.date > r.as_of then
    r.error(record.pointer .. "/date", ("the record is of %s, after the as-of "
      .. "date %s; correct the date, or assess as of a later day"):format(
      dates.format(record.date), dates.format(r.as_of)))
  end
  if record.from and record["until"] and record["until"] < record.from then
    r.error(record.pointer .. "/until", ("the record would end on %s, before it "
      .. "begins on %s"):format(dates.format(record["until"]),
      dates.format(record.from)))
  end
end

-- Why a record has no force, in one word; nil where it is in force.
local function why_not(r, record)
  if not is_auditors(r, record) then return "not-the-auditors" end
  if record.from and record.from > r.as_of then return "not-yet" end
  if record["until"] and record["until"] < r.as_of then return "lapsed" end
end

-- ---- what supersedes what ------------------------------------------------

local function index_ids(r)
  local by_id, ids = {}, {}
  for _, record in ipairs(r.all_records) do
    local id = record.id
    if id and not by_id[id] then
      by_id[id], ids[#ids + 1] = record, id
    end
  end
  return by_id, ids
end

-- What is wrong with `record` superseding `old`, or nil.
local function supersedes_wrongly(record, old)
  if record.bad or old.bad then return nil end
  if old == record then return "a record cannot supersede itself" end
  if record.party ~= "auditor" or old.party ~= "auditor" then
    return "only a record of the auditor supersedes one, and only one of the "
      .. "auditor's"
  elseif record.subject ~= old.subject then
    return ("record '%s' speaks of %s, not of %s"):format(old.id,
      old.subject or "?", record.subject or "?")
  elseif record.facility and old.facility
    and record.facility ~= old.facility then
    return ("record '%s' speaks of facility '%s', not of '%s'"):format(old.id,
      old.facility, record.facility)
  elseif record.date < old.date then
    return ("record '%s' is of %s, which is later; a record supersedes one from "
      .. "before it"):format(old.id, dates.format(old.date))
  end
end

local function told(r, record, message)
  r.error(record.pointer .. "/supersedes", message)
end

-- Whether following what supersedes what leads from `record` back to itself.
local function in_a_circle(r, record)
  local one = record.superseded
  while one and one ~= record do
    r.charge(1)
    one = not one.circle and one.superseded or nil
  end
  return one == record
end

-- Finds the record that each says to supersede.
local function find_superseded(r)
  local by_id, ids = index_ids(r)
  for _, record in ipairs(r.all_records) do
    local id = record.supersedes
    local old = id and by_id[id]
    local wrong = old and record.date and old.date
      and supersedes_wrongly(record, old)
    if id and not old then
      told(r, record, ("there is no record '%s'%s"):format(id, r.hint(id, ids)))
    elseif wrong then
      told(r, record, wrong)
    elseif old and old ~= record then
      record.superseded = old
    end
    if record.superseded and in_a_circle(r, record) then
      record.circle = true
      told(r, record, "these records supersede each other in a circle")
    end
  end
end

-- From the day it comes into force a record supersedes the old one: everywhere,
-- or, where it speaks of one facility and the old one of all, there alone.
local function supersede(record)
  local old = record.superseded
  if not old or record.bad or record.no_force == "not-yet"
    or record.no_force == "not-the-auditors" then return end
  if record.facility == old.facility or not record.facility then
    old.superseded_by, old.no_force = record, old.no_force or "superseded"
  else
    old.superseded_at = old.superseded_at or {}
    old.superseded_at[record.facility] = record
  end
end

-- Sets r.records to those in force, in the dossier's order; none in which
-- something is wrong.  The others say in `no_force` why they have none.
function standing.settle(r)
  for _, record in ipairs(r.all_records) do
    check_dates(r, record)
    record.no_force = why_not(r, record)
  end
  find_superseded(r)
  for _, record in ipairs(r.all_records) do supersede(record) end
  r.records = {}
  for _, record in ipairs(r.all_records) do
    if not record.no_force and not record.bad then
      r.records[#r.records + 1] = record
    end
  end
end

return standing
