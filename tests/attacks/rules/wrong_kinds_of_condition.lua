-- Conditions that were not made by the words of the language.
-- ends: open COP11_OK
-- ends: evaluate COP11_OK a,,1,1.1,Doors are locked,conformance
local kinds = { 1, true, {}, { {} }, function() end, { word = "all" },
  { word = "every", list = {} }, { word = {} }, { word = "auditor", body = 1 },
  { word = "compute", body = {} }, { word = "when", body = {} },
  { word = "reading", name = {}, body = {} }, { "a", "b" } }
for k = 1, #kinds do
  check("1.9." .. k) { title = "Attacked", points = { "R1" }, ask = "A.",
    remedy = "R.", expect = kinds[k] }
  check("1.8." .. k) { title = "Attacked", points = { "R1" }, ask = "A.",
    remedy = "R.", expect = all { kinds[k] }, applies = any { kinds[k] } }
end
