-- The rows of a report as CSV: tables by column name, each of one kind, in the
-- order a person reads the report.  What every row repeats, such as digests, is
-- added by csv.lua.

local plain = require "base.plain"
local view = require "view"
local view_evidence = require "view.evidence"
local view_records = require "view.records"
local view_signatures = require "view.signatures"

local csv_rows = {}

local function joined(list) return table.concat(list, "; ") end

-- ---- ratings ------------------------------------------------------------

local function counts_text(rating)
  if not rating.counted then return nil end
  local parts = {}
  for i, name in ipairs(view.COUNTS) do
    parts[i] = ("%s %d"):format(name:gsub("_", " "), rating.counts[name])
  end
  return joined(parts)
end

-- A rating in the columns that a result has for the same.
local function rating_row(rating, fields)
  fields.kind = "rating"
  fields.outcome, fields.reason = rating.rating, plain.sentence(rating.said)
    .. "."
  fields.range, fields.basis = joined(rating.range), rating.basis
  fields.checks_by_state = counts_text(rating)
  return fields
end

-- What the auditor says beside a rating; nil for nothing.
local function beside(rating)
  return (rating.recorded or rating.entered) and view.by_auditor(rating) or nil
end

local function provision_rows(rows, provisions, facility)
  for _, one in ipairs(provisions) do
    rows[#rows + 1] = rating_row(one, { facility = facility,
      provision = one.id, title = one.title,
      with_records = one.with_records and one.with_records.rating,
      recorded_by = beside(one),
      with_layers = one.house and one.house.said })
  end
end

local function of_place(rating, with_records, house, fields)
  fields.with_records = with_records and with_records.rating
  fields.recorded_by = beside(rating)
  fields.with_layers = house and house.said
  return rating_row(rating, fields)
end

