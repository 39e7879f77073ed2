-- The work of a call, which is bounded: whoever works on what came from outside says
-- how much that is.  One unit is about an instruction of Lua.

local work = {}

local charge = function() end
local total = 0

-- From now on work is charged to charge(units).
function work.charge_to(host_charge) charge = host_charge end

function work.charge(units)
  total = total + units
  charge(units)
end

-- All that was charged here so far, for who wants to know what something took.
function work.total() return total end

return work
