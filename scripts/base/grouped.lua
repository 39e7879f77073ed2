-- The members of `list` that share what name_of(member) gives, as lists with that
-- `name`, in the order in which each first stands.
return function(list, name_of)
  local groups, of = {}, {}
  for _, one in ipairs(list) do
    local name = name_of(one)
    local group = of[name]
    if not group then
      group = { name = name }
      of[name], groups[#groups + 1] = group, group
    end
    group[#group + 1] = one
  end
  return groups
end
