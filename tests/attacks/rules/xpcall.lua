-- Trap T2: a handler that loops.
-- ends: open COP11_E_PACK the word 'xpcall' is not known
xpcall(function() while true do end end, function() while true do end end)
