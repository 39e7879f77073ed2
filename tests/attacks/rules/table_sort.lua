-- Trap T6: sorting with a comparator that lies.
-- ends: open COP11_E_PACK the word 'table' is not known
table.sort({ 3, 1, 2 }, function() return true end)
