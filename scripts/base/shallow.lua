-- Copies of tables, one level deep.

local shallow = {}

function shallow.copy(one)
  local own = {}
  for key, value in pairs(one) do own[key] = value end
  return own
end

-- A copy with another value at `key`.
function shallow.with(one, key, value)
  local own = shallow.copy(one)
  own[key] = value
  return own
end

return shallow
