-- Which records are in force: the auditor's own, on the as-of day, that no later
-- record supersedes.

local dates = require "base.dates"
local registers = require "dossier.registers"

local say <const> = require("base.diagnostic").new

local standing = {}

-- ---- whose, and when -----------------------------------------------------

-- A record is the auditor's own statement.  One of the Member would verify what
-- the Member itself says; and nobody may gain by leaving out whose it is.
local function is_auditors(r, record)
  if record.party == "auditor" and r.self_assessment then
    registers.not_in_self(r, record.pointer .. "/party",
      say "record-of-auditor")
    return false
  elseif record.party == "auditor" then
    return true
  end
  r.problem("note", record.pointer .. "/party", say("record-without-force",
    { party = record.party, unsaid = not record.party or nil }))
  return false
end

local function check_dates(r, record)
  if record.date and record.date > r.as_of then
    r.error(record.pointer .. "/date", say("day-ahead", {
      it = dates.format(record.date), as_of = dates.format(r.as_of) }))
  end
  if record.from and record["until"] and record["until"] < record.from then
    r.error(record.pointer .. "/until", say("ends-before-it-begins", {
      last = dates.format(record["until"]), from = dates.format(record.from) }))
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
  if old == record then return say "supersedes-itself" end
  if record.party ~= "auditor" or old.party ~= "auditor" then
    return say "supersedes-another's"
  elseif record.subject ~= old.subject then
    return say("supersedes-other-matter", { it = old.id, old = old.subject or "?",
      new = record.subject or "?" })
  elseif record.facility and old.facility
    and record.facility ~= old.facility then
    return say("supersedes-elsewhere", { it = old.id, old = old.facility,
      new = record.facility })
  elseif record.date < old.date then
    return say("supersedes-later", { it = old.id, day = dates.format(old.date) })
  end
end

local function told(r, record, says)
  r.error(record.pointer .. "/supersedes", says)
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
      r.unfound(record.pointer .. "/supersedes", say("no-record", { it = r.shown(id) }),
        id, ids)
    elseif wrong then
      told(r, record, wrong)
    elseif old and old ~= record then
      record.superseded = old
    end
    if record.superseded and in_a_circle(r, record) then
      record.circle = true
      told(r, record, say "supersede-in-circle")
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
