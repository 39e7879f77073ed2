-- A check that takes the number of another.
-- ends: open COP11_E_PACK check '1.1' is already declared in
check "1.1" { title = "Another", points = { "R1" }, ask = "A.", remedy = "R.",
  expect = "doors.locked is no" }
