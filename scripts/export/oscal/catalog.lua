-- The checks that a report asks, as an OSCAL catalog: provisions are groups, checks are
-- controls, and what the guidance says stands in their statements, in our words.

local parts = require "export.oscal.parts"
local shared = require "export.shared"
local sorted_keys = require "base.sorted_keys"
local texts = require "export.oscal.texts"

local catalog = {}

local function params(d)
  local list = {}
  for i, name in ipairs(sorted_keys(d.report.parameters)) do
    local one = d.report.parameters[name]
    list[i] = { id = texts.token(name), label = texts.markup(name),
      usage = one.source and texts.markup(one.source),
      values = one.value ~= nil and d.json.array { parts.value(d, one.value) } or nil,
      props = parts.props(d, { { "unit", one.unit }, { "layer", one.layer } }) }
  end
  return parts.list(d, list)
end

-- What a check rests on: a statement, with an item for each point.
local function statement(d, token, check)
  local items = {}
  for i, id in ipairs(check.points) do
    local point = d.report.points[id]
    items[i] = { name = "item", id = token .. "_smt." .. texts.token(id),
      prose = texts.markup(point.says),
      props = parts.props(d, { { "label", id }, { "strength", point.strength } }) }
  end
  return { id = token .. "_smt", name = "statement", prose = texts.markup(check.title),
    parts = parts.list(d, items) }
end

local function control(d, id, check)
  local token = texts.token(id)
  return { id = token, title = texts.markup(check.title),
    parts = d.json.array { statement(d, token, check) },
    props = parts.props(d, { { "check", id }, { "rule", check.rule },
      { "layer", check.layer } }) }
end

local function group(d, provision)
  local controls = {}
  for i, id in ipairs(shared.checks(d.report, provision.id)) do
    controls[i] = control(d, id, d.report.checks[id])
  end
  return { id = texts.token(provision.id), controls = parts.list(d, controls),
    title = texts.markup(provision.title or provision.id),
    props = parts.props(d, { { "label", provision.id } }) }
end

function catalog.build(d)
  local groups = {}
  for i, provision in ipairs(shared.provisions(d.report)) do groups[i] = group(d, provision) end
  return { catalog = { uuid = parts.id(d, "catalog", d.run),
    metadata = parts.metadata(d, d.report.pack.title or d.report.pack.name),
    params = params(d), groups = parts.list(d, groups) } }
end

return catalog
