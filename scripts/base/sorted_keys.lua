-- The keys of a table as a list, in their order; they are all texts, or all numbers.
return function(map)
  local keys = {}
  for key in pairs(map) do keys[#keys + 1] = key end
  table.sort(keys)
  return keys
end
