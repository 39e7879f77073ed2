-- The values of an XCCDF Benchmark: the parameters of the pack, and what an answer to a
-- rule depends on.  A rule exports them under their own ids, so that a check system
-- notices where one was changed, or where it has other rules.

local plain = require "base.plain"
local shared = require "export.shared"
local sorted_keys = require "base.sorted_keys"
local xml = require "export.xccdf.xml"

local values = {}

-- What every rule depends on, before the parameters of its check.
local ALWAYS <const> = { "place", "as-of", "rules" }

function values.id(name)
  return "xccdf_cop11_value_" .. shared.token(name)
end

local function parameter_id(name)
  return values.id("parameter." .. name)
end

local function value(id, title, description, content, kind)
  return xml.element("Value", { { "id", id }, { "type", kind }, { "prohibitChanges",
    kind and "true" or nil } }, { xml.element("title", {}, title),
    xml.element("description", {}, description), xml.element("value", {}, content) })
end

local function parameter(d, name)
  local one = d.report.parameters[name]
  return value(parameter_id(name), name,
    (one.source or "") .. (one.unit and (" Unit: %s."):format(one.unit) or ""),
    one.value ~= nil and plain.value(one.value, d.host) or "unknown",
    math.type(one.value) and "number" or "string")
end

function values.add(list, d)
  local report = d.report
  list[#list + 1] = value(values.id "place", "Place",
    "The profile sets it: which facility is asked about, or the Member.",
    d.places[1] and d.places[1].token or "member")
  list[#list + 1] = value(values.id "as-of", "As-of date",
    "The day for which the dossier is judged.", report.as_of)
  list[#list + 1] = value(values.id "rules", "Rules",
    "The digest of the rules that this Benchmark was written from.",
    report.pack.digest, "string")
  for _, name in ipairs(sorted_keys(report.parameters)) do
    list[#list + 1] = parameter(d, name)
  end
end

-- Adds what a check is told.
function values.add_exports(list, d, check)
  local function add(id)
    list[#list + 1] = xml.element("check-export", { { "value-id", id },
      { "export-name", id } })
  end
  for _, name in ipairs(ALWAYS) do add(values.id(name)) end
  for _, name in ipairs(check.parameters or {}) do
    if d.report.parameters[name] then add(parameter_id(name)) end
  end
end

return values
