-- What of an author's values a dossier can hold.  Authors write programs: a table
-- may hold itself, or a function, or grow without end where parts are shared.

local data = {}

local DEEPEST <const>, MOST <const> = 32, 10000

local function is_finite(number)
  return number > -math.huge and number < math.huge
end

-- Whether all keys are names, or all are positions without a gap.
local function has_one_kind_of_keys(value)
  local size, names = 0, 0
  for key in pairs(value) do
    size = size + 1
    if type(key) == "string" then names = names + 1 end
  end
  return names == size or names == 0 and #value == size
end

-- `left.values` more may follow; the answer is the same in any order of keys.
local function fits(value, left, deepest)
  local kind = type(value)
  left.values = left.values - 1
  if kind == "number" then return is_finite(value) end
  if kind ~= "table" then return kind ~= "function" end
  if deepest == 0 or left.strict and not has_one_kind_of_keys(value) then
    return false
  end
  for _, inner in pairs(value) do
    if left.values < 0 or not fits(inner, left, deepest - 1) then return false end
  end
  return true
end

-- Whether an example can be read: sentences may stand beside names.
function data.is_readable(written)
  local left = { values = MOST }
  return fits(written, left, DEEPEST) and left.values >= 0
end

-- Whether the dossier that was made of it can be written as JSON.
function data.is_json(dossier)
  local left = { values = 2 * MOST, strict = true }
  return fits(dossier, left, DEEPEST) and left.values >= 0
end

return data
