-- Trap T16.
-- ends: open COP11_E_PACK the word 'io' is not known
io.open "/etc/passwd"
