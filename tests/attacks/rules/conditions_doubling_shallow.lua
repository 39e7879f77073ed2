-- A million conditions, only twenty deep.
-- ends: open COP11_OK
-- ends: evaluate COP11_OK a,,1,1.9,Attacked,error
-- ends: evaluate COP11_OK a,,1,1.1,Doors are locked,conformance
local c = all { "doors.locked is yes", "guards.count is more than 1" }
for _ = 1, 20 do c = all { c, c } end
check "1.9" { title = "Attacked", points = { "R1" }, ask = "A.",
  remedy = "R.", expect = c }
