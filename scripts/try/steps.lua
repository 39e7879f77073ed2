-- A condition in one place, step by step: what each part of it comes to, and the
-- facts by which.  Answers are those of the language: yes, no, not known, and not
-- asked for what counts for nothing.

local culprits = require "evaluate.culprits"
local kinds = require "pack.kinds"
local logic = require "evaluate.logic"
local wording = require "evaluate.wording"

local steps = {}

local NA <const>, MET <const>, SHORT <const> = logic.NA, logic.MET, logic.SHORT
local YES <const>, NO <const>, OPEN <const>, NOT_ASKED <const> =
  "yes", "no", "not known", "not asked"
local RANK <const> = { [NOT_ASKED] = 1, [YES] = 2, [OPEN] = 3, [NO] = 4 }
local STEP_COST <const> = 20

steps.OPEN, steps.NOT_ASKED = OPEN, NOT_ASKED

-- Of two answers the one that says more against it.
function steps.worse(a, b)
  return RANK[b] > RANK[a] and b or a
end

local function answer_of(mask)
  if mask == MET then return YES end
  if mask == NA then return NOT_ASKED end
  return mask & ~SHORT == 0 and NO or OPEN
end

-- ---- facts --------------------------------------------------------------

local function add_fact(facts, entry, ctx)
  if not entry then return end
  local cell = ctx[entry.scope][entry.path]
  facts[#facts + 1] = { name = entry.path,
    value = wording.value(entry, cell, ctx.show_sensitive) }
end

local function facts_of(node, ctx)
  local facts = {}
  add_fact(facts, node.entry, ctx)
  add_fact(facts, node.operand, ctx)
  for _, entry in ipairs(node.entries or {}) do add_fact(facts, entry, ctx) end
  return facts
end

-- How many items a list names, and whether there may be more.
local function list_fact(list, content)
  if not content then return { name = list.path, value = "not known" } end
  local count = #content.items
  return { name = list.path, value = ("%d %s, %s"):format(count,
    count == 1 and "item" or "items", content.extra_hi == 0 and "all there are"
    or "and there may be more") }
end

-- ---- the walk -----------------------------------------------------------

local walk -- forward

local function add(out, depth, text, mask, facts)
  out.ctx.charge(STEP_COST)
  out[#out + 1] = { depth = depth, text = text, answer = answer_of(mask),
    facts = facts and #facts > 0 and out.json.array(facts) or nil }
end

local function joined(node, out, depth)
  add(out, depth, kinds.of[node.kind].head, node.eval(out.ctx))
  for _, child in ipairs(node.children) do walk(child, out, depth + 1) end
end

-- An item that `where` leaves out is not asked.
local function one_item(node, out, depth, name)
  local ctx, child = out.ctx, node.children[1]
  local gate = node.where and node.where.eval(ctx) or MET
  local mask = logic.may_hold(gate) and child.eval(ctx) or 0
  if logic.may_fail(gate) then mask = mask | NA end
  add(out, depth, name, mask)
  if node.where then walk(node.where, out, depth + 1) end
  if logic.may_hold(gate) then walk(child, out, depth + 1) end
end

local function over_list(node, out, depth)
  local ctx, list = out.ctx, node.list
  local content, outer = ctx[list.scope][list.path], ctx[list.inner]
  add(out, depth, kinds.of[node.kind].head:format(list.path,
    node.where and " where " .. node.where.text or ""), node.eval(ctx),
    { list_fact(list, content) })
  for i, item in ipairs(content and content.items or {}) do
    ctx[list.inner] = item
    one_item(node, out, depth + 1, culprits.label(item, ctx.show_sensitive)
      or item["#id"] or "#" .. i)
  end
  ctx[list.inner] = outer
end

local walkers = {}

for _, one in ipairs(kinds.ALL) do
  if one.shape == "joined" then walkers[one.kind] = joined end
  if one.shape == "list" and one.head then walkers[one.kind] = over_list end
end

function walkers.when(node, out, depth)
  add(out, depth, "asked only where the first of these holds:",
    node.eval(out.ctx))
  walk(node.gate, out, depth + 1)
  walk(node.children[1], out, depth + 1)
end

function walkers.reading(node, out, depth)
  add(out, depth, ("as %s says:"):format(node.entry.path), node.eval(out.ctx),
    facts_of(node, out.ctx))
  for _, child in ipairs(node.children) do
    add(out, depth + 1, child.reading .. ":", child.eval(out.ctx))
    walk(child, out, depth + 2)
  end
end

function walk(node, out, depth)
  local walker = walkers[node.kind]
  if walker then return walker(node, out, depth) end
  add(out, depth, node.text, node.eval(out.ctx), facts_of(node, out.ctx))
end

-- The steps of the compiled condition `node` in `ctx`, the whole of it first:
-- { depth, text, answer, facts }.
function steps.of(node, ctx, host)
  local out = { ctx = ctx, json = host.json }
  walk(node, out, 0)
  local list = {}
  for i, step in ipairs(out) do list[i] = step end
  return list
end

return steps
