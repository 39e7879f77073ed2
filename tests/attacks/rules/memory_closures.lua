-- A chain of functions.
-- ends: open COP11_E_PACK this takes more than
local f
for i = 1, 1e9 do
  local before = f
  f = function() return before, i end
end
