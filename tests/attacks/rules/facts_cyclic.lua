-- Names that hold themselves.
-- ends: open COP11_OK
-- ends: evaluate COP11_OK a,,1,1.9,Attacked,error
local t = {}
t[1] = t
check "1.9" {
  title = "Attacked", points = { "R1" }, ask = "A.", remedy = "R.",
  expect = compute { facts = { t }, function() return true end,
    says = "attacked" },
}
