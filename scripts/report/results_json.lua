-- The results of checks as JSON.  Most of a result never changes between
-- evaluations, so those pieces are made once with the model; the rest is joined
-- to them.  Keys stand in byte order, as everywhere in a report.

local branches = require "report.branches"
local culprits = require "evaluate.culprits"
local facts_json = require "report.facts_json"
local house = require "layers.house"
local rating = require "report.rating"
local records_report = require "report.records"

local results_json = {}

-- ---- made once ----------------------------------------------------------

local function list_json(list, json)
  local quoted = {}
  for i, text in ipairs(list) do quoted[i] = json.quote(text) end
  return "[" .. table.concat(quoted, ",") .. "]"
end

local ranges = {}

-- The part from the file's name to the range, for each outcome and range.
local function middle_of(model, check, json)
  local q = json.quote
  local place = (',"file":%s,"layer":%s,"line":%d,"outcome":"'):format(
    q(check.file), q(model.layer_names[(check.layer or 0) + 1] or ""),
    check.line)
  local points = '","points":' .. list_json(check.points, json)
    .. ',"provision":' .. q(check.provision and check.provision.id or "")
    .. ',"range":'
  return setmetatable({}, { __index = function(by_outcome, outcome)
    local by_range = {}
    for mask = 1, rating.FULL do
      by_range[mask] = "]" .. place .. outcome .. points .. ranges[mask]
    end
    by_outcome[outcome] = by_range
    return by_range
  end })
end

-- What a check reads beside its provision: facts by scope, lists, and the JSON
-- of parameters, in the order they stand in the rule.
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

local function prepare_check(model, check, json)
  local q, provision = json.quote, check.provision
  local seen = {}
  check.outer_plan = provision and plan_of(provision.reads, seen)
  check.plan = plan_of(check.reads, seen)
  local remedy = check.remedy and ',"remedy":' .. q(check.remedy) or ""
  local tail = (',"strength":%s,"title":%s'):format(
    q(check.strength or "beyond"), q(check.title or check.id))
  check.json = {
    ask = check.ask and ',{"ask":' .. q(check.ask) .. ',' or ",{",
    id = '"check":' .. q(check.id),
    cites = branches.cites_json(model, check.points, json),
    middle = middle_of(model, check, json),
    tail = tail, short_tail = remedy .. tail,
  }
  check.prompt_extent = check.id .. "/extent"
  check.prompt_applies = check.id .. "/applies"
end

-- Prepares the fixed pieces of every check, fact and list of the model.
function results_json.prepare(model, json)
  model.quoted = {}
  for mask = 0, rating.FULL do
    ranges[mask] = list_json(rating.names(mask), json)
  end
  for _, check in ipairs(model.checks) do prepare_check(model, check, json) end
  for _, entry in ipairs(model.vocabulary.ordered) do
    facts_json.prepare(entry, json)
  end
  for _, list in ipairs(model.vocabulary.ordered_lists) do
    for _, entry in ipairs(list.ordered) do facts_json.prepare(entry, json) end
  end
  for _, entry in ipairs(model.parameter_list) do
    entry.json = facts_json.parameter(entry,
      model.parameter_frame[entry.path], model.layer_names, json)
  end
end

-- ---- what decided -------------------------------------------------------

local function node_json(node, json)
  local text = node.json
  if not text then
    text = '{"condition":' .. json.quote(node.text)
    node.json = text
  end
  return text
end

