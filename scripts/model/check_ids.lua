-- The ids of checks: which provision one belongs to, and which are still free.

local check_ids = {}

-- What stands behind the provision's id and a dot, or nil.
local function rest_of(id, provision)
  return id:sub(1, #provision.id + 1) == provision.id .. "."
    and id:sub(#provision.id + 2) or nil
end

-- The provision whose id begins the check's id: "11.2" for "11.2.7".
function check_ids.provision(m, id)
  m.host.charge(#m.provisions)
  local best
  for _, provision in ipairs(m.provisions) do
    if rest_of(id, provision) and (not best or #provision.id > #best.id) then
      best = provision
    end
  end
  return best
end

-- Calls see(id) for each id that a check has or had.
local function each(m, see)
  m.host.charge(#m.checks)
  for _, check in ipairs(m.checks) do
    see(check.id)
    local aliases = type(check.aliases) == "table" and check.aliases or {}
    for _, alias in ipairs(aliases) do -- in a broken check, of any kind
      if type(alias) == "string" then see(alias) end
    end
  end
end

function check_ids.is_taken(m, id)
  local taken = false
  each(m, function(other) taken = taken or other == id end)
  return taken
end

-- The number after the highest that a check of the provision has or had.
function check_ids.next(m, provision)
  local highest = 0
  each(m, function(id)
    local number = (rest_of(id, provision) or ""):match "^%d%d?%d?%d?$"
    highest = math.max(highest, math.tointeger(tonumber(number or 0)) or 0)
  end)
  return ("%s.%d"):format(provision.id, highest + 1)
end

return check_ids
