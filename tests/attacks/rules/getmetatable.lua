-- Trap T12: the metatable that all texts share.
-- ends: open COP11_E_PACK the word 'getmetatable' is not known
getmetatable("").__index = function() return "poisoned" end
