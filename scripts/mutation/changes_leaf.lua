-- The small slips one sentence of a rule could hold: another phrase, another
-- value, a limit shifted by one.  Each is the parsed sentence changed in one
-- place, for mutation.lua to run the examples on.

local phrases = require "pack.phrases"
local sentence = require "pack.sentence"
local shallow = require "base.shallow"

local changes_leaf = {}

local copy <const> = shallow.copy

-- ---- building -----------------------------------------------------------

-- `leaf` with another op or operand.
local function changed(leaf, op, operand)
  local result = copy(leaf)
  result.op, result.operand = op or leaf.op, operand or leaf.operand
  result.says, result.joint = nil, nil -- as it is written now
  result.text = sentence.write(result)
  return result
end

local function with_number(leaf, number)
  local operand = copy(leaf.operand)
  operand.number = number
  return changed(leaf, nil, operand)
end

-- ---- other phrases ------------------------------------------------------

local function others(leaf, add)
  local phrase = phrases.of[leaf.op]
  for _, op in ipairs(phrase.slips) do add(changed(leaf, op)) end
  for _, op in ipairs(#leaf.operand > 1 and phrase.slips_of_several or {}) do
    add(changed(leaf, op))
  end
end

-- ---- other values -------------------------------------------------------

local function place_of(list, wanted)
  for i, one in ipairs(list) do
    if one == wanted then return i end
  end
end

-- Each value of the fact taken out where it is named, or put in where not.
local function toggled(leaf, entry, add)
  for _, value in ipairs(entry.values or {}) do
    local operand = table.move(leaf.operand, 1, #leaf.operand, 1, {})
    local at = place_of(operand, value)
    if at then table.remove(operand, at) else operand[#operand + 1] = value end
    local all_named = entry.type == "choice" and #operand == #entry.values
    if #operand > 0 and not all_named then add(changed(leaf, nil, operand)) end
  end
end

-- ---- other limits -------------------------------------------------------

local function limits(leaf, entry, add)
  local number = leaf.operand.number
  if not number then return end
  local least = phrases.of[leaf.op].least or entry.least
  add(with_number(leaf, number + 1))
  if not least or number - 1 >= least then add(with_number(leaf, number - 1)) end
end

-- A day more or less, and the time away from a day forgotten.
local function days(leaf, add)
  local operand = leaf.operand
  if not operand.shift then return end
  for _, step in ipairs { 1, -1 } do
    local other = copy(operand)
    other.shift = operand.shift + step
    if other.shift ~= 0 then add(changed(leaf, nil, other)) end
  end
  local bare = copy(operand)
  bare.shift, bare.unit = nil, nil
  add(changed(leaf, nil, bare))
end

-- Calls add(leaf) for each slip in the parsed sentence `leaf` on `entry`.
function changes_leaf.each(leaf, entry, add)
  others(leaf, add)
  if leaf.operand[1] ~= nil and entry.type ~= "yes/no" then
    toggled(leaf, entry, add)
  end
  limits(leaf, entry, add)
  days(leaf, add)
end

return changes_leaf
