-- The days of the auditor's records, and which record supersedes which.

local dates = require "base.dates"

local say <const> = require("base.diagnostic").new

local standing = {}

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

-- Checks the days of the records of `r`, and what each supersedes.
function standing.check(r)
  for _, record in ipairs(r.all_records) do check_dates(r, record) end
  find_superseded(r)
end

return standing
