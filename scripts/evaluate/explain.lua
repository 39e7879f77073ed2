-- Says why: finds the conditions that decided an outcome and puts the reason
-- into one sentence.

local culprits = require "evaluate.culprits"
local kinds = require "pack.kinds"
local left_out = require "evaluate.left_out"
local lists = require "evaluate.lists"
local logic = require "evaluate.logic"
local wording = require "evaluate.wording"

local explain = {}

local MET <const>, SHORT <const> = logic.MET, logic.SHORT
local find -- forward

-- ---- which conditions decided -------------------------------------------

-- `branch` is the nearest condition around that says what its failing means:
-- its `otherwise` and, for that finding alone, remedy and points.

local function is_short(mask) return mask & ~SHORT == 0 end
local function is_open(mask) return not logic.single[mask] and not is_short(mask) end
local function is_met(mask) return mask == MET end

-- A question for the auditor, or a fact that the auditor may decide, speaks of
-- circumstances that stand before it: it is not asked while these are open.
local function waits(node)
  return node.kind == "auditor" or node.entry and node.entry.auditor_may_decide
end

local function each_child(node, ctx, wanted, out, branch, open_before)
  ctx.charge(node.cost)
  for _, child in ipairs(node.children) do
    local mask = child.eval(ctx)
    local too_early = open_before and wanted == is_open and waits(child)
    if wanted(mask) and not too_early then
      find(child, ctx, wanted, out, branch)
    end
    open_before = open_before or is_open(mask)
  end
end

local function each_item(node, ctx, wanted, out, branch)
  local list = node.list
  local content = ctx[list.scope][list.path]
  local outer = ctx[list.inner]
  ctx.charge(#(content and content.items or {})
    * lists.cost(node.where, node.children[1]))
  for _, item in ipairs(content and content.items or {}) do
    ctx[list.inner] = item
    local gate = node.where and node.where.eval(ctx) or MET
    local child = node.children[1]
    if logic.may_hold(gate) and wanted(child.eval(ctx)) then
      find(child, ctx, wanted, out, branch)
    elseif wanted == is_open and is_open(gate) then
      find(node.where, ctx, wanted, out, branch)
    end
  end
  ctx[list.inner] = outer
end

local function take(node, ctx, out, branch)
  local items = left_out.items(node, ctx)
  out[#out + 1] = { node = node, branch = branch, item = ctx.item,
    facility = ctx.facility, items = items, lacks = items ~= nil }
end

local finders = {}

-- Only the reading that rates decides; all of them do while none is chosen.
function finders.reading(node, ctx, wanted, out, branch)
  local cell = ctx.parameter[node.entry.path]
  local chosen = cell and cell.value
  for _, child in ipairs(node.children) do
    if (chosen == nil or child.reading == chosen) and wanted(child.eval(ctx)) then
      find(child, ctx, wanted, out, branch)
    end
  end
end

function finders.when(node, ctx, wanted, out, branch)
  local open = is_open(node.gate.eval(ctx))
  if wanted == is_open and open then
    find(node.gate, ctx, wanted, out, branch)
  end
  each_child(node, ctx, wanted, out, branch, open)
end

local function over_list(node, ctx, wanted, out, branch)
  local before = #out
  each_item(node, ctx, wanted, out, branch)
  if #out == before then take(node, ctx, out, branch) end
end

-- What is met where its parts are not is short by those that are met.
local function turned(look)
  return function(node, ctx, wanted, out, branch)
    look(node, ctx, wanted == is_short and is_met or wanted, out, branch)
  end
end

local SHAPES <const> = { joined = each_child, list = over_list }
for _, one in ipairs(kinds.ALL) do
  local look = not one.gives and SHAPES[one.shape]
  if look then finders[one.kind] = one.turns and turned(look) or look end
end

function find(node, ctx, wanted, out, branch)
  local finder = finders[node.kind]
  if node.otherwise then branch = node end
  if finder then
    finder(node, ctx, wanted, out, branch)
  else
    take(node, ctx, out, branch)
  end
end

-- The conditions under `node` that make it short, or leave it open.
function explain.short(node, ctx)
  local out = {}
  find(node, ctx, is_short, out)
  return out
end

-- Where the fact `entry` is to be read for what was found.
local function frame_of(ctx, found, entry)
  return entry.scope == "item" and found.item
    or entry.scope == "facility" and found.facility or ctx[entry.scope]
end

