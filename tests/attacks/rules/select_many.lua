-- Trap T6: select counts what it is given.
-- ends: open COP11_E_PACK the word 'select' is not known
while true do select("#", 1, 2, 3) end
