-- Comparing the longest texts, as often as the steps allow.
-- ends: open COP11_E_PACK this takes more than
local a, b = "x", "y"
for _ = 1, 11 do a, b = a .. a, b .. b end
local c, d = a .. b, a .. b
while true do local _ = c == d and c <= d and c < d end
