-- A small pack for specs: one provision "1", a handful of facts, and the checks
-- a spec writes.  So a spec shows its whole rule beside what it expects.

local support = require "support.host"

local small = {}

local RATINGS = [[
pack { title = "Small", edition = "test", version = "1", notice = "A test." }
ratings {
  shall = { lapse = "minor-nonconformance", absent = "major-nonconformance" },
  must = { lapse = "minor-nonconformance", absent = "major-nonconformance" },
  should = { lapse = "minor-nonconformance", absent = "minor-nonconformance" },
  could = { lapse = "observation", absent = "observation" },
  background = { lapse = "observation", absent = "observation" },
  beyond = { lapse = "observation", absent = "observation" },
}
point "SHALL"  { strength = "shall", says = "It shall." }
point "SHOULD" { strength = "should", says = "It should." }
point "COULD"  { strength = "could", says = "It could." }
point "INFO"   { strength = "information", says = "It is so." }
]]

local FACTS = [[
fact "member.id" { type = "text", ask = "Who?" }
fact "member.flag" { type = "yes/no", ask = "Member flag?" }
fact "assessment.date" { type = "date", future = true, ask = "When?" }
fact "assessment.began" { type = "date", ask = "Since when?" }
fact "facility.id" { type = "text", ask = "Which?" }
fact "a.flag" { type = "yes/no", ask = "Flag a?" }
fact "b.flag" { type = "yes/no", ask = "Flag b?" }
fact "a.level" { type = "choice", values = { "none", "partial", "full" },
  ask = "Level?" }
fact "a.kinds" { type = "choices", values = { "x", "y", "z" }, ask = "Kinds?" }
fact "a.tasks" { type = "choices", values = { "x", "y" }, may_be_none = true,
  ask = "Tasks?" }
fact "a.total" { type = "count", ask = "Total?",
  from = count "people" { "armed is yes" } }
fact "a.done" { type = "count", of = "a.total", ask = "Done?",
  from = count "people" { "armed is yes", "trained is yes" } }
fact "a.any_armed" { type = "yes/no", ask = "Any armed?",
  from = any "people" { "armed is yes" } }
fact "a.day" { type = "date", ask = "Day?" }
fact "a.expiry" { type = "date", future = true, ask = "Expiry?" }
fact "a.limit" { type = "months", may_be_none = true, ask = "Limit?" }
fact "a.secret" { type = "text", sensitive = true, ask = "Secret?" }
fact "a.hidden" { type = "choice", values = { "blue", "green" },
  sensitive = true, ask = "Hidden?" }
fact "a.optional" { type = "yes/no", ask = "Optional?",
  not_applicable_when = "b.flag is no" }
fact "a.practice" { type = "choice", values = { "yes", "mixed", "no" },
  ask = "Is it done?", shown_by = { "interview", "observation" } }
fact "a.law" { type = "yes/no", ask = "Law?", auditor_may_decide = true }
list "people" { ask = "People?", facts = {
  fact "name" { type = "text", sensitive = true, ask = "Name?" },
  fact "armed" { type = "yes/no", ask = "Armed?" },
  fact "trained" { type = "yes/no", ask = "Trained?" },
} }
parameter "limit" { type = "months", ask = "Limit?", source = "nobody" }
provision "1" { title = "One" }
]]

small.RATINGS = RATINGS

-- A runtime on the small pack and `rules`, the text of further declarations.
function small.open(rules, options)
  local texts = { ["a.lua"] = RATINGS, ["b.lua"] = FACTS, ["c.lua"] = rules }
  for path, text in pairs(options and options.more or {}) do
    texts[path] = text
  end
  return support.open(texts, options)
end

-- One check, "1.1", that expects `expect` (Lua text of a condition).
function small.check(expect, more)
  return ('check "1.1" { title = "T", points = { "SHALL" }, ask = "Ask.", '
    .. "expect = %s, %s }"):format(expect, more or "")
end

-- A dossier with one facility "f" that holds `facts`, written as nested tables.
function small.dossier(facts, more)
  local facility = support.copy(facts or {})
  facility.id = "f"
  local dossier = { format = "cop11.dossier/1",
    assessment = { date = "2013-11-30" }, member = { id = "M" },
    facilities = { complete = true, items = { facility } } }
  for key, value in pairs(more or {}) do dossier[key] = value end
  return dossier
end

-- Opens a pack with one check on `expect` and evaluates `facts`; returns the
-- result of the check and the whole report.
function small.result(expect, facts, more_dossier, more_check)
  local runtime = assert(small.open(small.check(expect, more_check)))
  local report = assert(support.evaluate(runtime,
    small.dossier(facts, more_dossier)))
  return support.result(report, "1.1", "f"), report
end

return small
