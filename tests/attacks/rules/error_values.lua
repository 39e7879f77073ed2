-- Trap T48.
-- ends: open COP11_E_PACK the word 'error' is not known
error {}
