-- What `cop11 explain` adds to a code: a file that has the slip, and the same
-- file mended.

local explained = {}

local function code(name, wrong, right)
  explained[name] = { wrong = wrong, right = right }
end

-- A whole check whose `lines` are what matters.
local function check(lines)
  return ([[
check "11.2.99" {
  title  = "Guards carry no weapons",
  points = { "P11.2-10" },
%s
  ask    = "Show the register of weapons.",
  remedy = "Take the weapons back.",
}
]]):format(lines)
end

local EXPECT <const> = [[
  expect = { "arms.used is no", otherwise = "Guards are armed." },]]

-- Reading the files
code("L001", [[
check "11.2.99" {
  title = "Guards are trained"
  ask   = "Show the training records.",
}
]], [[
check "11.2.99" {
  title = "Guards are trained",
  ask   = "Show the training records.",
}
]])
code("L002", [[
chek "11.2.99" { title = "Guards are trained" }
]], [[
check "11.2.99" { title = "Guards are trained" }
]])
code("L003", check [[
  expect = "arms.used is no" or "arms.armed_count is at most 2",]],
  check [[
  expect = any { "arms.used is no", "arms.armed_count is at most 2" },]])
code("L004", [[
check "11.2.99" {
  title = "Guards are trained",
  title = "Guards are instructed",
}
]], [[
check "11.2.99" {
  title = "Guards are trained",
}
]])
code("L005", [[
check "11.2.99"
]], [[
check "11.2.99" { title = "Guards are trained" }
]])
code("L006", [[
-- This file is called zz.examples.lua.txt.
]], [[
-- This file is called zz.examples.lua.
]])

code("L007", "-- accept L033: it informs, and no more\n" .. check(EXPECT), check(EXPECT))

-- Understanding what they declare
code("L010", check [[
  expect = { "arms.used is maybe", otherwise = "Guards are armed." },]],
  check(EXPECT))
code("L011", [[
point "P-99" { says = "Guards are trained." }
]], [[
point "P-99" { strength = "must", says = "Guards are trained." }
]])
code("L012", [[
fact "doors.locked" { type = "yesno", ask = "Are the doors locked?" }
]], [[
fact "doors.locked" { type = "yes/no", ask = "Are the doors locked?" }
]])
code("L013", [[
parameter "doors.least" { type = "count", value = "two", source = "Board" }
]], [[
parameter "doors.least" { type = "count", value = 2, source = "Board" }
]])
code("L014", [[
point "P-99" { strength = "must", sais = "Guards are trained." }
]], [[
point "P-99" { strength = "must", says = "Guards are trained." }
]])

-- Ids
code("L020", check(EXPECT) .. check(EXPECT),
  check(EXPECT) .. check(EXPECT):gsub("99", "98"))
code("L021", check(EXPECT .. '\n  retired = "Merged with 11.2.13.",')
  .. check(EXPECT), check(EXPECT .. '\n  retired = "Merged with 11.2.13.",')
  .. check(EXPECT):gsub("99", "98"))

-- From the guidance to the facts and back
local DOORS <const> = [[
fact "doors.locked" { type = "yes/no", ask = "Are the doors locked?" }
]]
code("L030", DOORS, DOORS .. check [[
  expect = { "doors.locked is yes", otherwise = "Doors are open." },]])
local POINT <const> = [[
point "P11.2-99" { strength = "must", says = "Guards carry no weapons." }
]]
code("L032", POINT, POINT .. check(EXPECT):gsub("P11.2%-10", "P11.2-99"))
code("L033", check(EXPECT):gsub("  points.-\n", ""), check(EXPECT))
code("L034", [[
provision "11.9" { title = "Doors" }
]], [[
provision "11.9" { title = "Doors" }
]] .. check(EXPECT):gsub("11%.2%.99", "11.9.1"))
code("L035", [[
parameter "doors.least" { type = "count", value = 2 }
]], [[
parameter "doors.least" { type = "count", value = 2,
  source = "Decided by the board on 2013-11-30." }
]])

