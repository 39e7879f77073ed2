-- The places that results speak of, each with its rows: the Member and the facilities.

local plain = require "base.plain"
local rows = require "report.rows"
local shared = require "export.shared"

local places = {}

-- A place as ids name it, different for each facility.
local function token(facility)
  return facility and "facility-" .. shared.token(facility.id) or "member"
end

local function place_of(facility, member)
  local one = facility or member
  return { token = token(facility), of = one, rows = {}, asked = {},
    name = plain.text(one.name) or facility and facility.id or "the Member" }
end

-- The places with rows, the Member first.
function places.of(report)
  local list, by_id = { place_of(nil, report.member) }, {}
  for _, facility in ipairs(report.facilities) do
    local place = place_of(facility)
    list[#list + 1], by_id[facility.id] = place, place
  end
  rows.each(report, function(row)
    local place = row.facility and by_id[row.facility] or list[1]
    table.insert(place.rows, row)
    place.asked[row.check] = true
  end)
  for i = #list, 1, -1 do
    if #list[i].rows == 0 then table.remove(list, i) end
  end
  return list
end

return places
