-- Trap T16: the environment of the process.
-- ends: open COP11_E_PACK the word 'os' is not known
local _ = os.getenv("HOME")
