-- What a condition can come to, and so which outcomes a check can give, found
-- without a dossier: the core tries every combination of the facts that have few values,
-- and all others are left unknown, which stands for every value.  The
-- answer can only be too large, never too small.

local core = require "core"
local logic = require "base.logic"
local nodes = require "model.nodes"
local outcomes = require "base.outcomes"

local reach = {}

local MOST_CASES <const> = 1024
local MOST_IN_SET <const> = 5
local NA <const>, MET <const>, NOTE <const>, LAPSE <const>, ABSENT <const> =
  logic.NA, logic.MET, logic.NOTE, logic.LAPSE, logic.ABSENT
local ALL <const> = NA | MET | NOTE | LAPSE | ABSENT

-- ---- the values a fact can take -----------------------------------------

-- Every subset of `values`, the empty one too: there may be nothing to answer.
local function subsets(values)
  local answers = {}
  for mask = 0, (1 << #values) - 1 do
    local names = {}
    for i, value in ipairs(values) do
      if mask & (1 << i - 1) ~= 0 then names[#names + 1] = value end
    end
    answers[mask + 1] = { number = mask,
      text = #names > 0 and table.concat(names, " and ") or "none" }
  end
  return answers
end

-- One answer for each of `values`: the bit that the core has it by, and its text.
local function each_of(values)
  local answers = {}
  for i, value in ipairs(values) do answers[i] = { number = 2.0 ^ (i - 1), text = value } end
  return answers
end

-- The answers to a fact of few values; nil for a fact of many.  One without a number
-- leaves it open: so is what may not apply.
local function answers_of(entry)
  local answers
  if entry.type == "yes/no" then
    answers = each_of { "yes", "no" }
  elseif entry.type == "choice" then
    answers = each_of(entry.values)
  elseif entry.type == "choices" and #entry.values <= MOST_IN_SET then
    answers = subsets(entry.values)
  end
  if answers and entry.na_when then answers[#answers + 1] = {} end
  return answers
end

reach.answers_of = answers_of

-- The facts to try, those of few values first, while the cases stay few.
local function chosen(entries)
  local candidates, picked, cases = {}, {}, 1
  for _, entry in ipairs(entries) do
    local answers = entry.scope ~= "parameter" and answers_of(entry)
    if answers then
      candidates[#candidates + 1] = { entry = entry, answers = answers }
    end
  end
  table.sort(candidates, function(a, b)
    if #a.answers ~= #b.answers then return #a.answers < #b.answers end
    return a.entry.path < b.entry.path
  end)
  for _, candidate in ipairs(candidates) do
    if cases * #candidate.answers > MOST_CASES then break end
    cases = cases * #candidate.answers
    picked[#picked + 1] = candidate
  end
  return picked
end

-- ---- trying them --------------------------------------------------------

-- The conditions under which facts contradict each other: as such they never come to a
-- rule.
function reach.contradictions(model)
  local list = {}
  for _, disagreement in ipairs(model.disagreements) do
    list[#list + 1] = disagreement.when
  end
  return list
end

-- The union of what see(masks) makes of `conditions` over all cases of `entries`,
-- without those in which one of `without` holds; all there is where errors in the rules
-- leave nothing to try.
local function union(model, host, entries, conditions, without, see)
  local cases = core.cases(model, host, chosen(entries), conditions, without)
  if not cases then return ALL end
  local mask = 0
  for _, case in ipairs(cases) do
    mask = mask | see(case.masks)
  end
  return mask
end

-- The set of extents that one condition can come to.
function reach.node(model, host, node)
  return union(model, host, nodes.facts(node), { node }, {},
    function(masks) return masks[1] end)
end

-- The gates of a check, its provision's first.
local function gates_of(check)
  local gates = { check.provision.applies }
  gates[#gates + 1] = check.applies
  return gates
end

-- The facts on which an outcome of the check rests.
local function facts_of(check)
  return nodes.facts(check.provision.applies, check.applies, check.expect)
end

-- Whether it is asked, where its gates, `count` of them, come to the first masks.
local function asked(masks, count)
  local open = MET
  for i = 1, count do
    if logic.may_hold(open) then open = logic.worst[open][masks[i]] end
  end
  return open
end

local function not_asked(open) return logic.may_fail(open) and NA or 0 end

-- What the check comes to over the cases of `entries`.
local function extents(model, host, check, entries, without)
  local conditions = gates_of(check)
  local gates = #conditions
  conditions[gates + 1] = check.expect
  return union(model, host, entries, conditions, without, function(masks)
    local open = asked(masks, gates)
    return (logic.may_hold(open) and masks[gates + 1] or 0) | not_asked(open)
  end)
end

-- The set of extents that a check can come to.  Where it is not asked, what it
-- expects need not be answered, and so contradicts nothing.
function reach.check(model, host, check)
  local without, gates = reach.contradictions(model), gates_of(check)
  return extents(model, host, check, facts_of(check), without)
    | union(model, host, nodes.facts(check.provision.applies, check.applies), gates,
      without, function(masks) return not_asked(asked(masks, #gates)) end)
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
-- lapse systemic, work alike for every check and are not counted.  None where errors in
-- the rules leave nothing to try.
function reach.outcomes(model, host, check)
  if check.broken or not check.provision or check.provision.broken
    or check.retired then
    return {}
  end
  local row = model.outcome_tables[check.strength or "beyond"]
  local nothing_known = extents(model, host, check, {}, {})
  if model.no_program or not row then return {} end
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
