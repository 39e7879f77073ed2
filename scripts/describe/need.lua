-- Who needs a fact, and when: for every fact, list and parameter the checks
-- that read it, and the gates that must stay open for its answer to matter.
--
-- Conservative: a gate counts only where it is known not to hold.  While it may
-- hold, or is not applicable, or cannot be judged where the question stands,
-- the question is needed.

local need = {}

local walk -- forward

-- ---- gathering ----------------------------------------------------------

local function appended(list, value)
  local longer = table.move(list, 1, #list, 1, {})
  longer[#longer + 1] = value
  return longer
end

local function use_of(state, target)
  local use = state.uses[target]
  if not use then
    state.rank = state.rank + 1
    use = { rank = state.rank, checks = {}, gives = {}, alternatives = {} }
    state.uses[target] = use
  end
  return use
end

local function add_once(list, value)
  for _, one in ipairs(list) do
    if one == value then return end
  end
  list[#list + 1] = value
end

-- `target` is read behind `gates`; so is what it can be worked out from,
-- and the whole whose rest a sentence names.
local function add(state, target, gates)
  local use = use_of(state, target)
  local checks = use.checks
  if checks[#checks] ~= state.check.id then
    checks[#checks + 1] = state.check.id
  end
  use.alternatives[#use.alternatives + 1] = gates
  if state.giving then add_once(use.gives, state.giving) end
  if target.left_out then add(state, state.entries[target.of], gates) end
  local why = target.needs_why ~= true and target.needs_why
  if state.inside[target] or not (target.from or target.follows
    or target.na_when or why) then
    return
  end
  state.inside[target] = true
  local giving = state.giving
  state.giving = target.path
  if target.from then walk(state, target.from, gates, true) end
  if target.follows then walk(state, target.follows, gates, true) end
  state.giving = giving
  if target.na_when then walk(state, target.na_when, gates, true) end
  if why then walk(state, why, gates, true) end
  state.inside[target] = nil
end

-- Where all that matters is whether a condition holds, a later part of `all`
-- is idle once an earlier one is known not to hold.
local function walk_children(state, node, gates, only_gates)
  local narrowing = only_gates and node.kind == "all"
  for _, child in ipairs(node.children or {}) do
    walk(state, child, gates, only_gates)
    if narrowing then gates = appended(gates, child) end
  end
end

local HOLDING_ONLY <const> = { some = true, no = true, count = true }

-- Notes every fact under `node`; `only_gates` says that all that matters of
-- the node is whether it holds.
function walk(state, node, gates, only_gates)
  if node.list then add(state, node.list, gates) end
  if node.entry then add(state, node.entry, gates) end
  if node.operand then add(state, node.operand, gates) end
  for _, entry in ipairs(node.entries or {}) do add(state, entry, gates) end
  local outer = gates
  if node.where then walk(state, node.where, outer, true) end
  if node.gate then walk(state, node.gate, outer, true) end
  for _, gate in ipairs { node.where or false, node.gate or false } do
    if gate then gates = appended(gates, gate) end
  end
  walk_children(state, node, gates, only_gates or HOLDING_ONLY[node.kind])
end

local function walk_check(state, check)
  local gates = {}
  for _, gate in ipairs { check.provision.applies or false,
    check.applies or false } do
    if gate then
      walk(state, gate, gates, true)
      gates = appended(gates, gate)
    end
  end
  walk(state, check.expect, gates, false)
  for _, prompt in ipairs(check.prompts) do
    if prompt.when then walk(state, prompt.when, gates, true) end
  end
end

-- Everything the checks of `model` read: [entry or list] = { rank, checks, the
-- ids; gives, the facts it can be used to work out; alternatives }.
function need.of(model)
  local state = { uses = {}, rank = 0, inside = {},
    entries = model.vocabulary.entries }
  for _, check in ipairs(model.checks) do
    local broken = check.broken or not check.provision
      or check.provision.broken
    if not broken and not check.retired then
      state.check = check
      walk_check(state, check)
    end
  end
  return state.uses
end

-- ---- which gates can be judged where a question stands ------------------

local function with(bound, list)
  local inner = { [list] = true }
  for one in pairs(bound) do inner[one] = true end
  if list.inner == "facility" then inner.facility = true end
  return inner
end

-- Calls see(entry) for each fact and list under `node` that no word within it
-- goes through; bound holds the lists, and "facility", that one does.
local function each_free(node, bound, see)
  local function note(entry)
    if not bound[entry.scope == "item" and entry.list or entry.scope] then
      see(entry)
    end
  end
  if node.entry then note(node.entry) end
  if node.operand then note(node.operand) end
  if node.list then note(node.list) end
  for _, entry in ipairs(node.entries or {}) do note(entry) end
  if node.gate then each_free(node.gate, bound, see) end
  local within = node.list and with(bound, node.list) or bound
  if node.where then each_free(node.where, within, see) end
  for _, child in ipairs(node.children or {}) do
    each_free(child, within, see)
  end
end

-- Whether someone who answers for `target` has the frame of `entry` in sight.
local function in_sight(target, entry)
  local scope = entry.scope
  if scope == "item" then return entry.list == target.list end
  if scope ~= "facility" then return true end
  local own = target.scope == "item" and target.list.scope or target.scope
  return own == "facility"
end

-- Where someone must stand to judge the gate: the list of whose items it speaks, or nil,
-- and whether it is a facility.
function need.place_of(gate)
  local list, facility = nil, false
  each_free(gate, {}, function(entry)
    if entry.scope == "item" then list = entry.list end
    local scope = entry.scope == "item" and list.scope or entry.scope
    facility = facility or scope == "facility"
  end)
  return list, facility
end

-- What tells this gate from others at `target`; nil for one that cannot be
-- judged there.
local function key_of(target, gate)
  local seen, key = true, gate.text
  each_free(gate, {}, function(entry)
    if not in_sight(target, entry) then seen = false end
    if entry.scope == "item" then key = entry.list.path .. ": " .. gate.text end
  end)
  return seen and key or nil
end
need.key_of = key_of

-- ---- the condition ------------------------------------------------------

local function flatten(gate, out)
  if gate.kind ~= "all" then
    out[#out + 1] = gate
    return
  end
  for _, child in ipairs(gate.children) do flatten(child, out) end
end

-- The gates of one use that can be judged at `target`, each once.
local function judged(target, gates)
  local flat, list, keys = {}, {}, {}
  for _, gate in ipairs(gates) do flatten(gate, flat) end
  for _, gate in ipairs(flat) do
    local key = key_of(target, gate)
    if key and not keys[key] then
      keys[key], list[#list + 1] = true, gate
    end
  end
  return { list = list, keys = keys }
end

local function holds_all(keys, other)
  for key in pairs(other) do
    if not keys[key] then return false end
  end
  return true
end

-- Leaves out each alternative that asks for more than another one does.
local function weakest(alternatives)
  local kept = {}
  for i, one in ipairs(alternatives) do
    local idle = false
    for j, other in ipairs(alternatives) do
      local less = #other.list < #one.list
        or #other.list == #one.list and j < i
      if less and holds_all(one.keys, other.keys) then idle = true end
    end
    if not idle then kept[#kept + 1] = one.list end
  end
  return kept
end

-- When the answer for `target` can matter: a list of alternatives, each a list
-- of gates that all have to stay open; nil when it always can.
function need.alternatives(target, use)
  local alternatives = {}
  for i, gates in ipairs(use.alternatives) do
    alternatives[i] = judged(target, gates)
    if #alternatives[i].list == 0 then return nil end
  end
  return weakest(alternatives)
end

return need
