-- Trap T13: a name of its own that the next file would see.
-- ends: open COP11_E_PACK 'b' cannot be set
b = 1
