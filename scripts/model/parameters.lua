-- Parameters: values that the guidance leaves open.  The first pack from the
-- baseline up that gives one a value sets it for the COP 11 rating; a layer that
-- gives it another changes the house rating alone.

local diagnostic = require "base.diagnostic"
local layers = require "layers"
local monotone = require "model.monotone"
local slips = require "model.parameter_slips"
local value_hints = require "pack.value_hints"
local values = require "base.values"
local vocabulary = require "model.vocabulary"

local say <const> = diagnostic.new

local parameters = {}

-- ---- declaring ----------------------------------------------------------

local function cell_of(m, declaration, entry)
  local value = declaration.body.value
  if value == nil then return nil end
  local cell, expected = values.read(entry, value)
  if not cell then
    local cure, args = value_hints.cure(entry, value)
    args = args or { expected = expected }
    args.name, args.found = entry.path, values.shown(value)
    args.it = type(value) == "string" and value or nil
    m.report("parameter", say(cure and "parameter-value" or "parameter-misfit",
      args, cure), declaration.file, declaration.line)
    m.unusable = true -- it would rate by another limit than the one written
  end
  return cell
end

-- A vocabulary that is not understood may have meant anything.
local function fail_declared(m)
  return function(declaration, says)
    m.report("fact", says, declaration.file, declaration.line)
    m.unusable = true
  end
end

-- Tells what stands in its braces and is no part of it.
local function tell_slip(m, declaration)
  local wrong, line = slips.find(m, declaration)
  if not wrong then return end
  m.report("part", wrong, declaration.file, line)
  m.unusable = true
end

