-- Facts below what is no group: a list, and another fact.
-- ends: open COP11_E_PACK "people.count" is declared twice
-- ends: lint COP11_OK is declared twice
fact "people.count" { type = "count", ask = "How many guards are there?" }
fact "doors.locked.now" { type = "yes/no", ask = "Are they locked now?" }
