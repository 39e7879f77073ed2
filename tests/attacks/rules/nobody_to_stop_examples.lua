-- Examples whose facts take a function that does not end.
-- ends: open COP11_OK
-- ends: test COP11_OK
-- ends: evaluate COP11_OK takes more than
check "1.9" { title = "Attacked", points = { "R1" }, ask = "A.", remedy = "R.",
  expect = compute { facts = { "guards.count" }, function()
    while true do end
  end, says = "attacked" } }
examples "1.9" { { gives = "conformance", because = "it ends",
  facts = { ["guards.count"] = 1 } } }
