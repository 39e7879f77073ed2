-- What decided a settled condition, and how well it is supported.  Where each of
-- several conditions would have sufficed alone, the best supported of them
-- decided; where all were needed, each did.  The basis of an outcome is the
-- weakest support among what decided it, and nothing else has a part in it.

local lists = require "evaluate.lists"
local logic = require "evaluate.logic"

local decided = {}

local MET <const>, NA <const> = logic.MET, logic.NA
local AUDITOR <const> = 3
local by -- forward

local function is_met(mask) return mask == MET end
local function fails(mask) return mask & MET == 0 end
local function is_short(mask) return fails(mask) and mask ~= NA end

-- ---- support ------------------------------------------------------------

local function weaker(basis, other)
  return basis and other and math.min(basis, other) or basis or other
end

-- The weaker of `basis` and the support of `cell`: 1 stated, 2 evidenced,
-- 3 auditor-verified; what is not known supports nothing.
local function weakest(basis, cell)
  local state = cell and cell.state
  if state ~= "known" and state ~= "not_applicable" then return basis end
  return weaker(basis, cell.basis or 1)
end

local function with_fact(basis, entry, found, ctx)
  if not entry or entry.scope == "parameter" then return basis end
  local frame = entry.scope == "item" and found.item
    or entry.scope == "facility" and found.facility or ctx[entry.scope]
  return weakest(basis, frame and frame[entry.path])
end

local NONE <const> = {}

-- How well it is supported that a list names all there are; nil where it does
-- not say so.
local function of_list(content)
  return content and content.extra_hi == 0 and (content.basis or 1) or nil
end
decided.of_list = of_list

-- The weakest support of the found conditions; nil where no fact is among them.
-- A comparison rests on both of its sides.
function decided.basis(all, ctx)
  local basis
  for _, found in ipairs(all) do
    local node = found.node
    basis = weaker(basis, found.complete)
    basis = with_fact(basis, node.entry, found, ctx)
    basis = with_fact(basis, node.operand, found, ctx)
    for _, entry in ipairs(node.entries or NONE) do
      basis = with_fact(basis, entry, found, ctx)
    end
    if node.kind == "auditor" then basis = weaker(basis, AUDITOR) end
  end
  return basis
end

-- ---- what decided -------------------------------------------------------

local function take(node, ctx, branch)
  return { { node = node, branch = branch, item = ctx.item,
    facility = ctx.facility } }
end

-- The better supported of two lists, the first where they are equal.
local function better(best, other, ctx)
  if not best then return other end
  local a, b = decided.basis(best, ctx), decided.basis(other, ctx)
  return a and b and b > a and other or best
end

local function all_of(nodes, ctx, branch)
  local out = {}
  for _, node in ipairs(nodes) do
    local more = by(node, ctx, branch)
    table.move(more, 1, #more, #out + 1, out)
  end
  return out
end

local function best_of(nodes, suffices, ctx, branch)
  local best
  for _, node in ipairs(nodes) do
    if suffices(node.eval(ctx)) then
      best = better(best, by(node, ctx, branch), ctx)
    end
  end
  return best or all_of(nodes, ctx, branch)
end

local kinds = {}

function kinds.all(node, ctx, branch)
  if is_short(node.eval(ctx)) then
    return best_of(node.children, is_short, ctx, branch)
  end
  return all_of(node.children, ctx, branch)
end

function kinds.any(node, ctx, branch)
  return best_of(node.children, is_met, ctx, branch)
end
-- Met where none of the children is: then all were needed.
kinds.none = kinds.any

function kinds.when(node, ctx, branch)
  if fails(node.gate.eval(ctx)) then return by(node.gate, ctx, branch) end
  return all_of(node.children, ctx, branch)
end

function kinds.reading(node, ctx, branch)
  local cell = ctx.parameter[node.entry.path]
  for _, child in ipairs(node.children) do
    if cell and child.reading == cell.value then return by(child, ctx, branch) end
  end
  return all_of(node.children, ctx, branch)
end

-- What made one item what it is: out of the count, or met or short in it.
local function by_item(node, ctx, branch)
  if node.where and fails(node.where.eval(ctx)) then
    return by(node.where, ctx, branch)
  end
  return by(node.children[1], ctx, branch)
end

-- Calls see(list, mask) for each item; the mask is NA for one that is out.
local function each_item(node, ctx, branch, see)
  local list, where = node.list, node.where
  local content, outer = ctx[list.scope][list.path], ctx[list.inner]
  local items = content and content.items or {}
  ctx.charge(2 * #items * lists.cost(where, node.children[1]))
  for _, item in ipairs(items) do
    ctx[list.inner] = item
    local out = where and fails(where.eval(ctx))
    see(by_item(node, ctx, branch), out and NA or node.children[1].eval(ctx))
  end
  ctx[list.inner] = outer
end

-- One item suffices to settle what a list is asked for, or all are needed and
-- that there are no others.
local function over_list(suffices)
  return function(node, ctx, branch)
    local best, all = nil, {}
    each_item(node, ctx, branch, function(one, mask)
      if suffices(mask) then best = better(best, one, ctx) end
      table.move(one, 1, #one, #all + 1, all)
    end)
    if best then return best end
    if #all == 0 then all = take(node, ctx, branch) end
    all[1].complete = weaker(all[1].complete,
      of_list(ctx[node.list.scope][node.list.path]))
    return all
  end
end

kinds.every = over_list(is_short)
kinds.some = over_list(is_met)
kinds.no = kinds.some

-- A fact marked not applicable is so by its condition too.
function kinds.leaf(node, ctx, branch)
  local condition = node.entry.na_when
  local out = take(node, ctx, branch)
  if condition and node.eval(ctx) == NA and is_met(condition.eval(ctx)) then
    local more = by(condition, ctx, branch)
    table.move(more, 1, #more, 2, out)
  end
  return out
end

function by(node, ctx, branch)
  ctx.charge(node.cost)
  if node.otherwise then branch = node end
  local kind = kinds[node.kind]
  if not kind then return take(node, ctx, branch) end
  return kind(node, ctx, branch)
end

-- The conditions under `node`, which is settled, that decided it, each with the
-- item it was found at and the nearest condition around with an `otherwise`.
function decided.by(node, ctx) return by(node, ctx) end

-- ---- of an outcome ------------------------------------------------------

-- The weakest and the best support of all that `reads` names; nil for nothing.
local function range_of_reads(reads, ctx)
  local low, high
  local function take_in(basis)
    if basis then
      low, high = math.min(low or basis, basis), math.max(high or basis, basis)
    end
  end
  local function see(cell) take_in(weakest(nil, cell)) end
  for _, list in ipairs(reads.lists) do
    local frame = ctx[list.scope]
    take_in(of_list(frame and frame[list.path]))
  end
  for _, entry in ipairs(reads.facts) do
    if entry.scope == "facility" and not ctx.facility["#pointer"] then
      return 1, AUDITOR -- of each facility, by the Member: read one by one
    elseif entry.scope == "item" then
      local frame = ctx[entry.list.scope]
      local content = frame and frame[entry.list.path]
      for _, item in ipairs(content and content.items or NONE) do
        see(item[entry.path])
      end
    elseif entry.scope ~= "parameter" then
      see(ctx[entry.scope][entry.path])
    end
  end
  return low, high
end

-- The basis of a condition that is settled.  Where all that is read is equally
-- supported nobody need ask what decided.
function decided.basis_of(node, reads, ctx)
  local low, high = range_of_reads(reads, ctx)
  if low == high then return low or 1 end
  return decided.basis(decided.by(node, ctx), ctx) or 1
end

return decided
