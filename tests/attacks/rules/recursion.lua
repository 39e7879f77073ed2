-- Trap T10: recursion without end.
-- ends: open COP11_E_PACK this takes more than
local function f() return 1 + f() end
f()
