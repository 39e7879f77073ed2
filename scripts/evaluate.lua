-- Runs every check of the model over the frames of one dossier.

local against = require "evaluate.against"
local assessed = require "evaluate.assessed"
local bare = require "dossier.bare"
local na_claims = require "dossier.na_claims"
local contradictions = require "dossier.contradictions"
local decided = require "evaluate.decided"
local derive = require "dossier.derive"
local diagnostic = require "base.diagnostic"
local explain = require "evaluate.explain"
local house = require "layers.house"
local logic = require "evaluate.logic"
local outcomes = require "base.outcomes"
local rating = require "report.rating"
local record_facts = require "dossier.records.facts"
local records = require "dossier.records"

local evaluate = {}

local NA <const>, MET <const>, LAPSE <const>, ABSENT <const> =
  logic.NA, logic.MET, logic.LAPSE, logic.ABSENT
local EMPTY <const> = {}
local AUDITOR <const> = 3 -- the basis of what an auditor's record decides
-- A rule has one sentence; what it stands on is said before it, by basis.
local VOICES <const> = { "As stated: ", "As documented: ", "Auditor-verified: " }
local RESULT_COST <const> = 500 -- of making and writing one, in steps

-- The context conditions are evaluated in.
local function new_context(model, r, call, host)
  local ctx = { member = r.member, assessment = r.assessment, facility = EMPTY,
    item = EMPTY, no_facility = EMPTY, as_of = r.as_of,
    parameter = call.parameters or model.parameter_frame,
    layer_names = model.layer_names,
    show_sensitive = call.show_sensitive, charge = host.charge,
    house = house.plan(model, r.as_of) }
  local answers = records.index(r)
  ctx.silent = answers.silent -- no record at all: nothing to look up
  -- The auditor's answer to a prompt here; `muted` is the prompt that is left out.
  function ctx.judgement(prompt)
    if answers.silent or prompt == ctx.muted then return nil end
    local answer, claims = answers.judgement(prompt, ctx.facility["#id"])
    if claims and ctx.heard then ctx.heard[prompt] = claims end
    return answer, claims
  end
  return ctx, answers
end

-- ---- one check ----------------------------------------------------------

local function gate(provision_mask, check, ctx)
  if not check.applies then return provision_mask end
  if not logic.may_hold(provision_mask) then return provision_mask end
  return logic.worst[provision_mask][check.applies.eval(ctx)]
end

-- The set of extents the check may have here.
local function extents(provision_mask, check, ctx)
  local open = gate(provision_mask, check, ctx)
  local mask = logic.may_hold(open) and check.expect.eval(ctx) or 0
  if logic.may_fail(open) then mask = mask | NA end
  return mask, open
end

-- Whether something applies, by the auditor's answer: it counts only where the
-- facts leave that open.
local function applied(mask, prompt, ctx)
  if mask == NA or mask & NA == 0 then return mask end
  local answer = ctx.judgement(prompt)
  return answer == "no" and NA or answer == "yes" and mask & ~NA or mask
end

-- An auditor's judgement that a lapse is systemic.  Where records contradict each
-- other it may be either.
local function extended(mask, prompt, ctx)
  if mask & LAPSE == 0 then return mask end
  local answer, claims = ctx.judgement(prompt)
  if answer == "systemic" then return mask & ~LAPSE | ABSENT end
  return claims and claims.contradict and mask | ABSENT or mask
end

-- Whether records contradict each other on the extent of a lapse.
local function is_disputed(mask, check, ctx)
  local claims = mask & LAPSE ~= 0 and ctx.heard
    and ctx.heard[check.prompt_extent]
  return claims and claims.contradict or nil
end

-- The set of extents after the auditor's answers on the whole check.
local function judged(mask, check, ctx)
  if ctx.silent then return mask end
  return extended(applied(mask, check.prompt_applies, ctx), check.prompt_extent,
    ctx)
end

local function broken_result(check, facility, problem)
  return { check = check, facility = facility, outcome = outcomes.ERROR,
    range = rating.FULL, count = "error", broken = problem,
    reason = ("This check is broken and was not run: %s"):format(
      problem.message), found = EMPTY }
end

local function settle(result, model)
  local row = model.outcome_tables[result.check.strength or "beyond"]
  local cell = row[result.mask]
  result.outcome, result.range = cell.outcome, cell.range
end

local counts = {}
counts[outcomes.NOT_APPLICABLE] = function() return "not_applicable" end
counts[outcomes.OPEN] = function(result, ctx)
  if result.disputed then return "conflicting" end
  local worst = "unknown"
  for _, found in ipairs(result.found) do
    local state = explain.state_of(ctx, found)
    if state == "conflicting" then return state end
    if state == "withheld" then worst = state end
  end
  return worst
end
local function settled() return "settled" end

local function why_open(result, ctx)
  local check, provision = result.check, result.check.provision
  if not logic.single[result.provision_mask] and provision.applies then
    return explain.open(provision.applies, ctx, true)
  elseif not logic.single[result.gate] and check.applies then
    return explain.open(check.applies, ctx, true)
  end
  return explain.open(check.expect, ctx)
