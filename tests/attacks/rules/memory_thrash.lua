-- Trap T26 turned round: all memory is in use, and each little more needs a
-- whole collection.
-- ends: open COP11_E_
local keep = {}
for i = 1, 64e4 do keep[i] = { i } end
while true do local _ = { 1, 2, 3, 4 } end
