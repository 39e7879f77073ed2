-- A function that counts its calls would learn what is not known, and change
-- what the next call says.
-- ends: open COP11_OK
-- ends: evaluate COP11_OK a,,1,1.9,Attacked,error
local n = 0
check "1.9" {
  title = "Attacked", points = { "R1" }, ask = "A.", remedy = "R.",
  expect = compute { facts = { "guards.count" }, function() n = n + 1 return n > 1 end,
    says = "attacked" },
}
