-- Trap T6: joining texts costs almost no instruction.
-- ends: open COP11_E_PACK a text in a rule has at most 4096 bytes
local s = "x"
while true do s = s .. s end
