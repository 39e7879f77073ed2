-- What a word returns, changed behind its back.
-- ends: open COP11_OK
-- ends: evaluate COP11_OK a,,1,1.1,Doors are locked,conformance
local f = fact "spare.one" { type = "yes/no", ask = "Spare?" }
f.word, f.name, f.body = "check", {}, 7
