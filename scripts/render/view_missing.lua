-- What a report says is missing, read into questions at the place each is about,
-- the worst first; see view.lua.

local outcomes = require "base.outcomes"
local plain = require "render.plain"
local view_results = require "render.view_results"

local view_missing = {}

local RANK <const> = outcomes.RANK

-- The place whose own JSON Pointer begins `pointer`.
local function place_at(v, by_pointer, pointer)
  while pointer and pointer ~= "" do
    if by_pointer[pointer] then return by_pointer[pointer] end
    pointer = pointer:match("^(.*)/[^/]*$")
  end
  return v.member_place
end

local function worst_of(results)
  local worst
  for _, result in ipairs(results) do
    local last = result.range[#result.range]
    if last and (not worst or RANK[last] > RANK[worst]) then worst = last end
  end
  return worst
end

-- The open results of each check at `place`; the Member's answers settle those of
-- its facilities too.
local function open_by_check(v, place)
  local by_check = {}
  for _, other in ipairs(place.is_member and v.places or { place }) do
    for _, result in ipairs(other.open) do
      local list = by_check[result.check] or {}
      by_check[result.check], list[#list + 1] = list, result
    end
  end
  return by_check
end

-- What to ask for.  A question that many checks wait for is about whether they
-- apply, not about the evidence of each.
local MOST_ASKS <const> = 3
local function asks_of(results)
  if #results > MOST_ASKS then return {} end
  local asks, seen = {}, {}
  for _, result in ipairs(results) do
    if result.ask and not seen[result.ask] then
      seen[result.ask], asks[#asks + 1] = true, result.ask
    end
  end
  return asks
end

-- "unknown", or what is known so far, with the reason given.
local function state_text(value, host)
  local state = (plain.text(value.state) or "unknown"):gsub("_", " ")
  if value.value ~= nil then
    state = "known so far: " .. plain.value(value.value, host)
  end
  if math.type(value.items) then
    state = view_results.list_value(value)
  end
  local why = plain.text(value.why)
  return why and ("%s; why: %s"):format(state, why) or state
end

local function missing_of(v, value, place, host)
  place.by_check = place.by_check or open_by_check(v, place)
  local item = { ask = plain.text(value.ask), pointer =
    plain.text(value.pointer), state = state_text(value, host),
    name = plain.text(value.fact) or plain.text(value.list) or "?",
    checks = plain.texts(value.checks) }
  local results = {}
  for _, id in ipairs(item.checks) do
    for _, result in ipairs(place.by_check[id] or {}) do
      results[#results + 1], result.is_asked = result, true
    end
  end
  item.asks, item.worst = asks_of(results), worst_of(results)
  return item
end

-- What could turn out worst is asked first; else the report's order stands.
local function sort_missing(missing)
  for i, item in ipairs(missing) do item.order = i end
  table.sort(missing, function(a, b)
    local x, y = RANK[a.worst] or 0, RANK[b.worst] or 0
    if x ~= y then return x > y end
    return a.order < b.order
  end)
end

-- Puts each question of the report under the place that it is about.
function view_missing.read(v, report, host)
  local by_pointer = {}
  for _, place in ipairs(v.places) do
    if place.pointer then by_pointer[place.pointer] = place end
  end
  for _, value in ipairs(plain.objects(report.missing)) do
    local place = place_at(v, by_pointer, plain.text(value.pointer))
    place.missing[#place.missing + 1] = missing_of(v, value, place, host)
  end
  for _, place in ipairs(v.places) do sort_missing(place.missing) end
end

return view_missing
