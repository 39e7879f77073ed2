-- Traps T16 and T44.
-- ends: open COP11_E_PACK the word 'print' is not known
print "hello"
