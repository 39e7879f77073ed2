-- Trap T26: garbage alone never ends in a lack of memory.
-- ends: open COP11_E_PACK this takes more than
while true do local _ = { {}, {}, {} } end
