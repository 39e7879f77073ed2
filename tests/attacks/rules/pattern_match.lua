-- Traps T5 and T7: string methods of Lua.
-- ends: open COP11_E_PACK a text has no 'rep' here
local text = ("a"):rep(40)
local _ = text:match(("a?"):rep(40) .. text)
