-- What a report says is missing, read into questions at the place each is about,
-- the worst first; see view.lua.

local outcomes = require "base.outcomes"
local plain = require "render.plain"

local view_missing = {}

local RANK <const> = outcomes.RANK

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
local function state_text(value, fact)
  local state = value.state or "unknown"
  if fact.given.items then
    state = fact.value
  elseif fact.given.value ~= nil then
    state = "known so far: " .. fact.value
  end
  return fact.why and ("%s; why: %s"):format(state, fact.why) or state
end

-- Adds the open checks of a provision.
local function add_open(ids, place, provision)
  for _, result in ipairs(place.open) do
    if result.provision == provision then ids[#ids + 1] = result.check end
  end
end

local function missing_of(v, ask, value, fact, place)
  place.by_check = place.by_check or open_by_check(v, place)
  local item = { ask = plain.text(ask), pointer = fact.pointer,
    state = state_text(value, fact), name = fact.name, key = fact.key,
    checks = plain.texts(value.checks) }
  for _, id in ipairs(value.provisions or {}) do
    add_open(item.checks, place, id)
  end
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
function view_missing.read(v, report)
  for _, question in ipairs(report.missing) do
    for _, at in ipairs(question.at) do
      local fact = v.store.fact(at.fact)
      local place = v.by_id[fact.facility] or v.member_place
      place.missing[#place.missing + 1] = missing_of(v, question.ask, at, fact,
        place)
    end
  end
  for _, place in ipairs(v.places) do sort_missing(place.missing) end
end

return view_missing
