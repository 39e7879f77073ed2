-- The shortfalls and entered findings of a report as an OSCAL plan of action and
-- milestones.  OSCAL has no plan without an item.

local evidence = require "export.oscal.evidence"
local parts = require "export.oscal.parts"
local results = require "export.oscal.results"

local poam = {}

local function item(d, risk)
  return { uuid = parts.id(d, "item", risk.uuid), title = risk.title,
    description = risk.description, props = risk.props,
    ["related-risks"] = d.json.array { { ["risk-uuid"] = risk.uuid } } }
end

-- Those of `items` that have this field: what is settled well, or open, is no matter of
-- a plan.
local function having(field, items)
  local list = {}
  for _, one in ipairs(items) do
    if one[field] then list[#list + 1] = one end
  end
  return list
end

function poam.build(d)
  local found, items = results.split(d), {}
  for i, risk in ipairs(found.risks) do items[i] = item(d, risk) end
  if not items[1] then
    return nil, "the report holds no non-conformance and no entered finding, and OSCAL "
      .. "has no plan of action without an item"
  end
  local resources = evidence.resources(d)
  return { ["plan-of-action-and-milestones"] = {
    uuid = parts.id(d, "poam", d.run), ["poam-items"] = d.json.array(items),
    metadata = parts.metadata(d, parts.member_name(d) .. ": plan of action"),
    ["system-id"] = { id = parts.id(d, "place", ""), ["identifier-type"] = parts.UUIDS },
    ["local-definitions"] = { components = parts.places(d),
      ["assessment-assets"] = parts.assets(d) },
    observations = parts.list(d, having("relevant-evidence", found.observations)),
    findings = parts.list(d, having("related-risks", found.findings)),
    risks = parts.list(d, found.risks),
    ["back-matter"] = resources[1] and { resources = d.json.array(resources) } or nil } }
end

return poam
