-- Of a part and its whole that were both counted from one list: which items the whole
-- holds and the part does not, and how many the count passed over, for their `where`
-- did not hold ("88 not on duty, 34 of them not trained").

local logic = require "evaluate.logic"
local lists = require "evaluate.lists"

local left_out = {}

local function falls_short(mask) return mask & ~logic.SHORT == 0 end

-- The counts behind the condition `node`, part and whole; nil where it has none.
local function counts_of(node)
  local part, whole = node.entry and node.entry.from, node.operand
    and node.operand.from
  if node.op == "covers" and part and whole and part.list == whole.list then
    return part, whole
  end
end

-- Calls see(item, counted, lacks) for each item that the whole is about: `counted`
-- is the extent of its `where`, and it lacks what the part asks for.
local function each(part, whole, ctx, see)
  local list = part.list
  local content = ctx[list.scope][list.path]
  local items, outer = content and content.items or {}, ctx[list.inner]
  ctx.charge(#items * (lists.cost(whole.where, whole.children[1])
    + lists.cost(nil, part.children[1])))
  for _, item in ipairs(items) do
    ctx[list.inner] = item
    if logic.holds(whole.children[1].eval(ctx)) then
      see(item, whole.where and whole.where.eval(ctx) or logic.MET,
        falls_short(part.children[1].eval(ctx)))
    end
  end
  ctx[list.inner] = outer
end

-- The items that belong to the whole but not to the part; nil where the condition
-- `node` compares no such counts.
function left_out.items(node, ctx)
  local part, whole = counts_of(node)
  if not part then return nil end
  local found = {}
  each(part, whole, ctx, function(item, counted, lacks)
    if lacks and logic.holds(counted) then found[#found + 1] = item end
  end)
  return found
end

-- ---- what the count passed over ------------------------------------------

-- How people call it where a fact under `node` is no: "not on duty".
local function no_of(node)
  local titles = node.entry and node.entry.titles
  if titles and titles.no then return titles.no end
  for _, child in ipairs(node.children or {}) do
    local found = no_of(child)
    if found then return found end
  end
end

-- "; 88 not on duty, 34 of them not trained", or "".
function left_out.remark(node, ctx)
  local part, whole = counts_of(node)
  local passed_over = part and whole.where and no_of(whole.where)
  if not passed_over then return "" end
  local total, lacking = 0, 0
  each(part, whole, ctx, function(_, counted, lacks)
    if not falls_short(counted) then return end
    total = total + 1
    if lacks then lacking = lacking + 1 end
  end)
  if total == 0 then return "" end
  local lack = lacking > 0 and no_of(part.children[1])
  return ("; %d %s%s"):format(total, passed_over, lack
    and (", %d of them %s"):format(lacking, lack) or "")
end

return left_out
