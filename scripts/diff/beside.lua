-- What else differs between two reports beside the outcomes of checks: ratings,
-- entered findings, records, facilities.

local outcomes = require "base.outcomes"

local beside = {}

-- ---- ratings --------------------------------------------------------------

local function words(rated)
  if not rated then return nil end
  return rated.text or (select(2, outcomes.rated(rated.range)))
end

-- A rating without its own text: a provision's or a facility's.
local function text_of(rated)
  if not rated then return nil end
  if rated.range and #rated.range > 0 then return words(rated) end
  return outcomes.words(rated.rating)
end

local function add_rating(list, of, was, now)
  of.was, of.now = text_of(was), text_of(now)
  of.was_by_auditor = text_of(was and was.with_records)
  of.now_by_auditor = text_of(now and now.with_records)
  if of.was ~= of.now or of.was_by_auditor ~= of.now_by_auditor then
    list[#list + 1] = of
  end
end

-- Pairs of the entries of two lists by their field `name`: in the order of the new
-- list, then what only the old one has.
local function pairs_by(name, old, new)
  local before, list, paired = {}, {}, {}
  for _, one in ipairs(old or {}) do before[one[name]] = one end
  for _, one in ipairs(new or {}) do
    list[#list + 1] = { id = one[name], was = before[one[name]], now = one }
    paired[one[name]] = true
  end
  for _, one in ipairs(old or {}) do
    if not paired[one[name]] then
      list[#list + 1] = { id = one[name], was = one }
    end
  end
  return list
end

local function provisions_of(place)
  return place and place.provisions
end

-- The ratings that differ: the Member's, provisions', facilities', and those of a
-- facility's provisions.
function beside.ratings(old, new)
  local list = {}
  add_rating(list, { level = "member" }, old.member, new.member)
  for _, pair in ipairs(pairs_by("provision", old.provisions, new.provisions)) do
    add_rating(list, { level = "provision", provision = pair.id }, pair.was, pair.now)
  end
  for _, place in ipairs(pairs_by("id", old.facilities, new.facilities)) do
    add_rating(list, { level = "facility", facility = place.id }, place.was, place.now)
    for _, pair in ipairs(pairs_by("provision", provisions_of(place.was),
      provisions_of(place.now))) do
      add_rating(list, { level = "provision", facility = place.id,
        provision = pair.id }, pair.was, pair.now)
    end
  end
  return list
end

-- ---- facilities -----------------------------------------------------------

local function kind_of_facility(was, now)
  if not was then return "added" end
  if not now then return "gone" end
  if was.assessed == now.assessed then return nil end
  return now.assessed and "assessed-now" or "not-assessed-now"
end

function beside.facilities(old, new)
  local list = {}
  for _, pair in ipairs(pairs_by("id", old.facilities, new.facilities)) do
    local kind, one = kind_of_facility(pair.was, pair.now), pair.now or pair.was
    if kind then
      list[#list + 1] = { kind = kind, facility = pair.id, name = one.name,
        why = pair.now and one.not_assessed_why or nil }
    end
  end
  return list
end

-- ---- entered findings -----------------------------------------------------

local function kind_of_finding(was, now)
  if not now then return "gone" end
  if not was then return now.closed_on and "entered-closed" or "entered" end
  if not was.closed_on and now.closed_on then return "closed" end
  if was.closed_on and not now.closed_on then return "reopened" end
  if now.overdue and not was.overdue then return "overdue" end
  return not now.closed_on and "open" or nil
end

-- The findings that were entered, closed or dropped, and those that are open still.
function beside.findings(old, new)
  local list = {}
  for _, pair in ipairs(pairs_by("id", old.findings, new.findings)) do
    local kind, one = kind_of_finding(pair.was, pair.now), pair.now or pair.was
    if kind then
      list[#list + 1] = { kind = kind, finding = pair.id, provision = one.provision,
        check = one.check, facility = one.facility, rating = one.rating,
        nature = one.nature, was_rating = pair.was and pair.was.rating ~= one.rating
          and pair.was.rating or nil, due = one.due, closed_on = one.closed_on,
        verified_by = one.verified_by, overdue = one.overdue or nil }
    end
  end
  return list
end

-- ---- records --------------------------------------------------------------

-- What makes a record without an id the same in two reports.
local function key_of(record)
  if record.id then return record.id end
  return table.concat({ record.kind, record.by, record.date, record.check or "",
    record.provision or "", record.facility or "", record.prompt or "",
    record.fact or "" }, "\n")
end

local function keyed(records)
  local list = {}
  for i, record in ipairs(records or {}) do
    list[i] = { key = key_of(record), record = record }
  end
  return list
end

local function kind_of_record(was, now)
  if not now then return "gone" end
  if not was then return now.in_force and "entered" or nil end
  if was.in_force and not now.in_force then return now.no_force end
  if now.in_force and now.stale and not was.stale then return "stale" end
  return now.in_force and not was.in_force and "in-force" or nil
end

-- The records that have lapsed or are new, without a case, or not there now.
function beside.records(old, new)
  local list = {}
  for _, pair in ipairs(pairs_by("key", keyed(old.records), keyed(new.records))) do
    local was, now = pair.was and pair.was.record, pair.now and pair.now.record
    local kind, one = kind_of_record(was, now), now or was
    if kind then
      list[#list + 1] = { kind = kind, record = one.id, of_kind = one.kind,
        by = one.by, date = one.date, ["until"] = one["until"], check = one.check,
        provision = one.provision, facility = one.facility, fact = one.fact,
        prompt = one.prompt, pointer = one.pointer, stale = now and now.stale or nil }
    end
  end
  return list
end

return beside
