-- A fact that holds itself.
-- ends: open COP11_E_PACK 'help' needs a text
local body = { type = "yes/no", ask = "Spare?" }
body.values = body
body.help = body
fact "spare.one" (body)
