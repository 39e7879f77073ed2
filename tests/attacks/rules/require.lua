-- Trap T16.
-- ends: open COP11_E_PACK the word 'require' is not known
require "os"
