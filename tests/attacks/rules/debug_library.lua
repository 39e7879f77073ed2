-- Trap T12: into the frames of others.
-- ends: open COP11_E_PACK the word 'debug' is not known
debug.sethook()
