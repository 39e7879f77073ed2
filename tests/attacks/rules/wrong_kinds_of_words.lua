-- Words of a condition that are no texts.
-- ends: open COP11_OK
-- ends: evaluate COP11_OK error
local wrong = { 1, true, {}, function() end, auditor "Is it so?" }
for k = 1, #wrong do
  check("1.9." .. k) { title = "Attacked", points = { "R1" }, ask = "A.",
    remedy = "R.", expect = compute { facts = { "guards.count" },
      function() return true end, says = wrong[k] } }
  check("1.8." .. k) { title = "Attacked", points = { "R1" }, ask = "A.",
    remedy = "R.", expect = auditor "so" { ask = "Is it so?", yes = wrong[k],
      no = wrong[k] } }
end
