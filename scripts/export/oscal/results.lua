-- A report as OSCAL assessment results.
--
-- OSCAL knows two states of a finding, satisfied and not satisfied.  So a finding stands
-- for what is settled alone.  What is open, does not apply or is broken is an
-- observation that says so: unknown is neither conformance nor a finding here either.

local evidence = require "export.oscal.evidence"
local outcomes = require "base.outcomes"
local parts = require "export.oscal.parts"
local risks = require "export.oscal.risks"
local rows = require "report.rows"
local shared = require "export.shared"
local texts = require "export.oscal.texts"

local results = {}

-- The same in every report on this Member.
local function name_of(row)
  return (row.facility and "/" .. row.facility or "") .. " " .. row.check
end

-- What OSCAL has no field for.
local function props_of(d, row)
  local result, auditors = row.result, row.result.with_records
  local list = { { "check", row.check }, { "facility", row.facility },
    { "result", result.id }, { "outcome", row.outcome },
    { "possible-outcome", result.range }, { "basis", row.basis }, { "rests-on", row.rests_on },
    { "rule", row.file and ("%s:%d"):format(row.file, row.line or 0) },
    { "layer", row.layer }, { "entered-finding", result.findings } }
  if auditors then
    list[#list + 1] = { "auditor-outcome", auditors.outcome }
    list[#list + 1] = { "auditor-possible-outcome", auditors.range }
  end
  if result.with_layers then
    list[#list + 1] = { "house-outcome", result.with_layers.outcome }
  end
  for _, one in ipairs(result.against or {}) do
    list[#list + 1] = { "against", one.says }
  end
  return parts.props(d, list)
end

local function finding(d, row, short)
  local seen = {}
  for i, id in ipairs(evidence.of_row(d.report, row)) do
    seen[i] = { ["observation-uuid"] = parts.id(d, "evidence", id) }
  end
  return { uuid = parts.id(d, "finding", name_of(row)), title = texts.markup(row.title),
    description = texts.markup(row.reason), props = props_of(d, row),
    origins = d.json.array { parts.origin(d) },
    target = { type = "statement-id", ["target-id"] = texts.token(row.check) .. "_smt",
      status = { state = short and "not-satisfied" or "satisfied",
        reason = short and "fail" or "pass" } },
    ["related-observations"] = parts.list(d, seen),
    ["related-risks"] = short and d.json.array { {
      ["risk-uuid"] = parts.id(d, "risk", name_of(row)) } } or nil }
end

local function observation(d, row)
  return { uuid = parts.id(d, "observation", name_of(row)),
    title = texts.markup(row.title), description = texts.markup(row.reason),
    methods = d.json.array { "UNKNOWN" }, types = d.json.array { row.outcome },
    origins = d.json.array { parts.origin(d) }, collected = d.when,
    subjects = parts.subjects(d, row.facility), props = props_of(d, row),
    remarks = row.ask and texts.markup("To ask: " .. row.ask) or nil }
end

local SATISFIED <const> = { [outcomes.CONFORMANCE] = true, [outcomes.OBSERVATION] = true }

-- The rows of the report as findings, with their risks, or as observations.
local function split(d)
  local found = { findings = {}, risks = {}, observations = {} }
  rows.each(d.report, function(row)
    if shared.is_short(row) then
      table.insert(found.findings, finding(d, row, true))
      table.insert(found.risks, risks.of_row(d, row, name_of(row)))
    elseif SATISFIED[row.outcome] then
      table.insert(found.findings, finding(d, row, false))
    else
      table.insert(found.observations, observation(d, row))
    end
  end)
  for _, one in ipairs(d.report.findings) do
    table.insert(found.risks, risks.entered(d, one))
  end
  evidence.observe(d, found.observations)
  return found
end
results.split = split

-- The auditor's records, as entries of the log.
local function log(d)
  local entries = {}
  for i, one in ipairs(d.report.records) do
    entries[i] = { uuid = parts.id(d, "record", one.id or one.pointer),
      title = texts.markup(one.kind .. " by " .. one.by),
      description = texts.markup(one.why), start = shared.moment(one.date) or d.when,
      props = parts.props(d, { { "record", one.id }, { "authority", one.authority },
        { "party", one.party }, { "check", one.check }, { "provision", one.provision },
        { "facility", one.facility }, { "prompt", one.prompt }, { "outcome", one.outcome },
        { "in-force", one.in_force } }) }
  end
  return entries[1] and { entries = d.json.array(entries) } or nil
end

local function result(d)
  local report, found = d.report, split(d)
  local props = parts.rating(report.member, nil, {})
  for _, one in ipairs(report.provisions) do
    parts.rating(one, texts.token(one.provision), props)
  end
  return { uuid = parts.id(d, "result", d.run), title = "As of " .. texts.line(report.as_of),
    description = texts.paragraphs(report.member.text, report.member.assessed_text),
    start = d.when, props = parts.props(d, props), ["reviewed-controls"] = parts.reviewed(d),
    ["local-definitions"] = { components = parts.places(d),
      ["assessment-assets"] = parts.assets(d) },
    ["assessment-log"] = log(d), findings = parts.list(d, found.findings),
    risks = parts.list(d, found.risks), observations = parts.list(d, found.observations) }
end

function results.build(d)
  local resources = evidence.resources(d)
  return { ["assessment-results"] = { uuid = parts.id(d, "assessment-results", d.run),
    metadata = parts.metadata(d, parts.member_name(d) .. ": assessment results"),
    ["import-ap"] = { href = "assessment-plan.json" },
    results = d.json.array { result(d) },
    ["back-matter"] = resources[1] and { resources = d.json.array(resources) } or nil } }
end

return results
