-- Trap T13: writing past the frozen environment.
-- ends: open COP11_E_PACK the word 'rawset' is not known
rawset(math, "floor", function() return 7 end)
