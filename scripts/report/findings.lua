-- Findings an auditor entered, with their corrective action plans, and what the
-- pack says follows from the Member's rating (hints).  Both are shown and
-- questioned; neither changes an outcome.

local dates = require "base.dates"
local explain = require "evaluate.explain"
local logic = require "evaluate.logic"
local nearest = require "base.nearest"
local nodes = require "model.nodes"
local outcomes = require "base.outcomes"
local rating = require "report.rating"
local records_report = require "report.records"

local findings = {}

local function day_text(day)
  return day and dates.format(day) or nil
end

-- ---- the findings --------------------------------------------------------

local function is_overdue(finding, as_of)
  return finding.due ~= nil and finding.closed_on == nil and finding.due < as_of
end

local function shown(finding, as_of, json)
  return { id = finding.id, provision = finding.provision,
    facility = finding.facility, check = finding.check, rating = finding.rating,
    nature = finding.nature, by = finding.by, party = finding.party,
    cause = finding.cause, containment = finding.containment,
    action = finding.action, owner = finding.owner,
    auditor_approved = finding.auditor_approved, due = day_text(finding.due),
    verified_by = finding.verified_by, closed_on = day_text(finding.closed_on),
    overdue = is_overdue(finding, as_of), repeat_of = finding.repeat_of,
    note = finding.note, ref = finding.ref, raised = day_text(finding.raised),
    pointer = finding.pointer,
    evidence = finding.evidence and json.array(finding.evidence) or nil }
end

-- The findings as a report shows them, in the dossier's order.
function findings.shown(r, json)
  local list = {}
  for i, finding in ipairs(r.findings) do
    list[i] = shown(finding, r.as_of, json)
  end
  return json.array(list)
end

