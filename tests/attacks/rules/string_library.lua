-- Trap T12: the library of texts itself.
-- ends: open COP11_E_PACK the word 'string' is not known
string.upper = function() return "poisoned" end
