-- The auditor's records and entered findings, read into what the head of every
-- form of a report says of them; see view.lua.

local outcomes = require "base.outcomes"
local plain = require "base.plain"

local view_records = {}

-- "not applicable", "major non-conformance", "insufficient evidence".
local function outcome_words(name)
  return name and outcomes.words(name) or "?"
end

-- ---- words for one record -----------------------------------------------

-- "A-1, attestation by A. Auditor (lead)".
function view_records.named(record)
  return ("%s%s by %s (%s)"):format(record.id and record.id .. ", " or "",
    record.kind or "record", record.by or "?",
    record.authority or "no authority named")
end

-- "seen on site (two of the posts; reference WP-4)": its reason, with what is noted
-- beside it and where it is worked out.
function view_records.why(record)
  local more = { record.note, record.ref and "reference " .. record.ref }
  if not record.note then more = { more[2] } end
  return #more == 0 and record.why
    or ("%s (%s)"):format(record.why or "?", table.concat(more, "; "))
end

-- What a record is about: a fact, a question or a check, never the record.
function view_records.about(record)
  local fact = record.fact or record.prompt and record.prompt:match "^fact:(.*)$"
  local name = record.fact_name
  if fact then
    return name and fact:sub(-#name) ~= name and ("%s (%s)"):format(name, fact) or fact
  end
  return record.prompt or record.check and "check " .. record.check
    or record.provision and "provision " .. record.provision
    or record.pointer or "?"
end

-- Why a record has no force, by whose it is.
local NOT_AUDITORS <const> = {
  auditor = "without force: a self-assessment has no auditor",
  member = "without force: the Member's own, not the auditor's",
  ["third-party"] = "without force: a third party's, not the auditor's",
  nobody = "without force: it does not say that it is the auditor's" }

local NO_FORCE <const> = {
  ["not-the-auditors"] = function(record)
    return NOT_AUDITORS[record.party or "nobody"] or NOT_AUDITORS.nobody
  end,
  ["not-yet"] = function() return "not yet in force on the as-of date" end,
  superseded = function(record)
    return "superseded by " .. (record.superseded_by or "another")
  end,
}

-- "in force, used", and until when.
function view_records.standing(record)
  local say = NO_FORCE[record.no_force]
  local text = record.in_force and "in force"
    or say and say(record) or "not in force on the as-of date"
  if record.used then text = text .. ", used" end
  if record.without_effect then
    text = text .. ", without effect: " .. record.without_effect
  end
  if record.stale then text = text .. ", may be out of date: " .. record.stale end
  if record.from then text = text .. ", from " .. record.from end
  return record["until"] and text .. ", until " .. record["until"] or text
end

-- A reason, to be followed by more of the same sentence.
local function unclosed(why)
  return ((why or ""):gsub("%.$", ""))
end

-- "R-1, override by A. Auditor (lead): major non-conformance; seen": what a
-- record puts beside an outcome.
function view_records.line(record)
  return ("%s: %s%s"):format(view_records.named(record), record.outcome
    and outcome_words(record.outcome) .. "; " or "", record["until"]
    and unclosed(record.why) .. "; until " .. record["until"] or record.why or "")
end

-- What records and entered findings put beside the outcome of a result, each
-- with a label.
function view_records.beside(result)
  local list = {}
  local function add(label, text) list[#list + 1] = { label, text } end
  for _, text in ipairs(result.judgements) do add("Judgement", text) end
  if result.auditor then
    add("Auditor", result.auditor.words)
    for _, text in ipairs(result.auditor.records) do add("Record", text) end
  end
  for _, text in ipairs(result.idle) do add("Record", text) end
  if #result.entered > 0 then
    add("Entered findings", table.concat(result.entered, ", "))
  end
  return list
end

-- "2 judgements count in the rules' rating": answers to what only the auditor decides
-- belong to what the rules say; nil where there are none.
function view_records.judgements(v)
  local count = 0
  for _, record in ipairs(v.records) do
    if record.kind == "judgement" and record.used then count = count + 1 end
  end
  return count > 0 and plain.plural(count, "judgement counts", "judgements count")
    .. " in the rules' rating" or nil
end

local function changes_of(value)
  local list = {}
  for i, one in ipairs(plain.objects(value)) do
    list[i] = { check = plain.text(one.check) or "?",
      provision = plain.text(one.provision),
      facility = plain.text(one.facility), strength = plain.text(one.strength),
      from = plain.text(one.from), to = plain.text(one.to),
      remark = plain.text(one.remark) }
  end
  return list
end

-- Completes the rows of v.records.
function view_records.complete(v, host)
  for _, row in ipairs(v.records) do
    local given = row.given
    row.in_force, row.used = given.in_force == true, given.used == true
    row.answer = given.answer ~= nil and plain.value(given.answer, host) or nil
    row.changes = changes_of(given.changes)
  end
end

-- ---- what the head says -------------------------------------------------

-- "with 1 override by A. Auditor, lead; 2 waivers by B (C)": whose word stands
-- behind the rating with records; nil where no record changes an outcome.
function view_records.whose(v)
  local order, counts = {}, {}
  for _, record in ipairs(v.records) do
    if #record.changes > 0 then
      local key = ("%s by %s (%s)"):format(record.kind or "record",
        record.by or "?", record.authority or "no authority named")
      if not counts[key] then order[#order + 1] = key end
      counts[key] = (counts[key] or 0) + 1
    end
  end
  if #order == 0 then return nil end
  for i, key in ipairs(order) do
    local kind, rest = key:match "^(%S+)(.*)$"
    order[i] = ("%d %s%s%s"):format(counts[key], kind,
      counts[key] > 1 and "s" or "", rest)
  end
  return "with " .. table.concat(order, "; ")
end

-- What each remark says of { who, what, place, wording, from, to }.
local remarks = {}
function remarks.lifts(who, what, place, wording, from, to)
  return ("On %s%s%s: %s lifts it from %s to %s"):format(what, wording, place, who, from,
    to)
end
remarks["beyond-wording"] = function(who, what, place, wording, _, to)
  return ("On %s%s%s: %s makes it a %s, which the rules never do for that wording"):format(
    what, wording, place, who, to)
end

-- What must be said aloud: a sentence for each change that lifts a shall or
-- must, or goes beyond the wording, with its reason.
function view_records.alerts(v)
  local list = {}
  for _, record in ipairs(v.records) do
    for _, change in ipairs(record.changes) do
      local say = remarks[change.remark]
      if say then
        list[#list + 1] = ("%s; %s."):format(say(view_records.named(record), change.provision
            and "provision " .. change.provision or "check " .. change.check,
          change.facility and " at " .. change.facility or "", change.strength
            and (" (%s)"):format(change.strength) or "",
            outcome_words(change.from), outcome_words(change.to)), record.why
            and "why: " .. unclosed(record.why) or "no reason given")
      end
    end
  end
  return list
end

local ENTERED <const> = { { outcomes.CRITICAL, "critical breach" },
  { outcomes.MAJOR, "major" }, { outcomes.MINOR, "minor" } }

-- How many findings there are by rating, closed or not.
local function count_findings(v, closed)
  local counts = {}
  for _, one in ipairs(v.findings) do
    local rating = one.rating or "?"
    if (one.closed_on ~= nil) == closed then
      counts[rating] = (counts[rating] or 0) + 1
    end
  end
  return counts
end

-- "1 major, 1 minor, 1 major closed": the findings that were entered; nil where
-- there is none.
function view_records.entered(v)
  local parts = {}
  for _, closed in ipairs { false, true } do
    local counts = count_findings(v, closed)
    for _, kind in ipairs(ENTERED) do
      local count = counts[kind[1]]
      parts[#parts + 1] = count and ("%d %s%s"):format(count, kind[2],
        closed and " closed" or "")
    end
  end
  return #parts > 0 and table.concat(parts, ", ") or nil
end

local MOST_NAMED <const> = 4

-- "11.2.1/founded: yes, by A. Auditor (lead)": the judgements that the rules' rating
-- takes in; nil where there are none.
function view_records.judged(v)
  local list = {}
  for _, record in ipairs(v.records) do
    if record.kind == "judgement" and record.used then
      list[#list + 1] = ("%s: %s, by %s (%s)"):format(view_records.about(record),
        record.answer or "?", record.by or "?", record.authority or "no authority named")
    end
  end
  return #list > 0 and plain.some_of(list, MOST_NAMED) or nil
end

-- ---- at the ratings and outcomes ----------------------------------------

-- "override by A. Auditor (lead): excepted": who makes a rating not applicable, and why.
local function set_aside(rating, by_name)
  local list = {}
  for _, name in ipairs(rating.set_aside_by or {}) do
    local record = by_name[name]
    list[#list + 1] = record and ("%s: %s"):format(view_records.named(record),
      unclosed(record.why)) or nil
  end
  if #list > 0 then
    rating.recorded = ("%s; %s"):format(rating.recorded, plain.some_of(list, MOST_NAMED))
  end
end

-- Says at each rating that records make not applicable whose they are, and why.
function view_records.mark_ratings(v)
  local by_name = {}
  for _, record in ipairs(v.records) do
    by_name[record.id or record.pointer or ""] = record
  end
  set_aside(v.member, by_name)
  for _, one in ipairs(v.provisions) do set_aside(one, by_name) end
  for _, place in ipairs(v.facilities) do
    set_aside(place.rating, by_name)
    for _, one in ipairs(place.provisions) do set_aside(one, by_name) end
  end
end

-- Says at each fact which record stands behind it.
function view_records.mark_facts(v)
  local by_pointer = {}
  for _, record in ipairs(v.records) do
    if record.pointer then by_pointer[record.pointer] = record end
  end
  for _, result in ipairs(v.results) do
    for _, fact in ipairs(result.rests_on) do
      local record = fact.record and by_pointer[fact.record]
      fact.recorded = record and view_records.named(record)
    end
  end
end

-- The check that a record names, or whose question it answers.
local function check_of(record)
  return record.check or record.prompt and record.prompt:match "^([^:]*)/[^/]*$"
end

-- Says at each result which records on it have no force, and why.
function view_records.mark_results(v)
  local by_check = {}
  for _, record in ipairs(v.records) do
    local check = not record.in_force and check_of(record)
    if check then
      by_check[check] = by_check[check] or {}
      table.insert(by_check[check], record)
    end
  end
  for _, result in ipairs(v.results) do
    for _, record in ipairs(by_check[result.check] or {}) do
      if not record.facility or record.facility == result.facility then
        table.insert(result.idle, ("%s: %s; %s"):format(view_records.named(record),
          unclosed(record.why), view_records.standing(record)))
      end
    end
  end
end

return view_records
