-- Division by nought and the smallest integer, in a function.
-- ends: open COP11_OK
-- ends: evaluate COP11_OK a,,1,1.9,Attacked,error
-- ends: evaluate COP11_OK a,,1,1.1,Doors are locked,conformance
check "1.9" { title = "Attacked", points = { "R1" }, ask = "A.", remedy = "R.",
  expect = compute { facts = { "guards.count" }, function(n)
    return math.abs((1 << 63) // -1) // (n - n) > 0
  end, says = "attacked" } }
