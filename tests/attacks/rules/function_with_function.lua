-- The same behind a function.
-- ends: open COP11_OK
-- ends: evaluate COP11_OK a,,1,1.9,Attacked,error
local n = 0
local function helper() n = n + 1 return n > 1 end
check "1.9" {
  title = "Attacked", points = { "R1" }, ask = "A.", remedy = "R.",
  expect = compute { facts = { "guards.count" }, function(x) return helper(x) end,
    says = "attacked" },
}
