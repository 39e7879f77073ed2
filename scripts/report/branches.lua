-- What a finding says beside its sentence: what closes it, and which points it
-- falls short of.  A condition of `expect` may say so for itself; what it leaves
-- out, the check says.

local branches = {}

local EMPTY <const> = {}

local function says_its_own(found, key)
  for _, one in ipairs(found) do
    if one.branch and one.branch[key] then return true end
  end
  return false
end

-- What closes a shortfall of `check`, each remedy once; `found` are the
-- conditions that fell short, from explain.short.
function branches.remedy(check, found)
  if not says_its_own(found, "remedy") then return check.remedy end
  local texts, seen = {}, {}
  for _, one in ipairs(found) do
    local text = (one.branch or EMPTY).remedy or check.remedy
    if text and not seen[text] then
      seen[text], texts[#texts + 1] = true, text
    end
  end
  return table.concat(texts, " ")
end

-- The ids of the points that a shortfall of `check` falls short of, in the
-- check's order.
function branches.points(check, found)
  if not says_its_own(found, "points") then return check.points end
  local wanted, list = {}, {}
  for _, one in ipairs(found) do
    for _, id in ipairs((one.branch or EMPTY).points or check.points) do
      wanted[id] = true
    end
  end
  for _, id in ipairs(check.points) do
    if wanted[id] then list[#list + 1] = id end
  end
  return list
end

-- The points an outcome rests on, each with its wording; those that only inform
-- decide nothing.
function branches.cites(model, ids, json)
  local list = {}
  for _, id in ipairs(ids) do
    local point = model.points[id]
    if point and point.strength ~= "information" then
      list[#list + 1] = { point = id, strength = point.strength }
    end
  end
  return json.array(list)
end

return branches
