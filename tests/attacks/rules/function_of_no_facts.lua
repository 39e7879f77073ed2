-- A function that reads nothing and always agrees.
-- ends: open COP11_OK
-- ends: evaluate COP11_OK a,,1,1.9,Attacked,error
check "1.9" { title = "Attacked", points = { "R1" }, ask = "A.", remedy = "R.",
  expect = compute { facts = {}, function() return true end,
    says = "attacked" } }
