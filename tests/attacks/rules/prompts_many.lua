-- Ten thousand things to point out, on every facility.
-- ends: open COP11_
local prompts = {}
for i = 1, 10000 do prompts[i] = advise { "Look " .. i } end
check "1.9" { title = "Attacked", points = { "R1" }, ask = "A.", remedy = "R.",
  expect = "doors.locked is yes", prompts = prompts }
