-- What became of each check, rating, finding and record between two reports on one
-- Member (cop11.diff/1): two assessments, or one dossier under two packs.

local beside = require "diff.beside"
local diff_facts = require "diff.facts"
local kinds = require "diff.kinds"
local rows = require "report.rows"

local diff = {}

local FORMAT <const> = "cop11.diff/1"
local EMPTY <const> = {}

-- ---- checks ---------------------------------------------------------------

local function key_of(check, facility)
  return check .. "\n" .. (facility or "")
end

-- The rows of a report in its order, and by check and place.
local function rows_of(report, host)
  local list, by_key = {}, {}
  rows.each(report, function(row)
    host.charge(1)
    list[#list + 1], by_key[key_of(row.check, row.facility)] = row, row
  end)
  return list, by_key
end

-- was_closed(row): whether the new report holds a closed finding on its check there,
-- or on its provision.
local function closed_in(report)
  local closed = {}
  for _, finding in ipairs(report.findings) do
    if finding.closed_on then
      closed[key_of(finding.check or finding.provision, finding.facility)] = true
    end
  end
  return function(row)
    for _, what in ipairs { row.check, row.provision } do
      if closed[key_of(what)] or closed[key_of(what, row.facility)] then
        return true
      end
    end
    return false
  end
end

local function side(row)
  if not row then return nil end
  return { outcome = row.outcome, range = row.range, basis = row.basis,
    reason = row.reason, with_records = row.result.with_records }
end

local function points_of(check)
  return table.concat(check.points or EMPTY, " ")
end

-- Whether the rule of a check reads the same in both reports, as far as they hold it:
-- what a check expects is written only where it is open or failed.
local function same_rule(old, new, id)
  local was, now = old.checks[id], new.checks[id]
  if old.pack.digest == new.pack.digest or not was or not now then return true end
  return (not was.expects or not now.expects or was.expects == now.expects)
    and was.title == now.title and points_of(was) == points_of(now)
end

-- list[#list + 1] for each pair of rows of which there is something to tell.
local function changes_between(old, new, host)
  local before, old_rows = rows_of(old, host)
  local after, new_rows = rows_of(new, host)
  local was_closed, changed = closed_in(new), diff_facts.between(old, new, host)
  local list = {}
  local function add(was, now)
    local kind = kinds.of(was, now, now and was_closed(now))
    if not kind then return end
    local one = now or was
    list[#list + 1] = { kind = kind, check = one.check, facility = one.facility,
      provision = one.provision, title = one.title, strength = one.strength,
      was = side(was), now = side(now), facts = host.json.array(changed(was, now)),
      other_rule = not same_rule(old, new, one.check) or nil,
      remedy = now and now.remedy or nil }
  end
  for _, row in ipairs(after) do add(old_rows[key_of(row.check, row.facility)], row) end
  for _, row in ipairs(before) do
    if not new_rows[key_of(row.check, row.facility)] then add(row, nil) end
  end
  return list
end

local function totals_of(changes)
  local totals = {}
  for _, kind in ipairs(kinds.ALL) do totals[kind.name] = 0 end
  for _, change in ipairs(changes) do
    totals[change.kind] = totals[change.kind] + 1
  end
  return totals
end

-- ---- the whole ------------------------------------------------------------

local function about(report)
  return { as_of = report.as_of, evaluated_at = report.evaluated_at,
    dossier = report.dossier, engine = report.engine, pack = { name = report.pack.name,
      version = report.pack.version, digest = report.pack.digest },
    text = report.member.text }
end

-- What a report calls its Member: by the id, and by the name only where there is none.
local function called(member)
  return member.id or member.name and ("%s (without id)"):format(member.name)
    or "a Member without id or name"
end

-- Why two reports cannot be compared, or nil.
local function mismatch(old, new)
  local was, now = called(old.member), called(new.member)
  if was == now then return nil end
  return ("the old report is on %s and the new one on %s; compare two reports on one "
    .. "Member"):format(was, now)
end

local function differs(document)
  if #document.ratings + #document.facilities + #document.records > 0 then
    return true
  end
  for _, list in ipairs { document.changes, document.findings } do
    for _, one in ipairs(list) do
      if not kinds.STAYS[one.kind] then return true end
    end
  end
  return false
end

-- The differences of two whole reports, or nil and why there are none to have.
function diff.build(old, new, host)
  local wrong = mismatch(old, new)
  if wrong then return nil, wrong end
  local array = host.json.array
  local document = { format = FORMAT, notice = new.notice, old = about(old),
    new = about(new), member = { id = new.member.id, name = new.member.name },
    same_rules = old.pack.digest == new.pack.digest,
    backwards = old.as_of > new.as_of or nil,
    ratings = array(beside.ratings(old, new)),
    facilities = array(beside.facilities(old, new)),
    findings = array(beside.findings(old, new)),
    records = array(beside.records(old, new)),
    changes = array(changes_between(old, new, host)) }
  document.totals = totals_of(document.changes)
  document.differs = differs(document)
  return document
end

return diff
