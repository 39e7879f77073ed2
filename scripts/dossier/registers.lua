-- Reads the dossier's registers: evidence, the auditor's records, and findings
-- with their corrective actions.  What they name is checked in
-- dossier/records/targets.lua and dossier/findings.lua.

local new_register = require("dossier.ids").register
local sorted_keys = require "base.sorted_keys"
local values = require "base.values"
local nearest = require "base.nearest"
local dates = require "base.dates"
local evidence_kinds = require "base.evidence_kinds"
local outcomes = require "base.outcomes"

local say <const> = require("base.diagnostic").new

local registers = {}

local COLLECTORS <const> = { "member", "auditor", "third-party" }
local RECORD_KINDS <const> = { "judgement", "override", "waiver",
  "attestation" }
local PARTIES <const> = { "auditor", "member", "third-party" }
local OUTCOMES <const> = outcomes.RECORDABLE
local FINDING_RATINGS <const> = { outcomes.MINOR, outcomes.MAJOR,
  outcomes.CRITICAL }

-- What people call evidence, and the kind of it that they mean.
local KIND_WORDS <const> = { doc = "document", pdf = "document",
  contract = "document", policy = "document",
  procedure = "document", manual = "document", report = "document",
  certificate = "document", licence = "document", letter = "document",
  minutes = "document", visit = "observation", ["site visit"] = "observation",
  inspection = "observation", walkthrough = "observation", talk = "interview",
  conversation = "interview", register = "record", log = "record",
  logbook = "record" }

-- What people call an outcome, and the outcome that they mean.
local OUTCOME_WORDS <const> = { minor = outcomes.MINOR, major = outcomes.MAJOR,
  critical = outcomes.CRITICAL, ["minor non-conformance"] = outcomes.MINOR,
  ["major non-conformance"] = outcomes.MAJOR, conform = "conformance",
  conforms = "conformance", conforming = "conformance", compliant = "conformance",
  pass = "conformance", passed = "conformance",
  ["minor nc"] = outcomes.MINOR, ["major nc"] = outcomes.MAJOR,
  ["nc minor"] = outcomes.MINOR, ["nc major"] = outcomes.MAJOR }

-- What people call a record of the auditor, and its kind.
local RECORD_WORDS <const> = { acceptance = "waiver", accept = "waiver",
  exception = "waiver", exemption = "waiver", judgment = "judgement",
  confirmation = "attestation", verification = "attestation" }

-- What people call the party that says something.
local PARTY_WORDS <const> = { us = "member", company = "member", we = "member",
  assessor = "auditor", ["lead auditor"] = "auditor", ngo = "third-party",
  consultant = "third-party", ["third party"] = "third-party" }

-- What is offered is found as for facts of these types.
local TEXT <const>, DAY <const>, FLAG <const> = { type = "text" }, { type = "date" },
  { type = "yes/no" }

local function told_wrong(r, value, pointer, key, what, entry)
  values.expected(r, pointer .. "/" .. key, value, what, r.plain_cure(entry, value))
end

-- ---- references to evidence ----------------------------------------------

-- The piece of evidence that `id`, at `index` of a list, names; nil where
-- there is none.
function registers.evidence_of(r, id, pointer, index)
  local item = type(id) == "string" and r.evidence[id]
  if item then return item end
  if id == nil or type(id) == "table" then
    r.error(pointer .. "/" .. index, say "evidence-inside")
    return nil
  end
  r.unfound(pointer .. "/" .. index, say("no-evidence", { it = r.shown(id) }), id,
    r.evidence_ids)
end

