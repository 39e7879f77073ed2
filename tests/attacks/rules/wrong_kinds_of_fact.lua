-- The same with facts: whatever comes, it is no defect of ours.
-- ends: open COP11_
local kinds = { 1, true, "x", {}, { {} }, function() end, { [true] = 2 } }
local parts = { "type", "ask", "help", "values", "titles", "unit", "least",
  "most", "of", "from", "scope", "sensitive", "future", "evidence" }
for p = 1, #parts do
  for k = 1, #kinds do
    local body = { type = "count", ask = "Q?" }
    body[parts[p]] = kinds[k]
    fact("odd.f" .. p .. "_" .. k)(body)
  end
end
