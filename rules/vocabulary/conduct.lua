-- How security personnel are to behave, and how they do.

fact "conduct.respect_in_practice" {
  type   = "choice",
  values = { "yes", "mixed", "no" },
  order  = { "no", "mixed", "yes" },
  titles = { yes = "throughout", mixed = "do not always", no = "never" },
  ask    = "Do interviews and observation show that security personnel respect "
    .. "the rights and dignity of the people they meet?",
  help   = "Throughout only where it is so for each group of them. Where several "
    .. "groups work here, answer for each as well.",
  evidence = { "interview", "observation", "complaints register" },
  shown_by = { "interview", "observation" },
}
fact "conduct.respect_by_inhouse" {
  type   = "choice",
  values = { "yes", "mixed", "no" },
  order  = { "no", "mixed", "yes" },
  titles = { yes = "throughout", mixed = "do not always", no = "never" },
  ask    = "Do interviews and observation show that the facility's own security "
    .. "personnel respect the rights and dignity of the people they meet?",
  evidence = { "interview", "observation", "complaints register" },
  shown_by = { "interview", "observation" },
  not_applicable_when = "security.inhouse_used is no",
}
fact "conduct.respect_by_private" {
  type   = "choice",
  values = { "yes", "mixed", "no" },
  order  = { "no", "mixed", "yes" },
  titles = { yes = "throughout", mixed = "do not always", no = "never" },
  ask    = "Do interviews and observation show that the private security "
    .. "personnel respect the rights and dignity of the people they meet?",
  evidence = { "interview", "observation", "complaints register" },
  shown_by = { "interview", "observation" },
  not_applicable_when = "security.private_used is no",
}
fact "conduct.respect_by_public" {
  type   = "choice",
  values = { "yes", "mixed", "no" },
  order  = { "no", "mixed", "yes" },
  titles = { yes = "throughout", mixed = "do not always", no = "never" },
  ask    = "Do interviews and observation show that the public forces that count "
    .. "as security personnel respect the rights and dignity of the people they "
    .. "meet?",
  evidence = { "interview", "observation", "complaints register" },
  shown_by = { "interview", "observation" },
  not_applicable_when = "security.public_engaged is no",
}
fact "conduct.policy_written" {
  type = "yes/no",
  ask  = "Is there a written policy or agreement on the conduct of security "
    .. "personnel?",
  also_called = { "rulebook" },
  evidence = { "policy", "agreement" },
}
fact "conduct.covers_human_rights" {
  type = "yes/no",
  ask  = "Does the conduct policy say why respect for human rights matters?",
  evidence = { "policy" },
  not_applicable_when = "conduct.policy_written is no",
}
fact "conduct.covers_boundaries" {
  type = "yes/no",
  ask  = "Does the conduct policy set the limits of what security personnel may do?",
  evidence = { "policy" },
  not_applicable_when = "conduct.policy_written is no",
}
fact "conduct.covers_procedures" {
  type = "yes/no",
  ask  = "Does the conduct policy give procedures for handling security issues and "
    .. "conflicts?",
  evidence = { "policy" },
  not_applicable_when = "conduct.policy_written is no",
}
fact "conduct.covers_consequences" {
  type = "yes/no",
  ask  = "Does the conduct policy state the consequences of a human rights abuse?",
  evidence = { "policy" },
  not_applicable_when = "conduct.policy_written is no",
}
fact "conduct.applies_to" {
  type   = "choices",
  may_be_none = true,
  values = { "inhouse", "private", "public" },
  titles = { inhouse = "in-house guards", private = "guards of private companies",
    public = "public forces" },
  ask    = "Whose security personnel does the conduct policy bind?",
  evidence = { "policy", "contract" },
  not_applicable_when = "conduct.policy_written is no",
}
fact "conduct.known_by_personnel" {
  type   = "choice",
  values = { "yes", "mixed", "no" },
  order  = { "no", "mixed", "yes" },
  titles = { yes = "all", mixed = "only some", no = "none" },
  ask    = "Asked in interviews, do security personnel know what conduct is "
    .. "expected of them?",
  evidence = { "interview" },
  shown_by = { "interview", "observation" },
}
fact "conduct.known_by_inhouse" {
  type   = "choice",
  values = { "yes", "mixed", "no" },
  order  = { "no", "mixed", "yes" },
  titles = { yes = "all", mixed = "only some", no = "none" },
  ask    = "Asked in interviews, do the facility's own security personnel know "
    .. "what conduct is expected of them?",
  evidence = { "interview" },
  shown_by = { "interview", "observation" },
  not_applicable_when = "security.inhouse_used is no",
}
fact "conduct.known_by_private" {
  type   = "choice",
  values = { "yes", "mixed", "no" },
  order  = { "no", "mixed", "yes" },
  titles = { yes = "all", mixed = "only some", no = "none" },
  ask    = "Asked in interviews, do the private security personnel know "
    .. "what conduct is expected of them?",
  evidence = { "interview" },
  shown_by = { "interview", "observation" },
  not_applicable_when = "security.private_used is no",
}
fact "conduct.known_by_public" {
  type   = "choice",
  values = { "yes", "mixed", "no" },
  order  = { "no", "mixed", "yes" },
  titles = { yes = "all", mixed = "only some", no = "none" },
  ask    = "Asked in interviews, do the public forces that count as security "
    .. "personnel know what conduct is expected of them?",
  evidence = { "interview" },
  shown_by = { "interview", "observation" },
  not_applicable_when = "security.public_engaged is no",
}
fact "conduct.trained_inhouse" {
  type   = "choice",
  values = { "all", "some", "none" },
  order  = { "none", "some", "all" },
  titles = { some = "only some" },
  ask    = "How many of the facility's own security personnel were trained in "
    .. "conduct and force?",
  evidence = { "training records", "interview" },
  not_applicable_when = "security.inhouse_used is no",
}
fact "conduct.trained_private" {
  type   = "choice",
  values = { "all", "some", "none" },
  order  = { "none", "some", "all" },
  titles = { some = "only some" },
  ask    = "How many of the private security personnel were trained in conduct "
    .. "and force?",
  evidence = { "training records", "interview" },
  not_applicable_when = "security.private_used is no",
}
fact "conduct.monitoring" {
  type = "yes/no",
  ask  = "Is the conduct of security personnel monitored against the policy?",
  also_called = { "supervision", "oversight" },
  evidence = { "monitoring log" },
}
fact "conduct.monitoring_records" {
  type   = "choice",
  values = { "sound", "gaps", "falsified" },
  titles = { sound = "they can be relied on", gaps = "they have gaps",
    falsified = "they were falsified" },
  ask    = "Can the records of that monitoring be relied on?",
  evidence = { "monitoring log", "interview" },
}
fact "conduct.allegations" {
  type = "count",
  unit = "allegations",
  ask  = "How many allegations of misconduct or abuse are on record against "
    .. "in-house or private security personnel?",
  help = "In the period this assessment looks at. The guidance names no period.",
  also_called = { "torture", "rape", "victim", "brutality" },
  evidence = { "register of allegations" },
  from = count "allegations" { "against is inhouse or private" },
}
fact "conduct.founded_allegations" {
  type = "count",
  unit = "allegations",
  of   = "conduct.allegations",
  ask  = "How many allegations against in-house or private security personnel were "
    .. "found true?",
  help = "In the period this assessment looks at. The guidance names no period.",
  evidence = { "register of allegations" },
  from = count "allegations" { "against is inhouse or private",
    "status is closed_founded" },
}
fact "conduct.grave_undecided" {
  type = "count",
  unit = "allegations",
  of   = "conduct.allegations",
  ask  = "How many serious allegations against in-house or private security "
    .. "personnel, or ones of death or injury, are not decided?",
  also_called = { "fatality", "killing" },
  evidence = { "register of allegations" },
  from = count "allegations" { "against is inhouse or private",
    "severity is not low", "status is not closed_founded or closed_unfounded" },
}
fact "conduct.own_investigation_limit" {
  type = "months",
  unit = "months",
  may_be_none = true,
  ask  = "Within how many months of an allegation does the Member's own rule ask "
    .. "that its investigation begins?",
  evidence = { "procedure" },
}
fact "conduct.investigations_arranged" {
  type = "yes/no",
  ask  = "Is it settled how misconduct is investigated, and by whom?",
  also_called = { "inquiry" },
  evidence = { "procedure" },
}
fact "conduct.discipline_arranged" {
  type = "yes/no",
  ask  = "Is it settled how misconduct of security personnel is disciplined?",
  also_called = { "dismissal", "sanction" },
  evidence = { "procedure" },
}
fact "guards.discipline_employees" {
  type = "yes/no",
  ask  = "Do security personnel discipline employees, for example by fining "
    .. "them?",
  also_called = { "fine", "punish" },
  evidence = { "interview", "personnel files" },
  shown_by = { "interview", "observation", "record" },
}

