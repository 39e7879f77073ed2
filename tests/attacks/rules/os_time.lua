-- Trap T17: what day it is, is the caller's to say.
-- ends: open COP11_E_PACK the word 'os' is not known
local _ = os.time()