end

-- How well an outcome that is settled is supported.
local function support(result, ctx)
  local check = result.check
  result.basis = decided.basis(result.found, ctx)
    or decided.basis_of(check.expect, check.reads, ctx)
  ctx.voice = result.basis
end

local reasons = {}
reasons[outcomes.CONFORMANCE] = function(result, model, ctx)
  support(result, ctx)
  result.reason = explain.met_reason(model, result.check, ctx)
end

-- The claims of records by which, and not by the facts, this does not apply here.
local function by_records(result, ctx)
  if ctx.silent then return nil end
  return result.judged_na and ctx.heard[result.check.prompt_applies]
    or result.outside and ctx.provision_judged or nil
end

-- "The auditor's record says that this does not apply: WHY (ID, WHO, ROLE)."
local function recorded_reason(claims)
  local list = {}
  for i, claim in ipairs(claims) do
    local record = claim.record
    list[i] = ("%s (%s%s, %s)"):format((record.why:gsub("%.%s*$", "")),
      record.id and record.id .. ", " or "", record.by, record.authority)
  end
  table.sort(list)
  return "The auditor's record says that this does not apply: "
    .. table.concat(list, "; ") .. "."
end

-- The condition that keeps the check from being about anything here.
local function closed_gate(result, ctx)
  local check = result.check
  if result.outside then return check.provision.applies end
  local own = check.applies
  return own and not logic.may_hold(own.eval(ctx)) and own or check.expect
end

reasons[outcomes.NOT_APPLICABLE] = function(result, model, ctx)
  local claims = by_records(result, ctx)
  if claims then
    result.reason = recorded_reason(claims)
    result.basis, result.by_record = AUDITOR, true
    return
  end
  local closed = closed_gate(result, ctx)
  result.decided = closed and decided.by(closed, ctx) or EMPTY
  result.basis = decided.basis(result.decided, ctx) or 1
  ctx.voice = result.basis
  result.reason = explain.na_reason(model, result, ctx)
end
reasons[outcomes.OPEN] = function(result, _, ctx)
  result.found = why_open(result, ctx)
  if #result.found == 0 and result.mask & ~logic.SHORT == 0 then
    result.found = explain.short(result.check.expect, ctx)
  end
  result.reason = result.disputed and "The auditor's records contradict each "
    .. "other: is this shortfall isolated, or systemic?"
    or explain.open_reason(ctx, result.found)
end
local function short_reason(result, model, ctx)
  result.found = explain.shortfalls(result.check.expect, ctx)
  support(result, ctx)
  result.reason = explain.shortfall_reason(model, ctx, result.found)
end

-- Says that records have a part in the evaluation.
local function use_all(claims, ctx)
  for _, claim in ipairs(claims) do ctx.answers.use(claim.record) end
end

-- The judgements that the result rests on: those without which it would be
-- another, and how far a shortfall reaches, whichever it is.  The others were heard
-- where the facts had settled the matter; those that contradict each other settle
-- nothing, and have their case all the same.
local function keep_heard(result, provision_mask, check, ctx)
  local heard = ctx.heard
  ctx.heard, result.heard = nil, {}
  for prompt, claims in pairs(heard) do
    ctx.muted = prompt
    local without = judged(extents(provision_mask, check, ctx), check, ctx)
    ctx.muted = nil
    if claims.contradict then use_all(claims, ctx) end
    local tells = without ~= result.mask or prompt == check.prompt_extent
    for _, claim in ipairs(tells and claims or EMPTY) do
      result.heard[claim.record] = true
    end
  end
  for _, claim in ipairs(ctx.provision_opened or EMPTY) do
    result.heard[claim.record] = true
  end
end

-- Says before the sentence of what is settled whose word it is.
local function give_voice(result, ctx)
  ctx.voice = nil
  if result.basis and not result.by_record then
    result.reason = VOICES[result.basis] .. result.reason
  end
end

local function run_check(model, check, ctx, provision_mask, facility)
  local problem = check.broken or check.provision.broken
  if problem then return broken_result(check, facility, problem) end
  ctx.heard = not ctx.silent and {} or nil
  local mask, open = extents(provision_mask, check, ctx)
  local after = judged(mask, check, ctx)
  local result = { check = check, facility = facility, mask = after,
    gate = open, provision_mask = provision_mask, found = EMPTY,
    judged_na = after == NA and mask ~= NA,
    disputed = is_disputed(mask, check, ctx),
    outside = mask == NA and not logic.may_hold(provision_mask) }
  settle(result, model)
  local outcome = result.outcome
  local reason = reasons[outcome] or short_reason
  reason(result, model, ctx)
  result.count = (counts[outcome] or settled)(result, ctx)
  give_voice(result, ctx)
  if result.count ~= "not_applicable" or result.by_record then
    result.against = against.of(check, outcomes.is_shortfall(outcome)
      and result.found or EMPTY, ctx)
  end
  if ctx.heard then
    keep_heard(result, provision_mask, check, ctx)
  end
  return result
end

