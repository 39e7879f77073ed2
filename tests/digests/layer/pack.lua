-- A layer that changes something of every kind.

pack { title = "The site's own", version = "1" }

parameter "limit" { value = 12, source = "us" }
parameter "most" { value = 2, source = "us" }

narrow "1.3" { applies = "b.flag is yes", because = "agreed", by = "A. Head",
  until_date = "2013-11-29" }
narrow "1.9" { applies = "a.flag is yes", because = "agreed", by = "A. Head",
  until_date = "2013-11-30" }
switch_off "1.4" { because = "agreed", by = "A. Head", until_date = "2013-12-31" }

check "1.org.few" { title = "Fewer", points = { "SHALL" }, ask = "?",
  expect = "b.count is at most most" }
check "4.org.strict" { title = "Stricter", ask = "?", stricter_than = "4.7",
  expect = "a.level is full" }
