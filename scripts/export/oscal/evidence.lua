-- The evidence of a report in OSCAL: each piece as a resource, with its hash, and as an
-- observation that somebody made.

local parts = require "export.oscal.parts"
local rows = require "report.rows"
local shared = require "export.shared"
local sorted_keys = require "base.sorted_keys"
local texts = require "export.oscal.texts"

local evidence = {}

local METHODS <const> = { document = "EXAMINE", record = "EXAMINE",
  external_register = "EXAMINE", interview = "INTERVIEW", observation = "TEST" }
local ALGORITHMS <const> = { [56] = "SHA-224", [64] = "SHA-256", [96] = "SHA-384",
  [128] = "SHA-512" }

-- A digest whose algorithm its length tells, or nil.
local function hash_of(text)
  local hex = text and text:match "^[%w-]*:?(%x+)$"
  local algorithm = hex and ALGORITHMS[#hex]
  return algorithm and { algorithm = algorithm, value = hex:lower() } or nil
end

local function details(d, id, one)
  local props = { { "evidence", id }, { "kind", one.kind }, { "date", one.date },
    { "valid-until", one.valid_until }, { "collected-by", one.collected_by } }
  if one.hash and not hash_of(one.hash) then props[#props + 1] = { "hash", one.hash } end
  if one.ref then props[#props + 1] = { "ref", one.ref } end
  return parts.props(d, props)
end

local function resource(d, id, one)
  local hash = hash_of(one.hash)
  return { uuid = parts.id(d, "resource", id), title = texts.markup(one.title or id),
    description = one.note and texts.markup(one.note), props = details(d, id, one),
    rlinks = (one.ref or hash) and d.json.array { {
      href = texts.address(one.ref or id), ["media-type"] = one.media_type
        and texts.line(one.media_type),
      hashes = hash and d.json.array { hash } } } or nil }
end

-- The resources, by the ids of the evidence, or nil.
function evidence.resources(d)
  local list = {}
  for i, id in ipairs(sorted_keys(d.report.evidence)) do
    list[i] = resource(d, id, d.report.evidence[id])
  end
  return list
end

-- By evidence the places where a check rests on it; "" is the Member.
local function uses_of(d)
  local uses = {}
  rows.each(d.report, function(row)
    for _, id in ipairs(evidence.of_row(d.report, row)) do
      uses[id] = uses[id] or {}
      uses[id][row.facility or ""] = true
    end
  end)
  return uses
end

local function subjects_of(d, places)
  local list = {}
  for i, place in ipairs(sorted_keys(places or {})) do
    list[i] = parts.subjects(d, place ~= "" and place or nil)[1]
  end
  return parts.list(d, list)
end

-- One piece as an observation.  OSCAL wants the moment when it was collected: without
-- a date that is the day of the report, and a property says so.
local function observed(d, id, one, places)
  local when = shared.moment(one.date)
  local props = { { "evidence", id }, { "collected-by", one.collected_by },
    { "collected", not when and "not-known" or nil } }
  return { uuid = parts.id(d, "evidence", id), title = texts.markup(one.title or id),
    description = texts.paragraphs(one.title or id, one.note or ""),
    methods = d.json.array { METHODS[one.kind] or "UNKNOWN" },
    collected = when or d.when, expires = shared.moment(one.valid_until),
    subjects = subjects_of(d, places), props = parts.props(d, props),
    ["relevant-evidence"] = d.json.array { { href = "#" .. parts.id(d, "resource", id),
      description = texts.markup(one.title or id) } } }
end

-- Adds each piece to a list of observations.
function evidence.observe(d, list)
  local uses = uses_of(d)
  for _, id in ipairs(sorted_keys(d.report.evidence)) do
    list[#list + 1] = observed(d, id, d.report.evidence[id], uses[id])
  end
end

-- The ids of the evidence that a row of report.rows rests on, of what the report holds.
function evidence.of_row(report, row)
  local held = {}
  for _, id in ipairs(shared.evidence_of(report, row)) do
    if report.evidence[id] then held[#held + 1] = id end
  end
  return held
end

return evidence
