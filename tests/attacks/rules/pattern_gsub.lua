-- Trap T5.
-- ends: open COP11_E_PACK a text has no 'gsub' here
local _ = ("aaaa"):gsub(".-.-.-b", "")
