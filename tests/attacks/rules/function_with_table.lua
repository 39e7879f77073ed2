-- The same with a table.
-- ends: open COP11_OK
-- ends: evaluate COP11_OK a,,1,1.9,Attacked,error
local t = {}
check "1.9" {
  title = "Attacked", points = { "R1" }, ask = "A.", remedy = "R.",
  expect = compute { facts = { "guards.count" }, function(x) local old = t[1] t[1] = x return old == nil end,
    says = "attacked" },
}
