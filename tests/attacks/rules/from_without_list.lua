-- Facts that follow from conditions on no list.
-- ends: lint COP11_OK
-- ends: open COP11_E_PACK from
local gate = "doors.locked is yes"
local from = { all { gate }, any { gate }, none { gate }, gate,
  when(gate) { "guards.count is at least 1" }, auditor "Is it so?",
  all { every "people" { "trained is yes" } } }
for k = 1, #from do
  fact("x.y" .. k) { type = "yes/no", ask = "Q?", from = from[k] }
  check("1.9." .. k) { title = "T", points = { "R1" }, ask = "A.", remedy = "R.",
    expect = { "x.y" .. k .. " is yes", otherwise = "No." } }
end
