-- Trap T1: a loop without end while the file is run.
-- ends: open COP11_E_PACK this takes more than
-- ends: lint COP11_OK takes more than
while true do end
