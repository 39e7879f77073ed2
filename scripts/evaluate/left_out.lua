-- Of a part and its whole that were both counted from one list: which items the whole
-- holds and the part does not, and how many the count passed over, for their `where`
-- did not hold ("88 not on duty, 34 of them not trained").  Where the whole is itself
-- part of a larger count, the head-counts alone say how many it leaves out.

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

-- The first fact under `node` that has words for people: for its answer `value`, or
-- for any where that is nil.
local function worded(node, value)
  local titles = node.entry and node.entry.titles
  if titles and (not value or titles[value]) then return node.entry end
  for _, child in ipairs(node.children or {}) do
    local found = worded(child, value)
    if found then return found end
  end
end

-- How people call the value of `entry` in this item: "on leave".  Where several
-- are possible, none of them is said.
local function word_in(entry, ctx)
  local cell = ctx[entry.scope][entry.path]
  local value = cell and cell.value
  if value == false then value = "no" end
  return entry.titles[value] or "left out"
end

-- The words in the order of the entry's values, each with its number.
local function numbered(entry, words, number)
  local parts = {}
  local function add(word)
    if not word then return end -- a value without a title
    if number[word] then parts[#parts + 1] = number[word] .. " " .. word end
    number[word] = nil
  end
  for _, value in ipairs(entry.values or { "no" }) do add(entry.titles[value]) end
  for _, word in ipairs(words) do add(word) end
  return parts
end

-- "34 of them not trained", "not trained" of the only one, or nil.
local function lacking_of(part, lacking, total)
  local entry = lacking > 0 and worded(part.children[1], "no")
  if not entry then return nil end
  return total == 1 and entry.titles.no
    or ("%d of them %s"):format(lacking, entry.titles.no)
end

-- "; 88 on leave, 34 of them not trained", or "", and how many these are.
local function of_list(node, ctx)
  local part, whole = counts_of(node)
  local entry = part and whole.where and worded(whole.where)
  if not entry then return "", 0 end
  local words, number, lacking, total = {}, {}, 0, 0
  each(part, whole, ctx, function(_, counted, lacks)
    if not falls_short(counted) then return end
    local word = word_in(entry, ctx)
    if not number[word] then words[#words + 1] = word end
    number[word], total = (number[word] or 0) + 1, total + 1
    if lacks then lacking = lacking + 1 end
  end)
  local parts = numbered(entry, words, number)
  if #parts == 0 then return "", 0 end
  local lack = lacking_of(part, lacking, total)
  local joint = #parts > 1 and " (%s)" or ", %s"
  return "; " .. table.concat(parts, ", ") .. (lack and joint:format(lack) or ""),
    total
end

-- ---- by head-counts alone -------------------------------------------------

-- The fewest and the most that a count may be.
local function bounds(cell)
  if not cell or cell.state ~= "known" then return 0, math.huge end
  return cell.value or cell.lo or 0, cell.value or cell.hi or math.huge
end

-- "; 88 not on duty, of whom no more is known", or "": `listed` are named already.
local function of_counts(node, ctx, listed)
  local entry = node.op == "covers" and node.operand
  if not entry or not entry.left_out then return "" end
  local frame = ctx[entry.scope]
  local least, most = bounds(frame[entry.of])
  local fewest, greatest = bounds(frame[entry.path])
  local low, high = least - greatest, most - fewest
  if low <= listed then return "" end
  return ("; %s%d %s%s"):format(low < high and "at least " or "", low, entry.left_out,
    listed > 0 and " in all" or ", of whom no more is known")
end

-- What the sentence says of those whom the count behind `node` leaves out; "" where
-- it leaves out nobody who is known of.
function left_out.remark(node, ctx)
  local words, listed = of_list(node, ctx)
  return words .. of_counts(node, ctx, listed)
end

return left_out
