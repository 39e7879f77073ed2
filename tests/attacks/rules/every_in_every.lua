-- Lists within lists within lists.
-- ends: open COP11_OK
-- ends: evaluate COP11_OK a,,1,1.1,Doors are locked,conformance
local c = "trained is yes"
for _ = 1, 60 do c = every "people" { c } end
check "1.9" { title = "Attacked", points = { "R1" }, ask = "A.", remedy = "R.",
  expect = c }
