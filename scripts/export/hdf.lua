-- A report in the Heimdall Data Format of MITRE's SAF: a control for each check at each
-- place, grouped by place and provision.
--
-- Heimdall reads "skipped" as Not Reviewed and an impact of 0 as Not Applicable, so what
-- is open never counts as passed or failed there.

local keys = require "base.keys"
local outcomes = require "base.outcomes"
local plain = require "base.plain"
local rows = require "report.rows"
local shared = require "export.shared"

local hdf = {}

-- How much a check weighs, by the strongest wording it rests on.
local IMPACTS <const> = { shall = 0.7, must = 0.7, should = 0.5, could = 0.3 }
local LEAST_IMPACT <const> = 0.1

local STATUSES <const> = { [outcomes.CONFORMANCE] = "passed",
  [outcomes.OBSERVATION] = "passed", [outcomes.OPEN] = "skipped",
  [outcomes.NOT_APPLICABLE] = "skipped", [outcomes.ERROR] = "error" }

local function impact_of(row)
  if row.outcome == outcomes.NOT_APPLICABLE and not shared.is_short(row) then return 0 end
  return IMPACTS[row.strength] or LEAST_IMPACT
end

local function lines_of(list)
  local lines = {}
  for i, text in ipairs(list or {}) do lines[i] = plain.line(text) end
  return lines
end

-- What the format has no field for.
local function tags(report, row, json)
  local result, auditors = row.result, row.result.with_records or {}
  local function list(items) return json.array(lines_of(items)) end
  return { check = plain.line(row.check), facility = plain.text(row.facility),
    provision = plain.text(row.provision), outcome = row.outcome, basis = row.basis,
    ["possible-outcomes"] = list(row.range), ["auditor-outcome"] = auditors.outcome,
    ["auditor-possible-outcomes"] = auditors.range and list(auditors.range),
    strength = row.strength, ["rests-on"] = list(row.rests_on),
    evidence = list(shared.evidence_of(report, row)), findings = list(result.findings),
    ["house-outcome"] = result.with_layers and result.with_layers.outcome }
end

local function descriptions(row, json)
  local list = {}
  local function add(label, text)
    if plain.text(text) then
      list[#list + 1] = { label = label, data = plain.line(text) }
    end
  end
  add("check", row.ask)
  add("fix", row.remedy)
  for _, one in ipairs(row.result.against or {}) do add("against", one.says) end
  for _, one in ipairs((row.result.with_records or {}).records or {}) do
    add("auditor", ("%s by %s: %s"):format(one.kind, one.by, one.why))
  end
  return json.array(list)
end

local function result_of(row, when)
  local status = shared.is_short(row) and "failed" or STATUSES[row.outcome] or "skipped"
  local reason = plain.line(row.reason)
  return { status = status, code_desc = reason, start_time = when, run_time = 0,
    skip_message = status == "skipped" and reason or nil,
    message = status == "failed" and reason or nil }
end

local function control(report, row, id, when, json)
  local says = {}
  for i, point in ipairs(row.points) do
    says[i] = plain.line(report.points[point] and report.points[point].says or point)
  end
  return { id = id, title = plain.line(row.title or row.check), impact = impact_of(row),
    desc = table.concat(says, " "), descriptions = descriptions(row, json),
    refs = json.array {}, tags = tags(report, row, json), code = plain.text(row.expects),
    source_location = { ref = plain.text(row.file), line = row.line },
    results = json.array { result_of(row, when) } }
end

-- Adds a control to the group of its place and provision.
local function add_to_group(groups, row, id)
  local name = plain.line(keys.at(row.facility, row.provision or "?"))
  if not groups[name] then
    groups[name] = { id = name, title = name, controls = {} }
    groups[#groups + 1] = groups[name]
  end
  table.insert(groups[name].controls, id)
end

local function groups_of(groups, json)
  for _, group in ipairs(groups) do json.array(group.controls) end
  return json.array(table.move(groups, 1, #groups, 1, {}))
end

local function profile(report, host)
  local json, when, controls, groups = host.json, shared.moment_of(report), {}, {}
  rows.each(report, function(row)
    local id = plain.line(keys.at(row.facility, row.check))
    controls[#controls + 1] = control(report, row, id, when, json)
    add_to_group(groups, row, id)
  end)
  local pack = report.pack
  return { name = plain.line(pack.name), title = plain.text(pack.title),
    version = plain.text(pack.version), sha256 = pack.digest, status = "loaded",
    summary = plain.text(report.notice), attributes = json.array {},
    supports = json.array {}, controls = json.array(controls),
    groups = groups_of(groups, json) }
end

function hdf.build(report, host)
  local member = report.member
  return { version = plain.line(report.engine.version), statistics = { duration = 0 },
    platform = { name = plain.line(report.engine.name), release = plain.line(report.as_of),
      target_id = plain.text(member.id) or plain.text(member.name) },
    profiles = host.json.array { profile(report, host) },
    passthrough = { rating = member.rating, ["possible-ratings"] =
      host.json.array(lines_of(member.range or { member.rating })), basis = member.basis,
      text = plain.line(member.text), ["as-of"] = plain.line(report.as_of),
      notice = plain.text(report.notice), ["dossier-digest"] = report.dossier.digest } }
end

return hdf
