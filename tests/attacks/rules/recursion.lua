-- Trap T10: recursion without end.
-- ends: open COP11_E_MEMORY max_memory
local function f() return 1 + f() end
f()
