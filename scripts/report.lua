-- Puts an evaluation together as cop11.report/1.

local auditor = require "report.auditor"
local dates = require "base.dates"
local determining = require "report.determining"
local fact_store = require "report.facts"
local findings = require "report.findings"
local outcomes = require "base.outcomes"
local pack = require "pack"
local prompts = require "report.prompts"
local questions = require "report.questions"
local rating = require "report.rating"
local records_report = require "report.records"
local registers = require "report.registers"
local registers_in_full = require "report.registers_in_full"
local results = require "report.results"
local wording = require "evaluate.wording"

local report = {}

local FORMAT <const> = "cop11.report/1"

-- ---- roll-ups -----------------------------------------------------------

-- A roll-up by provision.
local function new_sums(model)
  local by_provision = {}
  for _, provision in ipairs(model.provisions) do
    by_provision[provision.id] = rating.new()
  end
  return { by_provision = by_provision }
end

local function add_house(sums, result)
  local range = result.house and result.house.range or result.range
  local provision = result.check.provision
  if provision then
    return rating.add_house(sums.by_provision[provision.id], range)
  end
  for _, sum in pairs(sums.by_provision) do rating.add_house(sum, range) end
end

-- A layer's own check counts in the house rating alone.
local function add_result(sums, result, after)
  local check = result.check
  add_house(sums, result)
  if check.layer > 0 then return end
  if check.provision then
    local sum = sums.by_provision[check.provision.id]
    rating.add(sum, result.range, result.count, result.basis, check)
    rating.add_records(sum, after, result.auditor)
  else -- nobody knows which provision a broken file spoke of
    for _, sum in pairs(sums.by_provision) do
      rating.add(sum, result.range, result.count)
      rating.add_records(sum, after)
    end
  end
end

local function merge_sums(into, sums)
  for id, sum in pairs(sums.by_provision) do
    rating.merge(into.by_provision[id], sum)
  end
end

-- All provisions together.
local function all_of(model, sums)
  local all = rating.new()
  for _, provision in ipairs(model.provisions) do
    rating.merge(all, sums.by_provision[provision.id])
  end
  return all
end

-- Facilities that may be there and are not listed; how many checks they have
-- nobody knows.
local function add_unlisted(model, sums, outside)
  for _, provision in ipairs(model.provisions) do
    if provision.scope == "facility" then
      rating.add_unlisted(sums.by_provision[provision.id], outside[provision.id])
    end
  end
end

-- ---- parts of the report ------------------------------------------------

-- The house rating of a roll-up, where there are layers.
local function house_part(model, sum, json)
  return #model.layers > 1 and rating.shown_range(sum.house, json) or nil
end

-- The auditor's column, and the ids of the records in it; nil where none speaks.
local function records_part(sum, json)
  if #sum.changes == 0 then return nil end
  local shown, ids = rating.shown_range(sum.records, json), {}
  for i, record in ipairs(sum.changes) do ids[i] = record.id or record.pointer end
  shown.records = json.array(ids)
  return shown
end

