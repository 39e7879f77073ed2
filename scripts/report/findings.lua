-- Findings an auditor entered, with their corrective action plans, and what the
-- pack says follows from the Member's rating (hints).  Both are shown and
-- questioned; neither changes an outcome.

local dates = require "base.dates"
local explain = require "evaluate.explain"
local logic = require "evaluate.logic"
local nearest = require "base.nearest"
local outcomes = require "base.outcomes"
local records_report = require "report.records"

local findings = {}

local function day_text(day)
  return day and dates.format(day) or nil
end

local function plan_part(cap, as_of)
  if not cap then return nil end
  return { action = cap.action, auditor_approved = cap.auditor_approved,
    due = day_text(cap.due), closed = day_text(cap.closed),
    overdue = cap.due ~= nil and cap.closed == nil and cap.due < as_of }
end

-- The findings as a report shows them, in the dossier's order.
function findings.shown(r, json)
  local list = {}
  for i, finding in ipairs(r.findings) do
    list[i] = { id = finding.id, provision = finding.provision,
      facility = finding.facility, check = finding.check,
      rating = finding.rating, nature = finding.nature,
      root_cause = finding.root_cause, repeat_of = finding.repeat_of,
      raised = day_text(finding.raised), pointer = finding.pointer,
      evidence = finding.evidence and json.array(finding.evidence) or nil,
      plan = plan_part(finding.cap, r.as_of) }
  end
  return json.array(list)
end

-- ---- questions about findings -------------------------------------------

local questions = {}

function questions.persistent(finding)
  return finding.repeat_of and ("Finding %s repeats %s.  A shortfall that "
    .. "corrective action did not remove may be raised to major; that is the "
    .. "auditor's decision."):format(finding.id, finding.repeat_of)
end

function questions.plan(finding, rules)
  local wanted = rules.plan_required_for or {}
  return not finding.cap and nearest.is_in(finding.rating, wanted)
    and ("Finding %s has no corrective action plan; one is required (%s).")
      :format(finding.id, rules.source or "")
end

function questions.overdue(finding, _, as_of)
  local cap = finding.cap
  return cap and cap.due and not cap.closed and cap.due < as_of
    and ("The corrective action for finding %s was due on %s and is not closed.")
      :format(finding.id, dates.format(cap.due))
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
  return not finding.root_cause and ("Finding %s names no root cause; a "
    .. "finding states its nature, its likely root cause, the requirement and "
    .. "the evidence."):format(finding.id)
end

local ORDER <const> = { "persistent", "plan", "overdue", "critical",
  "write_up" }

-- Appends the advisory prompts that findings raise.
function findings.add_prompts(model, r, out)
  for _, finding in ipairs(r.findings) do
    for _, name in ipairs(ORDER) do
      local text = questions[name](finding, model.finding_rules, r.as_of)
      if text then
        local id = ("finding:%s/%s"):format(finding.id or "", name)
        out[#out + 1] = { id = id, kind = "advisory", prompt = id,
          facility = finding.facility, text = text }
      end
    end
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
function findings.hints(model, rating, evaluation, json)
  local list, ctx = {}, evaluation.ctx
  local held_back = #model.hints > 0 and not UNFAVOURABLE[rating]
    and rests_on_words(model, evaluation.results)
  ctx.facility = ctx.no_facility
  for _, hint in ipairs(held_back and {} or model.hints) do
    if nearest.is_in(rating, hint.ratings)
      and (not hint.when or logic.holds(hint.when.eval(ctx))) then
      list[#list + 1] = { hint = hint.id, source = hint.source,
        text = explain.fill(hint.text, model, ctx) }
    end
  end
  return json.array(list)
end

return findings
