provision "0" { title = "Of the Member" }
check "0.1" { title = "The Member's flag", points = { "SHALL" }, ask = "?",
  expect = { "member.flag is yes", otherwise = "No flag: {member.flag}." } }
check "0.2" { title = "Each facility", points = { "SHOULD" }, ask = "?",
  expect = every "facilities" { where = "facility.kind includes mine",
    { "a.flag is yes", otherwise = "One has none." } } }
check "0.3" { title = "Some facility", points = { "COULD" }, ask = "?",
  expect = any "facilities" { "a.level is at least partial" } }

provision "1" { title = "One" }
check "1.1" { title = "A part of a whole", points = { "SHALL" }, ask = "?",
  expect = "g.taught covers all of g.total", met = "All of {g.total}.",
  not_applicable = "None of {g.total}." }
check "1.2" { title = "Another", points = { "SHALL" }, ask = "?", remedy = "Teach.",
  expect = { "h.taught covers all of h.total", otherwise = "{h.taught} of {h.total}." },
  met = "All of them", not_applicable = "Nobody." }
check "1.3" { title = "From a list", points = { "SHALL" }, ask = "?",
  expect = { "g.each is yes", otherwise = "Not each: {g.each}." } }
check "1.4" { title = "Every", points = { "SHOULD" }, ask = "?",
  expect = every "people" { "trained is yes", otherwise = "One is not trained." } }
check "1.5" { title = "Every of some", points = { "SHALL" }, ask = "?",
  expect = every "guards" { where = "duty is yes", "taught is yes",
    "met is after 2013-01-01", otherwise = "Not taught, met {met}.",
    never = "Never met." } }
check "1.6" { title = "Named", points = { "SHALL" }, ask = "?",
  expect = every "guards" { "taught is yes", otherwise = "{id} is not taught.",
    remedy = "Teach whom it names." } }
check "1.7" { title = "None", points = { "SHALL" }, ask = "?",
  expect = none "guards" { "taught is no", otherwise = "One is not" } }
check "1.8" { title = "Nobody", points = { "SHOULD" }, ask = "?",
  expect = none "guards" {} }
check "1.9" { title = "Any", points = { "SHALL" }, ask = "?",
  expect = any "guards" { "taught is yes", "duty is yes" } }
check "1.10" { title = "Neither", points = { "SHALL" }, ask = "?",
  expect = none { "a.flag is yes", "b.flag is yes",
    otherwise = "{a.flag} or {b.flag}." } }
check "1.11" { title = "Much at once", points = { "SHALL", "COULD" }, ask = "?",
  expect = all { any { "a.level is full", "a.kinds includes x" },
    { "a.kinds includes x and y and z", otherwise = "Lacks {missing} ({today}).",
      points = { "COULD" } },
    { "a.flag is yes", otherwise = "{a.flag}." },
    { "b.flag is yes", otherwise = "B." },
    { "a.practice is yes", otherwise = "P." },
    { "a.any_armed is no", otherwise = "A." },
    "a.total is at most a.done" } }
check "1.12" { title = "The auditor's", points = { "SHOULD" }, ask = "?",
  expect = auditor "well" { ask = "Well?", yes = "It is well.", no = "It is not." } }
check "1.13" { title = "The auditor's too", points = { "SHALL" }, ask = "?",
  expect = auditor "fine" { ask = "Fine?", yes = "It is.", no = "It is not.",
    otherwise = "It is not well: {a.flag}, {b.flag}, {a.level}." } }
check "1.15" { title = "Gated", points = { "SHALL" }, ask = "?",
  applies = { "a.flag is yes", otherwise = "Only of {a.flag} flags." },
  expect = "b.flag is yes" }
check "1.17" { title = "Two readings", points = { "SHALL" }, ask = "?",
  expect = reading "way" { one = "a.flag is yes", two = "b.flag is yes" } }
check "1.18" { title = "A function", points = { "SHALL" }, ask = "?",
  expect = compute { facts = { "a.flag", "b.flag" }, says = "one of them",
    function(a, b) if a and b then return 1 < a end return a or b end } }
check "1.19" { title = "May not apply", points = { "SHALL" }, ask = "?",
  expect = when "a.flag is yes" { "a.optional is yes" } }
check "1.20" { title = "A sum", points = { "SHALL" }, ask = "?",
  expect = compute { facts = { "b.count", "a.total", "a.done" }, sum = "is at least",
    says = "b.count is at least a.total and a.done together" } }
check "1.21" { title = "Retired", points = { "SHALL" }, ask = "?",
  retired = "merged", expect = "b.flag is yes" }

provision "2" { title = "Two", applies = "a.law is yes",
  not_applicable = "No law: {a.flag}." }
check "2.1" { title = "The law", points = { "SHALL" }, ask = "?",
  expect = "a.law is yes" }
check "2.2" { title = "A secret", points = { "SHOULD" }, ask = "?",
  expect = "a.secret is not x" }
check "2.3" { title = "Hidden", points = { "SHALL" }, ask = "?",
  expect = { "a.hidden is blue", otherwise = "It is {a.hidden}." } }

provision "3" { title = "Three", applies = "a.flag is yes" }
check "3.1" { title = "Closed by a record", points = { "SHALL" }, ask = "?",
  applies = "a.flag is yes", expect = "b.flag is yes" }
check "3.2" { title = "Where it holds", points = { "SHOULD" }, ask = "?",
  expect = when "a.flag is yes" { "b.flag is yes", "a.hidden is blue" },
  not_applicable = "Of no flag." }
check "3.3" { title = "Follows", points = { "SHALL" }, ask = "?",
  expect = "b.follows is yes",
  prompts = { advise { "Is it still so?", when = "b.count is more than 2" },
    advise { "Who is ill?", when = any "guards" { "away is ill" },
      where_not_asked = true, names = { "id", "away" } } } }

provision "4" { title = "Amounts and days" }
check "4.1" { title = "Recent", points = { "SHALL" }, ask = "?",
  expect = { "a.day is within limit of today", otherwise = "Over {limit}.",
    never = "Never done." } }
check "4.2" { title = "Recent by its own limit", points = { "SHALL" }, ask = "?",
  expect = "a.day is within a.limit of today" }
check "4.3" { title = "In force", points = { "SHALL" }, ask = "?",
  expect = "a.expiry is on or after 30 days after today" }
check "4.4" { title = "Soon after", points = { "SHOULD" }, ask = "?",
  expect = all { "a.day is within 6 months after assessment.began",
    none { "g.last is never" } } }
check "4.5" { title = "Few", points = { "SHALL" }, ask = "?",
  expect = { "b.count is at most most", otherwise = "{b.count} are over {most}." } }
check "4.6" { title = "Between", points = { "SHOULD" }, ask = "?",
  expect = any { "a.share is between 10 and 50", "a.weight is more than 2.5",
    "b.count is exactly 0" } }
check "4.7" { title = "Steps", points = { "SHALL" }, ask = "?",
  expect = "a.level is at least partial" }
check "4.8" { title = "Sets", points = { "SHALL" }, ask = "?",
  expect = all { "a.tasks is not empty", "a.kinds includes only x or y",
    "b.tools includes any of saw or axe", "a.tasks includes none of y" } }
check "4.9" { title = "A country", points = { "COULD" }, ask = "?",
  expect = "a.where is CH" }
check "4.10" { title = "By the list", points = { "SHALL" }, ask = "?",
  expect = all { "g.how is all or some", "g.none is yes" } }
check "4.11" { title = "By the other way", points = { "SHALL" }, ask = "?",
  expect = reading "other_way" { one = "a.flag is yes", two = "a.level is full" } }
