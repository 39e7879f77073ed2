-- Two people, each compared with all people, twenty times over.
-- ends: open COP11_OK
-- ends: evaluate COP11_E_LIMIT max_steps
local c = "trained is yes"
for _ = 1, 20 do c = every "people" { c } end
check "1.9" { title = "Attacked", points = { "R1" }, ask = "A.", remedy = "R.",
  expect = c }
