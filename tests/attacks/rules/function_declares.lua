-- Rules that are declared while they run.
-- ends: open COP11_OK
check "1.9" {
  title = "Attacked", points = { "R1" }, ask = "A.", remedy = "R.",
  expect = compute { facts = { "guards.count" }, function() check "1.1" { title = "Never" } return true end,
    says = "attacked" },
}
