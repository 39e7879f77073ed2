-- The small pack of the fuzzers: something of everything.

pack { title = "A pack under attack", edition = "test", version = "1",
  notice = "Only a test." }
ratings {
  source = "the test",
  shall  = { lapse = "minor-nonconformance", absent = "major-nonconformance" },
}
point "R1" { strength = "shall", says = "Doors are locked." }
fact "facility.id" { type = "text", ask = "By which id is it known?" }
fact "doors.locked" { type = "yes/no", ask = "Are the doors locked?" }
fact "doors.note" { type = "text", ask = "What is said of the doors?" }
fact "guards.count" { type = "count", ask = "How many guards are there?" }
fact "guards.kinds" { type = "choices", values = { "day", "night" },
  ask = "When are guards there?" }
list "people" {
  ask   = "Who are the guards?",
  facts = { fact "trained" { type = "yes/no", ask = "Is the guard trained?" } },
}
provision "1" { title = "Security" }

check "1.1" {
  title  = "Doors are locked",
  points = { "R1" },
  expect = { "doors.locked is yes", otherwise = "The doors are not locked." },
  ask    = "Try the doors.",
  remedy = "Lock the doors.",
}

-- Reads what an attack may have changed.
check "1.2" {
  title  = "Guards are there by day and by night",
  points = { "R1" },
  expect = { "guards.kinds includes all of day, night", otherwise = "Not so." },
  ask    = "Look at the roster.",
  remedy = "Have guards by day and by night.",
}
