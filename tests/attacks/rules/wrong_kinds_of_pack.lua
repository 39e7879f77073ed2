-- The same with all else that can be declared.
-- ends: open COP11_
local kinds = { 1, true, "x", {}, { {} }, function() end, { [true] = 2 } }
for k = 1, #kinds do
  pack { title = kinds[k], version = kinds[k], needs = kinds[k],
    notice = kinds[k], edition = kinds[k] }
  point("Q" .. k) { strength = kinds[k], says = kinds[k] }
  parameter("p" .. k) { type = kinds[k], value = kinds[k], source = kinds[k],
    values = kinds[k], unit = kinds[k] }
  list("l" .. k) { ask = kinds[k], facts = kinds[k] }
  provision("9" .. k) { title = kinds[k], applies = kinds[k] }
  disagreement("d" .. k) { when = kinds[k], facts = kinds[k],
    because = kinds[k] }
end
