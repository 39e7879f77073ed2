-- Why the Member's rating is no better: its gravest findings, each once with its
-- places; see view.lua.

local grouped = require "base.grouped"
local outcomes = require "base.outcomes"
local plain = require "base.plain"
local view_ids = require "view.ids"
local view_places = require "view.places"
local view_results = require "view.results"

local view_because = {}

local MOST_PLACES <const> = 6
local GRAVE <const> = { "major", "minor" }

-- What all results say of themselves; nil where they differ.
local function shared(results, name)
  for _, result in ipairs(results) do
    if result[name] ~= results[1][name] then return nil end
  end
  return results[1][name]
end

-- "stated", or "stated to auditor-verified": from the weakest to the strongest.
local function bases_of(results)
  local held, list = {}, {}
  for _, result in ipairs(results) do held[result.basis or ""] = true end
  for _, name in ipairs(outcomes.BASES) do list[#list + 1] = held[name] and name or nil end
  return #list > 1 and list[1] .. " to " .. list[#list] or list[1] or "no basis named"
end

local function row_of(results)
  local ids = {}
  for _, result in ipairs(results) do ids[#ids + 1] = result.facility end
  return { check = results[1].check, results = results, title = results[1].title,
    says = shared(results, "reason") or results[1].title,
    behind = ("%s, %s%s"):format(results[1].strength or "?", bases_of(results),
      #ids > 0 and "; at " .. view_ids.facilities(ids, MOST_PLACES) or "") }
end

-- "4 minor, 2 observations": the lesser findings beside them; nil for none.
local function beside(v, group)
  local parts = {}
  local minor = #view_places.baseline(v.places, "minor")
  local seen = #view_places.baseline(v.places, "observation")
  if group == "major" and minor > 0 then parts[1] = minor .. " minor" end
  if seen > 0 then parts[#parts + 1] = plain.plural(seen, "observation", "observations") end
  return #parts > 0 and table.concat(parts, ", ") or nil
end

-- What the rating could be at best without these.
local function without(v, group)
  local lesser = group == "major" and #view_places.baseline(v.places, "minor") > 0
  return outcomes.words(lesser and outcomes.MINOR or outcomes.CONFORMANCE)
end

-- Puts into v.because the gravest group there is, its findings by check, those beside
-- them, and what the rating could be at best without them; nothing without a finding
-- that lowers it.
function view_because.read(v)
  for _, group in ipairs(GRAVE) do
    local results = view_places.baseline(v.places, group)
    if #results > 0 then
      local rows = {}
      for i, same in ipairs(grouped(view_results.by_strength(results),
        function(one) return one.check end)) do
        rows[i] = row_of(same)
      end
      v.because = { group = group, count = #results, rows = rows, beside = beside(v, group),
        without = without(v, group) }
      return
    end
  end
end

return view_because
