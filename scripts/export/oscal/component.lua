-- The rules as an OSCAL component-definition: the tool that judges, and of each check
-- what it expects.

local parts = require "export.oscal.parts"
local shared = require "export.shared"
local texts = require "export.oscal.texts"

local component = {}

local function requirement(d, id)
  local check = d.report.checks[id]
  return { uuid = parts.id(d, "requirement", id), ["control-id"] = texts.token(id),
    description = texts.markup(check.expects and "Expects: " .. check.expects
      or check.title),
    props = parts.props(d, { { "rule", check.rule }, { "layer", check.layer },
      { "parameter", check.parameters } }) }
end

local function implementation(d)
  local list = {}
  for i, id in ipairs(shared.checks(d.report)) do list[i] = requirement(d, id) end
  return { uuid = parts.id(d, "implementation"), source = "catalog.json",
    description = "What the rules of the pack look for; whether it is so, the "
      .. "assessment results say.",
    ["implemented-requirements"] = parts.list(d, list) }
end

function component.build(d)
  local tool = parts.tool(d)
  tool.type, tool.status = "validation", nil
  if next(d.report.checks) then
    tool["control-implementations"] = d.json.array { implementation(d) }
  end
  return { ["component-definition"] = { uuid = parts.id(d, "component-definition", d.run),
    metadata = parts.metadata(d, (d.report.pack.title or d.report.pack.name)
      .. ": the rules"),
    components = d.json.array { tool } } }
end

return component
