-- Trap T40.
-- ends: open COP11_E_PACK the sign + calculates here
local _ = "10" + 1
