-- The checks by which a rating is what it is, where it is a finding; see view.lua.

local outcomes = require "base.outcomes"
local plain = require "base.plain"
local view_ids = require "view.ids"
local view_ratings = require "view.ratings"

local view_grounds = {}

local MOST_PLACES <const>, MOST_CHECKS <const> = 4, 4

-- "1.1, 1.2, 1.3, 1.4 and 2 more".
local function named(checks)
  local more = #checks - MOST_CHECKS
  if more <= 0 then return view_ids.text(checks) end
  return ("%s and %d more"):format(view_ids.text(table.move(checks, 1, MOST_CHECKS, 1, {})),
    more)
end

-- The checks of a place with the outcome `name`, of one provision or of all.
local function checks_at(place, name, provision)
  local checks = {}
  for _, result in ipairs(place[outcomes.of[name].group]) do
    if not result.is_own and (not provision or result.provision == provision) then
      checks[#checks + 1] = result.check
    end
  end
  return checks
end

-- Says at a rating that is a finding which checks of `places` give it.
local function mark(rating, places, provision)
  local name, parts = rating.range[1], {}
  if #rating.range ~= 1 or outcomes.is_favourable(name) then return end
  for _, place in ipairs(places) do
    local checks = checks_at(place, name, provision)
    parts[#parts + 1] = #checks > 0 and named(checks)
      .. (place.id and #places > 1 and " at " .. place.id or "") or nil
  end
  if #parts > 0 then
    view_ratings.remark(rating, "because of " .. plain.some_of(parts, MOST_PLACES))
  end
end

-- What only a record can find: that a shortfall under a shall or must is systemic.  No
-- range holds it, so the checks for which it would be worse than the rating are named.
local function beyond(v)
  local range, parts = v.member.range, {}
  if range[#range] ~= outcomes.MINOR then return nil end
  for _, place in ipairs(v.places) do
    local checks = {}
    for _, name in ipairs { "minor", "open" } do
      for _, result in ipairs(place[name]) do
        local firm = result.strength == "shall" or result.strength == "must"
        if firm and result.range[#result.range] == outcomes.MINOR then
          checks[#checks + 1] = result.check
        end
      end
    end
    parts[#parts + 1] = #checks > 0 and named(checks)
      .. (place.id and " at " .. place.id or "") or nil
  end
  return #parts > 0 and "major, where a record finds a shortfall systemic: "
    .. plain.some_of(parts, MOST_PLACES) or nil
end

function view_grounds.mark(v)
  v.member.beyond = beyond(v)
  mark(v.member, v.places)
  for _, one in ipairs(v.provisions) do mark(one, v.places, one.id) end
  for _, place in ipairs(v.facilities) do
    mark(place.rating, { place })
    for _, one in ipairs(place.provisions) do mark(one, { place }, one.id) end
  end
end

return view_grounds
