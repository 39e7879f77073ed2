-- Each part of a check with each kind of value: no defect, each check for itself.
-- ends: open COP11_OK
-- ends: evaluate COP11_OK a,,1,1.1,Doors are locked,conformance
local kinds = { 1, 0.5, true, "", "x", {}, { {} }, { x = {} }, function() end,
  { [1.5] = 1, [true] = 2, [{}] = 3 }, -1, 1 << 62, 1e300 }
local parts = { "title", "points", "applies", "not_applicable", "expect", "met",
  "ask", "remedy", "prompts", "why", "retired", 1, true }
for p = 1, #parts do
  for k = 1, #kinds do
    local body = { title = "Attacked", points = { "R1" }, ask = "A.",
      remedy = "R.", expect = "doors.locked is yes" }
    body[parts[p]] = kinds[k]
    check("1.9." .. p .. "." .. k)(body)
  end
end
