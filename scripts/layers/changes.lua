-- What layers change of the checks beneath them: checks they add or stricten,
-- switch off, or narrow.  m.changes lists all of it, parameters too, for the
-- report's head; none of it touches the COP 11 rating.

local diagnostic = require "base.diagnostic"
local layers = require "layers"

local say <const> = diagnostic.new

local layer_changes = {}

local KINDS <const> = { narrow = "narrows", switch_off = "switches-off" }

local function refuse(m, declaration, says)
  layers.refuse(m, declaration, say("in-declaration", { word = declaration.word,
    name = declaration.name, inner = says }))
end

-- ---- naming a check of the baseline -------------------------------------

local function baseline_ids(m)
  local ids = {}
  m.host.charge(#m.checks)
  for _, check in ipairs(m.checks) do
    if check.layer == 0 and not check.retired then ids[#ids + 1] = check.id end
  end
  return ids
end

-- The check of the baseline called `id`, or nil and what is wrong.
local function find(m, id)
  local check = m.check_by_id[id]
  if not check then
    return nil, diagnostic.none_of("no-such-check", { it = tostring(id) },
      baseline_ids(m))
  elseif check.layer > 0 then
    return nil, say("check-of-layer", { it = id, file = check.file })
  elseif check.retired then
    return nil, say("check-retired", { it = id })
  end
  return check
end

-- ---- checks a layer adds ------------------------------------------------

-- The check that a declaration strictens; nil for none, or when it cannot.
function layer_changes.base_of(m, declaration)
  local id = declaration.body.stricter_than
  if id == nil then return nil end
  if declaration.layer == 0 then
    refuse(m, declaration, say "stricter-in-baseline")
    return nil
  end
  local base, problem = find(m, id)
  if base then return base end
  refuse(m, declaration, say("in-key", { key = "stricter_than",
    inner = problem }))
  return nil
end

-- Notes a check that a layer adds.
function layer_changes.note_check(m, check)
  if check.layer == 0 then return end
  local first = m.check_by_id[check.id]
  if first and layers.id_problem(m, check) then -- which is told already
    m.unusable = true
  elseif first then
    refuse(m, check.declaration, say("id-taken", { file = first.file,
      line = first.line }))
  end
  m.changes[#m.changes + 1] = { kind = check.stricter_than and "stricter-check"
    or "adds-check", check = check.stricter_than, added = check,
    declaration = check.declaration }
end

-- ---- checks a layer weakens ---------------------------------------------

local function earlier(m, check)
  m.host.charge(#m.changes)
  for _, change in ipairs(m.changes) do
    if change.check == check and change.grounds then return change end
  end
end

local function compile_gate(m, declaration, target, compile, change)
  if declaration.word ~= "narrow" then return true end
  change.reads = { facts = {}, lists = {} }
  if declaration.body.applies == nil then
    refuse(m, declaration, say "applies-missing")
    return false
  end
  local broken
  change.node, broken = compile(target, declaration.body.applies, change.reads)
  m.unusable = m.unusable or broken ~= nil
  return not broken
end

-- Adds a switch_off or a narrow.  compile(check, written, reads) gives the node
-- of a condition, or nil and what is broken.
function layer_changes.add(m, declaration, compile)
  if layers.check_keys(m, declaration) then return end
  if declaration.layer == 0 then return end -- refused as a whole
  local target, problem = find(m, declaration.name)
  if not target then return refuse(m, declaration, problem) end
  local grounds, lacks = layers.grounds(declaration.body)
  if not grounds then
    return refuse(m, declaration, say("weakens", { inner = lacks }))
  end
  local other = earlier(m, target)
  if other then
    return refuse(m, declaration, say("weakened-twice",
      { file = other.declaration.file, line = other.declaration.line }))
  end
  local change = { kind = KINDS[declaration.word], check = target,
    grounds = grounds, weakens = true, declaration = declaration }
  if compile_gate(m, declaration, target, compile, change) then
    m.changes[#m.changes + 1] = change
  end
end

-- ---- asking -------------------------------------------------------------

-- Whether a change holds on the day: one with grounds ends with them.
function layer_changes.in_force(change, as_of)
  return not change.grounds or as_of <= change.grounds.last
end

-- The name of the layer a change stands in.
function layer_changes.layer_of(model, change)
  return model.layer_names[change.declaration.layer + 1]
end

return layer_changes
