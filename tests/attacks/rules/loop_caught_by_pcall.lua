-- Trap T1: nothing catches the end of the budget.
-- ends: open COP11_E_PACK the word 'pcall' is not known
while true do pcall(function() while true do end end) end
