-- More memory than there may be.
-- ends: open COP11_E_PACK a table in a rule holds at most 65536 values
local t = {}
for i = 1, math.max(1e9) do t[i] = { i } end
