-- Braces that never close.
-- ends: open COP11_OK
-- ends: evaluate COP11_OK a,,1,1.1,Doors are locked,conformance
local s = "{"
for _ = 1, 11 do s = s .. s end
check "1.9" { title = s, points = { "R1" }, ask = s, remedy = s,
  expect = { "doors.locked is yes", otherwise = s .. s } }
