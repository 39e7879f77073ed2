-- Traps T3 and T9: values with code of their own.
-- ends: open COP11_E_PACK the word 'setmetatable' is not known
pack(setmetatable({}, { __index = function() while true do end end }))
