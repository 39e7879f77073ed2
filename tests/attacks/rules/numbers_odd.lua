-- Division by nothing.
-- ends: open COP11_OK
check "1.9" {
  title = "Attacked", points = { "R1" }, ask = "A.", remedy = "R.",
  expect = compute { facts = { "guards.count" }, function() return 0/0 == 0/0 or math.floor(2^53) // 0 end,
    says = "attacked" },
}
