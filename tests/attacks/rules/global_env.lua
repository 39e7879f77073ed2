-- Trap T13.
-- ends: open COP11_E_PACK the word '_G' is not known
_G.check = nil
