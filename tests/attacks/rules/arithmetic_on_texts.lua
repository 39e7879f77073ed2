-- Trap T40.
-- ends: open COP11_E_PACK attempt to perform arithmetic on a string value
local _ = "10" + 1
