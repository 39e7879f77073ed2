-- Trap T4: a fresh count in each coroutine.
-- ends: open COP11_E_PACK the word 'coroutine' is not known
while true do coroutine.wrap(function() while true do end end)() end
