-- Trap T5: patterns backtrack without end.
-- ends: open COP11_OK
-- ends: evaluate COP11_OK a text has no 'find' here
check "1.9" {
  title = "Attacked", points = { "R1" }, ask = "A.", remedy = "R.",
  expect = compute { facts = { "doors.note" }, function(note) return note:find((("a?")):rep(40)) ~= nil end,
    says = "attacked" },
}
