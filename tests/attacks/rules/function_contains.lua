-- Searching the longest texts again and again is charged.
-- ends: open COP11_OK
-- ends: evaluate COP11_E_LIMIT max_steps
check "1.9" { title = "Attacked", points = { "R1" }, ask = "A.", remedy = "R.",
  expect = compute { facts = { "doors.note" }, function(note)
    local s = "a"
    for _ = 1, 11 do s = s .. s end
    while true do local _ = s:contains(s .. note) or s:upper() end
  end, says = "attacked" } }
