-- Trap T3: a finalizer that loops.
-- ends: open COP11_E_PACK the word 'setmetatable' is not known
setmetatable({}, { __gc = function() while true do end end })
