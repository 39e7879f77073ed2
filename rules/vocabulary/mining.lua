-- What the Voluntary Principles on Security and Human Rights ask of a mine:
-- training, conduct, artisanal miners nearby, and how it all is kept up (11.3).
-- In-house and private personnel are asked about apart, and never added up.

-- How many there are, and who is trained.

fact "security.inhouse_engaged" {
  type = "count",
  unit = "persons",
  ask  = "How many security personnel does the facility employ in all, on duty or "
    .. "not?",
  help = "Those on leave, stood down, or hired and not on duty yet count too.",
  evidence = { "payroll", "roster" },
  from = count "people" { "employer is inhouse" },
}
fact "security.private_engaged" {
  type = "count",
  unit = "persons",
  ask  = "How many security personnel of private companies are engaged in all, on "
    .. "duty or not?",
  help = "Those on leave, stood down, or hired and not on duty yet count too.",
  evidence = { "contract", "roster" },
  from = count "people" { "employer is private" },
}
fact "security.inhouse_count" {
  type = "count",
  unit = "persons",
  of   = "security.inhouse_engaged",
  left_out = "not on duty",
  ask  = "How many security personnel of the facility's own are on duty?",
  help = "Someone hired and not yet deployed does not count until the first "
    .. "day on duty.",
  also_called = { "headcount", "shift" },
  evidence = { "roster" },
  from = count "people" { where = "deployed is on_duty", "employer is inhouse" },
}
fact "security.private_count" {
  type = "count",
  unit = "persons",
  of   = "security.private_engaged",
  left_out = "not on duty",
  ask  = "How many security personnel of private companies are on duty?",
  help = "Someone hired and not yet deployed does not count until the first "
    .. "day on duty.",
  evidence = { "roster", "contract" },
  from = count "people" { where = "deployed is on_duty", "employer is private" },
}
fact "vpshr.trained_inhouse" {
  type = "count",
  unit = "persons",
  of   = "security.inhouse_count",
  ask  = "How many of the facility's own security personnel on duty have been "
    .. "trained on the Voluntary Principles?",
  help = "Some other training is not this one. A figure for in-house and "
    .. "private personnel together answers for neither.",
  evidence = { "training records", "interview" },
  from = count "people" { where = "deployed is on_duty", "employer is inhouse",
    "vpshr_trained is yes" },
}
fact "vpshr.trained_private" {
  type = "count",
  unit = "persons",
  of   = "security.private_count",
  ask  = "How many of the private security personnel on duty have been trained "
    .. "on the Voluntary Principles?",
  help = "Some other training is not this one. A figure for in-house and "
    .. "private personnel together answers for neither.",
  evidence = { "training records", "interview" },
  from = count "people" { where = "deployed is on_duty", "employer is private",
    "vpshr_trained is yes" },
}
fact "vpshr.training_validity" {
  type = "months",
  unit = "months",
  may_be_none = true,
  ask  = "For how many months does training on the Voluntary Principles hold, "
    .. "by the Member's own rule?",
  help = "Where a law or a contract sets the period, say so in set_by. The "
    .. "guidance names none.",
  evidence = { "training procedure", "contract" },
}
fact "vpshr.inhouse_training_date" {
  type = "date",
  ask  = "On what day were the facility's own security personnel last trained "
    .. "on the Voluntary Principles?",
  help = "Where people were trained on different days, give the day of the one "
    .. "whose training lies furthest back.",
  evidence = { "training records" },
}
fact "vpshr.private_training_date" {
  type = "date",
  ask  = "On what day were the private security personnel last trained on the "
    .. "Voluntary Principles?",
  help = "Where people were trained on different days, give the day of the one "
    .. "whose training lies furthest back.",
  evidence = { "training records" },
}
fact "vpshr.inhouse_subjects" {
  type   = "choices",
  may_be_none = true,
  values = { "asm_rights", "asm_conduct", "community_conduct" },
  titles = { asm_rights = "the human rights of artisanal miners",
    asm_conduct = "conduct towards artisanal miners",
    community_conduct = "conduct towards local communities" },
  ask    = "Which of these does the training of the facility's own security "
    .. "personnel take up expressly?",
  help   = "A course on human rights in general takes up none of them unless it "
    .. "names them.",
  evidence = { "syllabus", "interview" },
  not_applicable_when = "security.inhouse_used is no",
}
fact "vpshr.private_subjects" {
  type   = "choices",
  may_be_none = true,
  values = { "asm_rights", "asm_conduct", "community_conduct" },
  titles = { asm_rights = "the human rights of artisanal miners",
    asm_conduct = "conduct towards artisanal miners",
    community_conduct = "conduct towards local communities" },
  ask    = "Which of these does the training of the private security personnel "
    .. "take up expressly?",
  help   = "A course on human rights in general takes up none of them unless it "
    .. "names them.",
  evidence = { "syllabus", "interview" },
  not_applicable_when = "security.private_used is no",
}
fact "vpshr.records_inhouse" {
  type = "yes/no",
  ask  = "Are there records of the training of all of the facility's own security "
    .. "personnel?",
  evidence = { "training records" },
  not_applicable_when = "security.inhouse_used is no",
}
fact "vpshr.records_private" {
  type = "yes/no",
  ask  = "Are there records of the training of all private security personnel?",
  evidence = { "training records" },
  not_applicable_when = "security.private_used is no",
}

