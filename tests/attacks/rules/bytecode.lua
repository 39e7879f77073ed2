Lua -- ends: add COP11_E_PACK compiled Lua
