-- Trap T15: names that are tables, in every message that shows them.
-- ends: open COP11_OK
-- ends: evaluate COP11_OK a,,1,1.1,Doors are locked,conformance
check "1.9" { title = "Attacked", points = { {} }, ask = "A.", remedy = "R.",
  expect = "doors.locked is yes" }
check "1.8" { title = "Attacked", points = { "R1" }, ask = "A.", remedy = "R.",
  expect = { {} } }
release "1" { { check = {}, effect = {}, because = {} } }
unnoticed "1.1" { { was = {}, now = { {} }, because = {} } }
