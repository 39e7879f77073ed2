-- Trap T6: texts of 4096 bytes for ever are charged.
-- ends: open COP11_E_PACK this takes more than
local s = "x"
for _ = 1, 11 do s = s .. s end
while true do local _ = s .. s end
