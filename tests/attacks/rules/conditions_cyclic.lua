-- A condition that holds itself.
-- ends: open COP11_OK
-- ends: evaluate COP11_OK a,,1,1.9,Attacked,error
-- ends: evaluate COP11_OK a,,1,1.1,Doors are locked,conformance
local body = { "doors.locked is yes" }
local c = all(body)
body[2] = c
check "1.9" { title = "Attacked", points = { "R1" }, ask = "A.",
  remedy = "R.", expect = c }