-- The provisions at a facility or, for `frame` nil, over all of them.
local function provisions_of(model, sums, frame, findings_on, json)
  local scope = frame and "facility"
  local list = {}
  for _, provision in ipairs(model.provisions) do
    if not scope or provision.scope == scope then
      local sum = sums.by_provision[provision.id]
      local shown = rating.shown(sum, json)
      shown.house_rating = house_part(model, sum, json)
      shown.with_records = records_part(sum, json)
      shown.findings = findings_on(provision.id, frame and frame["#id"], json)
      shown.provision = provision.id
      if not frame then
        shown.title, shown.with = provision.title, provision.with
        shown.reads = provision.paths
      end
      list[#list + 1] = shown
    end
  end
  return json.array(list)
end

-- The rating of `sums`, and the two beside it.
local function ratings_part(model, sums, json)
  local all = all_of(model, sums)
  local shown = rating.shown(all, json)
  shown.with_records = records_part(all, json)
  shown.house_rating = house_part(model, all, json)
  return shown
end

-- What the dossier says of a facility's identity, where it is known.
local function known(frame, path)
  local cell = frame[path]
  return cell and cell.state == "known" and cell.raw or nil
end

-- Why a facility was not assessed, where the dossier says so.
local function not_assessed_why(model, frame)
  local entry = model.vocabulary.entries["facility.not_assessed_why"]
  local cell = entry and not frame["#assessed"] and frame[entry.path]
  return cell and cell.value and wording.value(entry, cell) or nil
end

local function facility_part(model, frame, sums, ctx, json)
  local shown = ratings_part(model, sums, json)
  shown.id, shown.name = frame["#id"], known(frame, "facility.name")
  shown.kind, shown.country = known(frame, "facility.kind"),
    known(frame, "facility.country")
  shown.pointer, shown.assessed = frame["#pointer"], frame["#assessed"]
  shown.by_statement = frame["#by_statement"] or nil
  shown.not_assessed_why = not_assessed_why(model, frame)
  shown.provisions = provisions_of(model, sums, frame, ctx.findings, json)
  return shown
end

-- Of how many of the facilities assessed nothing is known but what was stated.
local function statement_text(facilities, assessed)
  local count = 0
  for _, frame in ipairs(facilities.items) do
    if frame["#by_statement"] then count = count + 1 end
  end
  if count == 0 then return "" end
  local all = count == assessed
  return (" (%sby statement alone: no evidence is named there)"):format(
    all and "" or ("%d of them "):format(count))
end

local function member_part(model, r, total, of_assessed, assessed, json)
  local member = ratings_part(model, total, json)
  member.text = select(2, outcomes.rated(member.range or { member.rating }))
  local id, name = r.member["member.id"], r.member["member.name"]
  member.id, member.name = id and id.value or nil, name and name.value or nil
  member.rating_of_assessed = assessed > 0
    and rating.shown(all_of(model, of_assessed), json) or nil
  local facilities = r.facilities
  local of = #facilities.items
  member.facilities_assessed, member.facilities_listed = assessed, of
  member.facilities_complete = facilities.extra_hi == 0
  local all = member.facilities_complete and "" or ", and the list of "
    .. "facilities does not say that it is complete"
  member.assessed_text = ("%d of %d facilities assessed%s%s"):format(assessed, of,
    statement_text(facilities, assessed), all)
  return member
end

-- What the dossier says of the assessment itself; no check reads it.
local function assessment_part(model, r, json)
  local kind, said = r.assessment["assessment.kind"], {}
  for _, entry in ipairs(model.vocabulary.ordered) do
    local cell = r.assessment[entry.path]
    if entry.label and cell and cell.value ~= nil and not entry.sensitive then
      said[#said + 1] = { fact = entry.path, label = entry.label,
        value = cell.raw }
    end
  end
  return { kind = kind and kind.value or nil, said = json.array(said) }
end

local function places_of(problem)
  return table.concat(problem.pointers or {}, "\n")
end

-- One fact may contradict those of several facilities in the same words.
local function sorted_problems(r, json)
  table.sort(r.problems, function(a, b)
    if a.pointer ~= b.pointer then return a.pointer < b.pointer end
    if a.message ~= b.message then return a.message < b.message end
    return places_of(a) < places_of(b)
  end)
  local list = {}
  for i, p in ipairs(r.problems) do
    list[i] = { kind = p.kind, code = p.code, pointer = p.pointer, message = p.message,
      pointers = p.pointers and json.array(p.pointers), cure = p.cure }
  end
  return json.array(list)
end

local function pack_part(model, json)
  local layers = {}
  for i, declared in ipairs(model.layers) do
    layers[i] = { name = declared.name, digest = declared.digest,
      signature = pack.signature(declared, json) }
  end
  return { name = model.layers[1].name, digest = model.digest,
    title = model.about.title, version = model.about.version,
    edition = model.about.edition, layers = json.array(layers) }
end

-- ---- the whole ----------------------------------------------------------

-- Rolls every result up.
local function roll_up(model, r, evaluation)
  local answers = evaluation.answers
  local total, of_assessed = new_sums(model), new_sums(model)
  local of_member, by_facility = new_sums(model), {}
  for _, frame in ipairs(r.facilities.items) do
    by_facility[frame] = new_sums(model)
  end
  for _, result in ipairs(evaluation.results) do
    local after = auditor.mark(result, answers)
    local sums = result.facility and by_facility[result.facility]
    add_result(sums or of_member, result, after)
  end
  auditor.settle_all(model, of_member, nil, answers)
  merge_sums(total, of_member)
  merge_sums(of_assessed, of_member)
  return total, of_assessed, by_facility
end

local function results_part(model, evaluation, store, json)
  local shown = results.all(model, evaluation, store, json)
  evaluation.ctx.parameter = model.parameter_frame -- layers have their own
  return json.array(shown)
end

local function facilities_part(model, r, evaluation, total, of_assessed,
  by_facility, json)
  local list, assessed, answers = {}, 0, evaluation.answers
  for i, frame in ipairs(r.facilities.items) do
    local sums = by_facility[frame]
    auditor.settle_all(model, sums, frame["#id"], answers)
    if frame["#assessed"] then
      assessed = assessed + 1
      merge_sums(of_assessed, sums)
    end
    merge_sums(total, sums)
    list[i] = facility_part(model, frame, sums, evaluation.ctx, json)
  end
  if r.facilities.extra_hi > 0 then
    add_unlisted(model, total, r.facilities.outside)
  end
  return json.array(list), assessed
end

-- The report on `evaluation` of the reading `r`, and what it rates the Member:
-- { range, basis }, as numbers.
function report.build(model, r, evaluation, digest, call, host)
  local json = host.json
  evaluation.ctx.findings = findings.index(r)
  local store = fact_store.new(evaluation.ctx, host)
  local total, of_assessed, by_facility = roll_up(model, r, evaluation)
  local shown = results_part(model, evaluation, store, json)
  local facilities, assessed = facilities_part(model, r, evaluation, total,
    of_assessed, by_facility, json)
  local checks, points = registers.checks(model, shown, json)
  local member = member_part(model, r, total, of_assessed, assessed, json)
  local total_sum = all_of(model, total)
  member.determined_by = determining.find(model, r, evaluation, json)
  local asked = prompts.collect(model, r, evaluation, store, json)
  return {
    format = FORMAT, notice = model.about.notice, as_of = dates.format(r.as_of),
    evaluated_at = call.evaluated_at,
    engine = { name = "libcop11", version = host.version },
    pack = pack_part(model, json), dossier = { digest = digest },
    assessment = assessment_part(model, r, json),
    member = member,
    provisions = provisions_of(model, total, nil, evaluation.ctx.findings, json),
    questions = questions.answered(model, r, evaluation.results, json),
    facilities = facilities, results = shown, checks = checks, points = points,
    parameters = registers.parameters(model, evaluation.ctx.house),
    prompts = asked,
    missing = prompts.missing(evaluation, store, json),
    facts = store.by_key, problems = sorted_problems(r, json),
    evidence = registers.evidence(r, json),
    records = records_report.part(model, r, evaluation, json),
    registers = registers_in_full.rows(model, r, evaluation.ctx, json),
    findings = findings.shown(r, json),
    hints = findings.hints(model, member.rating, evaluation, json),
    changes = #model.layers > 1
      and require("layers.changes_report").all(model, r.as_of, json) or nil,
  }, { range = total_sum.range, basis = rating.basis_of(total_sum) }
end

report.FORMAT = FORMAT
return report