-- Examples
local SHOWN <const> = [[
examples "11.2.99" {
  facts = { "security.inhouse_used is yes" },
  { gives = "conformance", because = "nobody is armed",
    facts = { "arms.used is no" } },
  { gives = "minor-nonconformance", because = "guards are armed",
    facts = { "arms.used is yes" } },
  { gives = "insufficient-evidence", because = "nobody asked" },
  { gives = "not-applicable", because = "there are no guards",
    facts = { "security.inhouse_used is no", "security.private_used is no",
      "security.public_engaged is no" } },
}
]]
local WHOLE <const> = check(EXPECT) .. SHOWN
code("L040", check(EXPECT), WHOLE)
code("L041", WHOLE:gsub("  { gives = \"insuff.-\n", ""), WHOLE)
code("L042", WHOLE:gsub("arms.used is no\" } }", "arms.usd is no\" } }"), WHOLE)
code("L043", WHOLE:gsub("guards are armed", "nobody is armed"), WHOLE)

code("L044", WHOLE:gsub("because = \"guards are armed\",", ""), WHOLE)

-- Words
code("L050", check(EXPECT):gsub("weapons\",", "weapons.\",", 1), check(EXPECT))
code("L051", check [[
  expect = { "arms.used is no", otherwise = "Armed: {arms.usd}." },]], check [[
  expect = { "arms.used is no", otherwise = "Armed: {arms.used}." },]])
code("L053", check(EXPECT):gsub("  remedy.-\n", ""), check(EXPECT))
code("L054", check [[
  expect = all {
    { "arms.used is no", otherwise = "Guards are armed." },
    otherwise = "Something is wrong.",
  },]], check [[
  expect = all {
    { "arms.used is no", otherwise = "Guards are armed." },
  },]])

code("L055", check(EXPECT):gsub("the register", 'the"\n    .. "register'),
  check(EXPECT):gsub("the register", 'the "\n    .. "register'))

code("L056", check(EXPECT):gsub('remedy = "[^"]*"',
  'remedy = "What would put it right, as one sentence."'), check(EXPECT))

-- Sense
local ARMED <const> = [[
  expect = { "arms.armed_count is %s", otherwise = "Guards are armed." },]]
code("L060", check(ARMED:format "less than 0"),
  check(ARMED:format "less than 1"))
code("L061", check(ARMED:format "at least 0"), check(ARMED:format "at least 1"))
code("L062", check([[
  applies = "arms.used is no",
  not_applicable = "Guards are armed.",
]] .. EXPECT), check(EXPECT))
code("L063", [[
disagreement "armed-and-not" {
  when    = all { "arms.used is no", "arms.armed_count is more than 0" },
  facts   = { "arms.used", "arms.trained_count" },
  because = "Armed persons are counted where nobody is armed.",
}
]], [[
disagreement "armed-and-not" {
  when    = all { "arms.used is no", "arms.armed_count is more than 0" },
  facts   = { "arms.used", "arms.armed_count" },
  because = "Armed persons are counted where nobody is armed.",
}
]])
code("L064", [[
disagreement "new-and-old" {
  when    = all { "risk_assessment.exists is no",
    none { "risk_assessment.date is within risk_assessment.own_interval of today" } },
  facts   = { "risk_assessment.exists", "risk_assessment.date" },
  because = "An assessment that was never made is said to be too old.",
}
]], [[
disagreement "new-and-old" {
  when    = all { "risk_assessment.exists is no",
    "risk_assessment.own_interval is not none-stated",
    none { "risk_assessment.date is within risk_assessment.own_interval of today" } },
  facts   = { "risk_assessment.exists", "risk_assessment.date" },
  because = "An assessment that was never made is said to be too old.",
}
]])

-- In a layer
code("L070", POINT, check(EXPECT):gsub("11%.2%.99", "11.2.org.unarmed"))


local function stricter(value)
  return ([[
check "11.2.org.known" {
  title  = "Guards know our code of conduct",
  stricter_than = "11.2.2",
  expect = { "conduct.known_by_personnel is %s",
    otherwise = "Guards do not know it." },
  ask    = "Ask three guards what it asks of them.",
  remedy = "Brief every guard.",
}
]]):format(value)
end
code("L071", stricter "yes or mixed", stricter "yes")

return explained
