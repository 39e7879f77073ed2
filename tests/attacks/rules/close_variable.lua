-- Trap T3: a variable that is closed.
-- ends: open COP11_E_PACK got a non-closable value
local _ <close> = {}
