fact "member.id" { type = "text", ask = "Who?" }
fact "member.flag" { type = "yes/no", ask = "Member flag?", scope = "member" }
fact "member.count" { type = "count", ask = "How many?", scope = "member" }
fact "assessment.date" { type = "date", future = true, ask = "When?" }
fact "assessment.began" { type = "date", ask = "Since when?" }
fact "facility.id" { type = "text", ask = "Which?" }
fact "facility.kind" { type = "choices", values = { "mine", "office" }, ask = "Kind?" }

fact "a.flag" { type = "yes/no", ask = "Flag a?", label = "the flag" }
fact "a.level" { type = "choice", values = { "none", "partial", "full" },
  order = { "none", "partial", "full" }, ask = "Level?" }
fact "a.kinds" { type = "choices", values = { "x", "y", "z" }, ask = "Kinds?",
  titles = { x = "the x" } }
fact "a.tasks" { type = "choices", values = { "x", "y" }, may_be_none = true,
  ask = "Tasks?" }
fact "a.total" { type = "count", ask = "Total?",
  from = count "people" { "armed is yes" } }
fact "a.done" { type = "count", of = "a.total", ask = "Done?",
  from = count "people" { "armed is yes", "trained is yes" } }
fact "a.any_armed" { type = "yes/no", ask = "Any armed?",
  from = any "people" { "armed is yes" } }
fact "a.day" { type = "date", ask = "Day?", may_be_never = true }
fact "a.expiry" { type = "date", future = true, ask = "Expiry?" }
fact "a.limit" { type = "months", may_be_none = true, ask = "Limit?" }
fact "a.secret" { type = "text", sensitive = true, ask = "Secret?" }
fact "a.hidden" { type = "choice", values = { "blue", "green" }, sensitive = true,
  ask = "Hidden?" }
fact "a.optional" { type = "yes/no", ask = "Optional?",
  not_applicable_when = "b.flag is no" }
fact "a.practice" { type = "choice", values = { "yes", "mixed", "no" },
  ask = "Is it done?", shown_by = { "interview", "observation" } }
fact "a.law" { type = "yes/no", ask = "Law?", auditor_may_decide = true }
fact "a.share" { type = "percent", ask = "Share?" }
fact "a.weight" { type = "number", unit = "kg", least = 0, ask = "Weight?" }
fact "a.where" { type = "country", ask = "Where?" }

fact "b.flag" { type = "yes/no", ask = "Flag b?", needs_why = "a.flag is yes" }
fact "b.count" { type = "count", ask = "Count b?", most = 20, beyond = true }
fact "b.follows" { type = "yes/no", ask = "Follows?",
  follows = all { "a.flag is yes", "b.count is at least 2" } }
fact "b.tools" { type = "choices", values = { "saw", "axe" }, ask = "Tools?",
  needs_why = true }

list "people" { ask = "People?", label = "people", facts = {
  fact "name" { type = "text", sensitive = true, ask = "Name?" },
  fact "armed" { type = "yes/no", ask = "Armed?" },
  fact "trained" { type = "yes/no", ask = "Trained?" },
} }
list "guards" { ask = "Who?", beside = "away", in_full = true, facts = {
  fact "id" { type = "text", ask = "Id?" },
  fact "away" { type = "choice", values = { "no", "ill", "home" }, ask = "Away?",
    titles = { ill = "on sick leave" } },
  fact "duty" { type = "yes/no", ask = "On duty?", titles = { no = "off duty" } },
  fact "taught" { type = "yes/no", ask = "Taught?", titles = { no = "untaught" } },
  fact "met" { type = "date", may_be_never = true, ask = "Met?" },
} }

fact "g.total" { type = "count", ask = "How many?",
  from = count "guards" { where = "away is no", "id is not X" } }
fact "g.taught" { type = "count", of = "g.total", ask = "How many taught?",
  left_out = "untaught",
  from = count "guards" { where = "away is no", "id is not X", "taught is yes" } }
fact "h.total" { type = "count", ask = "How many on duty?",
  from = count "guards" { where = "duty is yes", "id is not X" } }
fact "h.taught" { type = "count", of = "h.total", ask = "How many taught of these?",
  from = count "guards" { where = "duty is yes", "id is not X", "taught is yes" } }
fact "g.each" { type = "yes/no", ask = "Each?", from = every "guards" { "taught is yes" } }
fact "g.none" { type = "yes/no", ask = "None?", from = none "guards" { "away is ill" } }
fact "g.how" { type = "choice", values = { "all", "some", "none" }, ask = "How?",
  from = every "guards" { "duty is yes" } }
fact "g.last" { type = "date", may_be_never = true, ask = "Last?",
  from = latest "guards" { where = "duty is yes", "met is on or before today" } }
