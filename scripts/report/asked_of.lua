-- Of which items of a list a prompt is asked: " Asked of: P-07: serious, P-09."

local culprits = require "evaluate.culprits"
local explain = require "evaluate.explain"
local logic = require "evaluate.logic"
local wording = require "evaluate.wording"

local asked_of = {}

local MOST_NAMED <const> = 5

-- "  Asked of: P-07, P-09, 3 more.", in an order that is not that of the dossier; ""
-- for none.
local function listed(told)
  table.sort(told)
  local more = #told - MOST_NAMED
  if more > 0 then
    told = table.move(told, 1, MOST_NAMED, 1, {})
    told[MOST_NAMED + 1] = ("%d more"):format(more)
  end
  return #told > 0 and "  Asked of: " .. table.concat(told, ", ") .. "." or ""
end

-- Calls see(item) for each item of a list that surely meets the condition `node` on it.
local function each_item(node, ctx, see)
  local list, condition, where = node.list, node.children[1], node.where
  local outer, content = ctx[list.inner], ctx[list.scope][list.path]
  for _, item in ipairs(content and content.items or {}) do
    ctx[list.inner] = item
    if logic.holds(condition.eval(ctx)) and (not where or logic.holds(where.eval(ctx)))
    then
      see(item)
    end
  end
  ctx[list.inner] = outer
end

-- The items that a question of the auditor is asked of: the one that it was found in,
-- or those that the facts around it count.
local function items_asked(found, ctx)
  if found.item["#pointer"] then return { found.item } end
  local items, seen, about = {}, {}, found.node.about
  for _, one in ipairs(about and explain.met(about, ctx) or {}) do
    local entry = one.node.entry
    if entry and entry.from and entry.from.list then
      each_item(entry.from, ctx, function(item)
        if not seen[item] then seen[item], items[#items + 1] = true, item end
      end)
    end
  end
  return items
end

-- The auditor's question `found`, and of which items it is asked.
function asked_of.question(found, ctx)
  local labels = culprits.labels({ items = items_asked(found, ctx) },
    ctx.show_sensitive)
  return found.node.ask .. listed(labels)
end

-- ---- of advice ------------------------------------------------------------

-- Words that alone say nothing of an item.
local BARE <const> = { yes = true, no = true, ["not known"] = true, withheld = true }

-- "open, and not investigated"; "discipline taken: no", "severity: not known".
local function answer(entry, cell, show_sensitive)
  local words = wording.value(entry, cell, show_sensitive)
  if not BARE[words] then return words end
  return ("%s: %s"):format(entry.path:gsub("_", " "), words)
end

-- "A-1 (public forces; open, and not investigated)": an item of a list.
local function named_item(item, entries, show_sensitive)
  local told = {}
  for i, entry in ipairs(entries) do
    told[i] = answer(entry, item[entry.path], show_sensitive)
  end
  return ("%s (%s)"):format(culprits.label(item, show_sensitive)
    or item["#pointer"], table.concat(told, "; "))
end

-- Days and numbers, which the words of a piece of advice do not say.
local TOLD <const> = { date = true, months = true, count = true }

-- Where a found condition reads `entry`.
local function frame_of(entry, found, ctx)
  return entry.scope == "item" and found.item
    or entry.scope == "facility" and found.facility or ctx[entry.scope]
end

-- 'Gendarmerie: arrangement ends 2013-12-31 ("as told")': one such fact of a found condition; nil
-- where it is none, or not known.
local function told_fact(entry, found, ctx)
  local show = ctx.show_sensitive
  if not entry or not TOLD[entry.type] or entry.scope == "parameter"
    or entry.sensitive and not show then return nil end
  local cell = frame_of(entry, found, ctx)[entry.path]
  if not cell or cell.state ~= "known" then return nil end
  local label = entry.scope == "item" and culprits.label(found.item, show)
  local note = cell.note and (show or not entry.hides_why)
    and (" (\"%s\")"):format(cell.note) or ""
  return (label and label .. ": " or "") .. entry.path:gsub("[._]", " ") .. " "
    .. wording.value(entry, cell, show) .. note
end

-- "  Known: risk assessment date 2013-05-20.": the days and numbers by which the
-- condition of a piece of advice holds, or may hold; "" for none.  `names_items`: the
-- items are told of by themselves.
function asked_of.because(when, ctx, names_items)
  local told, seen = {}, {}
  local function add(entry, found)
    local fact = not (names_items and entry and entry.scope == "item")
      and told_fact(entry, found, ctx)
    if fact and not seen[fact] and #told < MOST_NAMED then
      seen[fact], told[#told + 1] = true, fact
    end
  end
  local look = logic.holds(when.eval(ctx)) and explain.met or explain.open
  for _, found in ipairs(look(when, ctx)) do
    add(found.node.entry, found)
    add(found.node.operand, found)
  end
  return #told > 0 and "  Known: " .. table.concat(told, "; ") .. "." or ""
end

-- " Asked of: ...": the items of a list for which a prompt is asked; "" where it
-- names none.
function asked_of.advice(prompt, ctx)
  local names = prompt.names
  if not names then return "" end
  local told = {}
  each_item(names.node, ctx, function(item)
    told[#told + 1] = named_item(item, names.entries, ctx.show_sensitive)
  end)
  return listed(told)
end

return asked_of
