-- Where two conditions differ, both as the trees that model/condition_tree.lua draws:
-- the smallest parts that are not the same, with their words.

local sorted_keys = require "base.sorted_keys"

local shape_of <const> = require "pack.kinds".shape_of

local impact_conditions = {}

local diff -- forward

-- Whether two parts speak of the same thing, so that one is the other changed.
local function alike(a, b)
  return a.kind == b.kind and a.fact == b.fact and a.list == b.list
    and a.id == b.id and a.parameter == b.parameter
end

-- Takes out of `parts` the first one that `fits`.
local function take(parts, fits)
  for i, part in ipairs(parts) do
    if fits(part) then return table.remove(parts, i) end
  end
end

-- The parts of `ours` without an equal in `theirs`, which loses those.
local function unmatched(ours, theirs)
  local rest = {}
  for _, part in ipairs(ours) do
    local equal = take(theirs, function(other)
      return other.text == part.text
    end)
    if not equal then rest[#rest + 1] = part end
  end
  return rest
end

-- The parts in one list: `all` by itself says no more than its parts.
local function flat(parts)
  local first = parts and parts[1]
  if first and #parts == 1 and first.kind == "all" then return first.parts end
  return parts or {}
end

local function diff_parts(a, b, add)
  local new = table.move(flat(b), 1, #flat(b), 1, {})
  local old = unmatched(flat(a), new)
  for _, part in ipairs(old) do
    local other = take(new, function(one) return alike(part, one) end)
    if other then diff(part, other, add) else add(part, nil) end
  end
  for _, part in ipairs(new) do add(nil, part) end
end

local function diff_choices(a, b, add)
  for _, name in ipairs(sorted_keys(b.choices or {})) do
    diff((a.choices or {})[name], b.choices[name], add)
  end
end

-- Calls add(old part, new part) for each difference; one of the two is nil
-- where a part was added or taken out.
function diff(a, b, add)
  if a == nil and b == nil then return end
  if not a or not b then return add(a, b) end
  if a.text == b.text then return end
  if a.kind ~= b.kind or shape_of(a.kind) == "list" and a.list ~= b.list then
    return add(a, b)
  elseif shape_of(a.kind) == "joined" then
    return diff_parts(a.parts, b.parts, add)
  elseif a.kind == "when" or shape_of(a.kind) == "list" then
    diff(a.gate, b.gate, add)
    diff(a.where, b.where, add)
    return diff_parts(a.parts, b.parts, add)
  elseif a.kind == "reading" then
    return diff_choices(a, b, add)
  end
  add(a, b)
end

-- ---- what is said where a condition does not hold ------------------------

local SAID <const> = { "otherwise", "never", "remedy" }

-- Every sentence below `tree`, each { words, line }, in the order it stands.
local function sentences(tree, out)
  if not tree then return out end
  for _, key in ipairs(SAID) do
    local words = tree[key]
    if words then
      out[#out + 1] = { text = ("%s: %s"):format(key, words), line = tree.line }
    end
  end
  for _, part in ipairs { tree.gate or false, tree.where or false } do
    if part then sentences(part, out) end
  end
  for _, part in ipairs(tree.parts or {}) do sentences(part, out) end
  for _, name in ipairs(sorted_keys(tree.choices or {})) do
    sentences(tree.choices[name], out)
  end
  return out
end

-- Calls add(old words, new words, line) for each sentence that is not in both.
function impact_conditions.said(a, b, add)
  local new = sentences(b, {})
  local old = unmatched(sentences(a, {}), new)
  for i = 1, math.max(#old, #new) do
    add(old[i] and old[i].text, new[i] and new[i].text,
      (new[i] or old[i]).line)
  end
end

impact_conditions.diff = diff
return impact_conditions
