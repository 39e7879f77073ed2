-- Trap T10: recursion without end.
-- ends: open COP11_E_LIMIT max_steps
local function f() return 1 + f() end
f()