local function declare(m, declaration)
  local body, name = declaration.body, declaration.name
  if not vocabulary.check_type(declaration, fail_declared(m)) then return end
  tell_slip(m, declaration)
  local entry = { path = name, scope = "parameter", type = body.type,
    values = body.values, allowed = {}, unit = body.unit, ask = body.ask,
    least = body.least, readers = {}, may_be_none = body.may_be_none,
    source = body.source, layer = declaration.layer,
    declared_in = declaration.layer, file = declaration.file,
    line = declaration.line }
  for _, value in ipairs(body.values or {}) do entry.allowed[value] = true end
  m.parameters[name] = entry
  m.parameter_list[#m.parameter_list + 1] = entry
  m.parameter_frame[name] = cell_of(m, declaration, entry)
end

-- ---- setting in a layer -------------------------------------------------

local function refuse(m, declaration, says)
  layers.refuse(m, declaration, say("in-declaration", { word = "parameter",
    name = declaration.name, inner = says }))
end

local function known_names(m)
  local names = {}
  for i, entry in ipairs(m.parameter_list) do names[i] = entry.path end
  return names
end

-- The first value that a parameter gets: it rates by the COP 11 too.
local function set_first(m, declaration, entry, cell)
  if layers.has_grounds(declaration.body) then
    return refuse(m, declaration, say "grounds-needless")
  end
  entry.source, entry.layer = declaration.body.source, declaration.layer
  m.parameter_frame[entry.path] = cell
  m.changes[#m.changes + 1] = { kind = "sets-parameter", entry = entry,
    cell = cell, source = entry.source, declaration = declaration }
end

-- Another value than the one beneath; judged once the checks are known.
local function set_again(m, declaration, entry, cell)
  cell.source, cell.layer = declaration.body.source, declaration.layer
  m.changes[#m.changes + 1] = { kind = "changes-parameter", entry = entry,
    cell = cell, source = declaration.body.source, declaration = declaration }
end

local function set_in_layer(m, declaration, entry)
  local two = slips.two_values(m, declaration, entry.type)
  if two then return layers.refuse(m, declaration, two) end
  if layers.check_keys(m, declaration) then return end
  local cell = cell_of(m, declaration, entry)
  if not cell and declaration.body.value ~= nil then return end -- told by now
  local source = declaration.body.source
  if not cell or cell.state ~= "known" then
    return refuse(m, declaration, say("layer-value-missing",
      { type = entry.type }))
  elseif not values.is_text(source) then
    return refuse(m, declaration, say "source-missing")
  elseif entry.set_in == declaration.layer then
    return refuse(m, declaration, say "set-twice")
  end
  entry.set_in = declaration.layer
  local set = m.parameter_frame[entry.path] and set_again or set_first
  set(m, declaration, entry, cell)
end

-- The declaration of the same pack that this one only repeats: one before it, or
-- where this one is of no type, any other that is of one.
local function repeated(m, declaration)
  local before = true
  for _, one in ipairs(m.layers[declaration.layer + 1].parameter) do
    before = before and one ~= declaration
    if one ~= declaration and one.name == declaration.name
      and one.body.type ~= nil and (before or declaration.body.type == nil) then
      return one
    end
  end
end

-- Declares a parameter where it is written once, with its value.
local function declare_once(m, declaration)
  local other = repeated(m, declaration)
  if not other then return declare(m, declaration) end
  fail_declared(m)(declaration, say("parameter-again", { name = other.name,
    file = other.file, line = other.line }))
end

-- Adds a declaration: new in the baseline, or under "org." in a layer;
-- otherwise a layer sets what lies beneath it.
function parameters.add(m, declaration)
  local entry = m.parameters[declaration.name]
  if entry and entry.declared_in ~= declaration.layer then
    return set_in_layer(m, declaration, entry)
  elseif declaration.layer == 0 or layers.is_own(declaration.name) then
    return declare_once(m, declaration)
  end
  local says = diagnostic.none_of("no-parameter-beneath",
    { it = declaration.name }, known_names(m))
  says.cure = nil -- the nearest may not be meant at all
  refuse(m, declaration, says)
end

-- ---- whether a change weakens -------------------------------------------

-- No limit is larger than any, where a limit can only add shortfalls.
local function size_of(cell, adds)
  return math.type(cell.value) and cell.value
    or adds and cell.value == "none-stated" and math.huge
end

-- Whether `cell` can turn any outcome better than `beneath` does.
local function may_favour(way, adds, cell, beneath)
  if way == 0 or cell.value == beneath.value then return false end
  local new, old = size_of(cell, adds), size_of(beneath, adds)
  if not way or not new or not old then return true end
  return (new - old) * way > 0
end

-- The cure that says what else to do where there are no grounds.
local LIMITS <const> = { [1] = "or-at-most", [-1] = "or-at-least" }

local function favourable(lacks, way, beneath)
  local limit = LIMITS[way] and math.type(beneath.value) and beneath.value or nil
  return say("favourable", { inner = lacks, limit = limit,
    beneath = values.shown(beneath.raw) }, limit and LIMITS[way])
end

local function judge(m, change, beneath)
  local way, adds = monotone.way(m, change.entry)
  local body = change.declaration.body
  for _, cell in ipairs(beneath) do
    if may_favour(way, adds, cell, change.cell) then change.stricter = true end
    if may_favour(way, adds, change.cell, cell) then change.weakens = cell end
  end
  change.instead_of = beneath[#beneath]
  if not change.weakens and not layers.has_grounds(body) then return end
  local grounds, lacks = layers.grounds(body)
  if not grounds then
    return refuse(m, change.declaration, favourable(lacks, way,
      change.instead_of))
  end
  change.grounds = grounds
end

-- Judges every change against all the values beneath it: the checks must be
-- known by now.
function parameters.judge(m)
  local beneath = {}
  for _, change in ipairs(m.changes) do
    if change.kind == "changes-parameter" then
      local list = beneath[change.entry]
        or { m.parameter_frame[change.entry.path] }
      beneath[change.entry] = list
      judge(m, change, list)
      list[#list + 1] = change.cell
    end
  end
end

return parameters
