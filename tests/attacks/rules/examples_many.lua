-- Three thousand examples.
-- ends: lint COP11_
-- ends: test COP11_
local one = { gives = "conformance", because = "so", facts = { ["doors.locked"] = true } }
local all_of_them = {}
for i = 1, 3000 do all_of_them[i] = one end
examples "1.1" (all_of_them)
