-- The auditor's records as a report shows them: what each is about, whether it
-- had a part in the evaluation, and to what it changes which outcome.

local dates = require "base.dates"
local outcomes = require "base.outcomes"

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

-- record -> what it changes, in the order of the results.
local function changes_by_record(model, evaluation)
  local by_record = {}
  for _, result in ipairs(evaluation.results) do
    local record = result.change
    if record and record.outcome then
      local list = by_record[record] or {}
      local strength = result.check.strength or "beyond"
      by_record[record], list[#list + 1] = list, { check = result.check.id,
        facility = result.facility and result.facility["#id"] or nil,
        strength = strength, from = result.outcome, to = record.outcome,
        remark = remark(model, result.outcome, record.outcome, strength) }
    end
  end
  return by_record
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
  table.sort(list, function(a, b) return a.prompt < b.prompt end)
  return json.array(list)
end

-- What an override or waiver puts beside the outcome.
function records_report.change(result)
  local change = result.change
  return change and { outcome = change.outcome, id = change.id,
    kind = change.kind, by = change.by, authority = change.authority,
    why = change.why, pointer = change.pointer }
end

-- ---- the part of the report ---------------------------------------------

local function day_text(day) return day and dates.format(day) or nil end

-- An answer about a fact is as sensitive as the fact.
local function answer_of(record, show_sensitive)
  local about_fact = record.prompt and record.prompt:find("^fact:")
  local entry = record.entry
  if about_fact and not show_sensitive and (not entry or entry.sensitive) then
    return nil
  end
  return record.answer
end

local function shown(record, in_force, changes, evaluation, json)
  return { id = record.id, kind = record.kind, by = record.by, party = record.party,
    why = record.why, authority = record.authority, pointer = record.pointer,
    prompt = record.prompt, check = record.check, fact = record.fact,
    fact_name = record.entry and record.entry.path or nil,
    answer = answer_of(record, evaluation.ctx.show_sensitive),
    outcome = record.outcome, facility = record.facility,
    from = day_text(record.from), ["until"] = day_text(record["until"]),
    in_force = in_force, unused = in_force and record.unused or nil,
    changes = changes and json.array(changes) or nil,
    used = evaluation.answers.used[record] or changes ~= nil or nil }
end

-- All records of the reading `r`, in the dossier's order.
function records_report.part(model, r, evaluation, json)
  local list, by_record = {}, changes_by_record(model, evaluation)
  for _, set in ipairs { r.records, r.records_lapsed,
    r.records_of_others } do
    for _, record in ipairs(set) do
      list[#list + 1] = shown(record, set == r.records, by_record[record],
        evaluation, json)
    end
  end
  table.sort(list, function(a, b)
    if #a.pointer ~= #b.pointer then return #a.pointer < #b.pointer end
    return a.pointer < b.pointer
  end)
  return json.array(list)
end

return records_report
