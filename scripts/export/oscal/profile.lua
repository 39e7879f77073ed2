-- The catalog as an OSCAL profile: all of its checks, with the values that the pack and
-- its layers give to what the guidance leaves open.

local parts = require "export.oscal.parts"
local sorted_keys = require "base.sorted_keys"
local texts = require "export.oscal.texts"

local profile = {}

local function settings(d)
  local list = {}
  for _, name in ipairs(sorted_keys(d.report.parameters)) do
    local value = d.report.parameters[name].value
    if value ~= nil then
      list[#list + 1] = { ["param-id"] = texts.token(name),
        values = d.json.array { parts.value(d, value) } }
    end
  end
  return parts.list(d, list)
end

function profile.build(d)
  local set = settings(d)
  return { profile = { uuid = parts.id(d, "profile", d.run),
    metadata = parts.metadata(d, (d.report.pack.title or d.report.pack.name)
      .. ": all checks"),
    imports = d.json.array { { href = "catalog.json", ["include-all"] = {} } },
    merge = { ["as-is"] = true }, modify = set and { ["set-parameters"] = set } } }
end

return profile
