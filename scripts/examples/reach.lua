-- What a condition can come to, and so which outcomes a check can give, found
-- without a dossier: every combination of the facts that have few values is
-- tried, and all others are left unknown, which stands for every value.  The
-- answer can only be too large, never too small.

local dates = require "base.dates"
local logic = require "base.logic"
local nodes = require "model.nodes"
local outcomes = require "base.outcomes"

local reach = {}

local MOST_CASES <const> = 1024
local MOST_IN_SET <const> = 5
local NA <const>, MET <const>, NOTE <const>, LAPSE <const>, ABSENT <const> =
  logic.NA, logic.MET, logic.NOTE, logic.LAPSE, logic.ABSENT

-- ---- the values a fact can take -----------------------------------------

local function known(value)
  return { state = "known", value = value, raw = value }
end

-- Every subset of `values`, the empty one too: there may be nothing to answer.
local function subsets(values)
  local cells = {}
  for mask = 0, (1 << #values) - 1 do
    local set = {}
    for i, value in ipairs(values) do
      set[value] = mask & (1 << i - 1) ~= 0 or nil
    end
    cells[mask + 1] = known(set)
  end
  return cells
end

-- The cells a fact of few values may hold; nil for a fact of many.  `false`
-- stands for no cell: what may not apply is left open as well.
local function cells_of(entry)
  local cells
  if entry.type == "yes/no" then
    cells = { known(true), known(false) }
  elseif entry.type == "choice" then
    cells = {}
    for i, value in ipairs(entry.values) do cells[i] = known(value) end
  elseif entry.type == "choices" and #entry.values <= MOST_IN_SET then
    cells = subsets(entry.values)
  end
  if cells and entry.na_when then cells[#cells + 1] = false end
  return cells
end

reach.cells_of = cells_of

-- The facts to try, those of few values first, while the cases stay few.
local function chosen(entries)
  local candidates, picked, cases = {}, {}, 1
  for _, entry in ipairs(entries) do
    local cells = entry.scope ~= "parameter" and cells_of(entry)
    if cells then
      candidates[#candidates + 1] = { entry = entry, cells = cells }
    end
  end
  table.sort(candidates, function(a, b)
    if #a.cells ~= #b.cells then return #a.cells < #b.cells end
    return a.entry.path < b.entry.path
  end)
  for _, candidate in ipairs(candidates) do
    if cases * #candidate.cells > MOST_CASES then break end
    cases = cases * #candidate.cells
    picked[#picked + 1] = candidate
  end
  return picked
end

-- ---- trying them --------------------------------------------------------

local function new_context(model, host)
  local function frame() return { ["#pointer"] = "" } end
  local facility = frame()
  return { member = frame(), assessment = frame(), facility = facility,
    item = frame(), no_facility = facility, parameter = model.parameter_frame,
    as_of = dates.parse "2013-11-30", charge = host.charge,
    judgement = function() return nil end }
end

reach.context = new_context

-- Calls try() for every combination of the values of `picked`.
local function each_case(ctx, picked, try, from)
  local candidate = picked[from]
  if not candidate then return try() end
  local entry = candidate.entry
  local frame = ctx[entry.scope]
  for _, cell in ipairs(candidate.cells) do
    frame[entry.path] = cell or nil
    each_case(ctx, picked, try, from + 1)
  end
  frame[entry.path] = nil
end

-- Facts that contradict each other never come to a rule as they stand.
local function contradicts(model, ctx)
  for _, disagreement in ipairs(model.disagreements) do
    if logic.holds(disagreement.when.eval(ctx)) then return true end
  end
  return false
end

reach.contradicts = contradicts

-- The union of what eval(ctx) comes to over all cases of `entries`, without
-- those in which facts contradict each other when `consistent`.
local function union(model, host, entries, eval, consistent)
  local ctx, mask = new_context(model, host), 0
  each_case(ctx, chosen(entries), function()
    host.charge(1)
    if consistent and contradicts(model, ctx) then return end
    local ok, one = host.protect(eval, ctx) -- a plain function may fail
    if ok then mask = mask | one end
  end, 1)
  return mask
end

-- The set of extents that one condition can come to.
function reach.node(model, host, node)
  return union(model, host, nodes.facts(node), node.eval)
end

-- The facts on which an outcome of the check rests.
local function facts_of(check)
  return nodes.facts(check.provision.applies, check.applies, check.expect)
end

-- Evaluates what decides whether a check is asked.
local function gate(check)
  local outer, applies = check.provision.applies, check.applies
  return function(ctx)
    local open = outer and outer.eval(ctx) or MET
    if applies and logic.may_hold(open) then
      open = logic.worst[open][applies.eval(ctx)]
    end
    return open
  end
end

local function not_asked(open) return logic.may_fail(open) and NA or 0 end

-- Evaluates a check, its provision's `applies` included.
local function evaluator(check)
  local asked = gate(check)
  return function(ctx)
    local open = asked(ctx)
    return (logic.may_hold(open) and check.expect.eval(ctx) or 0)
      | not_asked(open)
  end
end

-- The set of extents that a check can come to.  Where it is not asked, what it
-- expects need not be answered, and so contradicts nothing.
function reach.check(model, host, check)
  local asked = gate(check)
  local gates = nodes.facts(check.provision.applies, check.applies)
  return union(model, host, facts_of(check), evaluator(check), true)
    | union(model, host, gates, function(ctx) return not_asked(asked(ctx)) end,
      true)
end

-- ---- outcomes -----------------------------------------------------------

local EXTENTS <const> = { MET, NOTE, LAPSE, ABSENT, NA }

-- Whether a plain function was called with every value of its facts.
local function all_tried(check)
  local tried, all = {}, true
  for _, candidate in ipairs(chosen(facts_of(check))) do
    tried[candidate.entry] = true
  end
  local function see(node)
    for _, entry in ipairs(node.entries or {}) do
      all = all and tried[entry]
    end
  end
  nodes.walk(check.applies, see)
  nodes.walk(check.expect, see)
  return all
end

-- A plain function whose facts have many values is taken to answer yes or no:
-- what else it might answer is nobody's to show.
local function without_guesses(check, mask)
  if not check.computes or all_tried(check) then return mask end
  local gated = check.applies or check.provision.applies
  return mask & (MET | NOTE | LAPSE | (gated and NA or 0))
end

-- The outcomes `check` can give, best first, `error` apart.  A broken check can
-- give no other.  Records by which an auditor sets a check aside, or calls a
-- lapse systemic, work alike for every check and are not counted.
function reach.outcomes(model, host, check)
  if check.broken or not check.provision or check.provision.broken
    or check.retired then
    return {}
  end
  local row = model.outcome_tables[check.strength or "beyond"]
  local nothing_known = evaluator(check)(new_context(model, host))
  local can, list = { [row[nothing_known].outcome] = true }, {}
  local mask = without_guesses(check, reach.check(model, host, check))
  for _, extent in ipairs(EXTENTS) do
    if mask & extent ~= 0 then can[row[extent].outcome] = true end
  end
  for _, outcome in ipairs(outcomes.OF_CHECKS) do
    if can[outcome] then list[#list + 1] = outcome end
  end
  return list
end

return reach
