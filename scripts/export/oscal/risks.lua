-- The risks of an OSCAL document: each shortfall, and each finding that the auditor
-- entered, with what closes it, who does so, and by when.

local parts = require "export.oscal.parts"
local shared = require "export.shared"
local texts = require "export.oscal.texts"

local risks = {}

local function facets(d, pairs_of)
  local list = {}
  for _, pair in ipairs(pairs_of) do
    list[#list + 1] = pair[2] and { name = pair[1], system = parts.SPACE,
      value = texts.line(pair[2]) } or nil
  end
  return d.json.array { { origin = parts.origin(d), facets = d.json.array(list) } }
end

local function response(d, name, lifecycle, title, text, props)
  return { uuid = parts.id(d, "response", name .. " " .. lifecycle), lifecycle = lifecycle,
    title = title, description = texts.markup(text), props = parts.props(d, props) }
end

-- The entered findings that a result names, or nil.
local function entered_on(d, result)
  local wanted, list = {}, {}
  for _, id in ipairs(result.findings or {}) do wanted[id] = true end
  for _, one in ipairs(d.report.findings) do
    if wanted[one.id] then list[#list + 1] = one end
  end
  return list
end

-- The first day by which an open corrective action is due.
local function due_of(findings)
  local due
  for _, one in ipairs(findings) do
    if one.due and not one.closed_on and (not due or one.due < due) then due = one.due end
  end
  return shared.moment(due)
end

-- A shortfall, in a row of report.rows; `name` as in parts.id.
function risks.of_row(d, row, name)
  local findings, auditors = entered_on(d, row.result), row.result.with_records
  return { uuid = parts.id(d, "risk", name), title = texts.markup(row.title),
    description = texts.paragraphs(row.reason or ""),
    statement = texts.markup(row.remedy or row.reason), status = "open",
    deadline = due_of(findings),
    characterizations = facets(d, { { "outcome", row.outcome },
      { "auditor-outcome", auditors and auditors.outcome } }),
    props = parts.props(d, { { "check", row.check }, { "facility", row.facility },
      { "entered-finding", row.result.findings } }),
    remediations = row.remedy and d.json.array { response(d, name, "recommendation",
      "What closes it", row.remedy, {}) } or nil }
end

local function plan(d, one, name)
  local list = {}
  local function add(lifecycle, title, text)
    list[#list + 1] = text and response(d, name, lifecycle, title, text, {
      { "owner", one.owner }, { "due", one.due } }) or nil
  end
  add(one.closed_on and "completed" or "planned", "Corrective action", one.action)
  if one.containment then
    list[#list + 1] = response(d, name .. " at once", "completed", "Containment",
      one.containment, {})
  end
  return parts.list(d, list)
end

local function log(d, one, name)
  local entries = {}
  local function add(title, day, status)
    entries[#entries + 1] = shared.moment(day) and { title = title,
      uuid = parts.id(d, "log", name .. " " .. title), start = shared.moment(day),
      ["status-change"] = status } or nil
  end
  add("Raised", one.raised, "open")
  add("Closed", one.closed_on, "closed")
  return entries[1] and { entries = d.json.array(entries) } or nil
end

local function status_of(one)
  if one.closed_on then return "closed" end
  return one.action and "remediating" or "open"
end

-- A finding that the dossier enters.
function risks.entered(d, one)
  local name = "entered " .. one.id
  return { uuid = parts.id(d, "risk", name), title = texts.markup(one.nature),
    description = texts.paragraphs(one.nature, one.note or ""),
    statement = texts.paragraphs(one.cause and "Cause: " .. one.cause or one.nature),
    status = status_of(one), deadline = shared.moment(one.due),
    characterizations = facets(d, { { "rating", one.rating } }),
    props = parts.props(d, { { "finding", one.id }, { "provision", one.provision },
      { "check", one.check }, { "facility", one.facility }, { "by", one.by },
      { "party", one.party }, { "owner", one.owner }, { "overdue", one.overdue },
      { "auditor-approved", one.auditor_approved }, { "verified-by", one.verified_by },
      { "repeat-of", one.repeat_of } }),
    remediations = plan(d, one, name), ["risk-log"] = log(d, one, name) }
end

return risks
