-- The findings that were entered, read into what every form of a report says of
-- them and of the ratings they speak of; see view.lua.

local dates = require "base.dates"
local outcomes = require "base.outcomes"
local plain = require "base.plain"

local view_findings = {}

-- The words for the rating of a finding.
function view_findings.rating_words(name)
  return name and outcomes.words(name) or "a finding"
end

-- ", 45 days late": how long after it was due a finding was closed.
local function late_text(row)
  local due, closed = dates.parse(row.due or ""), dates.parse(row.closed_on or "")
  if not due or not closed or closed <= due then return "" end
  return (", %s late"):format(plain.plural(closed - due, "day", "days"))
end

-- Whether the finding is closed, and who saw that the action works: an approval is
-- of the plan, and no closure.
local function closure_text(row)
  if not row.closed_on then
    return (row.given.overdue == true and "overdue" or "not closed")
      .. (row.verified_by and ", the action verified by " .. row.verified_by or "")
  end
  return ("closed %s%s, %s"):format(row.closed_on, late_text(row), row.verified_by
    and "the closure verified by " .. row.verified_by or "the closure verified by nobody")
end

-- A finding's corrective action plan in words, and its closure; nil where it has none.
local function plan_text(row)
  local parts = {}
  local function add(form, value)
    if value then parts[#parts + 1] = form:format(value) end
  end
  add("%s", row.action and row.action:gsub("%.$", ""))
  add("by %s", row.owner)
  add("due %s", row.due)
  add("%s", row.given.auditor_approved == true and "the plan approved by the auditor")
  if #parts == 0 and not row.closed_on then return nil end
  return table.concat({ #parts > 0 and table.concat(parts, ", ") or "no plan",
    closure_text(row) }, "; ")
end

-- What a finding says, who entered it, and what was done at once.
local function account_of(row)
  local parts = { row.nature }
  local function add(label, value)
    if value then parts[#parts + 1] = label .. value end
  end
  add("Root cause: ", row.cause)
  add("Containment: ", row.containment)
  add("Note: ", row.note)
  add("Reference: ", row.ref)
  add("Entered by: ", row.by and ("%s (%s)"):format(row.by, row.party or "?"))
  return table.concat(parts, " ")
end

-- Puts the findings of a report into v.findings.
function view_findings.read(v, report)
  v.findings = plain.rows(report.findings, { "id", "rating", "provision",
    "facility", "check", "nature", "by", "party", "cause", "containment", "action",
    "owner", "due", "verified_by", "closed_on", "repeat_of", "raised", "pointer", "ref",
    "note" })
  for _, row in ipairs(v.findings) do
    row.plan = plan_text(row)
    row.account = account_of(row)
    row.who = row.by and ("%s (%s)"):format(row.by, row.party or "?")
    row.evidence = plain.texts(row.given.evidence)
  end
end

-- Puts the auditor's open findings beside the ratings they speak of.
function view_findings.mark(v)
  local function add(rating, one)
    local says = ("%s (%s)"):format(one.id or "?", view_findings.rating_words(one.rating))
    rating.entered = rating.entered and rating.entered .. ", " .. says or says
  end
  local function add_provision(provisions, one)
    for _, provision in ipairs(provisions) do
      if provision.id == one.provision then add(provision, one) end
    end
  end
  for _, one in ipairs(v.findings) do
    if one.party == "auditor" and not one.closed_on then
      v.any_entered = true
      local place = one.facility and v.by_id[one.facility]
      add(v.member, one)
      add_provision(v.provisions, one)
      if place and place.rating then
        add(place.rating, one)
        add_provision(place.provisions, one)
      end
    end
  end
end

return view_findings
