-- Trap T17: a verdict by chance.
-- ends: open COP11_E_PACK attempt to call a nil value (field 'random')
local _ = math.random()
