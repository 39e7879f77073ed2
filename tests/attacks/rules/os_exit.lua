-- Trap T16.
-- ends: open COP11_E_PACK the word 'os' is not known
os.exit(1)
