-- A set belongs to the dossier, not to the function that reads it.
-- ends: open COP11_OK
-- ends: evaluate COP11_OK b,,1,1.2,Guards are there by day and by night,conformance
check "1.0" {
  title = "Attacked", points = { "R1" }, ask = "A.", remedy = "R.",
  expect = compute { facts = { "guards.kinds" }, function(kinds)
    kinds.day, kinds.night, kinds[1], kinds[2] = nil, nil, nil, nil
    return true
  end, says = "attacked" },
}
