-- The results of checks as the report shows them.

local auditor = require "report.auditor"
local branches = require "report.branches"
local culprits = require "evaluate.culprits"
local facts = require "report.facts"
local house = require "layers.house"
local outcomes = require "base.outcomes"
local rating = require "report.rating"
local records_report = require "report.records"

local results = {}

-- ---- made once ----------------------------------------------------------

-- What a check reads beside its provision: facts, parameters and lists, in the
-- order they stand in the rule.
local function plan_of(reads, seen)
  local plan = { facts = {}, lists = {}, parameters = {} }
  for _, entry in ipairs(reads.facts) do
    if entry.scope ~= "item" and not seen[entry] then
      seen[entry] = true
      local into = entry.scope == "parameter" and plan.parameters or plan.facts
      into[#into + 1] = entry
    end
  end
  for _, list in ipairs(reads.lists) do
    if not seen[list] then
      seen[list] = true
      plan.lists[#plan.lists + 1] = list
    end
  end
  return plan
end

-- Prepares every check of the model.
function results.prepare(model, json)
  for _, check in ipairs(model.checks) do
    local seen, provision = {}, check.provision
    check.outer_plan = provision and plan_of(provision.reads, seen)
    check.plan = plan_of(check.reads, seen)
    check.cites = branches.cites(model, check.points, json)
    check.prompt_extent = check.id .. "/extent"
    check.prompt_applies = check.id .. "/applies"
  end
end

-- ---- what decided -------------------------------------------------------

local function item_facts(found, ctx, json)
  local node, list = found.node, {}
  for _, entry in ipairs { node.entry or false, node.operand or false } do
    if entry and entry.scope == "item" then
      list[#list + 1] = facts.fact(entry, found.item, ctx.show_sensitive, json)
    end
  end
  return #list > 0 and json.array(list) or nil
end

-- The items that a counted shortfall speaks of.
local function items_of(found, json)
  if not found.items or #found.items == 0 then return nil end
  local pointers = {}
  for i, item in ipairs(found.items) do pointers[i] = item["#pointer"] end
  return json.array(pointers)
end

local function condition(found, ctx, json)
  local node, pointer = found.node, found.item["#pointer"]
  local shown = { condition = node.text, line = node.line or 0,
    pointer = pointer }
  if pointer or found.items then
    local labels = culprits.labels(found, ctx.show_sensitive)
    shown.facts, shown.items = item_facts(found, ctx, json), items_of(found, json)
    shown.named = #labels > 0 and json.array(labels) or nil
  end
  return shown
end

local function deciding(result, ctx, json)
  local list, check = {}, result.check
  local found = result.broken and {} or result.decided or result.found
  for i, one in ipairs(found) do list[i] = condition(one, ctx, json) end
  if #list == 0 and result.outcome == outcomes.CONFORMANCE then
    list[1] = { condition = check.expect.text,
      line = check.expect.line or check.line }
  end
  return json.array(list)
end

-- ---- what was read ------------------------------------------------------

-- Appends to `list` what `plan` names.
local function add_planned(list, plan, facility, ctx, json)
  local function frame_of(entry)
    return entry.scope == "facility" and (facility or ctx.member)
      or ctx[entry.scope]
  end
  for _, entry in ipairs(plan.facts) do
    list[#list + 1] = facts.fact(entry, frame_of(entry), ctx.show_sensitive,
      json)
  end
  for _, entry in ipairs(plan.parameters) do
    list[#list + 1] = facts.parameter(entry, ctx.parameter[entry.path],
      ctx.layer_names)
  end
  for _, one in ipairs(plan.lists) do
    list[#list + 1] = facts.list(one, frame_of(one), json)
  end
end

-- The facts a check read here; where the whole provision does not apply, none
-- but those that say so.
local function facts_read(result, ctx, json)
  local check, list = result.check, {}
  if check.outer_plan then
    add_planned(list, check.outer_plan, result.facility, ctx, json)
  end
  if not result.outside then
    add_planned(list, check.plan, result.facility, ctx, json)
  end
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

-- What is known and speaks against the Member, though the outcome does not say so.
local function against_of(result, json)
  local list = result.against
  return list and #list > 0 and json.array(list) or nil
end

-- ---- one result ---------------------------------------------------------

-- One result of an evaluation.
function results.shown(result, model, ctx, json)
  local check, outcome = result.check, result.outcome
  local facility = result.facility
  ctx.facility = facility or ctx.no_facility
  ctx.parameter = result.parameters or model.parameter_frame
  local shown = { check = check.id, title = check.title or check.id,
    file = check.file, line = check.line,
    layer = model.layer_names[check.layer + 1],
    points = json.array(check.points), cites = check.cites,
    strength = check.strength or "beyond",
    provision = check.provision and check.provision.id or "",
    facility = facility and facility["#id"] or nil,
    outcome = outcome, range = json.array(rating.names(result.range)),
    basis = rating.basis_name(result.basis), reason = result.reason,
    deciding = deciding(result, ctx, json),
    facts = facts_read(result, ctx, json),
    readings = readings_of(result, model, ctx),
    against = against_of(result, json),
    ask = outcome == outcomes.OPEN and check.ask or nil,
    with_judgements = records_report.judgements(result, json),
    with_layers = house.shown(model, result, json),
    with_records = auditor.shown(result, json),
    findings = ctx.findings(check.id, facility and facility["#id"], json) }
  if outcomes.is_shortfall(outcome) then
    local points = branches.points(check, result.found)
    if points ~= check.points then
      shown.cites = branches.cites(model, points, json)
    end
    shown.remedy = branches.remedy(check, result.found)
  end
  return shown
end

return results
