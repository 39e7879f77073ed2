-- A loop with an end that never comes.
-- ends: open COP11_E_LIMIT max_steps
for _ = math.max(1, 1), 1 << 62 do local _ = 1 end