-- How personnel work, and what watches over it.

fact "vpshr.inhouse_practice" {
  type   = "choice",
  values = { "yes", "mixed", "no" },
  order  = { "no", "mixed", "yes" },
  titles = { yes = "throughout", mixed = "do not always", no = "never" },
  ask    = "Do interviews and observation show that the facility's own security "
    .. "personnel work in accordance with the Voluntary Principles?",
  evidence = { "interview", "observation", "incident log" },
  not_applicable_when = "security.inhouse_used is no",
  shown_by = { "interview", "observation" },
}
fact "vpshr.private_practice" {
  type   = "choice",
  values = { "yes", "mixed", "no" },
  order  = { "no", "mixed", "yes" },
  titles = { yes = "throughout", mixed = "do not always", no = "never" },
  ask    = "Do interviews and observation show that the private security "
    .. "personnel work in accordance with the Voluntary Principles?",
  evidence = { "interview", "observation", "incident log" },
  not_applicable_when = "security.private_used is no",
  shown_by = { "interview", "observation" },
}
fact "vpshr.monitoring" {
  type = "yes/no",
  ask  = "Is it monitored whether security personnel keep to the Member's "
    .. "policies and to what the Voluntary Principles ask?",
  evidence = { "monitoring log", "audit report" },
}
fact "vpshr.in_strategy" {
  type = "yes/no",
  ask  = "Does the security strategy include keeping to the Voluntary "
    .. "Principles?",
  evidence = { "security plan" },
}
fact "vpshr.joined_with_human_rights" {
  type = "yes/no",
  ask  = "Are the Voluntary Principles carried out together with what the "
    .. "Member does under the Human Rights provision (COP 6)?",
  help = "Look for one policy, one way to complain and one remedy, and not two "
    .. "that know nothing of each other.",
  also_called = { "diligence" },
  evidence = { "human rights policy", "due diligence file" },
}
fact "grievance.route_exists" {
  type   = "yes/no",
  beyond = true,
  ask    = "Is there a way for people inside and outside to complain about "
    .. "security?",
  also_called = { "complaint", "hotline", "whistleblower" },
  evidence = { "procedure", "interview" },
}

-- Artisanal and small-scale miners, and the risk assessment.

fact "asm.present" {
  type   = "choice",
  values = { "none", "nearby", "on_concession" },
  titles = { none = "there are none", on_concession = "on the concession" },
  ask    = "Are there artisanal or small-scale miners in the area?",
  help   = "Give the survey that shows it as evidence, also where there are "
    .. "none. Armed intruders who take ore are a threat, and not the same.",
  also_called = { "garimpeiro", "galamsey" },
  evidence = { "survey", "interview" },
}
fact "risk_assessment.asm_interaction" {
  type = "yes/no",
  ask  = "Does the risk assessment look at what can happen between the mine and "
    .. "the artisanal or small-scale miners there?",
  evidence = { "risk assessment" },
  not_applicable_when = "risk_assessment.exists is no",
}
fact "risk_assessment.regularly_updated" {
  type = "yes/no",
  ask  = "Is the risk assessment regularly brought up to date?",
  also_called = { "reviewed", "revised", "revision" },
  help = "The guidance names no interval. Look at the Member's own, and whether "
    .. "it is kept.",
  evidence = { "risk assessment", "earlier versions" },
  not_applicable_when = "risk_assessment.exists is no",
}
