-- Rules that nobody edits: the digests beside this folder are of reports by them, so
-- that a digest changes where the engine does.  Every word of the language is here.

pack { title = "Every word", edition = "test", version = "1", notice = "A test.",
  sections = { { "a", "The first things" }, { "people", "People" } } }

ratings {
  source = "the test",
  shall = { lapse = "minor-nonconformance", absent = "major-nonconformance" },
  must = { lapse = "minor-nonconformance", absent = "major-nonconformance" },
  should = { lapse = "minor-nonconformance", absent = "minor-nonconformance" },
  could = { lapse = "observation", absent = "observation" },
  background = { lapse = "observation", absent = "observation" },
  beyond = { lapse = "observation", absent = "observation" },
}

findings { source = "the test", plan_required_for = { "major-nonconformance" },
  critical_provisions = { "3" } }

point "SHALL" { strength = "shall", says = "It shall." }
point "SHOULD" { strength = "should", says = "It should." }
point "COULD" { strength = "could", says = "It could." }
point "INFO" { strength = "information", says = "It is so." }

hint "three-years" { "Three years are usual.",
  ratings = { "conformance", "minor-nonconformance", "not-applicable" },
  source = "the test" }
hint "again" { "It is flag {member.flag} again.", ratings = { "major-nonconformance" },
  when = "member.flag is yes", source = "the test" }

parameter "limit" { type = "months", ask = "Limit?", source = "nobody" }
parameter "most" { type = "count", value = 3, ask = "Most?", source = "the test" }
parameter "way" { type = "choice", values = { "one", "two" }, ask = "Way?" }
parameter "other_way" { type = "choice", values = { "one", "two" }, value = "two",
  ask = "Way?", source = "the test" }

disagreement "done-without-flag" {
  when = all { "a.flag is no", "b.count is more than 4" },
  facts = { "a.flag", "b.count" },
  because = "Much is done without a flag." }
disagreement "member" {
  when = all { "member.flag is no", "a.practice is yes", "a.level is full" },
  facts = { "member.flag", "a.practice" },
  because = "The Member says that it is not done." }
