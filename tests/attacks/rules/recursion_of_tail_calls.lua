-- A recursion that needs no stack.
-- ends: open COP11_E_PACK this takes more than
local function f() return f() end
f()
