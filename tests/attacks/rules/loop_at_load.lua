-- Trap T1: a loop without end while the file is run.
-- ends: open COP11_E_LIMIT max_steps
-- ends: lint COP11_E_LIMIT max_steps
while true do end
