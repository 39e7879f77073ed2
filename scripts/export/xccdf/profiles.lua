-- A place as an XCCDF Profile: it says which rules are asked there, and whose answers
-- count.

local rules = require "export.xccdf.rules"
local values = require "export.xccdf.values"
local xml = require "export.xccdf.xml"

local profiles = {}

function profiles.id(place)
  return "xccdf_cop11_profile_" .. place.token
end

function profiles.of(d, place)
  local list = { xml.element("title", {}, place.name),
    xml.element("description", {}, place.token == "member"
      and "What is asked of the Member as a whole." or "What is asked at this facility.") }
  for _, id in ipairs(d.checks) do
    if not place.asked[id] then
      list[#list + 1] = xml.element("select", { { "idref", rules.id(id) },
        { "selected", "false" } })
    end
  end
  list[#list + 1] = xml.element("set-value", { { "idref", values.id "place" } },
    place.token)
  return xml.element("Profile", { { "id", profiles.id(place) } }, list)
end

return profiles
