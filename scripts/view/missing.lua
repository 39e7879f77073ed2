-- What a report says is missing, read into questions at the place each is about,
-- the worst first; see view.lua.

local ordered = require "base.ordered"
local outcomes = require "base.outcomes"
local plain = require "base.plain"
local view_ids = require "view.ids"

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

-- The open results that wait for each fact, by its key; the Member's answers settle
-- those of its facilities too.
local function open_by_fact(v)
  local by_fact = {}
  for _, place in ipairs(v.places) do
    for _, result in ipairs(place.open) do
      for _, fact in ipairs(result.rests_on) do
        local list = by_fact[fact.key] or {}
        by_fact[fact.key], list[#list + 1] = list, result
      end
    end
  end
  return by_fact
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
  local why = fact.withheld and "; withheld by the Member" or ""
  if fact.why then why = (fact.withheld and why .. ": " or "; why: ") .. fact.why end
  return state .. why .. (fact.note and "; note: " .. fact.note or "")
end

-- Those that wait for a question: by what they rest on, or as a row of the report
-- does that speaks of a whole provision.
local function waiting(by_fact, value, fact, place)
  local results = table.move(by_fact[fact.key] or {}, 1, #(by_fact[fact.key] or {}),
    1, {})
  for _, id in ipairs(value.provisions or {}) do
    for _, result in ipairs(place.open) do
      if result.is_of_row and result.provision == id then
        results[#results + 1] = result
      end
    end
  end
  return results
end

-- "Checks 11.1.1 to 11.1.3, and some of 11.3": what waits; a row of the report does not
-- say which of its checks do.
local function waits_text(checks, provisions)
  local some = plain.all_of(provisions)
  if #checks == 0 then return "Some checks of " .. some end
  return ("%s %s%s"):format(#checks == 1 and "Check" or "Checks", view_ids.text(checks),
    some ~= "" and ", and some of " .. some or "")
end

local function missing_of(by_fact, ask, value, fact, place)
  local results, seen = waiting(by_fact, value, fact, place), {}
  local item = { ask = plain.text(ask), pointer = fact.pointer,
    state = state_text(value, fact), name = fact.name, key = fact.key,
    checks = {}, asks = asks_of(results), worst = worst_of(results),
    results = results }
  for _, result in ipairs(results) do
    result.is_asked = true
    if not seen[result.check] and not result.is_of_row then
      seen[result.check], item.checks[#item.checks + 1] = true, result.check
    end
  end
  item.some_of = plain.texts(value.provisions)
  item.waits = waits_text(item.checks, item.some_of)
  return item
end

-- What could turn out worst is asked first; else the report's order stands.
local function sort_missing(missing)
  ordered(missing, function(a, b) return (RANK[a.worst] or 0) > (RANK[b.worst] or 0) end)
end

-- Puts each question of the report under the place that it is about.
function view_missing.read(v, report)
  local by_fact = open_by_fact(v)
  for _, question in ipairs(report.missing) do
    for _, at in ipairs(question.at) do
      local fact = v.store.fact(at.fact)
      local place = v.by_id[fact.facility] or v.member_place
      place.missing[#place.missing + 1] = missing_of(by_fact, question.ask, at, fact,
        place)
    end
  end
  for _, place in ipairs(v.places) do sort_missing(place.missing) end
end

return view_missing
