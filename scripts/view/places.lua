-- The places of a report, the Member itself and each facility, and whether each was
-- assessed; see view.lua.

local outcomes = require "base.outcomes"
local plain = require "base.plain"
local view_ratings = require "view.ratings"

local view_places = {}

local MOST_NAMED <const> = 6

local function new_place(id, name, pointer)
  local place = { id = id, name = name, pointer = pointer, missing = {}, in_full = {} }
  for _, group in ipairs(outcomes.GROUPS) do place[group] = {} end
  return place
end

-- Under which provisions nothing is settled of a place under which something else is:
-- it was assessed in part.
local function unsettled_of(place)
  local settled, list = 0, {}
  for _, one in ipairs(place.provisions) do
    settled = settled + one.counts.settled
    if one.counts.settled == 0 and one.counts.open > 0 then list[#list + 1] = one.id end
  end
  return settled > 0 and #list > 0 and list or nil
end

-- What is said of a place that was not assessed: how much of it was, and why not more.
local function unassessed(place, why)
  local open = unsettled_of(place)
  place.in_part = open and true or false
  if not open then
    place.remark = "not assessed" .. (why and ": " .. why or "")
  else
    place.remark = "assessed in part: nothing is settled under "
      .. plain.all_of(open) .. (why and "; why: " .. why or "")
  end
  place.why_not = plain.sentence(place.remark .. (why and ""
    or "; the dossier does not say why (not_assessed_why)") .. ".")
end

local function facility_place(value)
  local place = new_place(plain.text(value.id) or "?", plain.text(value.name),
    plain.text(value.pointer))
  local about = plain.texts { value.kind and plain.value(value.kind),
    value.country }
  place.about = #about > 0 and table.concat(about, ", ") or nil
  place.rating = view_ratings.rating_of(value)
  place.house = view_ratings.beside(value, "house_rating")
  place.with_records = view_ratings.beside(value, "with_records", value)
  place.rating.recorded = view_ratings.recorded(value)
  place.rating.set_aside_by = view_ratings.set_aside_by(value)
  place.provisions = view_ratings.provisions_of(value.provisions)
  place.assessed = value.assessed ~= false
  place.remark = value.by_statement == true and "by statement alone" or nil
  if not place.assessed then unassessed(place, plain.text(value.not_assessed_why)) end
  return place
end

-- The place of a facility's id; one the report does not list gets its own.
function view_places.at(v, id)
  if not id then return v.member_place end
  local place = v.by_id[id]
  if not place then
    place = new_place(id)
    v.by_id[id], v.places[#v.places + 1] = place, place
  end
  return place
end

-- The facilities that were assessed in part, or not at all.
local function left_of(v, in_part)
  local ids = {}
  for _, place in ipairs(v.facilities) do
    if not place.assessed and place.in_part == in_part then ids[#ids + 1] = place.id end
  end
  return #ids > 0 and plain.some_of(ids, MOST_NAMED) or nil
end

-- "1 of 3 facilities assessed; in part: works; not assessed: outlet".
local function assessed_of(v, member)
  local text = plain.text(member.assessed_text) or ("%d of %d facilities assessed"):format(
    plain.whole(member.facilities_assessed), plain.whole(member.facilities_listed))
  local in_part, not_at_all = left_of(v, true), left_of(v, false)
  return text .. (in_part and "; in part: " .. in_part or "")
    .. (not_at_all and "; not assessed: " .. not_at_all or "")
end

-- The results in a group of `places`, but those of a layer's own checks: these count in
-- the house rating alone.
function view_places.baseline(places, group)
  local list = {}
  for _, place in ipairs(places) do
    for _, result in ipairs(place[group]) do
      if not result.is_own then list[#list + 1] = result end
    end
  end
  return list
end

function view_places.read(v, report)
  v.member_place = new_place(nil, nil, "/member")
  v.member_place.is_member = true
  v.places, v.by_id, v.facilities = { v.member_place }, {}, {}
  for i, value in ipairs(plain.objects(report.facilities)) do
    local place = facility_place(value)
    v.facilities[i], v.places[#v.places + 1] = place, place
    v.by_id[place.id] = v.by_id[place.id] or place
  end
  v.member.assessed = assessed_of(v, plain.object(report.member))
end

return view_places
