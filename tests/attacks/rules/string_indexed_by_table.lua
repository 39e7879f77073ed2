-- A method whose name is no text.
-- ends: open COP11_E_PACK a text has no '[]' here
local _ = ("x")[{}]
