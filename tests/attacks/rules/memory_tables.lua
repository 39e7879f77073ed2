-- More memory than there may be.
-- ends: open COP11_E_PACK this takes more than
local t = {}
for i = 1, math.max(1e9) do t[i] = { i } end
