-- How conditions look that are no sentence.
local GROUPS <const> = { '%f[%a]when%b() %b{}', '%f[%a]when "[^"]*" %b{}',
  '%f[%a]%l+ %b{}' }

-- The conditions that a cure offers, as rules write them.
return function(cure)
  local list, at = {}, 1
  while true do
    local first, last = cure:find('"[^"]*"', at)
    if not first then return list end
    for _, pattern in ipairs(GROUPS) do
      local from, to = cure:find(pattern, at)
      if from and from < first then first, last = from, to end
    end
    list[#list + 1], at = cure:sub(first, last), last + 1
  end
end
