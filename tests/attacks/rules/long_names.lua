-- Names nearly right, of which each is compared with all.
-- ends: open COP11_
for i = 1, 700 do
  check("1.9." .. i) { title = "Attacked", points = { "R1" }, ask = "A.",
    remedy = "R.", expect = "doors.lokced_by_the_guards_of_gate_" .. i
      .. " is yes" }
  fact("doors.locked_by_the_guards_of_gate_" .. i) { type = "yes/no", ask = "?" }
end