-- Ids that were written as one text, such as "E-1, E-2", as the list they should be.
local function ids_as_list(r, text)
  if r.secret or type(text) ~= "string" then return nil end
  local ids = {}
  for id in text:gmatch "[^,;]+" do ids[#ids + 1] = id:match "^%s*(.-)%s*$" end
  if #ids == 0 then return nil end
  return { code = "write", form = r.host.json.write(r.host.json.array(ids)) }
end

-- Calls take(written, index) for each member of a list of evidence.
function registers.each_evidence(r, list, pointer, take)
  if not values.is_list(list, r.empties) then
    values.expected(r, pointer, list, "wanted-evidence-ids", ids_as_list(r, list))
    return
  end
  for i, written in ipairs(list) do take(written, i - 1) end
end

-- Checks a list of ids of evidence.
function registers.check_evidence(r, list, pointer)
  registers.each_evidence(r, list, pointer, function(id, index)
    registers.evidence_of(r, id, pointer, index)
  end)
end

-- ---- fields of one entry ------------------------------------------------

-- A reader gets the entry's pointer and the field's key apart: a whole pointer
-- is only made where there is a problem to tell.
local function text_of(r, value, pointer, key)
  if values.is_text(value) then return value end
  told_wrong(r, value, pointer, key, "wanted-text", TEXT)
end

local function choice_of(list, words)
  local entry = { type = "choice", values = list, allowed = nearest.set_of(list),
    words = words }
  return function(r, value, pointer, key)
    if type(value) == "string" and entry.allowed[value] then return value end
    told_wrong(r, value, pointer, key, values.wanted_one_of(r, list, value), entry)
  end
end

local function day_of(r, value, pointer, key)
  local first, last
  if type(value) == "string" then first, last = dates.parse(value) end
  if first and first == last then return first end
  told_wrong(r, value, pointer, key, "wanted-day", DAY)
end

local function flag_of(r, value, pointer, key)
  if type(value) == "boolean" then return value end
  told_wrong(r, value, pointer, key, "wanted-yes-no", FLAG)
end

-- An answer is a list where the fact it speaks of is one; dossier/records.lua
-- checks it against the fact.
local function answer_of(r, value, pointer, key)
  if type(value) ~= "table" or values.is_list(value, r.empties) then
    return value
  end
  values.expected(r, pointer .. "/" .. key, value, "wanted-answer")
end

-- What an entry may hold: name -> reader; `needed` lists the names it must.
local EVIDENCE <const> = { needed = { "id", "kind" }, readers = {
  id = text_of, kind = choice_of(evidence_kinds, KIND_WORDS), title = text_of,
  ref = text_of, date = day_of, collected_by = choice_of(COLLECTORS, PARTY_WORDS),
  hash = text_of, media_type = text_of, valid_until = day_of,
  draft = flag_of, note = text_of } }
local RECORD <const> = { needed = { "kind", "by", "authority", "why", "date" },
  readers = { id = text_of, kind = choice_of(RECORD_KINDS, RECORD_WORDS), by = text_of,
    party = choice_of(PARTIES, PARTY_WORDS), date = day_of, supersedes = text_of,
    authority = text_of, why = text_of, from = day_of, ["until"] = day_of,
    prompt = text_of, answer = answer_of, check = text_of,
    provision = text_of, facility = text_of, outcome = choice_of(OUTCOMES, OUTCOME_WORDS),
    fact = text_of, ref = text_of, note = text_of } }
local FINDING <const> = { needed = { "id", "provision", "rating", "nature",
  "by", "party" },
  readers = { id = text_of, provision = text_of, facility = text_of,
    check = text_of, rating = choice_of(FINDING_RATINGS, OUTCOME_WORDS), nature = text_of,
    by = text_of, party = choice_of(PARTIES, PARTY_WORDS), raised = day_of,
    cause = text_of, containment = text_of, action = text_of, owner = text_of,
    auditor_approved = flag_of, due = day_of, verified_by = text_of,
    closed_on = day_of, repeat_of = text_of, ref = text_of, note = text_of,
    evidence = function(r, value, pointer, key)
      registers.check_evidence(r, value, pointer .. "/" .. key)
      return value
    end } }

-- Of what a reader of the message may not think by itself.
local MEANING <const> = { by = say "meaning-by", date = say "meaning-date",
  party = say "meaning-party" }

for _, shape in ipairs { EVIDENCE, RECORD, FINDING } do
  shape.names = sorted_keys(shape.readers)
end

local function read_entry(r, object, pointer, shape)
  local entry = { pointer = pointer, wrong = {} }
  if type(object) ~= "table" or object[1] ~= nil then
    return values.expected(r, pointer, object, "wanted-object")
  end
  for key, value in next, object do
    local reader = shape.readers[key]
    if reader then
      if value ~= r.null then
        local read = reader(r, value, pointer, key)
        entry[key] = read
        if read == nil then entry.bad, entry.wrong[key] = true, true end
      end
    else
      r.stranger(pointer, key, "not-known-here", shape.names)
    end
  end
  for _, name in ipairs(shape.needed) do
    if object[name] == nil or object[name] == r.null then
      r.error(pointer, say("entry-lacks", { it = name, meaning = MEANING[name] }))
      entry.bad = true
    end
  end
  return entry
end

local ENTRY_COST <const> = 100

-- Calls take(entry) for each entry, after a look at its id.
local function read_all(r, list, pointer, shape, take)
  local add = new_register(r)
  if list == nil or list == r.null then return end
  if not values.is_list(list, r.empties) then
    values.expected(r, pointer, list, "wanted-list", type(list) == "table"
      and { code = "in-brackets" })
    return
  end
  for i, object in ipairs(list) do
    r.charge(ENTRY_COST)
    local entry = read_entry(r, object, pointer .. "/" .. i - 1, shape)
    if entry then
      if entry.id then add(entry.id, entry.pointer .. "/id") end
      take(entry)
    end
  end
end

-- ---- the registers ------------------------------------------------------

-- r.evidence[id], and r.evidence_ids in the dossier's order.
function registers.read_evidence(r, list)
  r.evidence, r.evidence_ids = {}, {}
  read_all(r, list, "/evidence", EVIDENCE, function(entry)
    if not entry.id then return end
    r.evidence[entry.id] = entry
    r.evidence_ids[#r.evidence_ids + 1] = entry.id
  end)
end

-- Whether an auditor collected the evidence `item`.  Where it does not say who did, it
-- is not taken for the auditor's, for nobody may gain by leaving that out; and a
-- self-assessment has no auditor.
function registers.is_auditors(r, item)
  return item.collected_by == "auditor" and not r.self_assessment
end

-- r.all_records, in the dossier's order; see dossier/records/standing.lua.
function registers.read_records(r, list)
  r.all_records = {}
  read_all(r, list, "/records", RECORD, function(entry)
    r.all_records[#r.all_records + 1] = entry
  end)
end

-- r.findings, in the dossier's order; see dossier/findings.lua.
function registers.read_findings(r, list)
  r.findings = {}
  read_all(r, list, "/findings", FINDING, function(entry)
    r.findings[#r.findings + 1] = entry
  end)
end

registers.COLLECTORS = COLLECTORS
registers.RECORD_KINDS, registers.OUTCOMES = RECORD_KINDS, OUTCOMES
registers.PARTIES = PARTIES
registers.FINDING_RATINGS = FINDING_RATINGS

return registers