-- A plain function that fails at run time breaks its own check alone.
local function run_safely(model, check, ctx, provision_mask, facility)
  if not check.computes then
    return run_check(model, check, ctx, provision_mask, facility)
  end
  local ok, result = model.host.protect(run_check, model, check, ctx,
    provision_mask, facility)
  if ok then return result end
  ctx.item = EMPTY
  if type(result) ~= "table" then
    return broken_result(check, facility, { message = tostring(result),
      file = check.file, line = check.line })
  end
  return broken_result(check, facility, { file = result.file, line = result.line,
    column = result.column, message = diagnostic.text(result.says) })
end

-- ---- all of them --------------------------------------------------------

-- One check at one place.  A layer's own check reads the layers' parameters.
local function run_at(model, check, ctx, provision_mask, facility)
  ctx.charge(RESULT_COST)
  local usual, own = ctx.parameter, house.parameters_for(ctx.house, check)
  ctx.parameter = own or usual
  local result = run_safely(model, check, ctx, provision_mask, facility)
  ctx.parameter, result.parameters = usual, own
  if ctx.house then
    result.house = house.judge(model, result, ctx, function()
      return run_safely(model, check, ctx, provision_mask, facility)
    end)
  end
  return result
end

-- Whether the provision applies: NA where it is known not to.  The claims of
-- records that say so where the facts do not are left in ctx.provision_judged, of
-- those that say that it applies in ctx.provision_opened.
local function provision_extents(provision, ctx)
  local mask = provision.applies and not provision.broken
    and provision.applies.eval(ctx) or MET
  ctx.provision_judged, ctx.provision_opened = nil, nil
  if ctx.silent or not logic.may_hold(mask) or not logic.may_fail(mask) then
    return mask
  end
  local answer, claims = ctx.judgement(provision.id .. "/applies")
  use_all(claims or EMPTY, ctx)
  if not answer then return mask end
  ctx.provision_judged = answer == "no" and claims or nil
  ctx.provision_opened = answer == "yes" and claims or nil
  return answer == "no" and NA or MET
end

local function run_provision(model, provision, ctx, facility, results)
  local mask, first = provision_extents(provision, ctx), #results + 1
  for _, check in ipairs(provision.checks) do
    if not check.retired then
      results[#results + 1] = run_at(model, check, ctx, mask, facility)
    end
  end
  return assessed.is_looked_at(results, first)
end

-- A facility is assessed where each provision that may apply was looked at.
local function run_facility(model, ctx, facility, results)
  local all = true
  ctx.facility = facility
  for _, provision in ipairs(model.provisions) do
    if provision.scope == "facility" then
      all = run_provision(model, provision, ctx, facility, results) and all
    end
  end
  ctx.facility = EMPTY
  facility["#assessed"] = all
end

-- The provisions known not to reach a facility that nobody listed.
local function outside(model, ctx)
  local ids = {}
  for _, provision in ipairs(model.provisions) do
    ids[provision.id] = provision.scope == "facility"
      and not logic.may_hold(provision_extents(provision, ctx))
  end
  return ids
end

-- Completes the reading `r` with what follows from it, and returns the context
-- that checks are run in, and the auditor's answers.
function evaluate.prepare(model, r, call, host)
  local ctx, answers = new_context(model, r, call, host)
  ctx.answers = answers
  contradictions.settle(model, r, ctx)
  bare.open(model.vocabulary, r, ctx)
  na_claims.look(model.vocabulary, r, ctx)
  record_facts.settle(r, answers)
  for _, facility in ipairs(r.facilities.items) do
    ctx.facility = facility
    derive.follow(model.vocabulary, facility, ctx)
  end
  ctx.facility = EMPTY
  return ctx, answers
end

-- The result of `check` alone in a prepared context: at the first facility, or at
-- the Member; nil where there is no facility.
function evaluate.one(model, check, r, ctx)
  local facility = check.scope == "facility" and r.facilities.items[1]
  if check.scope == "facility" and not facility then return nil end
  ctx.facility = facility or ctx.facility
  local result = run_safely(model, check, ctx,
    provision_extents(check.provision, ctx), facility or nil)
  ctx.facility = EMPTY
  return result
end

-- Evaluates the reading `r`.  Returns { results, ctx, answers }: the results at
-- the Member first, then facility by facility in the dossier's order.
function evaluate.run(model, r, call, host)
  local ctx, answers = evaluate.prepare(model, r, call, host)
  local results = {}
  for _, provision in ipairs(model.provisions) do
    if provision.scope == "member" then
      run_provision(model, provision, ctx, nil, results)
    end
  end
  for _, check in ipairs(model.homeless.checks) do
    results[#results + 1] = broken_result(check, nil, check.broken
      or { message = "it belongs to no provision" })
  end
  for _, facility in ipairs(r.facilities.items) do
    run_facility(model, ctx, facility, results)
    assessed.mark(r, facility)
  end
  if r.facilities.extra_hi > 0 then -- there may be some that are not listed
    r.facilities.outside = outside(model, ctx)
  end
  return { results = results, ctx = ctx, answers = answers }
end

return evaluate
