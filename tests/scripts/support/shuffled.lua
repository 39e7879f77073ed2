-- A dossier with every list in another order, and what may not change by that.

local support = require "support.host"

local shuffled = {}

local array = support.json.array

-- A small generator of its own, so that every run tries the same orders: a
-- function that gives a whole number from 1 to n.
function shuffled.generator(seed)
  return function(n)
    seed = (seed * 1103515245 + 12345) % 2147483648
    return seed // 65536 % n + 1
  end
end

local mix -- forward

-- The list in another order; `moved` gets the new pointer of each item.
local function mix_list(list, from, to, state)
  local order, mixed = {}, array {}
  for i = 1, #list do order[i] = i end
  for i = #order, 2, -1 do
    local j = state.random(i)
    order[i], order[j] = order[j], order[i]
  end
  for i, old in ipairs(order) do
    local before, after = ("%s/%d"):format(from, old - 1), ("%s/%d"):format(to, i - 1)
    state.moved[before] = after
    mixed[i] = mix(list[old], before, after, state)
  end
  return mixed
end

function mix(value, from, to, state)
  if type(value) ~= "table" then return value end
  if value[1] ~= nil then return mix_list(value, from, to, state) end
  local keys, mixed = {}, next(value) == nil and value or {}
  for key in pairs(value) do keys[#keys + 1] = key end
  table.sort(keys) -- the generator is asked in one order
  for _, key in ipairs(keys) do
    mixed[key] = mix(value[key], from .. "/" .. key, to .. "/" .. key, state)
  end
  return mixed
end

-- The pointer of the same fact when lists were mixed.
local function follow(pointer, moved)
  for at = #pointer, 1, -1 do
    local new = moved[pointer:sub(1, at)]
    if new and (at == #pointer or pointer:sub(at + 1, at + 1) == "/") then
      return new .. pointer:sub(at + 1)
    end
  end
  return pointer
end

-- The dossier with all its lists, at every depth, in the order of `seed`; records
-- name the same facts as before.
function shuffled.of(dossier, seed)
  local state = { random = shuffled.generator(seed), moved = {} }
  local mixed = mix(support.copy(dossier), "", "", state)
  for _, one in ipairs(type(mixed.records) == "table" and mixed.records or {}) do
    one.fact = one.fact and follow(one.fact, state.moved)
    local pointer = type(one.prompt) == "string" and one.prompt:match "^fact:(.*)$"
    if pointer then one.prompt = "fact:" .. follow(pointer, state.moved) end
  end
  return mixed
end

-- All that a report rates, by place and check, in both columns.
function shuffled.rated(report)
  local all = { member = report.member.range,
    recorded = (report.member.with_records or report.member).range }
  for _, facility in ipairs(report.facilities) do
    all[facility.id] = { facility.range,
      (facility.with_records or facility).range, facility.assessed }
  end
  for _, result in ipairs(report.results) do
    all[result.check .. " " .. (result.facility or "")] = { result.outcome,
      result.range, result.basis or "none", result.with_records
        and result.with_records.range }
  end
  return all
end

return shuffled
