-- A small pack in which nothing is wrong, for specs that break one thing.

local support = require "support.host"

local small_pack = {}

local FILES <const> = {
  ["pack.lua"] = [[
pack {
  title = "A small pack", edition = "test", version = "1",
  notice = "Only a test.",
}
ratings {
  source = "the test",
  shall  = { lapse = "minor-nonconformance", absent = "major-nonconformance" },
  should = { lapse = "minor-nonconformance", absent = "minor-nonconformance" },
  beyond = { lapse = "observation", absent = "observation" },
}
point "R1" { strength = "shall", says = "Doors are locked." }
point "P1" { strength = "should", says = "Guards are trained." }
]],
  ["facts.lua"] = [[
fact "facility.id" { type = "text", ask = "By which id is it known?" }
fact "doors.locked" { type = "yes/no", ask = "Are the doors locked?" }
fact "guards.used" { type = "yes/no", ask = "Are there guards?" }
fact "guards.count" { type = "count", ask = "How many guards are there?" }
fact "guards.trained" {
  type = "count", of = "guards.count",
  ask  = "How many of them are trained?",
  from = count "people" { "trained is yes" },
}
fact "guards.uniform" {
  type   = "choice",
  values = { "all", "some", "none" },
  ask    = "Who wears a uniform?",
}
list "people" {
  ask   = "Who are the guards?",
  facts = {
    fact "name" { type = "text", ask = "What is the guard called?" },
    fact "trained" { type = "yes/no", ask = "Is the guard trained?" },
  },
}
]],
  ["rules.lua"] = [[
provision "1" { title = "Security" }

check "1.1" {
  title  = "Doors are locked",
  points = { "R1" },
  expect = { "doors.locked is yes",
    otherwise = "The doors are not locked." },
  ask    = "Try the doors.",
  remedy = "Lock the doors.",
}

check "1.2" {
  title   = "Guards are trained",
  points  = { "P1" },
  applies = "guards.used is yes",
  not_applicable = "There are no guards.",
  expect  = all {
    { "guards.trained covers all of guards.count", otherwise = "Not all." },
    { "guards.uniform is all or some",
      otherwise = "Uniforms are worn by {guards.uniform} of {guards.count}." },
  },
  ask     = "Show the records.",
  remedy  = "Train the guards.",
}

disagreement "trained-by-nobody" {
  when    = all { "guards.used is no", "guards.count is more than 0" },
  facts   = { "guards.used", "guards.count" },
  because = "Guards are counted where none are used.",
}
]],
  ["rules.examples.lua"] = [[
examples "1.1" {
  { gives = "conformance", because = "they are locked",
    facts = { "doors.locked is yes" } },
  { gives = "major-nonconformance", because = "they are not",
    facts = { ["doors.locked"] = false } },
  { gives = "insufficient-evidence", because = "nobody tried",
    facts = { "guards.used is no" } },
}
examples "1.2" {
  facts = { "guards.used is yes", "guards.uniform is all" },

  { gives = "conformance", because = "all of the list are trained",
    facts  = { "guards.count is 1" },
    people = { complete = true, { "trained is yes", "name is Ann" } } },
  { gives = "minor-nonconformance", because = "one of two is trained",
    facts = { "guards.count is 2", "guards.trained is 1" }, says = "Not" },
  { gives = "insufficient-evidence", because = "how many is not known",
    range = { "conformance", "minor-nonconformance" } },
  { gives = "not-applicable", because = "there are none",
    facts = { "guards.used is no" } },
  { gives = "conformance", because = "some uniforms are enough",
    facts = { "guards.uniform is some", "guards.count is 1",
      "guards.trained is 1" } },
}
unnoticed "1.2" {
  { was = "guards.trained covers all of guards.count",
    now = "guards.trained is at least guards.count",
    because = "the point says should, so wholly absent weighs like a lapse" },
}
]],
}

-- The files, with `from` in `file` replaced by `to` (once, as plain text).
function small_pack.files(file, from, to)
  local texts = {}
  for path, text in pairs(FILES) do texts[path] = text end
  if file then
    local first, last = texts[file]:find(from, 1, true)
    assert(first, ("'%s' does not stand in %s"):format(from, file))
    texts[file] = texts[file]:sub(1, first - 1) .. to
      .. texts[file]:sub(last + 1)
  end
  return texts
end

-- A tolerant runtime opened on such files.
function small_pack.open(file, from, to, more)
  local texts = small_pack.files(file, from, to)
  for path, text in pairs(more or {}) do texts[path] = text end
  return support.open(texts, { tolerant = true })
end

-- The results of its examples, and its findings, as tables.
function small_pack.test(...)
  return support.decode(small_pack.open(...).test())
end

function small_pack.lint(...)
  return support.decode(small_pack.open(...).lint())
end

return small_pack
