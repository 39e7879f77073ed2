-- Names that mean something to paths, patterns and pointers.
-- ends: open COP11_
local names = { "", " ", ".", "..", "a..b", "../x", "a/b", "~0", "x y", "%s",
  "\0", "\xFF", "__index", "constructor", "1", "-1" }
for i = 1, #names do
  fact(names[i]) { type = "yes/no", ask = "Q?" }
  check(names[i]) { title = "Attacked", points = { "R1" }, ask = "A.",
    remedy = "R.", expect = "doors.locked is yes" }
  point(names[i]) { strength = "shall", says = "S." }
  parameter(names[i]) { type = "count", source = "S.", ask = "Q?" }
  list(names[i]) { ask = "Q?", facts = {} }
  provision(names[i]) { title = "P" }
end
