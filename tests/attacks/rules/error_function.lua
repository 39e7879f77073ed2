-- Trap T48: errors that are no texts.
-- ends: open COP11_E_PACK the word 'error' is not known
error({})
