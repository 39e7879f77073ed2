-- Runs every check of the model over the frames of one dossier.

local bare = require "dossier.bare"
local contradictions = require "dossier.contradictions"
local decided = require "evaluate.decided"
local diagnostic = require "base.diagnostic"
local explain = require "evaluate.explain"
local house = require "layers.house"
local layers = require "layers"
local logic = require "evaluate.logic"
local outcomes = require "base.outcomes"
local rating = require "report.rating"
local records = require "dossier.records"

local evaluate = {}

local NA <const>, MET <const>, LAPSE <const>, ABSENT <const> =
  logic.NA, logic.MET, logic.LAPSE, logic.ABSENT
local EMPTY <const> = {}
local AUDITOR <const> = 3 -- the basis of what an auditor's record decides
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
  ctx.silent = answers.silent -- no judgement at all: nothing to look up
  function ctx.judgement(prompt)
    if answers.silent then return nil end
    local answer, record = answers.judgement(prompt, ctx.facility["#id"])
    if record and ctx.heard then ctx.heard[record] = true end
    return answer
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

-- An auditor's judgement that a lapse is systemic, or that the check does not
-- apply here.
local function judged(mask, check, ctx)
  if ctx.silent then return mask end
  if ctx.judgement(check.prompt_applies) == "no" then return NA end
  if mask & LAPSE ~= 0
    and ctx.judgement(check.prompt_extent) == "systemic" then
    return mask & ~LAPSE | ABSENT
  end
  return mask
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

local reasons = {}
reasons[outcomes.CONFORMANCE] = function(result, model, ctx)
  result.reason = explain.met_reason(model, result.check, ctx)
end

-- Whether a record says that the whole provision does not apply here.
local function by_record(result, ctx)
  return not ctx.silent and result.outside
    and ctx.judgement(result.check.provision.id .. "/applies") == "no"
end

-- The condition that keeps the check from being about anything here.
local function closed_gate(result, ctx)
  local check = result.check
  if result.outside then return check.provision.applies end
  local own = check.applies
  return own and not logic.may_hold(own.eval(ctx)) and own or check.expect
end

reasons[outcomes.NOT_APPLICABLE] = function(result, model, ctx)
  if result.judged_na or by_record(result, ctx) then
    result.reason = "The auditor's record says that this does not apply."
    result.basis = AUDITOR
    return
  end
  local closed = closed_gate(result, ctx)
  result.decided = closed and decided.by(closed, ctx) or EMPTY
  result.basis = decided.basis(result.decided, ctx) or 1
  result.reason = explain.na_reason(model, result, ctx)
end
reasons[outcomes.OPEN] = function(result, _, ctx)
  result.found = why_open(result, ctx)
  if #result.found == 0 and result.mask & ~logic.SHORT == 0 then
    result.found = explain.short(result.check.expect, ctx)
  end
  result.reason = explain.open_reason(ctx, result.found)
end
local function short_reason(result, model, ctx)
  result.found = explain.shortfalls(result.check.expect, ctx)
  result.reason = explain.shortfall_reason(model, ctx, result.found)
end

-- How well an outcome that is settled is supported.
local function support(result, ctx)
  if result.count ~= "settled" then return end
  local check = result.check
  result.basis = decided.basis(result.found, ctx)
    or decided.basis_of(check.expect, check.reads, ctx)
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
    outside = mask == NA and not logic.may_hold(provision_mask) }
  settle(result, model)
  local outcome = result.outcome
  local reason = reasons[outcome] or short_reason
  reason(result, model, ctx)
  result.count = (counts[outcome] or settled)(result, ctx)
  support(result, ctx)
  result.heard, ctx.heard = ctx.heard, nil
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

local function provision_extents(provision, ctx)
  if ctx.judgement(provision.id .. "/applies") == "no" then return NA end
  return provision.applies and not provision.broken
    and provision.applies.eval(ctx) or MET
end

local function run_provision(model, provision, ctx, facility, results)
  local mask = provision_extents(provision, ctx)
  for _, check in ipairs(provision.checks) do
    if not check.retired then
      results[#results + 1] = run_at(model, check, ctx, mask, facility)
    end
  end
end

local function run_facility(model, ctx, facility, results)
  ctx.facility = facility
  for _, provision in ipairs(model.provisions) do
    if provision.scope == "facility" then
      run_provision(model, provision, ctx, facility, results)
    end
  end
  ctx.facility = EMPTY
end

local IDENTITY <const> = { ["facility.id"] = true, ["facility.name"] = true,
  ["facility.country"] = true, ["facility.kind"] = true }

-- Whether anything but its identity is known of a facility; what only a layer
-- asks for does not count.
local function assessed(frame)
  for path, cell in pairs(frame) do
    if path:byte() ~= 35 and not IDENTITY[path] -- "#" marks no fact
      and not layers.is_own(path)
      and (cell.state and cell.state ~= "unknown"
        or cell.items and #cell.items > 0 or cell.complete
        or cell.conflicting) then
      return true
    end
  end
  return false
end

-- Whether nothing but the dossier's word stands for anything in a frame: no
-- evidence is named, and no auditor vouches.
local function by_statement(frame)
  for path, cell in pairs(frame) do
    if path:byte() ~= 35 and not IDENTITY[path] then
      if cell.legs and #cell.legs > 0 or cell.record or cell.auditor then return false end
      for _, item in ipairs(cell.items or EMPTY) do
        if not by_statement(item) then return false end
      end
    end
  end
  return true
end

-- The provisions known not to reach the facility of which only `frame` is known.
local function outside(model, ctx, frame)
  local ids = {}
  ctx.facility = frame
  for _, provision in ipairs(model.provisions) do
    ids[provision.id] = provision.scope == "facility"
      and not logic.may_hold(provision_extents(provision, ctx))
  end
  ctx.facility = EMPTY
  return ids
end

-- Completes the reading `r` with what follows from it, and returns the context
-- that checks are run in, and the auditor's answers.
function evaluate.prepare(model, r, call, host)
  local ctx, answers = new_context(model, r, call, host)
  contradictions.settle(model, r, ctx)
  bare.open(model.vocabulary, r, ctx)
  records.settle_facts(model, r, answers)
  for _, facility in ipairs(r.facilities.items) do
    facility["#assessed"] = assessed(facility)
    facility["#by_statement"] = facility["#assessed"] and by_statement(facility)
  end
  return ctx, answers
end

-- The result of `check` alone in a prepared context: at the first facility
-- assessed, or at the Member; nil where no facility is assessed.
function evaluate.one(model, check, r, ctx)
  if check.scope ~= "facility" then
    return run_safely(model, check, ctx, provision_extents(check.provision, ctx))
  end
  for _, facility in ipairs(r.facilities.items) do
    if facility["#assessed"] then
      ctx.facility = facility
      local result = run_safely(model, check, ctx,
        provision_extents(check.provision, ctx), facility)
      ctx.facility = EMPTY
      return result
    end
  end
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
    if facility["#assessed"] then
      run_facility(model, ctx, facility, results)
    else
      facility["#outside"] = outside(model, ctx, facility)
    end
  end
  if r.facilities.extra_hi > 0 then -- there may be some that are not listed
    r.facilities.outside = outside(model, ctx, EMPTY)
  end
  return { results = results, ctx = ctx, answers = answers }
end

return evaluate
