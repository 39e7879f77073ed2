-- Trap T6: one call, a gigabyte.
-- ends: open COP11_E_PACK a text has no 'rep' here
local _ = ("x"):rep(1 << 30)
