-- A provision declared again, that applies nowhere.
-- ends: open COP11_
provision "1" { title = "Nowhere", applies = "doors.locked is no" }
