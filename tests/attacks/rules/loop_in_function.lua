-- Trap T1: a loop without end in a plain function.
-- ends: open COP11_OK
-- ends: evaluate COP11_OK takes more than
check "1.9" {
  title = "Attacked", points = { "R1" }, ask = "A.", remedy = "R.",
  expect = compute { facts = { "guards.count" }, function() while true do end end,
    says = "attacked" },
}
