-- The house rating: what the checks come to with the changes of the layers in
-- force on the day.  The COP 11 result of a check stays as it is; where a layer
-- weakens it, or reads it by another value, what then follows stands beside it.

local layer_changes = require "layers.changes"
local dates = require "base.dates"
local explain = require "evaluate.explain"
local logic = require "evaluate.logic"
local outcomes = require "base.outcomes"
local rating = require "report.rating"
local shallow = require "base.shallow"

local house = {}

-- ---- what is in force ---------------------------------------------------

-- The parameters with the layers' own values, and the last change of each.
local function frame_of(model, as_of)
  local frame, set
  for _, change in ipairs(model.changes) do
    if change.kind == "changes-parameter" and layer_changes.in_force(change, as_of) then
      if not frame then
        frame, set = shallow.copy(model.parameter_frame), {}
      end
      frame[change.entry.path], set[change.entry] = change.cell, change
    end
  end
  return frame, set
end

-- What the layers change on the day `as_of`: { frame, set, of }, or nil where
-- they change nothing that is there.
function house.plan(model, as_of)
  if #model.changes == 0 then return nil end
  local plan = { of = {} }
  plan.frame, plan.set = frame_of(model, as_of)
  for _, change in ipairs(model.changes) do
    if change.grounds and change.check and layer_changes.in_force(change, as_of) then
      plan.of[change.check] = change
    end
  end
  return (plan.frame or next(plan.of)) and plan or nil
end

-- The change of a parameter that the check reads, or nil.
local function read_change(plan, check)
  for _, entry in ipairs(plan.frame and check.reads.facts or {}) do
    if plan.set[entry] then return plan.set[entry] end
  end
end

-- The parameters that a check is evaluated with for the COP 11 rating or, for a
-- layer's own check, for the house rating: nil for the usual ones.
function house.parameters_for(plan, check)
  return plan and check.layer > 0 and plan.frame or nil
end

-- ---- one result ---------------------------------------------------------

local function grounds_text(model, change, what)
  local grounds = change.grounds
  return ("%s by the layer %s until %s (%s): %s"):format(what,
    layer_changes.layer_of(model, change), dates.format(grounds.last), grounds.by,
    grounds.because)
end

local function not_applicable(model, change, what)
  return { change = change, outcome = outcomes.NOT_APPLICABLE, range = rating.NONE,
    reason = grounds_text(model, change, what) }
end

local function narrowed(model, change, base, ctx)
  local gate = change.node.eval(ctx)
  if logic.holds(gate) then return nil end
  if not logic.may_hold(gate) then
    return not_applicable(model, change, "Narrowed")
  end
  local range = base.range | rating.NONE
  local found = explain.open(change.node, ctx)
  return { change = change, range = range, found = found,
    outcome = logic.single[range] and base.outcome or outcomes.OPEN,
    reason = explain.open_reason(ctx, found) }
end

-- What the result of a check of the baseline comes to in the house rating; nil
-- where that is the same.  run(check) judges it with the parameters in ctx.
function house.judge(model, result, ctx, run)
  local plan, check = ctx.house, result.check
  if check.layer > 0 or result.broken then return nil end
  local change = plan.of[check]
  if change and not change.node then
    return not_applicable(model, change, "Switched off")
  end
  local set, base, usual = read_change(plan, check), result, ctx.parameter
  if set then
    ctx.parameter = plan.frame
    base = run(check)
    ctx.parameter = usual
  end
  return change and narrowed(model, change, base, ctx)
    or set and { change = set, outcome = base.outcome, range = base.range,
      reason = base.reason, found = base.found } or nil
end

return house
