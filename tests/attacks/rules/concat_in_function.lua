-- Trap T6, at run time: the check alone is broken.
-- ends: open COP11_OK
-- ends: evaluate COP11_OK a,,1,1.9,Attacked,error
-- ends: evaluate COP11_OK a,,1,1.1,Doors are locked,conformance
check "1.9" {
  title = "Attacked", points = { "R1" }, ask = "A.", remedy = "R.",
  expect = compute { facts = { "guards.count" }, function()
    local s = "x"
    while true do s = s .. s end
  end,
    says = "attacked" },
}