-- The ids of the findings that speak of what is asked at a facility, or at the
-- Member: of a check, or of a provision and its checks.
function findings.index(r)
  local by = {}
  for _, finding in ipairs(r.findings) do
    for _, one in ipairs { finding.provision, finding.check } do
      by[one] = by[one] or {}
      table.insert(by[one], finding)
    end
  end
  return function(id, facility, json)
    local ids, list = {}, by[id] or {}
    r.charge(#list)
    for _, finding in ipairs(list) do
      if not finding.facility or finding.facility == facility then
        ids[#ids + 1] = finding.id
      end
    end
    return #ids > 0 and json.array(ids) or nil
  end
end

-- Of one failing result under one finding, in steps.
local FAILING_COST <const> = 5

-- ---- what fails now where a finding was made -----------------------------

-- Whether a check is not in conformance now, whatever is unknown.
local function is_failing(result)
  return not result.broken and result.range & rating.FAVOURABLE == 0
end

local function is_conforming(result)
  return result.outcome == outcomes.CONFORMANCE
end

-- The results that are `wanted`, by check and by provision, each list in their order.
local function results_by(evaluation, wanted)
  local by = {}
  for _, result in ipairs(evaluation.results) do
    local check = result.check
    for _, one in ipairs(wanted(result) and { check.id, check.provision.id } or {}) do
      by[one] = by[one] or {}
      table.insert(by[one], result)
    end
  end
  return by
end

-- What fails of what the finding names, by place: { facility, checks }, in order.
local function failing_at(finding, by, charge)
  local places, at = {}, {}
  local list = by[finding.check or finding.provision] or {}
  charge(FAILING_COST * #list)
  for _, result in ipairs(list) do
    local id = result.facility and result.facility["#id"]
    if not finding.facility or finding.facility == id then
      local place = at[id or ""]
      if not place then
        place = { facility = id, checks = {} }
        at[id or ""], places[#places + 1] = place, place
      end
      place.checks[#place.checks + 1] = result.check.id
    end
  end
  return places
end

local MOST_PLACES <const> = 5

-- "1.1, 1.2 at east and 1.1 at west fall short of the guidance now".
local function failing_text(places)
  local said, count = {}, 0
  for i, place in ipairs(places) do
    count = count + #place.checks
    said[i] = table.concat(place.checks, ", ") .. (place.facility
      and " at " .. place.facility or "")
  end
  local more = #said - MOST_PLACES
  if more > 0 then
    said = table.move(said, 1, MOST_PLACES, 1, {})
    said[#said + 1] = ("what is asked at %d more"):format(more)
  end
  return ("%s %s short of the guidance now"):format(table.concat(said, " and "),
    count > 1 and "fall" or "falls")
end

-- ---- questions about findings that fail again ----------------------------

local failing_now = {}

function failing_now.repetitive(finding, places)
  return finding.closed_on and ("Finding %s was closed on %s, yet %s.  Is it a "
    .. "repetitive finding?"):format(finding.id, dates.format(finding.closed_on),
    failing_text(places))
end

-- `day` is the first of this assessment: what was raised on it or later is of
-- the same audit.
function failing_now.persistent(finding, places, day)
  return finding.raised and finding.raised < day and ("Finding %s was "
    .. "raised on %s, before this assessment began on %s, and %s.  Is it a "
    .. "persistent finding?"):format(finding.id, dates.format(finding.raised),
    dates.format(day), failing_text(places))
end

-- ---- what conforms now where a finding was made ---------------------------

-- Whether the auditor observed it after `day`.
local function is_observed_since(legs, day)
  for _, leg in ipairs(legs or {}) do
    local item = leg.item
    if item.kind == "observation" and item.collector == "auditor" and not leg.against
      and item.day and item.day > day then return true end
  end
  return false
end

-- The questions on practice that a check was answered by, and that nobody observed
-- after `day`.
local function unobserved(result, day, ctx)
  local asks = {}
  for _, entry in ipairs(nodes.facts(result.check.expect)) do
    local frame = entry.scope == "facility" and result.facility or ctx[entry.scope]
    local cell = entry.shown_by_some and frame[entry.path]
    if cell and cell.state == "known" and not is_observed_since(cell.legs, day) then
      asks[#asks + 1] = ("\"%s\""):format(entry.ask or entry.path)
    end
  end
  return asks
end

-- Of practice that turned after a finding somebody says so: what was seen of it?
local function ask_of_turned(finding, by, ctx, ask)
  local list = finding.check and finding.raised and by[finding.check] or {}
  ctx.charge(FAILING_COST * #list)
  for _, result in ipairs(list) do
    local facility = result.facility and result.facility["#id"]
    local here = not finding.facility or finding.facility == facility
    local asks = here and unobserved(result, finding.raised, ctx) or {}
    if #asks > 0 then
      ask { kind = "advisory", facility = facility, check = finding.check,
        prompt = ("finding:%s/turned"):format(finding.id),
        text = ("Finding %s was raised on %s, and %s conforms now.  Nothing that the "
          .. "auditor observed after that day is named for %s.  What shows that "
          .. "practice changed?"):format(finding.id, dates.format(finding.raised),
          finding.check, table.concat(asks, ", ")) }
    end
  end
end

-- ---- questions about findings as they stand ------------------------------

local questions = {}

function questions.persistent(finding)
  return finding.repeat_of and ("Finding %s repeats %s.  A shortfall that "
    .. "corrective action did not remove may be raised to major; that is the "
    .. "auditor's decision."):format(finding.id, finding.repeat_of)
end

function questions.plan(finding, rules)
  local wanted = rules.plan_required_for or {}
  return not finding.action and nearest.is_in(finding.rating, wanted)
    and ("Finding %s has no corrective action plan; one is required (%s).")
      :format(finding.id, rules.source or "")
end

function questions.overdue(finding, _, as_of)
  return is_overdue(finding, as_of) and ("The corrective action for finding %s "
    .. "was due on %s and is overdue: the finding is not closed.")
    :format(finding.id, dates.format(finding.due))
end

-- That the auditor approved the plan says nothing of its closure.
function questions.unverified(finding)
  if not finding.closed_on or finding.verified_by then return nil end
  local late = finding.due and finding.closed_on - finding.due or 0
  return ("Finding %s was closed on %s%s, and nobody is named who saw that the "
    .. "action works (\"verified_by\").  Who verified it, and by what evidence?")
    :format(finding.id, dates.format(finding.closed_on), late > 0
    and (", %d day%s after it was due"):format(late, late == 1 and "" or "s") or "")
end

function questions.critical(finding, rules)
  if finding.rating ~= outcomes.CRITICAL then return nil end
  local listed = nearest.is_in(finding.provision,
    rules.critical_provisions or {})
  return ("Finding %s claims a critical breach: the auditor is to confirm it.%s")
    :format(finding.id, listed and "" or "  The list of critical provisions "
      .. "does not name " .. tostring(finding.provision) .. ".")
end

function questions.write_up(finding)
  return not finding.cause and ("Finding %s names no root cause; a "
    .. "finding states its nature, its likely root cause, the requirement and "
    .. "the evidence."):format(finding.id)
end

local AS_THEY_STAND <const> = { "persistent", "plan", "overdue",
  "unverified", "critical", "write_up" }
local FAILING_NOW <const> = { "repetitive", "persistent" }

local function prompt_of(finding, name, text, facility, check)
  return text and { kind = "advisory", text = text, facility = facility,
    check = check, prompt = ("finding:%s/%s"):format(finding.id, name) }
end

local function ask_at(finding, places, facility, day, ask)
  for _, name in ipairs(FAILING_NOW) do
    local prompt = prompt_of(finding, name, failing_now[name](finding, places,
      day), facility, finding.check)
    if prompt and not (name == "persistent" and finding.repeat_of) then
      ask(prompt)
    end
  end
end

-- A finding on a check is asked about at each place, one on a whole provision once.
local function ask_of_failing(finding, by, day, charge, ask)
  local places = failing_at(finding, by, charge)
  if not finding.check and #places > 0 then
    return ask_at(finding, places, finding.facility, day, ask)
  end
  for _, place in ipairs(places) do
    ask_at(finding, { place }, place.facility, day, ask)
  end
end

-- The first day of the assessment; where nobody says when it began, its one day.
local function first_day(r)
  local began, on = r.assessment["assessment.began"], r.assessment["assessment.date"]
  return began and (began.value or began.lo) or on and on.value or r.as_of
end

-- Calls ask(prompt) with each advisory prompt that findings raise.
function findings.add_prompts(model, r, evaluation, ask)
  if #r.findings == 0 then return end
  local by, day = results_by(evaluation, is_failing), first_day(r)
  local conforming = results_by(evaluation, is_conforming)
  for _, finding in ipairs(r.findings) do
    for _, name in ipairs(AS_THEY_STAND) do
      local prompt = prompt_of(finding, name, questions[name](finding,
        model.finding_rules, r.as_of), finding.facility, finding.check)
      if prompt then ask(prompt) end
    end
    ask_of_failing(finding, by, day, r.charge, ask)
    ask_of_turned(finding, conforming, evaluation.ctx, ask)
  end
end

-- ---- hints --------------------------------------------------------------

-- Whether a check of firm wording (shall, must) rests on what is stated alone.
local function rests_on_words(model, results)
  for _, result in ipairs(results) do
    if result.count == "settled" and result.basis == 1
      and records_report.is_firm(model, result.check.strength) then
      return true
    end
  end
  return false
end

local UNFAVOURABLE <const> = { [outcomes.MAJOR] = true,
  [outcomes.NOT_DETERMINED] = true }

-- What the pack says of a Member with this rating, each with its source.  No
-- favourable rating has hints while anything firm rests on words alone.
function findings.hints(model, rated, evaluation, json)
  local list, ctx = {}, evaluation.ctx
  local held_back = #model.hints > 0 and not UNFAVOURABLE[rated]
    and rests_on_words(model, evaluation.results)
  ctx.facility = ctx.no_facility
  for _, hint in ipairs(held_back and {} or model.hints) do
    if nearest.is_in(rated, hint.ratings)
      and (not hint.when or logic.holds(hint.when.eval(ctx))) then
      list[#list + 1] = { hint = hint.id, source = hint.source,
        text = explain.fill(hint.text, model, ctx) }
    end
  end
  return json.array(list)
end

return findings
