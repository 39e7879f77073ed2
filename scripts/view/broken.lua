-- The checks that could not run, by provision: whoever reads a rating must know
-- how much of the rules it lacks.

local view_broken = {}

local function sentence(provision, checks)
  local count = #checks
  local of = provision and " of " .. provision or ""
  return count == 1 and ("1 check%s is broken (%s); run cop11 lint"):format(of,
    checks[1])
    or ("%d checks%s are broken; run cop11 lint"):format(count, of)
end

-- One sentence for each provision of which some of `results` are broken.
function view_broken.sentences(results)
  local order, by_provision, seen = {}, {}, {}
  for _, result in ipairs(results) do
    local key = result.provision or ""
    local id = key .. "\n" .. result.check
    if result.group == "broken" and not seen[id] then
      seen[id] = true
      if not by_provision[key] then
        by_provision[key], order[#order + 1] = {}, key
      end
      table.insert(by_provision[key], result.check)
    end
  end
  for i, key in ipairs(order) do
    order[i] = sentence(key ~= "" and key, by_provision[key])
  end
  return order
end

return view_broken
