-- Trap T7: what is not a method of texts.
-- ends: open COP11_E_PACK a text has no 'dump' here
local _ = ("x").dump
