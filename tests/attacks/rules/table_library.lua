-- Traps T6 and T16: the table library, whose single calls can be dear.
-- ends: open COP11_E_PACK the word 'table' is not known
local parts = { "x" }
while true do parts[#parts + 1] = table.concat(parts) end
