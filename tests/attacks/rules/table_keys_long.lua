-- Looking up by the longest text.
-- ends: open COP11_E_LIMIT max_steps
local a, t = "x", {}
for _ = 1, 12 do a = a .. a end
while true do t[a] = a end
