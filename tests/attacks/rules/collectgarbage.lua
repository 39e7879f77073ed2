-- The collector stopped.
-- ends: open COP11_E_PACK the word 'collectgarbage' is not known
collectgarbage("stop")
