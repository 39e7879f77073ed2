-- The checks that a report asks, as an OSCAL catalog: provisions are groups, checks are
-- controls, and what the guidance says stands in their statements, in our words.

local parts = require "export.oscal.parts"
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

-- "11.2.9" before "11.2.10".
local function by_numbers(a, b)
  local function key(id)
    return (id:gsub("%d+", function(number)
      return ("0"):rep(12 - #number) .. number
    end))
  end
  local x, y = key(a), key(b)
  return x < y or x == y and a < b
end

-- The ids of the checks, in their order; those of each provision where one is given.
function catalog.checks(report, provision)
  local ids = {}
  for id, check in pairs(report.checks) do
    if not provision or check.provision == provision then ids[#ids + 1] = id end
  end
  table.sort(ids, by_numbers)
  return ids
end

-- The provisions of the report, and of checks that name another.
local function provisions(report)
  local seen, list = {}, {}
  for i, one in ipairs(report.provisions) do
    seen[one.provision], list[i] = true, { id = one.provision, title = one.title }
  end
  for _, id in ipairs(catalog.checks(report)) do
    local provision = report.checks[id].provision
    if not seen[provision] then
      seen[provision], list[#list + 1] = true, { id = provision }
    end
  end
  return list
end

local function group(d, provision)
  local controls = {}
  for i, id in ipairs(catalog.checks(d.report, provision.id)) do
    controls[i] = control(d, id, d.report.checks[id])
  end
  return { id = texts.token(provision.id), controls = parts.list(d, controls),
    title = texts.markup(provision.title or provision.id),
    props = parts.props(d, { { "label", provision.id } }) }
end

function catalog.build(d)
  local groups = {}
  for i, provision in ipairs(provisions(d.report)) do groups[i] = group(d, provision) end
  return { catalog = { uuid = parts.id(d, "catalog", d.run),
    metadata = parts.metadata(d, d.report.pack.title or d.report.pack.name),
    params = params(d), groups = parts.list(d, groups) } }
end

return catalog
