-- Rules for test_core_charges: one check of each kind that looks at lists.
pack { title = "What work costs", edition = "test", version = "1",
  notice = "Only a test." }
ratings {
  source = "the test",
  shall  = { lapse = "minor-nonconformance", absent = "major-nonconformance" },
}
point "R1" { strength = "shall", says = "Doors are locked." }
fact "facility.id" { type = "text", ask = "By which id is it known?" }
fact "doors.locked" { type = "yes/no", ask = "Are the doors locked?" }
fact "doors.seen" { type = "yes/no", ask = "Did somebody see them locked?" }
fact "doors.count" { type = "count", ask = "How many doors are there?" }
fact "member.kinds" { type = "choices", values = { "wood", "steel", "glass" },
  ask = "Of what are the doors?" }
fact "staff.count" { type = "count", ask = "How many guards are there?" }
fact "staff.trained_count" { type = "count", of = "staff.count",
  ask = "How many of them are trained?" }
fact "staff.any_armed" { type = "yes/no", from = any "people" { "armed is yes" },
  ask = "Is one of them armed?" }
list "people" {
  ask   = "Who are the guards?",
  facts = {
    fact "name" { type = "text", ask = "What is the guard called?" },
    fact "trained" { type = "yes/no", ask = "Is the guard trained?" },
    fact "armed" { type = "yes/no", ask = "Is the guard armed?" },
    fact "tasks" { type = "choices", values = { "gate", "walk", "watch" },
      ask = "What does the guard do?" },
  },
}
fact "staff.counted" { type = "count", from = count "people" { "trained is yes" },
  ask = "How many guards are trained?" }
fact "staff.armed_count" { type = "count", of = "staff.counted",
  from = count "people" { all { "armed is yes", "trained is yes" } },
  left_out = "not armed", ask = "How many of them are armed?" }
disagreement "locked-but-not-seen" {
  when    = all { "doors.locked is yes", "doors.seen is no" },
  facts   = { "doors.locked", "doors.seen" },
  because = "Who locks a door sees it.",
}
provision "1" { title = "Security" }

check "1.1" {
  title  = "Doors are locked",
  points = { "R1" },
  expect = { "doors.locked is yes", otherwise = "The doors are not locked." },
  ask    = "Try the doors.",
  remedy = "Lock the doors.",
}
check "1.2" {
  title  = "Guards are trained",
  points = { "R1" },
  expect = every "people" {
    where = "armed is yes",
    { "trained is yes", otherwise = "{name} is not trained." },
  },
  ask    = "Ask the guards.",
  remedy = "Train the guards.",
}
check "1.3" {
  title  = "Nobody is armed",
  points = { "R1" },
  expect = none "people" { "armed is yes", otherwise = "Somebody is armed." },
  ask    = "Ask the guards.",
  remedy = "Take the arms away.",
}
check "1.4" {
  title  = "Somebody saw the doors locked",
  points = { "R1" },
  expect = any {
    "doors.seen is yes", "doors.count is less than 3",
    otherwise = "Nobody saw it.",
  },
  ask    = "Ask who saw it.",
  remedy = "Have somebody look.",
}
check "1.5" {
  title   = "Armed guards are trained",
  points  = { "R1" },
  applies = any "people" { "armed is yes" },
  expect  = { "staff.any_armed is yes", otherwise = "Nobody is armed." },
  ask     = "Ask the guards.",
  remedy  = "Train the guards.",
}
check "1.6" {
  title  = "All are armed and trained",
  points = { "R1" },
  expect = all {
    { "staff.armed_count covers all of staff.counted", otherwise = "Not all." },
    { "staff.trained_count covers all of staff.count", otherwise = "Not trained." },
  },
  ask    = "Ask the guards.",
  remedy = "Arm the guards.",
}
check "1.7" {
  title  = "Doors are of steel",
  points = { "R1" },
  expect = { "member.kinds includes steel", otherwise = "They are not." },
  ask    = "Look at the doors.",
  remedy = "Take doors of steel.",
}
