-- A condition as lines of text, one condition a line: what is joined stands
-- further in beneath its word, and what is said where it fails beneath that.

local kinds = require "pack.kinds"
local plain = require "base.plain"

local render_condition = {}

local object, objects, text = plain.object, plain.objects, plain.text

local STEP <const>, FURTHEST <const> = 2, 24

local add -- forward

local function line(out, depth, said)
  out[#out + 1] = { indent = math.min(depth * STEP, FURTHEST), text = said }
end

-- What says nothing of its own where it fails needs no word of its own where
-- each part must hold anyway.
local function add_parts(out, parts, depth)
  for _, part in ipairs(objects(parts)) do
    if part.kind == "all" and not part.otherwise then
      add_parts(out, part.parts, depth)
    else
      add(out, part, depth)
    end
  end
end

local adders = {}

local function joined(out, tree, depth)
  line(out, depth, kinds.of[tree.kind].head)
  for _, part in ipairs(objects(tree.parts)) do add(out, part, depth + 1) end
end
function adders.when(out, tree, depth)
  local gate = object(tree.gate)
  if kinds.shape_of(gate.kind) == "joined" then
    line(out, depth, "only when " .. kinds.of[gate.kind].head)
    for _, part in ipairs(objects(gate.parts)) do add(out, part, depth + 1) end
    line(out, depth, "then:")
  else
    line(out, depth, ("only when %s:"):format(text(gate.text) or "?"))
  end
  add_parts(out, tree.parts, depth + 1)
end

local function over_list(out, tree, depth)
  local first = objects(tree.parts)[1]
  if first and first.kind == "listed" then
    return line(out, depth, text(tree.text) or "?")
  end
  local where = text(object(tree.where).text)
  line(out, depth, kinds.of[tree.kind].head:format(text(tree.list) or "?",
    where and " where " .. where or ""))
  if tree.kind == "every" then return add_parts(out, tree.parts, depth + 1) end
  for _, part in ipairs(objects(tree.parts)) do add(out, part, depth + 1) end
end
for _, one in ipairs(kinds.ALL) do
  if one.shape == "joined" then adders[one.kind] = joined end
  if one.shape == "list" and one.head then adders[one.kind] = over_list end
end

function adders.reading(out, tree, depth)
  local names, choices = {}, object(tree.choices)
  for name in pairs(choices) do
    if type(name) == "string" then names[#names + 1] = name end
  end
  table.sort(names)
  line(out, depth, ("as %s says:"):format(text(tree.parameter) or "?"))
  for _, name in ipairs(names) do
    line(out, depth + 1, plain.line(name) .. ":")
    add(out, object(choices[name]), depth + 2)
  end
end

function add(out, tree, depth)
  local adder = adders[tree.kind]
  if adder then
    adder(out, tree, depth)
  else
    line(out, depth, text(tree.text) or "?")
  end
  local otherwise = text(tree.otherwise)
  if otherwise then
    line(out, depth + 1, ("%s: %s"):format(out.otherwise, otherwise))
  end
end

-- The lines of a described condition, each { indent, text }; `otherwise` says
-- what its sentences are there: a finding, or why a check does not apply.
function render_condition.lines(described, otherwise)
  local out = { otherwise = otherwise }
  local tree = object(object(described).tree)
  if tree.kind then
    add(out, tree, 0)
  else
    local said = text(object(described).text) or text(described)
    if said then line(out, 0, said) end
  end
  return out
end

return render_condition
