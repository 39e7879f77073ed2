-- A check that takes the number of another.
-- ends: open COP11_OK
check "1.1" { title = "Another", points = { "R1" }, ask = "A.", remedy = "R.",
  expect = "doors.locked is no" }
