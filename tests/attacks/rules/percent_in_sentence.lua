-- Marks that mean something to functions which fill in texts.
-- ends: open COP11_OK
-- ends: evaluate COP11_OK a,,1,1.1,Doors are locked,conformance
check "1.9" { title = "%s%d%0%1%p", points = { "R1" }, ask = "%1", remedy = "%",
  expect = { "doors.locked is no", otherwise = "%1 {doors.note} %s %%" } }
