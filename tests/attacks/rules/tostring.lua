-- Trap T15: an address as a text.
-- ends: open COP11_E_PACK the word 'tostring' is not known
check(tostring({})) {}
