-- What is known and speaks against the Member in a check whose outcome does not
-- say so: the check is open, or something else met it.  Nothing of this may go
-- unprinted.

local culprits = require "evaluate.culprits"
local kinds = require "pack.kinds"
local lists = require "evaluate.lists"
local logic = require "evaluate.logic"
local wording = require "evaluate.wording"

local against = {}

local walk -- forward

local function fails(mask) return mask & ~logic.SHORT == 0 end

local function each_child(node, ctx, forbidden, take)
  for _, child in ipairs(node.children) do walk(child, ctx, forbidden, take) end
end

local function each_item(node, ctx, forbidden, take)
  local list, where = node.list, node.where
  local content, outer = ctx[list.scope][list.path], ctx[list.inner]
  local items = content and content.items or {}
  ctx.charge(#items * lists.cost(where, node.children[1]))
  for _, item in ipairs(items) do
    ctx[list.inner] = item
    if not where or logic.may_hold(where.eval(ctx)) then
      walk(node.children[1], ctx, forbidden, take)
    end
  end
  ctx[list.inner] = outer
end

-- What is met where its parts are not forbids what they say.
local function turned(look)
  return function(node, ctx, forbidden, take)
    look(node, ctx, not forbidden, take)
  end
end

local walkers = {}
local SHAPES <const> = { joined = each_child, list = each_item }
for _, one in ipairs(kinds.ALL) do
  local look = SHAPES[one.shape]
  walkers[one.kind] = look and one.turns and turned(look) or look
end

function walkers.when(node, ctx, forbidden, take)
  if logic.may_hold(node.gate.eval(ctx)) then
    each_child(node, ctx, forbidden, take)
  end
end

-- Every reading is printed with what it comes to; only the one that rates counts.
function walkers.reading(node, ctx, forbidden, take)
  local cell = ctx.parameter[node.entry.path]
  for _, child in ipairs(node.children) do
    if not cell or child.reading == cell.value then
      walk(child, ctx, forbidden, take)
    end
  end
end

function walkers.auditor() end

function walk(node, ctx, forbidden, take)
  ctx.charge(node.cost)
  local look = walkers[node.kind]
  if look then return look(node, ctx, forbidden, take) end
  local mask = node.eval(ctx)
  if forbidden and mask == logic.MET or not forbidden and fails(mask) then
    take(node)
  end
end

-- "How many are trained? Answer: 2."
local function answer(entry, ctx)
  if not entry or entry.scope == "parameter" then return nil end
  local cell = ctx[entry.scope][entry.path]
  return ("%s Answer: %s."):format(entry.ask or entry.path .. ":",
    wording.value(entry, cell, ctx.show_sensitive))
end

local function says(node, ctx)
  local label = ctx.item["#pointer"]
    and culprits.label(ctx.item, ctx.show_sensitive)
  local second = answer(node.operand, ctx)
  return (label and label .. ": " or "") .. (answer(node.entry, ctx)
    or "Not so: " .. node.text .. ".") .. (second and " " .. second or "")
end

-- The conditions of `check` that are known to fall short in ctx and that `found`
-- does not name: { says } each.
function against.of(check, found, ctx)
  local list, named = {}, {}
  for _, one in ipairs(found) do named[one.node.text] = true end
  walk(check.expect, ctx, false, function(node)
    if not named[node.text] then
      named[node.text] = true -- a rule may hold a condition twice
      list[#list + 1] = { says = says(node, ctx) }
    end
  end)
  return list
end

return against
