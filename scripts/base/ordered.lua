-- Sorts `list`, whose members are tables, by is_before(a, b); what that leaves open stays
-- in the order it came in, so that no sort decides anything by itself.
return function(list, is_before)
  local came = {}
  for i, one in ipairs(list) do came[one] = i end
  table.sort(list, function(a, b)
    if is_before(a, b) then return true end
    return not is_before(b, a) and came[a] < came[b]
  end)
  return list
end
