-- Trap T15: an address in a report.
-- ends: open COP11_E_PACK a text has no 'format' here
local _ = ("%p"):format({})
