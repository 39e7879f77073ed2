-- A list of 40,000 points.
-- ends: open COP11_OK
-- ends: evaluate COP11_OK a,,1,1.1,Doors are locked,conformance
local points = {}
for i = 1, 40000 do points[i] = "R1" end
check "1.9" { title = "Attacked", points = points, ask = "A.", remedy = "R.",
  expect = "doors.locked is yes" }
