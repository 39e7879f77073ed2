-- Reads the checks of a pack.  A broken one stays in the model and reports
-- `error`.

local check_ids = require "model.check_ids"
local layer_changes = require "layers.changes"
local compile = require "model.compile"
local say <const> = require "base.diagnostic".new
local layers = require "layers"
local nodes = require "model.nodes"
local points = require "model.points"

local checks = {}

local PROMPT_KEYS <const> = { true, names = true, when = true,
  where_not_asked = true }

-- What stands beside text and condition would be passed over in silence.
local function check_prompt(declaration, body)
  local fits = type(body[1]) == "string"
  for key in pairs(body) do fits = fits and PROMPT_KEYS[key] end
  local anywhere = body.where_not_asked
  if not fits or anywhere ~= nil and (anywhere ~= true or body.when == nil) then
    compile.raiser(declaration)(nil, say "prompt-shape")
  end
end

-- The condition on a list for whose items a prompt is asked.
local function list_asked(when)
  local found
  nodes.walk(when, function(node)
    if node.kind == "some" and node.list.inner == "item" then
      found = found or node
    end
  end)
  return found
end

-- The facts that tell, beside its id, which item a prompt is asked of.
local function compile_names(declaration, names, when)
  if names == nil then return nil end
  local node, entries = list_asked(when), {}
  for i, name in ipairs(type(names) == "table" and names or {}) do
    entries[i] = node and node.list.entries[name]
    if not entries[i] then
      compile.raiser(declaration)(nil, say("prompt-names", { it = tostring(name) }))
    end
  end
  return { node = node, entries = entries }
end

-- A prompt without the braces around all of them would be passed over too.
local function check_prompts(declaration, written)
  for key in pairs(written) do
    if math.type(key) ~= "integer" or key < 1 or key > #written then
      compile.raiser(declaration)(nil, say("prompts-shape",
        { it = written.word == "advise" and "advise" or tostring(key) }))
    end
  end
end

local function compile_prompts(m, declaration, check, at)
  local prompts = {}
  check_prompts(declaration, declaration.body.prompts or {})
  for i, written in ipairs(declaration.body.prompts or {}) do
    local body = type(written) == "table" and written.body or { written }
    check_prompt(declaration, body)
    local when = compile.condition(m, declaration, body.when, check.scope,
      check.prompt_reads, at)
    prompts[i] = { text = body[1], id = check.id .. "/advice-" .. i,
      where_not_asked = body.where_not_asked, when = when,
      names = compile_names(declaration, body.names, when) }
  end
  return prompts
end

local function need_text(declaration, body, key)
  if type(body[key]) ~= "string" then
    compile.raiser(declaration)(nil, say("part-missing", { key = key }))
  end
end

-- Whether a plain function stands anywhere below this node.
local function computes(node)
  if not node then return false end
  if node.kind == "compute" or computes(node.gate) or computes(node.where) then
    return true
  end
  for _, child in ipairs(node.children or {}) do
    if computes(child) then return true end
  end
  return false
end

-- A stricter check applies where the one it strictens does, unless it says
-- otherwise; that condition stands in the other's file.
local function compile_applies(m, declaration, check, at)
  local base = check.stricter_than
  if declaration.body.applies ~= nil or not base then
    return compile.condition(m, declaration, declaration.body.applies,
      check.scope, check.reads, at)
  end
  return compile.condition(m, base.declaration, base.declaration.body.applies,
    check.scope, check.reads, compile.place(m, base.declaration))
end

-- What a check expects; an `otherwise` beside it is the finding of the whole.
local function expected(declaration)
  local body = declaration.body
  if body.otherwise == nil then return body.expect end
  return { word = "all", line = declaration.line,
    body = { body.expect, otherwise = body.otherwise } }
end

local function fill_check(m, declaration, check)
  local body = declaration.body
  compile.check_keys(declaration)
  local problem = check.layer > 0
    and layers.id_problem(m, check)
  if problem then compile.raiser(declaration)(nil, problem) end
  need_text(declaration, body, "title")
  need_text(declaration, body, "ask")
  if not check.provision then
    compile.raiser(declaration)(nil, say("no-provision", { it = declaration.name,
      example = m.provisions[1] and m.provisions[1].id or "11.2" }))
  end
  if body.expect == nil then
    compile.raiser(declaration)(nil, say "expect-missing")
  end
  local at = compile.place(m, declaration)
  check.strength = points.strength_of(m, declaration, check.points)
  points.need_row(m, declaration, check.strength or "beyond")
  check.applies = compile_applies(m, declaration, check, at)
  at.cites = check.points
  check.expect = compile.condition(m, declaration, expected(declaration),
    check.scope, check.reads, at)
  at.cites = nil
  check.prompts = compile_prompts(m, declaration, check, at)
  check.computes = computes(check.applies) or computes(check.expect)
end

local function new_check(m, declaration)
  local body = declaration.body
  local provision = check_ids.provision(m, declaration.name)
  local base = layer_changes.base_of(m, declaration)
  local from = base or {}
  return { id = declaration.name, title = body.title,
    points = type(body.points) == "table" and body.points or from.points or {},
    ask = body.ask, remedy = body.remedy, met = body.met, why = body.why,
    not_applicable = body.not_applicable or from.not_applicable,
    provision = provision, stricter_than = base,
    scope = provision and provision.scope or "facility", prompts = {},
    retired = body.retired, aliases = body.aliases, file = declaration.file,
    line = declaration.line, layer = declaration.layer,
    reads = { facts = {}, lists = {} }, broken = declaration.broken,
    prompt_reads = { facts = {}, lists = {} }, declaration = declaration }
end

function checks.add(m, declaration)
  local check = new_check(m, declaration)
  if not check.broken then
    local _, broken = compile.guarded(m, declaration, function()
      fill_check(m, declaration, check)
    end)
    check.broken = broken
  end
  layer_changes.note_check(m, check)
  m.checks[#m.checks + 1] = check
  m.check_by_id[check.id] = m.check_by_id[check.id] or check
  local home = check.provision or m.homeless
  home.checks[#home.checks + 1] = check
  for _, id in ipairs(check.points) do
    local point = m.points[id]
    if point then point.checks[#point.checks + 1] = check end
  end
end

return checks
