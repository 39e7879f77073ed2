-- Trap T11.
-- ends: open COP11_E_PACK the word 'load' is not known
load "while true do end" ()
