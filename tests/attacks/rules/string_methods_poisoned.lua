-- Trap T12: what one rule does to texts, all others would see.
-- ends: open COP11_E_PACK attempt to index a string value
("x").upper = function() return "poisoned" end
