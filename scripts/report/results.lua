-- The results of checks as the report shows them.

local branches = require "report.branches"
local culprits = require "evaluate.culprits"
local house = require "layers.house"
local keys = require "report.keys"
local nodes = require "model.nodes"
local outcomes = require "base.outcomes"
local rating = require "report.rating"
local records_report = require "report.records"

local results = {}

-- ---- made once ----------------------------------------------------------

-- What the conditions that read `facts` and `lists` read beside their items:
-- facts, parameters and lists, in the order they stand in the rule.
local function plan_of(reads)
  local plan = { facts = {}, lists = reads.lists, parameters = {} }
  for _, entry in ipairs(reads.facts) do
    if entry.scope ~= "item" then
      local into = entry.scope == "parameter" and plan.parameters or plan.facts
      into[#into + 1] = entry
    end
  end
  return plan
end

-- What a condition reads.
local function reads_of(node)
  local lists, seen = {}, {}
  nodes.walk(node, function(one)
    if one.list and not seen[one.list] then
      seen[one.list], lists[#lists + 1] = true, one.list
    end
  end)
  return { facts = nodes.facts(node), lists = lists }
end

-- Prepares every check and provision of the model.
function results.prepare(model)
  for _, provision in ipairs(model.provisions) do
    provision.plan = plan_of(provision.reads)
  end
  for _, check in ipairs(model.checks) do
    check.plan = plan_of(check.reads)
    check.expect_plan = check.expect and plan_of(reads_of(check.expect))
    check.prompt_extent = check.id .. "/extent"
    check.prompt_applies = check.id .. "/applies"
  end
end

-- ---- what was read ------------------------------------------------------

-- A set of keys in the order they were added, those in `without` left out.
local function new_keys(without)
  local list, seen = {}, {}
  return list, function(key)
    if not seen[key] and not (without and without[key]) then
      seen[key], list[#list + 1] = true, key
    end
  end, seen
end

-- Adds the keys of what `plan` names at a place; what a check of the Member reads
-- at each facility, its deciding conditions name.
local function add_planned(add, plan, facility, store)
  local function is_here(one) return facility or one.scope ~= "facility" end
  for _, entry in ipairs(plan.facts) do
    if is_here(entry) then
      add(store.fact(entry, store.frame_of(entry.scope, facility), facility))
    end
  end
  for _, list in ipairs(plan.lists) do
    if is_here(list) then add(store.list(list, facility)) end
  end
end

-- The facts that the condition of a provision reads at a place, or nil.
function results.provision_reads(provision, facility, store, json)
  local list, add = new_keys()
  if provision.plan then add_planned(add, provision.plan, facility, store) end
  return #list > 0 and json.array(list) or nil
end

-- ---- what decided -------------------------------------------------------

-- Adds the keys of what one condition was judged by.
local function add_found(add, found, store)
  local node, item = found.node, found.item
  local function add_fact(entry)
    if entry.scope == "parameter" then return end
    local frame = entry.scope == "item" and item
      or store.frame_of(entry.scope, found.facility)
    add(store.fact(entry, frame, found.facility))
  end
  if node.entry then add_fact(node.entry) end
  if node.operand then add_fact(node.operand) end
  for _, entry in ipairs(node.entries or {}) do add_fact(entry) end
  if node.list then add(store.list(node.list, found.facility)) end
  if found.complete and item["#list"] then
    add(store.list(item["#list"], found.facility))
  end
end

-- What the outcome rests on: what the deciding conditions read, or all that the
-- check expects.
local function rests_on(result, found, store)
  local list, add, seen = new_keys()
  for _, one in ipairs(found) do add_found(add, one, store) end
  if #found == 0 and result.outcome == outcomes.CONFORMANCE then
    add_planned(add, result.check.expect_plan, result.facility, store)
  end
  return list, seen
end

-- The items that a counted shortfall speaks of.
local function items_of(found, store, json)
  if not found.items or #found.items == 0 then return nil end
  local list = {}
  for i, item in ipairs(found.items) do
    list[i] = store.item(item["#list"], item, found.facility)
  end
  return json.array(list)
end

local function condition(found, ctx, store, json)
  local node, item = found.node, found.item
  local shown = { condition = node.text, line = node.line }
  if item["#list"] then
    shown.item = store.item(item["#list"], item, found.facility)
  end
  if item["#list"] or found.items then
    local labels = culprits.labels(found, ctx.show_sensitive)
    shown.items = items_of(found, store, json)
    shown.named = #labels > 0 and json.array(labels) or nil
  end
  return shown
end

-- The deciding conditions, where they are not all that the check expects.  What
-- closes a provision is the same for all its checks: see its `reads`.
local function deciding(result, found, ctx, store, json)
  local expect = result.check.expect
  if result.outside or #found == 0 or #found == 1 and found[1].node == expect
    and not found[1].items then
    return nil
  end
  local list = {}
  for i, one in ipairs(found) do list[i] = condition(one, ctx, store, json) end
  return json.array(list)
end

-- ---- readings -----------------------------------------------------------

local function readings_of(result, model, ctx)
  local node = result.check.expect
  if not node or node.kind ~= "reading" or result.count == "not_applicable"
    or result.broken then
    return nil
  end
  local row = model.outcome_tables[result.check.strength or "beyond"]
  local readings = {}
  for _, child in ipairs(node.children) do
    readings[child.reading] = row[child.eval(ctx)].outcome
  end
  return readings
end

-- ---- one result ---------------------------------------------------------

-- What `check` is called at a place.
function results.id(check, facility)
  return keys.of_place(facility) .. check.id
end

-- What a shortfall falls short of and what closes it, where a condition says so
-- for itself.
local function add_branches(shown, result, json)
  if not outcomes.is_shortfall(result.outcome) then return end
  local check, found = result.check, result.found
  local points = branches.points(check, found)
  local remedy = branches.remedy(check, found)
  shown.points = points ~= check.points and json.array(points) or nil
  shown.remedy = remedy ~= check.remedy and remedy or nil
end

local function add_reads(shown, result, decided, store, json)
  local check = result.check
  if result.broken or result.outside then return end
  local reads, add = new_keys(decided)
  add_planned(add, check.plan, result.facility, store)
  shown.reads = #reads > 0 and json.array(reads) or nil
  local names = {}
  for i, entry in ipairs(check.plan.parameters) do names[i] = entry.path end
  shown.parameters = #names > 0 and json.array(names) or nil
end

-- One result of an evaluation; `store` takes the facts (report/facts.lua).
function results.shown(result, model, ctx, store, json)
  local check, facility = result.check, result.facility
  ctx.facility = facility or ctx.no_facility
  ctx.parameter = result.parameters or model.parameter_frame
  local found = result.broken and {} or result.decided or result.found
  local rests, decided = rests_on(result, found, store)
  local shown = { id = results.id(check, facility), check = check.id,
    facility = facility and facility["#id"] or nil, outcome = result.outcome,
    basis = rating.basis_name(result.basis), reason = result.reason,
    rests_on = json.array(rests),
    deciding = deciding(result, found, ctx, store, json),
    readings = readings_of(result, model, ctx),
    with_judgements = records_report.judgements(result, json),
    with_layers = house.shown(model, result, json),
    with_records = records_report.change(result) }
  if not outcomes.of[result.outcome].bit then
    shown.range = json.array(rating.names(result.range))
  end
  add_reads(shown, result, decided, store, json)
  add_branches(shown, result, json)
  return shown
end

local NOT_KNOWN <const> = "Nothing is known of this facility: it was not "
  .. "assessed."

-- The results of a facility that was not assessed: each check, open or outside a
-- provision that is known not to reach it.
function results.unassessed(model, facility, json)
  local list = {}
  for _, provision in ipairs(model.provisions) do
    local outside = facility["#outside"][provision.id]
    for _, check in ipairs(provision.scope == "facility" and provision.checks
      or {}) do
      if not check.retired and check.layer == 0 then
        list[#list + 1] = { id = results.id(check, facility), check = check.id,
          facility = facility["#id"], rests_on = json.array {},
          outcome = outside and outcomes.NOT_APPLICABLE or outcomes.OPEN,
          range = not outside and json.array(rating.names(rating.FULL)) or nil,
          reason = outside and ("Provision %s does not apply to this facility.")
            :format(provision.id) or NOT_KNOWN }
      end
    end
  end
  return list
end

return results
