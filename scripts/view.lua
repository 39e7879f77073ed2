-- Reads a report into what every form of it shows: typed, safe to print, and
-- grouped by place.  Nothing in the report is trusted: a field that is missing
-- or of another type reads as absent, never as a fault.

local grouped = require "base.grouped"
local keys = require "base.keys"
local outcomes = require "base.outcomes"
local plain = require "base.plain"
local report_rows = require "report.rows"
local sorted_keys = require "base.sorted_keys"
local view_answered = require "view.answered"
local view_because = require "view.because"
local view_broken = require "view.broken"
local view_common = require "view.common"
local view_evidence = require "view.evidence"
local view_facts = require "view.facts"
local view_findings = require "view.findings"
local view_grounds = require "view.grounds"
local view_in_full = require "view.in_full"
local view_missing = require "view.missing"
local view_places = require "view.places"
local view_problems = require "view.problems"
local view_ratings = require "view.ratings"
local view_records = require "view.records"
local view_results = require "view.results"
local view_signatures = require "view.signatures"
local view_withheld = require "view.withheld"

local view = {}

local rating_of, provisions_of =
  view_ratings.rating_of, view_ratings.provisions_of

local BASES <const> = "Stated: for at least one fact that decides it the dossier "
  .. "names no evidence. Evidenced: it names evidence. Auditor-verified: the auditor collected the "
  .. "evidence or vouches for the fact; by interview alone, it is what the auditor was "
  .. "told."

-- ---- results ------------------------------------------------------------

-- The layer that decided a result, in words; nil where there is but the pack.
local function decided_by(v, result)
  if result.is_own then
    return (result.layer or "?") .. "; it counts in the house rating alone"
  end
  return #v.pack.layers > 1 and result.layer or nil
end

