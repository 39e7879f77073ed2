-- The oldest evidence that an outcome under a shall or must rests on: how far
-- back the firmest part of a report looks.

local plain = require "render.plain"

local view_evidence = {}

local FIRM <const> = { shall = true, must = true }
local SETTLED <const> = { major = true, minor = true, observation = true,
  conforming = true, not_applicable = true }

-- Ids of evidence -> the settled shall and must checks that rest on it.
local function firm_checks(results)
  local by_id = {}
  for _, result in ipairs(results) do
    if FIRM[result.strength] and SETTLED[result.group] then
      for _, fact in ipairs(result.rests_on) do
        for _, id in ipairs(fact.evidence) do
          local checks = by_id[id] or {}
          by_id[id] = checks
          if not checks[result.check] then
            checks[result.check], checks[#checks + 1] = true, result.check
          end
        end
      end
    end
  end
  return by_id
end

local function age_of(row)
  local given = row.given.age_days
  local age = math.type(given) and math.tointeger(given)
  return age and age >= 0 and age or nil
end

-- "Under a shall or must: [E-01] of 2010-04-14, 1388 days old, behind check
-- 11.1.1"; nil where no evidence has a date.
function view_evidence.oldest(v)
  local by_id, oldest = firm_checks(v.results), nil
  for _, row in ipairs(v.evidence) do
    local age = by_id[row.id or ""] and age_of(row)
    if age and (not oldest or age > age_of(oldest)) then oldest = row end
  end
  if not oldest then return nil end
  local checks = by_id[oldest.id]
  return ("Under a shall or must: [%s] of %s, %s old, behind check %s%s"):format(
    oldest.id, oldest.date or "?", plain.plural(age_of(oldest), "day", "days"),
    checks[1], #checks > 1 and (" and %d more"):format(#checks - 1) or "")
end

-- "2 of 13 entries: how old ..."; nil where all have a date and a title.
function view_evidence.undated(v)
  local count = 0
  for _, row in ipairs(v.evidence) do
    if not row.date or not row.title then count = count + 1 end
  end
  if count == 0 then return nil end
  return ("%d of %s without a date or a title: it raises no basis"):format(count,
    plain.plural(#v.evidence, "entry", "entries"))
end

return view_evidence
