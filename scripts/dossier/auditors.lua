-- What the Member answers and what the auditor found stand in one fact, side by side.
-- The auditor's finding decides; where the two differ, a note says so.

local dates = require "base.dates"
local legs = require "dossier.legs"
local nearest = require "base.nearest"
local registers = require "dossier.registers"
local values = require "base.values"

local say <const> = require("base.diagnostic").new

local auditors = {}

local KEYS <const> = { "at_least", "at_most", "by", "date", "evidence", "includes",
  "note", "one_of", "percent", "share", "state", "value", "why" }
local KEY_SET <const> = nearest.set_of(KEYS)
local AUDITOR <const> = 3 -- the basis of what the auditor's own evidence shows
auditors.KEYS = KEYS

-- ---- reading ------------------------------------------------------------

local function is_text(value)
  return type(value) == "string" and value:find("%S") ~= nil
end

-- The day of the finding; nil where it is none, or lies ahead.
local function day_of(r, finding, pointer)
  local first, last
  if type(finding.date) == "string" then first, last = dates.parse(finding.date) end
  if not first or first ~= last then
    return values.expected(r, pointer .. "/date", finding.date,
      "wanted-day-of-finding", r.plain_cure({ type = "date" }, finding.date))
  end
  if first <= r.as_of then return first end
  r.problem("note", pointer .. "/date", say "finding-ahead")
end

-- The cell for what the auditor found; nil where it does not count.
function auditors.read(r, entry, finding, pointer, read_answer)
  if type(finding) ~= "table" or finding[1] ~= nil then
    return values.expected(r, pointer, finding, "wanted-finding",
      { code = "finding-such-as" })
  end
  values.check_keys(r, finding, pointer, "not-part-of-finding", KEYS, KEY_SET)
  if not is_text(finding.by) then
    values.expected(r, pointer .. "/by", finding.by, "wanted-auditor")
  end
  if finding.state ~= nil and finding.state ~= "known"
    and finding.state ~= "unknown" then
    values.expected(r, pointer .. "/state", finding.state,
      values.wanted_one_of(r, { "known", "unknown" }, finding.state))
    return nil
  end
  local cell = read_answer(r, entry, finding, pointer)
  if not day_of(r, finding, pointer) or not cell then return nil end
  if r.self_assessment then
    registers.not_in_self(r, pointer, say "found-by-auditor")
    return nil
  end
  cell.auditor = { by = finding.by, date = finding.date }
  return cell
end

-- ---- side by side -------------------------------------------------------

-- Whether what the auditor found cannot be what the Member says.
local function differ(member, found)
  if member.state ~= "known" then return false end
  if found.state ~= "known" then return true end
  if member.value ~= nil then return legs.excludes(found, member.value) end
  return found.value ~= nil and legs.excludes(member, found.value)
end

local function note_difference(r, member, found, pointer)
  local function shown(cell) return not r.secret and legs.shown(cell.raw) or nil end
  r.problem("note", pointer, say(found.state == "known" and "auditor-differs"
    or "auditor-does-not-know", { member = shown(member), auditor = shown(found),
      hidden = r.secret or nil }))
end

-- What the Member's answer rests on supports a finding that is the same, where it
-- speaks for that.
local function weigh_together(r, entry, member, found, pointer)
  if not member.legs or member.value == nil or found.value == nil then return end
  legs.support(r, entry, member, pointer)
  found.basis = math.max(found.basis or 1, legs.basis_for(member.legs, found, true))
end

local function joined_legs(found, member)
  if not found.legs or not member.legs then return found.legs or member.legs end
  local list = table.move(found.legs, 1, #found.legs, 1, {})
  return table.move(member.legs, 1, #member.legs, #list + 1, list)
end

-- The cell of a fact in which what the auditor found stands beside the Member's
-- answer.  That an auditor wrote it down verifies nothing: evidence that the
-- auditor collected, of a kind that shows it, does.
function auditors.join(r, entry, member, found, pointer)
  local differs = differ(member, found)
  if differs then
    note_difference(r, member, found, pointer)
  else
    weigh_together(r, entry, member, found, pointer)
  end
  if member.state == "known" then
    legs.mark_contrary(member.legs, found, not differs)
  end
  found.member = { state = member.state, value = member.raw }
  found.reason, found.legs = found.reason or found.auditor.by,
    joined_legs(found, member)
  found.unshown_by, found.set_by = nil, member.set_by
  found.unverified = found.state == "known" and (found.basis or 1) < AUDITOR
  return found
end

return auditors