local function read_results(v, report, host)
  v.results, v.store = {}, view_facts.of(report, host)
  local baseline = v.pack.layers[1] -- a report from outside may list none
  report_rows.each(report, function(row)
    host.charge(8)
    local result = view_results.result_of(row, report, v.store, host)
    result.is_own = result.layer ~= nil
    result.layer = result.layer or baseline and baseline.name
    result.decided_by = decided_by(v, result)
    local place = view_places.at(v, result.facility)
    v.results[#v.results + 1] = result
    place[result.group][#place[result.group] + 1] = result
  end)
  for _, place in ipairs(v.places) do
    view_results.mark_same(table.move(place.minor, 1, #place.minor, #place.major + 1,
      table.move(place.major, 1, #place.major, 1, {})))
  end
  v.broken = view_broken.sentences(v.results)
  view_grounds.mark(v)
  view_common.read(v.places, report.provisions, v.store)
  v.facts = {}
  for i, key in ipairs(sorted_keys(report.facts)) do v.facts[i] = v.store.fact(key) end
end

-- ---- the rest -----------------------------------------------------------

local function answers_of(value)
  local list = {}
  for answer, meaning in pairs(plain.object(value)) do
    if type(answer) == "string" and type(meaning) == "string" then
      list[#list + 1] = { plain.line(answer), plain.line(meaning) }
    end
  end
  table.sort(list, function(a, b) return a[1] < b[1] end)
  return list
end

local function read_prompts(v, report)
  local by_id = {}
  for _, result in ipairs(v.results) do by_id[result.id] = result end
  v.deciding, v.advisory = {}, {}
  for _, value in ipairs(report.prompts) do
    local into = value.kind == "deciding" and v.deciding or v.advisory
    for _, at in ipairs(value.at) do
      local check = plain.text(at.check or value.check)
      local result = check and by_id[keys.at(plain.text(at.facility), check)]
      into[#into + 1] = { id = plain.line(keys.prompt(at)), key = plain.line(at.id),
        text = plain.text(value.text) or "", facility = plain.text(at.facility),
        check = check, notes = into == v.deciding and result
          and view_results.notes_on(result) or {},
        answers = answers_of(value.answers), answer = plain.text(value.answer) }
    end
  end
end

local function read_registers(v, report, host)
  v.problems = plain.rows(report.problems, { "kind", "code", "pointer", "message",
    "cure" })
  v.problem_groups = view_problems.groups(report.problems)
  v.evidence = plain.rows(plain.by_key(report.evidence, "id"), { "id", "kind", "title",
    "date", "collected_by", "ref", "note", "hash", "media_type", "valid_until" })
  for _, row in ipairs(v.evidence) do
    row.host = host -- writes what a host's own `x-` keys hold
    row.age = view_evidence.age(row.date, v.as_of)
  end
  v.records = plain.rows(report.records, { "id", "kind", "by", "party", "stale",
    "without_effect", "authority", "why", "prompt", "check", "provision", "facility",
    "pointer", "fact", "fact_name", "ref", "note", "outcome", "date", "from", "until",
    "no_force", "superseded_by" })
  for _, row in ipairs(v.records) do
    row.why = view_records.why(row)
  end
  view_records.complete(v, host)
  v.parameters = plain.rows(plain.by_key(report.parameters, "name"), { "name", "unit",
    "layer" })
  for _, row in ipairs(v.parameters) do
    row.value = "not set"
    if row.given.state == "known" then
      local unit = math.type(row.given.value) and row.unit
      row.value = plain.value(row.given.value, host)
        .. (unit and " " .. unit or "")
    end
    row.from = plain.text(row.given.source)
  end
end

-- What layers change, what weakens and is in force apart.
local function read_changes(v, report)
  v.weakened, v.changed = {}, {}
  for _, row in ipairs(plain.rows(report.changes, { "text", "layer", "file" })) do
    local weakens = row.given.weakens == true and row.given.in_force ~= false
    local into = weakens and v.weakened or v.changed
    local text = row.text or "A change without words"
    into[#into + 1] = text:find("%.$") and text or text .. "."
  end
end

-- A rating beside the Member's is shown only where it says something else.
local function unless_same(rating, member)
  if rating and rating.text == member.text and rating.basis == member.basis then
    return nil
  end
  return rating
end

-- Who assessed, and what: { label, text } for each thing said.
local function assessment_of(report, host)
  local list = {}
  for _, one in ipairs(plain.objects(plain.object(report.assessment).said)) do
    local label = plain.text(one.label)
    if label and one.value ~= nil then
      list[#list + 1] = { label = label, text = plain.value(one.value, host) }
    end
  end
  return list
end

local function read_head(v, report, host)
  local pack, engine = plain.object(report.pack), plain.object(report.engine)
  local member = plain.object(report.member)
  v.title = plain.text(pack.title) or "Assessment"
  v.notice = plain.text(report.notice)
    or "Indicative rating; not an audit, and never a certificate."
  local other_rules = view_signatures.other_rules(pack)
  if other_rules then v.notice = v.notice .. " " .. other_rules end
  v.evaluated_at = plain.text(report.evaluated_at)
  v.as_of = plain.text(report.as_of) or "not stated"
  local kind = plain.text(plain.object(report.assessment).kind)
  v.kind = kind and kind:gsub("_", "-")
  v.assessment = assessment_of(report, host)
  v.engine = ("%s %s"):format(plain.text(engine.name) or "?",
    plain.text(engine.version) or "?")
  v.pack = { name = plain.text(pack.name) or "?", version =
    plain.text(pack.version), edition = plain.text(pack.edition),
    digest = plain.text(pack.digest) or "?",
    layers = view_signatures.layers_of(pack) }
  v.modified = view_signatures.modified(v.pack.layers)
  v.dossier_digest = plain.text(plain.object(report.dossier).digest) or "?"
  v.member = rating_of(member)
  v.member.recorded = view_ratings.recorded(member)
  v.member.set_aside_by = view_ratings.set_aside_by(member)
  v.member.id, v.member.name = plain.text(member.id), plain.text(member.name)
  v.member.determined_by = view_ratings.determined_by(member.determined_by)
  v.of_assessed = unless_same(rating_of(member.rating_of_assessed), v.member)
  v.with_records = view_ratings.beside(member, "with_records", member)
  v.house = view_ratings.beside(member, "house_rating")
  v.provisions = provisions_of(report.provisions)
  v.questions = view_ratings.questions_of(report.questions)
end

-- The auditor's column for the Member: what is said, and what stands behind it; nil
-- where the report has none.
local function auditor_column(v)
  if not v.with_records then return nil end
  if v.kind == "self" and not v.whose_records and not v.any_entered then
    return { says = "nothing: no auditor took part", behind = "" }
  end
  local parts = { v.whose_records and v.whose_records .. v.with_records.tail }
  parts[#parts + 1] = v.member.entered and "findings entered: " .. v.member.entered
  parts[#parts + 1] = view_records.judgements(v)
  return { says = v.whose_records and v.with_records.text or view_ratings.NO_RATING,
    behind = table.concat(parts, "; ") }
end

-- The same in a row: a record's author follows the rating, others are apart from it.
local function in_a_row(column, v)
  if not column or column.behind == "" then return column and column.says end
  return column.says .. (v.whose_records and ", " or "; ") .. column.behind
end

-- What the head says of records, findings and evidence.
local function read_remarks(v)
  local same = v.with_records and v.with_records.text == v.member.text
  v.whose_records = view_records.whose(v)
    or not same and "with overrides and waivers" or nil
  view_findings.mark(v)
  v.auditor = auditor_column(v)
  v.by_auditor = in_a_row(v.auditor, v)
  view_withheld.read(v)
  view_evidence.mark(v)
  v.alerts = view_records.alerts(v)
  v.judged = view_records.judged(v)
  v.entered = view_records.entered(v)
  v.bases = BASES
  if #v.evidence == 0 then
    v.bases = "No evidence was given. " .. BASES
  end
  view_records.mark_ratings(v)
  view_records.mark_facts(v)
  view_records.mark_results(v)
  local kinds = view_evidence.kinds(v)
  for _, result in ipairs(v.results) do
    result.support = view_results.support(result, kinds)
  end
  v.oldest = view_evidence.oldest(v)
  v.undated = view_evidence.undated(v)
end

-- ---- the whole ----------------------------------------------------------

-- The view of a decoded report.
function view.read(report, host)
  local v = {}
  read_head(v, report, host)
  read_changes(v, report)
  view_places.read(v, report)
  view_in_full.read(v, report)
  read_results(v, report, host)
  view_because.read(v)
  view_missing.read(v, report)
  view_answered.read(v)
  read_prompts(v, report)
  view_findings.read(v, report)
  v.hints = plain.rows(report.hints, { "hint", "text", "source" })
  read_registers(v, report, host)
  read_remarks(v)
  return v
end

-- What stands behind a rating's words: ", as stated: 3 of 4 checks ...".
function view.remarks(rating)
  return #rating.remarks > 0 and ", " .. table.concat(rating.remarks, "; ") or ""
end

-- How bad an open check could turn out.
function view.at_worst(worst)
  if not worst then return "open" end
  if outcomes.is_favourable(worst) then return "lowers no rating" end
  return "at worst " .. outcomes.words(worst)
end

-- The same of an open check.  Of a shall or must a record may find that a shortfall is
-- systemic; no range holds that, for it is the auditor's alone.
function view.at_worst_of(result)
  local worst = result.range[#result.range]
  local firm = result.strength == "shall" or result.strength == "must"
  return view.at_worst(worst) .. (firm and worst == outcomes.MINOR
    and "; major where a record finds it systemic" or "")
end

-- What a question is answered with, as people say it and a record writes it.
function view.answer_words(answer)
  if answer == "true or false" then
    return "The answer is yes or no (true or false in a record)."
  end
  return "The answer is " .. answer .. "."
end

view.rating_words = view_findings.rating_words

view.known_of = view_results.known_of

-- How many results all places have in `group`.
function view.count(v, group)
  local count = 0
  for _, place in ipairs(v.places) do count = count + #place[group] end
  return count
end

-- Whether a place has anything that is not settled.
function view.is_open(place)
  return #place.open > 0 or #place.missing > 0 or place.assessed == false
end

-- The open checks that stand for themselves, and, of those that share a row of the
-- report, one for each reason: { reason, checks }.
function view.open_of(place)
  local alone, shared, by_reason = {}, {}, {}
  for _, result in ipairs(place.open) do
    if not result.is_of_row then
      alone[#alone + 1] = result
    else
      local row = by_reason[result.reason]
      if not row then
        row = { reason = result.reason, checks = {} }
        by_reason[result.reason], shared[#shared + 1] = row, row
      end
      row.checks[#row.checks + 1] = result.check
    end
  end
  return alone, shared
end

function view.has_any(place, groups)
  for _, group in ipairs(groups) do
    if #place[group] > 0 then return true end
  end
  return false
end

-- Every place that has results in one of `groups`.
function view.places_with(v, groups)
  local list = {}
  for _, place in ipairs(v.places) do
    if view.has_any(place, groups) then list[#list + 1] = place end
  end
  return list
end

-- "pit: Northridge pit", or "The Member".
function view.place_name(place)
  if place.is_member then return "The Member" end
  return place.name and place.id .. ": " .. place.name or place.id
end

-- Where a fact stands; a parameter, in which of the layers.
local function place_of_fact(fact)
  if fact.worked_out_from then return "from " .. fact.worked_out_from end
  if fact.pointer or not fact.parameter then return fact.pointer end
  return fact.layer and "a parameter of " .. fact.layer or "a parameter"
end

-- What the dossier remarks on a known fact, where it is told in a row with others.
function view.remark_on(fact)
  if not fact.known then return "" end
  return (fact.withheld and " (withheld by the Member)"
      or fact.why and (" (why: %s)"):format(fact.why) or "")
    .. (fact.note and (" (note: %s)"):format(fact.note) or "")
end

-- How well a fact is supported, who says so and why; where it stands, too, but for a
-- reader who never opens the dossier (`is_brief`).
function view.behind_fact(fact, is_brief)
  local more = { fact.basis }
  more[#more + 1] = fact.by and (fact.parameter and "source: " or "stated by ")
    .. fact.by
  local place = (not is_brief or not fact.pointer or fact.worked_out_from)
    and (place_of_fact(fact) or "no pointer") or nil
  local support = #more > 0 and ("(%s)"):format(table.concat(more, ", ")) or nil
  return table.concat({ place or support, place and support }, " ")
    .. (fact.recorded and "; " .. fact.recorded or "")
    .. (#fact.against > 0 and "; against it:" .. plain.in_brackets(fact.against) or "")
    .. (fact.withheld and "; withheld by the Member" or "")
    .. (fact.why and "; why: " .. fact.why or "")
    .. (fact.note and "; note: " .. fact.note or "")
end

-- Says beside a title that a check is a layer's own, or what layers make of it.
function view.layer_tail(result)
  if result.is_own then return (" [layer %s]"):format(result.layer or "?") end
  return result.own and (" [with the layer %s: %s]"):format(result.own.layer,
    result.own.outcome) or ""
end

-- Results that share a reason; prompts that ask the same.
function view.by_reason(results)
  return grouped(results, function(result)
    return result.reason .. "\n" .. result.support
  end)
end
function view.prompts_by_text(list)
  return grouped(list, function(prompt) return prompt.text end)
end

view.baseline = view_places.baseline
view.by_auditor = view_ratings.by_auditor
view.COUNTS, view.counts_text = view_ratings.COUNTS, view_ratings.counts_text
view.open_text = view_ratings.open_text
view.GROUP_NAMES = outcomes.GROUPS
-- The groups that are findings, the gravest first.
view.SHORTFALLS = { "major", "minor", "observation" }

return view
