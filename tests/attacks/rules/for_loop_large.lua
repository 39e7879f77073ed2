-- A loop with an end that never comes.
-- ends: open COP11_E_PACK this takes more than
for _ = math.max(1, 1), 1 << 62 do local _ = 1 end
