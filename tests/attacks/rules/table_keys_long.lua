-- Looking up by the longest text.
-- ends: open COP11_E_PACK this takes more than
local a, t = "x", {}
for _ = 1, 12 do a = a .. a end
while true do t[a] = a end
