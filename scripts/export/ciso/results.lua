-- The results of a report as an audit of CISO Assistant for each place: what its REST
-- interface takes of each requirement, and the evidence it rests on.

local library = require "export.ciso.library"
local outcomes = require "base.outcomes"
local places = require "export.places"
local plain = require "base.plain"
local shared = require "export.shared"
local sorted_keys = require "base.sorted_keys"

local results = {}

local NAME <const> = 200 -- characters that a name may have there
local RESULTS <const> = { [outcomes.CONFORMANCE] = { "compliant" },
  [outcomes.OBSERVATION] = { "compliant", "observation_sensitive_point" },
  [outcomes.MINOR] = { "partially_compliant", "minor_nonconformity" },
  [outcomes.MAJOR] = { "non_compliant", "major_nonconformity" },
  [outcomes.NOT_APPLICABLE] = { "not_applicable" } }
-- What is open or broken is not assessed there, and work that is under way.
local OPEN <const> = { "not_assessed" }

-- At most so many characters of a line; "/" stands in no name of a place.
local function name_of(text)
  text = plain.line(text):gsub("/", "-")
  local cut = utf8.offset(text, NAME + 1)
  return cut and text:sub(1, cut - 1) or text
end

-- The outcome that counts: a shortfall of either column before all else.
local function outcome_of(row)
  local auditors = (row.result.with_records or {}).outcome
  if row.outcome == outcomes.MAJOR or auditors == outcomes.MAJOR then
    return outcomes.MAJOR
  end
  return shared.is_short(row) and outcomes.MINOR or row.outcome
end

-- Everything that has no field of its own; `evidence`: the ids that the row rests on.
local function observation(row, evidence)
  local lines = { plain.line(row.reason) }
  local function add(name, text)
    if plain.text(text) then lines[#lines + 1] = name .. ": " .. plain.line(text) end
  end
  for _, one in ipairs(row.result.against or {}) do add("Against", one.says) end
  add("To put right", row.remedy)
  add("To ask", row.ask)
  for _, one in ipairs(shared.columns(row)) do add(plain.sentence(one[1]), one[2]) end
  add("Findings", shared.list(row.result.findings))
  add("Evidence", shared.list(evidence))
  return table.concat(lines, "\n")
end

local function requirement(d, row)
  local result = RESULTS[outcome_of(row)] or OPEN
  local evidence, held = shared.evidence_of(d.report, row), {}
  for _, id in ipairs(evidence) do
    if d.report.evidence[id] then held[#held + 1] = id end
  end
  return { urn = library.requirement(d.report, row.check), evidences = d.json.array(held),
    body = { result = result[1], extended_result = result[2] or d.json.null,
      status = result == OPEN and "in_progress" or "done",
      observation = observation(row, evidence) } }
end

-- The ratings have no field; the platform's own percents are none of ours.
local function rating(place)
  local one = place.of
  return ("Rating: %s. Possible ratings: %s. Basis: %s."):format(one.rating,
    shared.list(one.range or { one.rating }), one.basis or "not determined")
end

local function audit(d, place)
  local report, list = d.report, {}
  for i, row in ipairs(place.rows) do list[i] = requirement(d, row) end
  return { place = place.token, perimeter = { name = name_of(place.name) },
    body = { name = name_of(("COP 11, %s, %s"):format(place.token, report.as_of)),
      version = ("%s-%s"):format(report.dossier.digest:sub(1, 12),
        report.pack.digest:sub(1, 12)),
      status = "in_review", extended_result_enabled = true, description = rating(place),
      observation = plain.text(report.notice) },
    requirements = d.json.array(list) }
end

-- An address that the platform takes as a link, or nil.
local function link(ref)
  return ref and ref:find "^https?://[%w-]+%.[%w.-]*%a%a[%w:/?#@!$&'()*+,;=._~%%-]*$"
    and #ref <= 2048 and ref or nil
end

local function evidence(d, id)
  local one, lines = d.report.evidence[id], {}
  for _, name in ipairs { "kind", "date", "valid_until", "collected_by", "ref", "hash",
    "media_type", "note" } do
    if plain.text(one[name]) then
      lines[#lines + 1] = name:gsub("_", " ") .. ": " .. plain.line(one[name])
    end
  end
  local expires = shared.moment(one.valid_until)
  return { id = id, body = { name = name_of(id .. " " .. (plain.text(one.title) or "")),
    description = table.concat(lines, "\n"), status = "in_review", link = link(one.ref),
    expiry_date = expires and expires:sub(1, 10) or nil } }
end

-- What the push tool sends, in its order.
function results.build(report, json)
  local d, evidences, audits = { report = report, json = json }, {}, {}
  for i, id in ipairs(sorted_keys(report.evidence)) do evidences[i] = evidence(d, id) end
  for i, place in ipairs(places.of(report)) do audits[i] = audit(d, place) end
  return { framework = library.framework(report), library = library.name(report),
    evidences = json.array(evidences), audits = json.array(audits) }
end

return results