local function item_facts(found, ctx, json)
  local node, item = found.node, found.item
  local parts = {}
  for _, entry in ipairs { node.entry or false, node.operand or false } do
    if entry and entry.scope == "item" then
      parts[#parts + 1] = facts_json.fact(entry, item, ctx.show_sensitive, json)
    end
  end
  if #parts == 0 then return "" end
  return ',"facts":[' .. table.concat(parts):sub(2) .. "]"
end

-- The items that a counted shortfall speaks of.
local function items_json(found, json)
  if not found.items or #found.items == 0 then return "" end
  local pointers = {}
  for i, item in ipairs(found.items) do
    pointers[i] = json.quote(item["#pointer"])
  end
  return ',"items":[' .. table.concat(pointers, ",") .. "]"
end

-- What these may be called.
local function named_json(found, ctx, json)
  local labels = culprits.labels(found, ctx.show_sensitive)
  if #labels == 0 then return "" end
  return ',"named":' .. list_json(labels, json)
end

-- A condition that speaks of no item is always the same text.
local function plain_json(node, json)
  local text = node.plain_json
  if not text then
    text = node_json(node, json) .. ',"line":' .. (node.line or 0) .. "}"
    node.plain_json = text
  end
  return text
end

local function found_json(found, ctx, json)
  local pointer = found.item["#pointer"]
  if not pointer and not found.items then return plain_json(found.node, json) end
  return node_json(found.node, json) .. item_facts(found, ctx, json)
    .. items_json(found, json) .. ',"line":' .. (found.node.line or 0)
    .. named_json(found, ctx, json)
    .. (pointer and ',"pointer":' .. json.quote(pointer) or "") .. "}"
end

local function whole_json(check, json)
  local text = check.whole_json
  if not text then
    local node = check.expect
    text = "[" .. node_json(node, json) .. ',"line":'
      .. (node.line or check.line) .. "}]"
    check.whole_json = text
  end
  return text
end

local function deciding_json(result, ctx, json)
  local found = result.decided or result.found
  if result.broken then return "[]" end
  if #found == 0 then
    if result.outcome ~= "conformance" then return "[]" end
    return whole_json(result.check, json)
  end
  if #found == 1 then return "[" .. found_json(found[1], ctx, json) .. "]" end
  local parts = {}
  for i, one in ipairs(found) do parts[i] = found_json(one, ctx, json) end
  return "[" .. table.concat(parts, ",") .. "]"
end

-- ---- what was read ------------------------------------------------------

-- Appends the JSON of what `plan` names to `out` after index `n`; returns the
-- new length.
local function add_planned(out, n, plan, facility, ctx, json)
  local show, member = ctx.show_sensitive, ctx.member
  local facts = plan.facts
  for i = 1, #facts do
    local entry = facts[i]
    local scope = entry.scope
    local frame = scope == "facility" and (facility or member) or ctx[scope]
    n = n + 1
    out[n] = facts_json.fact(entry, frame, show, json)
  end
  for _, entry in ipairs(plan.parameters) do
    n = n + 1
    out[n] = ctx.house and facts_json.parameter(entry,
      ctx.parameter[entry.path], ctx.layer_names, json) or entry.json
  end
  for _, list in ipairs(plan.lists) do
    local frame = list.scope == "facility" and (facility or member)
      or ctx[list.scope]
    n = n + 1
    out[n] = facts_json.list(list, frame, json)
  end
  return n
end

-- What a provision's gate reads is the same for all its checks at one place.
local function outer_json(check, facility, ctx, json)
  local frame = facility or ctx.member
  local kept = frame["#outer"]
  if not kept then
    kept = {}
    frame["#outer"] = kept
  end
  local text = kept[check.provision]
  if not text then
    local parts = {}
    add_planned(parts, 0, check.outer_plan, facility, ctx, json)
    text = table.concat(parts)
    kept[check.provision] = text
  end
  return text
end

-- The facts a check read here; where the whole provision does not apply, none
-- but those that say so.
local function add_facts(out, n, result, ctx, json)
  local check, first = result.check, n + 1
  if check.outer_plan then
    local outer = outer_json(check, result.facility, ctx, json)
    if outer ~= "" then
      n = n + 1
      out[n] = outer
    end
  end
  if not result.outside then
    n = add_planned(out, n, check.plan, result.facility, ctx, json)
  end
  if n >= first then out[first] = out[first]:sub(2) end
  return n
end

-- ---- readings ---------------------------------------------------------

local function readings_json(result, model, ctx)
  local node = result.check.expect
  if not node or node.kind ~= "reading" or result.count == "not_applicable"
    or result.broken then
    return ',"reason":'
  end
  local row = model.outcome_tables[result.check.strength or "beyond"]
  local parts = {}
  for i, child in ipairs(node.children) do
    parts[i] = ('"%s":"%s"'):format(child.reading,
      row[child.eval(ctx)].outcome)
  end
  table.sort(parts)
  return ',"readings":{' .. table.concat(parts, ",") .. '},"reason":'
end

-- ---- one result ---------------------------------------------------------

local BASIS_JSON <const> = {}
for basis = 1, 3 do
  BASIS_JSON[basis] = '"basis":"' .. rating.basis_name(basis) .. '",'
end

-- Sentences without a fact in them recur: each is quoted once.
local function quoted(text, result, model, json)
  if not result.fixed then return json.quote(text) end
  local kept = model.quoted
  local quote = kept[text]
  if not quote then
    quote = json.quote(text)
    kept[text] = quote
  end
  return quote
end

local SHORTFALLS <const> = { ["minor-nonconformance"] = true,
  ["major-nonconformance"] = true, observation = true }

-- Appends the JSON of one result to `out` after index `n`; returns the new
-- length.
function results_json.add(out, n, result, model, ctx, json)
  local fixed, outcome = result.check.json, result.outcome
  local basis, facility = result.basis, result.facility
  local cites, tail = fixed.cites, fixed.tail
  if SHORTFALLS[outcome] then
    cites, tail = branches.json(model, result, json)
  end
  ctx.facility = facility or ctx.no_facility
  ctx.parameter = result.parameters or model.parameter_frame
  out[n + 1] = outcome == "insufficient-evidence" and fixed.ask or ",{"
  out[n + 2] = basis and BASIS_JSON[basis] or ""
  out[n + 3] = fixed.id
  out[n + 4] = cites
  out[n + 5] = deciding_json(result, ctx, json)
  out[n + 6] = facility and facility["#id_json"] or ',"facts":['
  n = add_facts(out, n + 6, result, ctx, json)
  out[n + 1] = fixed.middle[outcome][result.range]
  out[n + 2] = readings_json(result, model, ctx)
  out[n + 3] = quoted(result.reason, result, model, json)
  out[n + 4] = tail
  out[n + 5] = records_report.judgements_json(result, json)
    .. house.json(model, result, json)
    .. records_report.change_json(result, json)
  return n + 5
end

return results_json
