-- A place as an XCCDF Profile: it says which rules are asked there, and whose answers
-- count.

local shared = require "export.shared"
local values = require "export.xccdf.values"
local xml = require "export.xccdf.xml"

local profiles = {}

function profiles.of(d, place)
  local list = { xml.element("title", {}, place.name),
    xml.element("description", {}, place.token == "member"
      and "What is asked of the Member as a whole." or "What is asked at this facility.") }
  for _, id in ipairs(shared.checks(d.report)) do
    if not place.asked[id] then
      list[#list + 1] = xml.element("select", {
        { "idref", "xccdf_cop11_rule_" .. shared.token(id) }, { "selected", "false" } })
    end
  end
  list[#list + 1] = xml.element("set-value", { { "idref", values.id "place" } },
    place.token)
  return xml.element("Profile", { { "id", "xccdf_cop11_profile_" .. place.token } }, list)
end

return profiles