-- Where a fact was worked out from a list: the items that made it so.
local function from_list(found, ctx)
  local entry = found.node.entry
  local from = entry and entry.from
  if not from or not kinds.of[from.kind].culprits then return nil end
  local frame = frame_of(ctx, found, entry)
  local cell = frame and frame[entry.path]
  if not cell or not cell.list then return nil end
  local items, seen = {}, {}
  for _, one in ipairs(explain.short(from, ctx)) do
    local item = one.item
    if item["#pointer"] and not seen[item] then
      seen[item], items[#items + 1] = true, item
    end
  end
  return items
end

-- The conditions under `node` by which it holds.
function explain.met(node, ctx)
  local out = {}
  find(node, ctx, is_met, out)
  return out
end

-- As explain.short, with the items that decided facts worked out from lists.
function explain.shortfalls(node, ctx)
  local all = explain.short(node, ctx)
  for _, found in ipairs(all) do
    if not found.items then
      found.items = from_list(found, ctx)
      found.lacks = found.items and found.node.entry.from.kind == "every"
    end
  end
  return all
end

-- What leaves a found condition open: the fact it speaks of or, when that is
-- known, what it is compared with.
function explain.subject(ctx, found)
  local entry, operand = found.node.entry, found.node.operand
  if not entry or not operand then return entry end
  local cell = frame_of(ctx, found, entry)[entry.path]
  return cell and cell.value ~= nil and operand or entry
end

-- One question may leave several conditions open: it is listed once.  Of a gate
-- the parts stand in order: what is open holds back the auditor's questions
-- behind it.
function explain.open(node, ctx, is_gate)
  local all, out, seen = {}, {}, {}
  find(node, ctx, is_open, all)
  for _, found in ipairs(all) do
    found.subject = explain.subject(ctx, found)
    local key = found.subject or found.node
    local items = seen[key] or {}
    seen[key] = items
    local early = is_gate and found.node.kind == "auditor" and #out > 0
    if not early and not items[found.item] then
      items[found.item], out[#out + 1] = true, found
    end
  end
  return out
end

-- ---- the sentence -------------------------------------------------------

-- What stands on less than the outcome does says so: whose word it is.
local ASIDE <const> = { ", as stated", ", as documented" }

local function aside_of(ctx, entry, cell)
  if not ctx.voice or entry.scope == "parameter" or entry.type == "text"
    or not cell or cell.state ~= "known" then return nil end
  local basis = cell.basis or 1
  return basis < ctx.voice and ASIDE[basis] or nil
end

-- Gives a name its entry and cell, seen from where `found` was found, and what is
-- said after its value; ctx.voice is the basis of the outcome.
local function resolver(model, ctx, found)
  return function(name)
    local item = found and found.item
    local list = item and item["#list"]
    local entry = list and list.entries[name] or model.vocabulary.entries[name]
      or model.parameters[name]
    if not entry then return nil end
    local frame = found and frame_of(ctx, found, entry) or ctx[entry.scope]
    local cell = frame[entry.path]
    return entry, cell, aside_of(ctx, entry, cell)
  end
end

-- {missing}: the values that the set of the deciding condition lacks.
local function missing_values(resolve, found)
  local node = found and found.node
  if not node or node.op ~= "includes" then return "what is missing" end
  local entry, cell = resolve(node.entry.path)
  return wording.missing(entry, cell, node.ast.operand)
end

local function fill(template, model, ctx, found)
  if not template:find("{", 1, true) then return template end
  local resolve = resolver(model, ctx, found)
  if template:find("{missing}", 1, true) then
    template = template:gsub("{missing}", function()
      return missing_values(resolve, found)
    end)
  end
  return wording.fill(template, resolve, ctx.as_of, ctx.show_sensitive)
end

explain.fill = fill

local function plain_shortfall(model, ctx, found)
  local node = found.node
  if not node.entry then return "Not so: " .. node.text .. "." end
  local entry, cell = resolver(model, ctx, found)(node.entry.path)
  return ("Expected that %s; the answer: %s."):format(node.text,
    wording.value(entry, cell, ctx.show_sensitive))
end

local function and_more(count, what)
  if count <= 1 then return "" end
  return (" (and %d more %s)"):format(count - 1, what)
end

-- Puts a remark inside the sentence, before its full stop.
local function with_remark(sentence, remark)
  if remark == "" then return sentence end
  return (sentence:gsub("%.$", "")) .. remark .. "."
end

-- The sentence that the finding `found` has in its rule, if any.
local function template_of(ctx, found)
  local branch, entry = found.branch, found.node.entry
  if not branch or not branch.never or not entry then
    return branch and branch.otherwise
  end
  local cell = frame_of(ctx, found, entry)[entry.path]
  return cell and cell.value == -math.huge and branch.never or branch.otherwise
end

-- Findings that share a sentence, together: in the order of the rule.
local function by_sentence(ctx, found)
  local groups, of = {}, {}
  for _, one in ipairs(found) do
    local said = template_of(ctx, one) or one.node
    if not of[said] then
      of[said] = {}
      groups[#groups + 1] = of[said]
    end
    table.insert(of[said], one)
  end
  return groups
end

-- How many findings there are in a group: conditions of one item make one.
local function count_findings(group)
  local count, items = 0, {}
  for _, one in ipairs(group) do
    if not items[one.item] then items[one.item], count = true, count + 1 end
  end
  return count
end

-- Whether a sentence names its item by itself.
local function names_item(template)
  return template ~= nil and (template:find("{id}", 1, true)
    or template:find("{name}", 1, true)) ~= nil
end

-- The sentence of findings that share it, with whom or what it speaks of.
local function group_sentence(model, ctx, group)
  local first = group[1]
  local template = template_of(ctx, first)
  local sentence = template and fill(template, model, ctx, first)
    or plain_shortfall(model, ctx, first)
  local count, who, named = count_findings(group), "", 0
  if not names_item(template) then
    who, named = culprits.text(group, ctx.show_sensitive)
  end
  if named > 0 then
    sentence = with_remark(sentence, (" (%s)"):format(who))
    count = count - named + 1
  end
  return with_remark(sentence, left_out.remark(first.node, ctx)
    .. and_more(count, "of the same kind"))
end

local MOST_SENTENCES <const> = 4

-- What falls short: a sentence for each kind of finding.
function explain.shortfall_reason(model, ctx, found)
  local groups, says = by_sentence(ctx, found), {}
  for i = 1, math.min(#groups, MOST_SENTENCES) do
    says[i] = group_sentence(model, ctx, groups[i])
  end
  local more = #groups - #says
  if more > 0 then says[#says + 1] = ("And %d more."):format(more) end
  return table.concat(says, " ")
end

local OPEN_WORDS <const> = {
  withheld = "The answer is withheld: \"%s\"%s",
  conflicting = "The dossier contradicts itself on: \"%s\"%s",
}

local function question_of(found)
  local node, entry = found.node, found.subject or found.node.entry
  return node.ask or entry and (entry.ask or entry.path)
    or node.list and (node.list.ask or node.list.path) or node.text
end

local function is_known(ctx, found, entry)
  local cell = entry and frame_of(ctx, found, entry)[entry.path]
  return cell ~= nil and cell.value ~= nil
end

-- The state of what left a condition open: withheld, conflicting or unknown.  Two
-- facts that are known and leave it open contradict each other.
function explain.state_of(ctx, found)
  local node = found.node
  local entry = found.subject or node.entry
  if not entry then return "unknown" end
  if is_known(ctx, found, node.entry) and is_known(ctx, found, node.operand) then
    return "conflicting"
  end
  local cell = frame_of(ctx, found, entry)[entry.path]
  local state = cell and cell.state
  return (state == "withheld" or state == "conflicting") and state or "unknown"
end

local function open_sentence(state, found, count)
  local remark = and_more(count, count == 2 and "question" or "questions")
  if found.node.kind == "auditor" then
    return ("Only the auditor may decide: \"%s\"%s"):format(found.node.ask,
      remark)
  end
  local pattern = OPEN_WORDS[state]
    or "Not settled: \"%s\"%s"
  return pattern:format(question_of(found), remark)
end

-- The sentence for an open outcome; the common one, for a single unknown fact,
-- is made once a condition.
function explain.open_reason(ctx, found)
  local first = found[1]
  if not first then return "What is known does not settle this." end
  local state = explain.state_of(ctx, first)
  if #found > 1 or state ~= "unknown" then
    return open_sentence(state, first, #found)
  end
  local node = first.node
  if first.subject ~= node.entry then return open_sentence(state, first, 1) end
  node.open_sentence = node.open_sentence or open_sentence(state, first, 1)
  return node.open_sentence
end

function explain.met_reason(model, check, ctx)
  if not check.met then return "Met: " .. check.title .. "." end
  return with_remark(fill(check.met, model, ctx),
    left_out.remark(check.expect, ctx))
end

-- The reason that stands at the part of the gate which decided.
local function gate_reason(model, ctx, result)
  for _, found in ipairs(result.decided) do
    if found.branch then
      return fill(found.branch.otherwise, model, ctx, found)
    end
  end
end

-- Why a check does not apply: the gate's own words, the check's, or the
-- provision's.
function explain.na_reason(model, result, ctx)
  local check, by_provision = result.check, result.outside
  local gate = check.applies
  if by_provision then gate = check.provision.applies end
  local reason = gate and not logic.may_hold(gate.eval(ctx))
    and gate_reason(model, ctx, result)
  if reason then return reason end
  local template = by_provision and check.provision.not_applicable
    or check.not_applicable
  if template then
    return with_remark(fill(template, model, ctx),
      by_provision and "" or left_out.remark(check.expect, ctx))
  end
  if gate then
    return ("It applies only where %s."):format(gate.text)
  end
  return "There is nothing here that this check could be about."
end

return explain
