-- What the auditor found, beside what the Member answers in one fact: it decides.

local dates = require "base.dates"
local nearest = require "base.nearest"
local values = require "base.values"

local auditors = {}

local KEYS <const> = { "at_least", "at_most", "by", "date", "evidence", "includes",
  "note", "one_of", "percent", "share", "state", "value", "why" }
local KEY_SET <const> = nearest.set_of(KEYS)
auditors.KEYS = KEYS

-- Whether the finding has a day that does not lie ahead.
local function has_day(r, finding, pointer)
  local first, last
  if type(finding.date) == "string" then first, last = dates.parse(finding.date) end
  if not first or first ~= last then
    return values.expected(r, pointer .. "/date", finding.date,
      "wanted-day-of-finding", r.plain_cure({ type = "date" }, finding.date))
  end
  return first <= r.as_of
end

-- The cell for what the auditor found; nil where it does not count.
function auditors.read(r, entry, finding, pointer, read_answer)
  if type(finding) ~= "table" or finding[1] ~= nil then
    return values.expected(r, pointer, finding, "wanted-finding",
      { code = "finding-such-as" })
  end
  values.check_keys(r, finding, pointer, "not-part-of-finding", KEYS, KEY_SET)
  if not values.is_text(finding.by) then
    values.expected(r, pointer .. "/by", finding.by, "wanted-auditor")
  end
  if finding.state ~= nil and finding.state ~= "known"
    and finding.state ~= "unknown" then
    values.expected(r, pointer .. "/state", finding.state,
      values.wanted_one_of(r, { "known", "unknown" }, finding.state))
    return nil
  end
  local cell = read_answer(r, entry, finding, pointer)
  return has_day(r, finding, pointer) and not r.self_assessment and cell or nil
end

return auditors
