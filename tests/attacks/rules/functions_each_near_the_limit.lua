-- Many functions, each with a share of the steps: together they end the call.
-- ends: open COP11_OK
-- ends: evaluate COP11_E_LIMIT max_steps
for i = 1, 2000 do
  check("1.9." .. i) { title = "Attacked", points = { "R1" }, ask = "A.",
    remedy = "R.", expect = compute { facts = { "guards.count" }, function()
      for _ = 1, 2000 do local _ = 1 end
      return true
    end, says = "attacked" } }
end
