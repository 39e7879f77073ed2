-- The auditor's records as a report shows them: what each is about, whether it
-- had a part in the evaluation, and to what it changes which outcome.

local dates = require "base.dates"
local outcomes = require "base.outcomes"
local rating = require "report.rating"

local records_report = {}

local MAJOR <const> = outcomes.MAJOR
local is_favourable <const> = outcomes.is_favourable

-- ---- what a record changes ----------------------------------------------

-- Whether the wording of a check lets it become major: a shall or must.
local function is_firm(model, strength)
  local row = model.ratings[strength or "beyond"]
  return row ~= nil and row.absent == MAJOR
end
records_report.is_firm = is_firm

-- What must be said aloud of a change, or nil.
local function remark(model, from, to, strength)
  if is_firm(model, strength) then
    return not is_favourable(from) and is_favourable(to) and "lifts" or nil
  end
  return to == MAJOR and "beyond-wording" or nil
end

local function change_of_check(model, record, result)
  local strength = result.check.strength or "beyond"
  local to = record.outcome or outcomes.NOT_APPLICABLE
  return { check = result.check.id, strength = strength, from = result.outcome,
    facility = result.facility and result.facility["#id"] or nil, to = to,
    remark = remark(model, result.outcome, to, strength) }
end

local function change_of_provision(one)
  local from = rating.name_and_text(one.from)
  return { provision = one.provision, facility = one.facility, from = from,
    to = one.to, remark = not rating.is_favourable(one.from)
      and is_favourable(one.to) and "lifts" or nil }
end

-- What `record` changes, in the order of the results; nil where it cannot.
local function changes_of(model, record, answers)
  local list = {}
  for _, one in ipairs(answers.provisions[record] or {}) do
    list[#list + 1] = change_of_provision(one)
  end
  for _, result in ipairs(answers.results[record] or {}) do
    if not result.auditor.by_provision and (record.outcome or record.answer) then
      list[#list + 1] = change_of_check(model, record, result)
    end
  end
  return #list > 0 and list or nil
end

-- ---- at a result ----------------------------------------------------------

-- The judgements that were heard for the outcome, in the dossier's order.
function records_report.judgements(result, json)
  if not result.heard or not next(result.heard) then return nil end
  local list = {}
  for record in pairs(result.heard) do
    list[#list + 1] = { id = record.id, by = record.by, why = record.why,
      authority = record.authority, prompt = record.prompt,
      answer = record.answer, pointer = record.pointer }
  end
  table.sort(list, function(a, b)
    if a.prompt ~= b.prompt then return a.prompt < b.prompt end
    return a.pointer < b.pointer
  end)
  return json.array(list)
end

-- ---- records without a case ----------------------------------------------

-- Why a judgement that nothing rests on has no case now.
local function why_unheard(record)
  local what = record.prompt:match "/([^/]*)$"
  if what == "extent" then
    return "no isolated shortfall is known there now"
  elseif what == "applies" then
    return "the facts say without it whether this applies"
  end
  return "the question is not asked now: the facts settle the matter without it"
end

-- What the rules say at every place that the record speaks of, where that leaves
-- it nothing to change; nil otherwise.
local function why_no_case(record, answers)
  if record.prompt or record.outcome == outcomes.NOT_APPLICABLE
    or answers.provisions[record] then return nil end
  local seen = {}
  for _, result in ipairs(answers.results[record]) do
    seen[result.outcome] = true
  end
  local only = next(seen)
  if next(seen, only) then return nil end
  return only == outcomes.CONFORMANCE and "the check conforms now by the facts"
    or only == outcomes.NOT_APPLICABLE and "the check is not asked there now"
    or nil
end

-- Why the case of a record in force is not there, or nil.
local function why_stale(record, answers)
  if answers.why_stale[record] then return answers.why_stale[record] end
  if record.without_effect then return nil end
  if not answers.used[record] then
    return record.prompt and why_unheard(record) or "no such check is run there"
  end
  return answers.results[record] and why_no_case(record, answers)
end

-- "record R-1 by A. Auditor of 2013-11-30".
local function named(record)
  return ("record %s by %s of %s"):format(record.id or record.pointer, record.by,
    dates.format(record.date))
end
records_report.named = named

-- Marks the records whose case is not there any more, with a prompt each.  To be
-- called when all else has been asked.
function records_report.add_prompts(r, answers, out)
  for _, record in ipairs(r.records) do
    record.stale = why_stale(record, answers)
    if record.stale then
      out[#out + 1] = { kind = "advisory", check = record.check,
        facility = record.facility,
        prompt = ("record:%s/stale"):format(record.id or record.pointer),
        text = ("The %s may be out of date: %s.  Does it still hold, or is it to "
          .. "end (\"until\") or to be superseded?"):format(named(record),
          record.stale) }
    end
  end
end

-- ---- the part of the report ---------------------------------------------

local function day_text(day) return day and dates.format(day) or nil end

-- An answer about a fact is as sensitive as the fact.
local function answer_of(record, show_sensitive)
  local entry = record.entry
  if entry and entry.sensitive and not show_sensitive then return nil end
  return record.answer
end

local function shown(model, record, evaluation, json)
  local answers, by = evaluation.answers, record.superseded_by
  local changes = changes_of(model, record, answers)
  return { id = record.id, kind = record.kind, by = record.by, party = record.party,
    why = record.why, note = record.note, ref = record.ref,
    authority = record.authority, pointer = record.pointer,
    prompt = record.prompt, check = record.check, provision = record.provision,
    fact = record.fact, fact_name = record.entry and record.entry.path or nil,
    answer = answer_of(record, evaluation.ctx.show_sensitive),
    outcome = record.outcome, facility = record.facility,
    date = day_text(record.date), from = day_text(record.from),
    ["until"] = day_text(record["until"]), supersedes = record.supersedes,
    in_force = record.no_force == nil, no_force = record.no_force,
    superseded_by = by and (by.id or by.pointer) or nil, stale = record.stale,
    without_effect = record.without_effect,
    changes = changes and json.array(changes) or nil,
    used = answers.used[record] }
end

-- All records of the reading `r`, in the dossier's order.
function records_report.part(model, r, evaluation, json)
  local list = {}
  for i, record in ipairs(r.all_records) do
    list[i] = shown(model, record, evaluation, json)
  end
  return json.array(list)
end

return records_report
