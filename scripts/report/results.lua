-- The results of checks as the report shows them.

local auditor = require "report.auditor"
local branches = require "report.branches"
local house = require "layers.house"
local keys = require "report.keys"
local logic = require "evaluate.logic"
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
  local seen = {}
  for _, entry in ipairs(reads.facts) do
    if entry.scope ~= "item" and not seen[entry] then
      seen[entry] = true
      local into = entry.scope == "parameter" and plan.parameters or plan.facts
      into[#into + 1] = entry
    end
  end
  return plan
end

local NOTHING <const> = { facts = {}, lists = {}, parameters = {} }

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

-- What is read, by path.
local function names_of(entries, json)
  local names = {}
  for i, entry in ipairs(entries) do names[i] = entry.path end
  return #names > 0 and json.array(names) or nil
end

-- What `plan` reads; what one of `others` reads too is left to it.
local function paths_of(plan, json, others)
  local left, theirs = {}, {}
  for _, other in ipairs(others) do
    for _, list in ipairs { other.facts, other.lists } do
      for _, one in ipairs(list) do theirs[one] = true end
    end
  end
  for _, list in ipairs { plan.facts, plan.lists } do
    for _, one in ipairs(list) do
      if not theirs[one] then left[#left + 1] = one end
    end
  end
  return names_of(left, json)
end

-- Prepares every check and provision of the model.
function results.prepare(model, json)
  for _, provision in ipairs(model.provisions) do
    provision.plan = plan_of(provision.reads)
    provision.paths = paths_of(provision.plan, json, {})
  end
  for i, check in ipairs(model.checks) do
    check.number, check.plan = i, plan_of(check.reads)
    check.parameters = names_of(check.plan.parameters, json)
    check.expect_plan = check.expect and plan_of(reads_of(check.expect)) or NOTHING
    check.paths = paths_of(check.expect_plan, json, {})
    check.more_paths = paths_of(check.plan, json, { check.expect_plan,
      check.provision and check.provision.plan })
    check.prompt_extent = check.id .. "/extent"
    check.prompt_applies = check.id .. "/applies"
  end
end

-- ---- what was read ------------------------------------------------------

-- A list of keys in the order they are added, each once, and what adds one.
local function new_keys()
  local list, seen = {}, {}
  return list, function(key)
    if not seen[key] then seen[key], list[#list + 1] = true, key end
  end
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

-- Of `plan`, the facts and lists of which something is said at a place: what is
-- plainly not known is no news where a check is not asked.
local function said_of(plan, facility, store)
  local said = { facts = {}, lists = {} }
  for part, list in pairs(said) do
    for _, one in ipairs(plan[part]) do
      local cell = store.frame_of(one.scope, facility)[one.path]
      if cell and (part == "lists" and (#cell.items > 0 or cell.extra_hi == 0) or cell.why
        or cell.note or cell.state and cell.state ~= "unknown") then
        list[#list + 1] = one
      end
    end
  end
  return said
end

-- Gives the report the facts that a result read beside those it rests on; checks
-- and provisions name them.
local function add_read(result, store)
  local function add() end
  local check = result.check
  if result.broken then return end
  if check.provision.plan then
    add_planned(add, check.provision.plan, result.facility, store)
  end
  if result.outside then return end
  local of = check.plan
  if result.outcome == outcomes.NOT_APPLICABLE or results.shared_reason(result) then
    of = said_of(of, result.facility, store)
  end
  add_planned(add, of, result.facility, store)
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

-- Adds what the items of a list answer, from which an open fact would follow: of each
-- force or company what is known so far.
local function add_items(add, found, store)
  local entry = found.subject or found.node.entry
  local from = entry and entry.scope ~= "item" and entry.from
  local read = from and from.list and from.children[1].entry
  if not read or read.scope ~= "item" then return end
  local content = store.frame_of(from.list.scope, found.facility)[from.list.path]
  for _, item in ipairs(content and content.items or {}) do
    if item[read.path] then add(store.fact(read, item, found.facility)) end
  end
end

-- What the outcome rests on: what the deciding conditions read, or all that the
-- check expects.
local function rests_on(result, found, store)
  local list, add = new_keys()
  for _, one in ipairs(found) do
    add_found(add, one, store)
    if result.outcome == outcomes.OPEN then add_items(add, one, store) end
  end
  if #found == 0 and result.outcome == outcomes.CONFORMANCE then
    add_planned(add, result.check.expect_plan, result.facility, store)
  end
  return list
end

-- The same; nil where that is all that the check `reads`, or a row is to say it.
local function rests_on_part(result, found, store, json)
  if results.shared_reason(result) then return nil end
  local list = rests_on(result, found, store)
  if result.outcome == outcomes.NOT_APPLICABLE then return json.array(list) end
  local all, add = new_keys()
  add_planned(add, result.check.expect_plan or NOTHING, result.facility, store)
  return table.concat(list, "\n") ~= table.concat(all, "\n")
    and json.array(list) or nil
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

-- Where the dossier holds the items of a condition, if one of them is called by a
-- mark, which no reader could find.
local function pointers_of(found, store, json)
  local items, list, marked = found.items or { found.item }, {}, false
  for i, item in ipairs(items) do
    marked = marked or store.item(item["#list"], item, found.facility):find("[#", 1, true)
    list[i] = item["#pointer"]
  end
  return marked and json.array(list) or nil
end

local function condition(found, store, json)
  local node, item = found.node, found.item
  local shown = { condition = node.text, line = node.line }
  if item["#list"] then
    shown.item = store.item(item["#list"], item, found.facility)
  end
  if item["#list"] or found.items then
    shown.items = items_of(found, store, json)
    shown.pointers = pointers_of(found, store, json)
  end
  return shown
end

-- Whether a condition is all that the check expects, and of no item.
local function is_whole(found, check)
  local expect = check.expect
  return expect and found.node.text == expect.text and not found.items and not found.item["#list"]
end

-- The deciding conditions; nil where it is all that the check expects.
local function deciding(found, check, store, json)
  if #found == 0 or #found == 1 and is_whole(found[1], check) then return nil end
  local list = {}
  for i, one in ipairs(found) do list[i] = condition(one, store, json) end
  return json.array(list)
end

-- ---- readings -----------------------------------------------------------

-- What the check comes to under each reading; while it is open whether it applies,
-- that may be not applicable too.
local function readings_of(result, model, ctx)
  local node = result.check.expect
  if not node or node.kind ~= "reading" or result.count == "not_applicable"
    or result.broken then
    return nil
  end
  local row = model.outcome_tables[result.check.strength or "beyond"]
  local open = result.mask & logic.NA
  local readings = {}
  for _, child in ipairs(node.children) do
    readings[child.reading] = row[child.eval(ctx) | open].outcome
  end
  return readings
end

-- What is known and speaks against the Member, though the outcome does not say so.
local function against_of(result, json)
  local list = result.against
  return list and #list > 0 and json.array(list) or nil
end

-- ---- one result ---------------------------------------------------------

-- What `check` is called at a place.
function results.id(check, facility)
  return keys.in_frame(facility, check.id)
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

-- One result of an evaluation; `store` takes the facts (report/facts.lua).
function results.shown(result, model, ctx, store, json)
  local check, facility = result.check, result.facility
  ctx.facility = facility or ctx.no_facility
  ctx.parameter = result.parameters or model.parameter_frame
  local found = result.broken and {} or result.decided or result.found
  add_read(result, store)
  local shown = { id = results.id(check, facility), check = check.id,
    facility = facility and facility["#id"] or nil, outcome = result.outcome,
    basis = rating.basis_name(result.basis), reason = result.reason,
    rests_on = rests_on_part(result, found, store, json),
    deciding = deciding(found, check, store, json),
    readings = readings_of(result, model, ctx),
    against = against_of(result, json),
    with_judgements = records_report.judgements(result, json),
    with_layers = house.shown(model, result, json),
    with_records = auditor.shown(result, json),
    findings = ctx.findings(check.id, facility and facility["#id"], json) }
  if not outcomes.of[result.outcome].bit then
    shown.range = json.array(rating.names(result.range))
  end
  add_branches(shown, result, json)
  return shown
end

-- ---- whole provisions ---------------------------------------------------

local NOTHING_SAID <const> = "Nothing is said of what is done at this facility."

-- Whether the dossier answers nothing of a facility but its identity.
local function is_silent(frame)
  for path, cell in pairs(frame) do
    if type(cell) == "table" and not path:find "^[#]" and not path:find "^facility%."
      and (cell.state ~= "unknown" or cell.why or cell.note) then
      return false
    end
  end
  return true
end

-- Marks the facilities of which nothing is said, where there are others: a
-- report on one facility has a row for each of its checks.
local function mark_silent(evaluation)
  local seen, count = {}, 0
  for _, result in ipairs(evaluation.results) do
    local facility = result.facility
    if facility and seen[facility] == nil then
      seen[facility] = not facility["#assessed"] and is_silent(facility)
      count = count + 1
    end
  end
  for facility, silent in pairs(seen) do
    facility["#silent"] = silent and count > 1
  end
end

-- Whether nothing but its outcome and reason is to be said of a result.
local function is_plain(result)
  return not result.house and not result.auditor
    and not (result.heard and next(result.heard))
    and not (result.against and #result.against > 0)
end

-- What a result shares with others of its provision at its place: that the whole
-- provision does not apply, or that nothing is said of the facility; nil for what
-- stands for itself.
function results.shared_reason(result)
  if not is_plain(result) then return nil end
  if result.outside then return result.reason end
  local facility = result.facility
  return facility and facility["#silent"] and result.outcome == outcomes.OPEN
    and NOTHING_SAID or nil
end

-- "east/11.1", and of several rows of one provision the range too:
-- "east/11.1/conformance-minor".
local function row_id(result)
  local id = result.check.provision.id
  if not result.outside then
    local shorts = {}
    for i, name in ipairs(rating.names(result.range)) do
      shorts[i] = outcomes.of[name].short
    end
    id = id .. "/" .. table.concat(shorts, "-"):gsub("/", "")
  end
  return keys.in_frame(result.facility, id)
end

-- Makes of the first result a row for the checks of its provision that have its
-- outcome for one reason.
local function to_row(result, reason, shown, store, json)
  local provision = result.check.provision.id
  shown.id, shown.check = row_id(result), nil
  shown.provision, shown.reason, shown.checks = provision, reason, json.array {}
  if result.outside then
    shown.rests_on = json.array(rests_on(result, result.decided or result.found,
      store))
  else
    shown.rests_on, shown.deciding, shown.readings = nil, nil, nil
  end
end

-- Every result of an evaluation; those that share an outcome and its reason with
-- others of their provision are one row.
function results.all(model, evaluation, store, json)
  local list, rows = {}, {}
  mark_silent(evaluation)
  for _, result in ipairs(evaluation.results) do
    local reason = results.shared_reason(result)
    local key = reason and row_id(result) .. "\n" .. reason
    local row = key and rows[key]
    if not row then
      row = results.shown(result, model, evaluation.ctx, store, json)
      list[#list + 1] = row
      if key then
        rows[key] = row
        to_row(result, reason, row, store, json)
      end
    end
    if key then row.checks[#row.checks + 1] = result.check.id end
  end
  return list
end

return results
