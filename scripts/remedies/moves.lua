-- The answers that could be changed so that a condition comes out otherwise.  A move
-- gives one fact one value: at the place, or at every item of a list where it has
-- another.  What a condition leaves out, or where it does not apply, is no remedy, so
-- neither is looked at.

local item_names = require "dossier.records.item_names"
local place = require "remedies.place"
local suggest_values = require "suggest.values"

local moves = {}

-- ---- what a condition reads ---------------------------------------------------

local walk

-- The fact itself, and what it follows from: an answer to either may be the remedy.
local function see_fact(entry, node, list, see, seen)
  see(entry, node, list)
  if seen[entry] then return end
  seen[entry] = true
  walk(entry.from, see, nil, seen)
  walk(entry.follows, see, nil, seen)
end

-- Calls see(entry, node, list) for the facts that `node` speaks of; `list` is the list
-- to whose items they belong.
function walk(node, see, list, seen)
  if not node then return end
  local of_items = node.list and node.list.inner == "item" and node.list or list
  for _, key in ipairs { "entry", "operand" } do
    if node[key] then see_fact(node[key], node, of_items, see, seen) end
  end
  for _, entry in ipairs(node.entries or {}) do
    see_fact(entry, node, of_items, see, seen)
  end
  for _, child in ipairs(node.children or {}) do walk(child, see, of_items, seen) end
end

-- `root` and the conditions that what it reads follows from.
function moves.roots(root)
  local roots, has = { root }, {}
  walk(root, function(entry)
    for _, node in ipairs { entry.from or false, entry.follows or false } do
      if node and not has[node] then
        has[node], roots[#roots + 1] = true, node
      end
    end
  end, nil, {})
  return roots
end

-- ---- values --------------------------------------------------------------------

-- The value that `written` states; nil where it states none.
local function stated(written)
  if type(written) == "table" and written[1] == nil then written = written.value end
  return written
end

-- `values` and, behind them, the number that `other` has, with which they are compared.
local function with_other(values, other, entry, at)
  if not other or other == entry or other.scope == "parameter" then return values end
  local object = at.objects[other.scope]
  local number = object and stated(place.at(object, other.keys))
  if type(number) == "number" and type(values[1]) == "number" then
    table.insert(values, 1, number)
  end
  return values
end

-- Numbers, the nearest to what is stated first.
local function nearest_first(values, now)
  if type(now) ~= "number" then return values end
  local list, by = table.move(values, 1, #values, 1, {}), {}
  for i, value in ipairs(list) do
    by[value] = { type(value) == "number" and math.abs(value - now) or math.huge, i }
  end
  table.sort(list, function(a, b)
    if by[a][1] ~= by[b][1] then return by[a][1] < by[b][1] end
    return by[a][2] < by[b][2]
  end)
  return list
end

-- A value as the dossier has it; a set is an array, and what needs a reason gets one.
local function written_as(entry, value, json)
  if type(value) == "table" then
    value = json.array(table.move(value, 1, #value, 1, {}))
  end
  return entry.needs_why and { value = value, why = "as tried" } or value
end

-- ---- where ----------------------------------------------------------------------

-- The items of `list` at the place, each { object, name }.
local function items_of(list, at)
  local content
  for _, frame in ipairs(at.frames) do content = content or frame[list.path] end
  local found, names = {}, content and item_names.of(content.items, at.host) or {}
  for i, name in ipairs(names) do
    local said = content.items[i]["#said"]
    if type(said) == "table" then found[#found + 1] = { object = said, name = name } end
  end
  return found
end

local function objects_of(entry, list, at)
  if entry.scope == "item" then return list and items_of(list, at) or {} end
  return { { object = at.objects[entry.scope] } }
end

local function targets_of(entry, list, at, value)
  local targets = {}
  for _, one in ipairs(objects_of(entry, list, at)) do
    local now = one.object and place.at(one.object, entry.keys)
    if one.object and (stated(now) ~= value or type(value) == "table") then
      targets[#targets + 1] = { object = one.object, name = one.name, now = stated(now) }
    end
  end
  return targets
end

-- ---- the whole -------------------------------------------------------------------

local function key_of(entry, list, value, json)
  if type(value) == "table" then value = json.array(value) end
  return ("%s %s %s"):format(list and entry.scope == "item" and list.path or "", entry.path,
    json.write(value))
end

local FEW <const> = 12 -- items that are changed one by one, too

-- All targets at once and, where they are few items, each alone.
local function groups_of(targets, list)
  local groups = { targets }
  for i = 1, list and #targets > 1 and #targets <= FEW and #targets or 0 do
    groups[i + 1] = { targets[i] }
  end
  return groups
end

local function add_moves(found, entry, list, value, key, targets)
  for i, group in ipairs(groups_of(targets, list)) do
    found[#found + 1] = { key = ("%s %d"):format(key, i), entry = entry, value = value,
      targets = group, list = list }
  end
end

local function add_of_entry(found, entry, node, list, at)
  local object = at.objects[entry.scope]
  local now = object and stated(place.at(object, entry.keys))
  local values = suggest_values.of(entry, at.limits[entry], at.day)
  values = with_other(values, node.entry == entry and node.operand or node.entry, entry, at)
  for _, value in ipairs(nearest_first(values, now)) do
    local key = key_of(entry, list, value, at.host.json)
    local targets = not found[key] and targets_of(entry, list, at, value) or {}
    if #targets > 0 then
      found[key] = true
      add_moves(found, entry, entry.scope == "item" and list or nil, value, key, targets)
    end
  end
end

-- The moves that the conditions `nodes` suggest at the place `at`.
function moves.of(nodes, at)
  local found = {}
  for _, node in ipairs(nodes) do
    walk(node, function(entry, by, list)
      local is_told = entry.type and entry.type ~= "text" and entry.keys
        and entry.scope ~= "parameter" and not entry.is_list
      if is_told then add_of_entry(found, entry, by, list, at) end
    end, nil, {})
  end
  return found
end

-- Makes the move; gives a function that takes it back.
function moves.apply(move, json)
  local undo = {}
  for i, target in ipairs(move.targets) do
    undo[i] = place.set(target.object, move.entry.keys,
      written_as(move.entry, move.value, json))
  end
  return function()
    for i = #undo, 1, -1 do undo[i]() end
  end
end

return moves
