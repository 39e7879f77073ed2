-- Trap T44: warnings on the error output.
-- ends: open COP11_E_PACK the word 'warn' is not known
warn("@on", "hello")
