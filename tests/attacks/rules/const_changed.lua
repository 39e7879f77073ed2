-- A constant, changed.
-- ends: open COP11_E_PACK attempt to assign to const variable
local limit <const> = 1
limit = 2