list "allegations" {
  item = "allegation",
  beside = "severity",
  sensitive = true,
  in_full = true,
  ask  = "Which allegations of misconduct or abuse have been made against "
    .. "security personnel?",
  help = "Every allegation the Member knows of, open or closed.",
  facts = {
    fact "id" {
      type = "text",
      ask  = "Under which number does the register hold it?",
    },
    fact "against" {
      type   = "choice",
      values = { "inhouse", "private", "public" },
      titles = { inhouse = "in-house personnel", private = "private guards",
        public = "public forces" },
      ask    = "Against whom was it made?",
    },
    fact "made_on" {
      type = "date",
      ask  = "On what day was it made?",
      evidence = { "register of allegations" },
    },
    fact "alleges_force" {
      type = "yes/no",
      ask  = "Is it about force that was more than it should have been?",
      evidence = { "case file" },
    },
    fact "status" {
      type   = "choice",
      values = { "received", "open", "investigating", "closed_founded",
        "closed_unfounded", "referred" },
      titles = { received = "received; its investigation has not begun",
        open = "open, and not investigated",
        investigating = "being investigated",
        closed_founded = "closed, founded",
        closed_unfounded = "closed, unfounded",
        referred = "referred to the authorities" },
      ask    = "Where does it stand?",
      help   = "Open is for one that is not investigated although it should be; "
        .. "received for one whose investigation need not have begun by the Member's "
        .. "own rule, or in the auditor's judgement.",
      evidence = { "case file" },
    },
    fact "investigation_began" {
      type = "date",
      may_be_never = true,
      ask  = "On what day did its investigation begin?",
      evidence = { "case file" },
    },
    fact "closed_by" {
      type   = "choice",
      values = { "accused", "member", "outside", "authorities" },
      titles = { accused = "those against whom it was made",
        member = "the Member, apart from them", outside = "somebody from outside",
        authorities = "the authorities" },
      ask    = "If it was closed: by whom?",
      evidence = { "case file" },
    },
    fact "contested" {
      type = "yes/no",
      ask  = "Does anybody contest where it stands, such as the person who made "
        .. "it?",
      evidence = { "interview", "letter" },
    },
    fact "severity" {
      type   = "choice",
      values = { "low", "serious", "death_or_injury" },
      titles = { death_or_injury = "death or injury" },
      ask    = "How grave is what is alleged?",
      help   = "The guidance grades no allegations. While a grave one is not "
        .. "decided, only the auditor may say whether people are respected.",
      evidence = { "case file" },
    },
    fact "reported_to_authority" {
      type   = "choice",
      values = { "yes", "no", "not_appropriate" },
      titles = { not_appropriate = "no, since that was not appropriate" },
      ask    = "Was it reported, such as to the authorities, where that was "
        .. "appropriate?",
      help   = "No is for one that was not reported although that was appropriate. "
        .. "To whom, the guidance does not say. Reporting that would endanger a "
        .. "victim or a witness is not appropriate.",
      evidence = { "letter", "case file" },
    },
    fact "reason_on_file" {
      type = "yes/no",
      ask  = "Where reporting was not appropriate: is the reason on file?",
      evidence = { "case file" },
    },
    fact "discipline_taken" {
      type   = "choice",
      values = { "yes", "no", "not_needed" },
      titles = { not_needed = "not needed" },
      ask    = "Was disciplinary action taken?",
      evidence = { "case file" },
    },
  },
}
