-- Which way a parameter turns outcomes: whether a larger value can only make
-- them better, only worse, or neither can be told.  Read from the conditions
-- alone, so that it holds for every dossier.

local kinds = require "pack.kinds"
local phrases = require "pack.phrases"

local monotone = {}

local look -- forward

-- Gates and the like: any use there can turn outcomes either way.
local function look_at_gate(node, entry, found)
  if node and look(node, entry, 1, {}).any then found.mixed = true end
end

local function note(found, way, stands_in)
  found.any, found.stands_in = true, found.stands_in or stands_in
  if not way or found.way and found.way ~= way then found.mixed = true end
  found.way = way
end

local function look_at_entries(node, entry, found)
  for _, one in ipairs(node.entries or {}) do
    if one == entry then note(found, nil) end
  end
end

function look(node, entry, way, found, stands_in)
  if node.entry == entry then note(found, nil) end
  if node.operand == entry then
    local eases = phrases.of[node.op].eases
    note(found, eases and eases * way, stands_in)
  end
  look_at_entries(node, entry, found)
  look_at_gate(node.gate, entry, found)
  look_at_gate(node.where, entry, found)
  local kind = kinds.of[node.kind]
  local inner = kind.turns and -way or way
  for _, child in ipairs(node.children or {}) do
    if kind.gives then
      look_at_gate(child, entry, found)
    else
      look(child, entry, inner, found, stands_in or not kind.adds)
    end
  end
  found.any = found.any or found.mixed
  return found
end

local function look_at_facts(model, entry, found)
  local vocabulary = model.vocabulary
  local function each(list)
    for _, one in ipairs(list) do
      look_at_gate(one.from, entry, found)
      look_at_gate(one.follows, entry, found)
      look_at_gate(one.na_when, entry, found)
      if one.needs_why ~= true then look_at_gate(one.needs_why, entry, found) end
    end
  end
  each(vocabulary.ordered)
  for _, list in ipairs(vocabulary.ordered_lists) do each(list.ordered) end
  for _, one in ipairs(model.disagreements) do
    look_at_gate(one.when, entry, found)
  end
end

-- 1 where a larger value can only make outcomes better, -1 where only worse,
-- 0 where nothing reads it, nil where it cannot be told; and whether a limit
-- where none was stated can only add shortfalls.
function monotone.way(model, entry)
  local found = {}
  for _, provision in ipairs(model.provisions) do
    look_at_gate(provision.applies, entry, found)
  end
  for _, check in ipairs(model.checks) do
    look_at_gate(check.applies, entry, found)
    if check.expect then look(check.expect, entry, 1, found) end
  end
  look_at_facts(model, entry, found)
  if found.mixed then return nil end
  return found.any and found.way or 0, not found.stands_in
end

return monotone
