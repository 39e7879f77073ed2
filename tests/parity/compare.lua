-- Where two dumps differ first, as a path and both values; nil where nowhere.

local compare = {}

local function shown(value)
  if type(value) == "table" then return next(value) and "a table" or "an empty table" end
  return type(value) == "string" and ("%q"):format(value) or tostring(value)
end

local function sorted_keys(a, b)
  local keys, seen = {}, {}
  for _, one in ipairs { a, b } do
    for key in pairs(one) do
      if not seen[key] then seen[key], keys[#keys + 1] = true, key end
    end
  end
  table.sort(keys, function(x, y) return tostring(x) < tostring(y) end)
  return keys
end

function compare.difference(a, b, path)
  path = path or ""
  if type(a) ~= "table" or type(b) ~= "table" then
    if a == b then return nil end
    return ("%s: %s, in C %s"):format(path, shown(a), shown(b))
  end
  for _, key in ipairs(sorted_keys(a, b)) do
    local found = compare.difference(a[key], b[key], path .. "/" .. tostring(key))
    if found then return found end
  end
end

return compare
