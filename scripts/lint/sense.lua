-- Conditions that hold always or never, checks that come out the same whatever
-- the facts are, and disagreements that speak of other facts than they read.
-- Only what is certain is told: a fact of many values counts as any of them.

local kinds = require "pack.kinds"
local logic = require "base.logic"
local nodes = require "model.nodes"
local reach = require "examples.reach"

local say <const> = require "base.diagnostic".new

local sense = {}

local function range(entry)
  local ends = {}
  if entry.least then ends[1] = ("at least %s"):format(entry.least) end
  if entry.most then ends[#ends + 1] = ("at most %s"):format(entry.most) end
  return ends[1] and table.concat(ends, " and ")
end

-- What a parameter decides is not certain: a layer may give it another value.
local function on_parameter(node)
  local entry, operand = node.entry, node.operand
  return entry and entry.scope == "parameter"
    or operand and operand.scope == "parameter"
end

-- Judges `node` and what is below it; true when something was told.
local function judge(c, node, at)
  local told = false
  for _, part in ipairs { node.gate or false, node.where or false } do
    if part then told = judge(c, part, at) or told end
  end
  for _, child in ipairs(node.children or {}) do
    told = judge(c, child, at) or told
  end
  if told or on_parameter(node) or not kinds.of[node.kind].judged then return told end
  local mask = reach.node(c.model, c.host, node)
  local here = { file = at.file, layer = at.layer, line = node.line or at.line,
    column = node.ast.column }
  local alone = node.kind == "leaf"
  if mask == logic.MET then
    c.add("L061", say(alone and "sentence-always-holds" or "always-holds",
      { it = node.text }), here)
  elseif mask & logic.MET == 0 then
    c.add("L060", say(alone and "sentence-never-holds" or "never-holds",
      { it = node.text, range = alone and range(node.entry) or nil }), here)
  else
    return false
  end
  return true
end

local function look_at_check(c, check)
  local at = { file = check.file, layer = check.layer, line = check.line }
  local told = false
  for _, root in ipairs(nodes.of_check(check)) do
    told = judge(c, root[2], at) or told
  end
  if told then return end
  local mask = reach.check(c.model, c.host, check)
  if mask & logic.MET == 0 then
    c.add("L062", say("never-met", { it = check.id }), at)
  elseif mask & logic.SHORT == 0 then
    c.add("L062", say("never-short", { it = check.id }), at)
  end
end

-- ---- limits that may not be stated ---------------------------------------

-- The limit without which `node` counts for nothing, nil where there is none.
local function limit_of(node)
  local children = node.children or {}
  if #children == 1 and not node.list then return limit_of(children[1]) end
  local entry = node.operand
  return node.kind == "leaf" and entry and entry.type == "months"
    and entry.may_be_none and entry or nil
end

local function is_stated(parts, limit)
  for _, part in ipairs(parts) do
    if part.kind == "leaf" and part.entry == limit and part.op == "is_not" then
      return true
    end
  end
  return false
end

-- Of an `all` that decides whether something is asked or contradictory: a part that
-- counts for nothing leaves the decision to the others.
local function look_at_limits(c, root, at)
  nodes.walk(root, function(node)
    local parts = node.kind == "all" and node.children or {}
    for _, part in ipairs(#parts > 1 and parts or {}) do
      local limit = limit_of(part)
      if limit and not is_stated(parts, limit) then
        c.add("L064", say("limit-not-stated", { it = part.text, limit = limit.path }),
          { file = at.file, layer = at.layer, line = part.line or at.line })
      end
    end
  end)
end

local function look_at_disagreement(c, one)
  local read = {}
  for _, entry in ipairs(nodes.facts(one.when)) do read[entry] = true end
  local at = { file = one.file, layer = one.layer, line = one.line }
  judge(c, one.when, at)
  look_at_limits(c, one.when, at)
  for _, entry in ipairs(one.entries) do
    if not read[entry] then
      c.add("L063", say("names-unread", { id = one.id, it = entry.path }), { file = one.file,
        layer = one.layer, line = one.line, starts = entry.path })
    end
  end
end

function sense.look(c)
  for _, check in ipairs(c.model.checks) do
    if not check.broken and not check.retired and check.provision
      and not check.provision.broken then
      look_at_check(c, check)
      for _, prompt in ipairs(check.prompts) do
        if prompt.when then
          look_at_limits(c, prompt.when, { file = check.file, layer = check.layer,
            line = check.line })
        end
      end
    end
  end
  for _, provision in ipairs(c.model.provisions) do
    if provision.applies and not provision.broken then
      judge(c, provision.applies, { file = provision.file,
        line = provision.line })
    end
  end
  for _, one in ipairs(c.model.disagreements) do
    if one.when then look_at_disagreement(c, one) end
  end
end

return sense
