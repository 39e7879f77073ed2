-- What stands deep inside a value of JSON, by the keys that lead to it.

local deep = {}

-- What is written at `keys` within `value`; nil where nothing is.
function deep.at(value, keys)
  for _, key in ipairs(keys) do
    if type(value) ~= "table" then return nil end
    value = value[key]
  end
  return value
end

-- Writes `value` at `keys` within `object`, with the objects that lead there; gives a
-- function that takes it back.
function deep.set(object, keys, value)
  local depth = 1
  while depth < #keys and type(object[keys[depth]]) == "table" do
    object, depth = object[keys[depth]], depth + 1
  end
  for i = #keys, depth + 1, -1 do value = { [keys[i]] = value } end
  local key, before = keys[depth], object[keys[depth]]
  object[key] = value
  return function() object[key] = before end
end

return deep
