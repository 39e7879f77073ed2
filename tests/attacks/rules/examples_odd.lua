-- Examples that show nothing.
-- ends: open COP11_
local kinds = { 1, true, "x", {}, { {} }, function() end, { [true] = 2 } }
for k = 1, #kinds do
  examples "1.1" { { gives = kinds[k], because = kinds[k], facts = kinds[k] } }
  examples "1.2" { kinds[k] }
end
examples "9.9" { {} }
