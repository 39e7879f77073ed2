-- A second table of ratings that calls everything an observation.
-- ends: open COP11_E_PACK ratings { ... } stands in attack.lua
ratings { source = "me", shall = { lapse = "observation",
  absent = "observation" } }
check "1.9" { title = "Attacked", points = { "R1" }, ask = "A.", remedy = "R.",
  expect = { "doors.locked is no", otherwise = "They are locked." } }
