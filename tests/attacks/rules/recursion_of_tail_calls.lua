-- A recursion that needs no stack.
-- ends: open COP11_E_LIMIT max_steps
local function f() return f() end
f()
