-- Trap T10, at run time.
-- ends: open COP11_OK
-- ends: evaluate COP11_OK takes more than
check "1.9" {
  title = "Attacked", points = { "R1" }, ask = "A.", remedy = "R.",
  expect = compute { facts = { "guards.count" }, function()
    local function f() return 1 + f() end
    return f()
  end,
    says = "attacked" },
}
