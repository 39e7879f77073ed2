-- The table that the scripts of the library have.
-- ends: open COP11_E_PACK the word 'host' is not known
host.charge(-1)
