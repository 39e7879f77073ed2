-- What a function leaves in math, another check would find.
-- ends: open COP11_OK
-- ends: evaluate COP11_OK a,,1,1.9,Attacked,error
-- ends: evaluate COP11_OK a,,1,1.1,Doors are locked,conformance
check "1.9" { title = "Attacked", points = { "R1" }, ask = "A.", remedy = "R.",
  expect = compute { facts = { "guards.count" }, function()
    math.floor = function() return 7 end
    return true
  end, says = "attacked" } }
