-- 1,500 checks from five lines: no defect, whatever the limits say.
-- ends: open COP11_
for i = 1, 1500 do
  check("1.1" .. i) { title = "Attacked", points = { "R1" }, ask = "A.",
    remedy = "R.", expect = "doors.locked is yes" }
end
