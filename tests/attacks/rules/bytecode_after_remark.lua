-- Trap T11: compiled Lua does not begin further down either.
-- ends: open COP11_E_PACK cannot stand outside quotation marks

LuaS