-- What the report was made from, one row each.
local function add_origin(rows, v)
  local function add(id, text)
    rows[#rows + 1] = { kind = "report", id = id, value = text }
  end
  add("dossier_sha256", v.dossier_digest)
  add("rules_sha256", v.pack.digest)
  add("rules_signature", view_signatures.line(v.pack.layers))
  add("engine", v.engine)
  if v.evaluated_at then add("evaluated_at", v.evaluated_at) end
end

local function add_ratings(rows, v)
  rows[#rows + 1] = of_place(v.member, v.with_records, v.house,
    { title = "The Member; " .. v.member.assessed, ask = v.member.determined_by })
  if v.of_assessed then
    rows[#rows + 1] = rating_row(v.of_assessed,
      { id = "/assessed", title = "The facilities assessed alone" })
  end
  provision_rows(rows, v.provisions)
  for _, place in ipairs(v.facilities) do
    rows[#rows + 1] = of_place(place.rating, place.with_records, place.house,
      { facility = place.id, facility_name = place.name, title = "Facility"
        .. (place.about and ", " .. place.about or "")
        .. (place.remark and ", " .. place.remark or "") .. "; "
        .. place.rating.settled })
    provision_rows(rows, place.provisions, place.id)
  end
end

-- ---- results ------------------------------------------------------------

local function facts_text(facts)
  local parts = {}
  for i, fact in ipairs(facts) do
    parts[i] = fact.name .. " = " .. fact.value
  end
  return joined(parts)
end

local function evidence_text(facts)
  local ids, seen = {}, {}
  for _, fact in ipairs(facts) do
    for _, id in ipairs(fact.evidence) do
      if not seen[id] then seen[id], ids[#ids + 1] = true, id end
    end
  end
  return joined(ids)
end

local function recorded_by(result)
  local parts = {}
  for i, one in ipairs(view_records.beside(result)) do
    parts[i] = ("%s: %s"):format(one[1], one[2])
  end
  return table.concat(parts, " ")
end

-- The reason, and what the check comes to under each reading of the guidance.
local function reason_of(result)
  return table.concat({ result.reason, table.unpack(result.readings) }, " ")
end

local function result_row(result)
  return { kind = "result", id = result.id, facility = result.facility,
    provision = result.provision, check = result.check, title = result.title,
    outcome = result.outcome, range = joined(result.range),
    basis = result.basis, reason = reason_of(result), remedy = result.remedy,
    ask = result.ask, strength = result.strength,
    points = joined(result.points), against = joined(result.against),
    rests_on = facts_text(result.group == "open" and view.known_of(result)
      or result.rests_on),
    evidence = evidence_text(result.rests_on),
    with_records = result.auditor and result.auditor.outcome,
    recorded_by = recorded_by(result),
    layer = result.layer, with_layers = result.own and result.own.text,
    rule = result.file and ("%s:%d"):format(result.file, result.line) }
end

-- ---- facts and evidence -------------------------------------------------

-- Why it is so, that it is withheld, and what is remarked on it.
local function reason_of_fact(fact)
  local parts = { fact.why }
  if fact.withheld then
    parts[1] = "withheld by the Member" .. (fact.why and ": " .. fact.why or "")
  end
  parts[#parts + 1] = fact.note and "note: " .. fact.note or nil
  return #parts > 0 and joined(parts) or nil
end

local function fact_row(fact)
  return { kind = "fact", id = fact.key, facility = fact.facility,
    title = fact.name, state = fact.state, value = fact.value,
    basis = fact.basis, evidence = joined(fact.evidence), reason = reason_of_fact(fact),
    against = joined(fact.against), by = fact.by,
    recorded_by = fact.beside, pointer = fact.pointer }
end

local function evidence_row(one)
  local parts = {}
  for i, field in ipairs(view_evidence.details(one)) do
    parts[i] = ("%s: %s"):format(field.label, field.text)
  end
  return { kind = "evidence", id = one.id, title = one.title,
    type = one.kind, date = one.date, by = one.collected_by, reason = joined(parts) }
end

local function in_full_row(one)
  local parts = {}
  for i, field in ipairs(one.says) do
    parts[i] = ("%s: %s"):format(field.label, field.text)
  end
  return { kind = "register", id = ("%s[%s]"):format(one.key, one.label),
    facility = one.facility, title = one.of, reason = joined(parts) }
end

-- ---- what is open, entered and recorded ---------------------------------

-- "some of 11.3": a row of the report does not say which of its checks wait.
local function some_of(item)
  if #item.some_of == 0 then return "" end
  return (#item.checks > 0 and "; " or "") .. "some of " .. joined(item.some_of)
end

local function add_missing(rows, v)
  for _, place in ipairs(v.places) do
    for _, item in ipairs(place.missing) do
      rows[#rows + 1] = { kind = "missing", id = item.key,
        facility = place.id, check = joined(item.checks) .. some_of(item), ask = item.ask,
        state = item.state, pointer = item.pointer }
    end
  end
end

local function prompt_row(one, title)
  local parts = { one.text }
  for _, answer in ipairs(one.answers) do
    parts[#parts + 1] = ("%s: %s"):format(answer[1], answer[2])
  end
  if one.answer then parts[#parts + 1] = view.answer_words(one.answer) end
  return { kind = "prompt", id = one.key, title = title, check = one.check,
    facility = one.facility, ask = table.concat(parts, " ") }
end

local function add_prompts(rows, v)
  for _, one in ipairs(v.deciding) do
    rows[#rows + 1] = prompt_row(one, "For the auditor to decide")
  end
  for _, one in ipairs(v.advisory) do
    rows[#rows + 1] = prompt_row(one, "For the auditor to consider")
  end
end

local function yes_or_no(flag)
  if flag == nil then return nil end
  return flag and "yes" or "no"
end

local function finding_row(one)
  return { kind = "finding", cause = one.cause, containment = one.containment,
    overdue = yes_or_no(one.given.overdue),
    auditor_approved = yes_or_no(one.given.auditor_approved),
    action = one.action, owner = one.owner, due = one.due, raised = one.raised,
    verified_by = one.verified_by, closed_on = one.closed_on,
    id = one.id, title = "Entered by the auditor",
    facility = one.facility, provision = one.provision, check = one.check,
    outcome = one.rating, remedy = one.plan, by = one.by, party = one.party, pointer = one.pointer,
    evidence = joined(one.evidence),
    reason = one.account .. (one.repeat_of and " Repeats: " .. one.repeat_of
      or "") }
end

local function problem_row(one)
  return { kind = "problem", id = one.code, title = one.kind, reason = one.message,
    remedy = one.cure, pointer = one.pointer }
end

local function record_row(one)
  return { kind = "record", title = ("%s on %s"):format(one.kind or "record",
      view_records.about(one)), id = one.id, facility = one.facility,
    provision = one.provision, check = one.check, outcome = one.outcome,
    answer = one.answer, reason = one.why, by = one.by, authority = one.authority,
    party = one.party, date = one.date, type = one.kind, pointer = one.pointer,
    standing = view_records.standing(one) }
end

local function add_each(rows, list, row_of)
  for _, one in ipairs(list) do rows[#rows + 1] = row_of(one) end
end

local function escaped(text) return (text:gsub("~", "~0"):gsub("/", "~1")) end

-- A rating is called by its place and provision, as a result is by its place and
-- check; one with neither by "/".
local function rating_id(row)
  return (row.facility and escaped(row.facility) .. "/" or "")
    .. (row.provision or not row.facility and "/" or "")
end

-- A problem by what is wrong and where, for a code stands at many places.
local function problem_id(row)
  return ("%s %s"):format(row.id or "problem", row.pointer or "")
end

-- Gives each row of these kinds the key by which it is found again in the next
-- report; of rows with one key the later are numbered.
local function add_ids(rows)
  local ids_of, seen = { rating = rating_id, problem = problem_id }, {}
  for _, row in ipairs(rows) do
    local id_of = ids_of[row.kind]
    if id_of then
      local id = row.kind == "rating" and row.id or id_of(row)
      local key = row.kind .. " " .. id
      seen[key] = (seen[key] or 0) + 1
      row.id = seen[key] == 1 and id or ("%s-%d"):format(id, seen[key])
    end
  end
end

-- Every row of the view `v` (see view.lua).
function csv_rows.all(v)
  local rows = {}
  add_origin(rows, v)
  add_ratings(rows, v)
  add_each(rows, v.results, result_row)
  add_each(rows, v.facts, fact_row)
  add_each(rows, v.in_full, in_full_row)
  add_each(rows, v.evidence, evidence_row)
  add_missing(rows, v)
  add_prompts(rows, v)
  add_each(rows, v.findings, finding_row)
  add_each(rows, v.problems, problem_row)
  add_each(rows, v.records, record_row)
  add_ids(rows)
  return rows
end

return csv_rows
