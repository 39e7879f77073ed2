-- The auditor's column: what the records in force make of each check and
-- provision, beside what the rules say of it.

local dates = require "base.dates"
local outcomes = require "base.outcomes"
local rating = require "report.rating"

local auditor = {}

local NOT_APPLICABLE <const> = outcomes.NOT_APPLICABLE

-- ---- one result ----------------------------------------------------------

-- Those of `claims` that say it does not apply, or nil.
local function not_applicable(claims)
  local out = {}
  for _, claim in ipairs(claims or {}) do
    if claim.says == NOT_APPLICABLE then out[#out + 1] = claim end
  end
  return #out > 0 and out or nil
end

-- The values that the claims leave, besides those of `range` where some of the
-- auditor's records say something else.
local function range_of(claims, range)
  local mask = range or 0
  for _, claim in ipairs(claims) do mask = mask | rating.bit_of(claim.says) end
  return mask
end

-- What the records say of a result, or nil: { claims, waivers, range, outcome };
-- `by_provision` where they speak of its provision.
local function said_of(result, answers, facility)
  local check, provision = result.check, result.check.provision
  local waivers = answers.waivers(check.id, facility)
  local claims = answers.outcome(check.id, facility)
  if claims then
    return { claims = claims, waivers = waivers, range = range_of(claims),
      outcome = claims.contradict and outcomes.OPEN or claims[1].says }
  end
  local whole = provision and answers.outcome(provision.id, facility)
  claims = not_applicable(whole)
  if not claims and not waivers then return nil end
  local range = claims and range_of(claims, whole.contradict and result.range)
    or result.range
  return { claims = claims or {}, waivers = waivers, by_provision = claims ~= nil,
    range = range, outcome = range == rating.NONE and NOT_APPLICABLE
      or claims and outcomes.OPEN or result.outcome }
end

-- Keeps at which results a record speaks.
local function keep(answers, list, result)
  answers.charge(list and #list or 0)
  for _, claim in ipairs(list or {}) do
    answers.speaks_of(claim.record, result)
  end
end

-- Sets result.auditor, and returns the range in the auditor's column.
function auditor.mark(result, answers)
  if answers.silent then return result.range end
  for record in pairs(result.heard or {}) do answers.use(record) end
  local said = said_of(result, answers, result.facility
    and result.facility["#id"])
  if not said then return result.range end
  result.auditor = said
  keep(answers, said.claims, result)
  keep(answers, said.waivers, result)
  return said.range
end

-- Whether records, and they alone, have said that this result is major.
function auditor.is_raised(result)
  return result.auditor ~= nil and result.auditor.outcome == outcomes.MAJOR
end

-- The claims that a result is not applicable, where the rules' range does not
-- hold that: the facts say that it applies.
function auditor.against_facts(result)
  local said = result.auditor
  if not said or result.range & rating.NONE ~= 0 then return nil end
  return not_applicable(said.claims)
end

local function record_part(claim)
  local record = claim.record
  return { id = record.id, kind = record.kind, by = record.by,
    authority = record.authority, why = record.why, pointer = record.pointer,
    ["until"] = record["until"] and dates.format(record["until"]) or nil,
    outcome = claim.says }
end

local function record_parts(said, json)
  local list = {}
  for _, claim in ipairs(said.claims) do list[#list + 1] = record_part(claim) end
  for _, claim in ipairs(said.waivers or {}) do
    list[#list + 1] = record_part(claim)
  end
  table.sort(list, function(a, b) return a.pointer < b.pointer end)
  return json.array(list)
end

-- The auditor's column of a result, as a report shows it.
function auditor.shown(result, json)
  local said = result.auditor
  return said and { outcome = said.outcome, range = json.array(rating.names(
    said.range)), conflicting = said.claims.contradict or nil,
    records = record_parts(said, json) } or nil
end

-- ---- a provision at one place --------------------------------------------

-- What the records come to for `provision` at a facility, or at the Member: a
-- record on the provision holds, unless one on a check of it is worse.
function auditor.settle(sum, provision, facility, answers)
  local claims = answers.outcome(provision.id, facility)
  if not claims then return end
  local range = range_of(claims)
  sum.records = range | rating.worst(range, sum.claimed)
  for _, claim in ipairs(claims) do
    rating.add_change(sum, claim.record)
    answers.changes_provision(claim.record, { provision = provision.id,
      facility = facility, from = sum.range, to = claim.says })
  end
end

-- The same for all provisions that are asked where `sums` was made.
function auditor.settle_all(model, sums, facility, answers)
  if answers.silent then return end
  for _, provision in ipairs(model.provisions) do
    if (provision.scope == "facility") == (facility ~= nil) then
      auditor.settle(sums.by_provision[provision.id], provision, facility,
        answers)
    end
  end
end

return auditor
