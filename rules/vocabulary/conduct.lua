-- How security personnel are to behave, and how they do.

fact "conduct.respect_in_practice" {
  type   = "choice",
  values = { "yes", "mixed", "no" },
  titles = { yes = "throughout", mixed = "only in part", no = "not at all" },
  ask    = "Do interviews and observation show that security personnel respect "
    .. "the rights and dignity of the people they meet?",
  evidence = { "interview", "observation", "complaints register" },
  shown_by = { "interview", "observation" },
}
fact "conduct.policy_written" {
  type = "yes/no",
  ask  = "Is there a written policy or agreement on the conduct of security "
    .. "personnel?",
  evidence = { "policy", "agreement" },
}
fact "conduct.covers_human_rights" {
  type = "yes/no",
  ask  = "Does it say why respect for human rights matters?",
  evidence = { "policy" },
  not_applicable_when = "conduct.policy_written is no",
}
fact "conduct.covers_boundaries" {
  type = "yes/no",
  ask  = "Does it set the limits of what security personnel may do?",
  evidence = { "policy" },
  not_applicable_when = "conduct.policy_written is no",
}
fact "conduct.covers_procedures" {
  type = "yes/no",
  ask  = "Does it give procedures for handling security issues and conflicts?",
  evidence = { "policy" },
  not_applicable_when = "conduct.policy_written is no",
}
fact "conduct.covers_consequences" {
  type = "yes/no",
  ask  = "Does it state the consequences of a human rights abuse?",
  evidence = { "policy" },
  not_applicable_when = "conduct.policy_written is no",
}
fact "conduct.applies_to" {
  type   = "choices",
  may_be_none = true,
  values = { "inhouse", "private", "public" },
  titles = { inhouse = "in-house", private = "private company",
    public = "public force" },
  ask    = "Whose security personnel does the conduct policy bind?",
  evidence = { "policy", "contract" },
  not_applicable_when = "conduct.policy_written is no",
}
fact "conduct.known_by_personnel" {
  type   = "choice",
  values = { "yes", "mixed", "no" },
  titles = { yes = "they know it", mixed = "some know it and others do not",
    no = "they do not know it" },
  ask    = "Asked in interviews, do security personnel know what conduct is "
    .. "expected of them?",
  evidence = { "interview" },
  shown_by = { "interview", "observation" },
}
fact "conduct.monitoring" {
  type = "yes/no",
  ask  = "Is the conduct of security personnel monitored against the policy?",
  evidence = { "monitoring log" },
}
fact "conduct.investigations_arranged" {
  type = "yes/no",
  ask  = "Is it settled how misconduct is investigated, and by whom?",
  evidence = { "procedure" },
}
fact "conduct.discipline_arranged" {
  type = "yes/no",
  ask  = "Is it settled how misconduct of security personnel is disciplined?",
  evidence = { "procedure" },
}
fact "guards.discipline_employees" {
  type = "yes/no",
  ask  = "Do security personnel discipline employees, for example by fining "
    .. "them?",
  evidence = { "interview", "personnel files" },
  shown_by = { "interview", "observation", "record" },
}

list "allegations" {
  sensitive = true,
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
    fact "status" {
      type   = "choice",
      values = { "open", "investigating", "closed_founded",
        "closed_unfounded", "referred" },
      titles = { open = "open, and not investigated",
        investigating = "being investigated",
        closed_founded = "closed, founded",
        closed_unfounded = "closed, unfounded",
        referred = "referred to the authorities" },
      ask    = "Where does it stand?",
      evidence = { "case file" },
    },
    fact "severity" {
      type   = "choice",
      values = { "low", "serious", "death_or_injury" },
      titles = { death_or_injury = "death or injury" },
      beyond = true,
      ask    = "How grave is what is alleged?",
      help   = "The guidance grades no allegations. This only brings a question "
        .. "before the auditor and never changes an outcome.",
      evidence = { "case file" },
    },
    fact "reported_to_authority" {
      type   = "choice",
      values = { "yes", "no", "not_appropriate" },
      titles = { no = "no, although that was appropriate",
        not_appropriate = "no, since that was not appropriate" },
      ask    = "Was it reported, such as to the authorities, where that was "
        .. "appropriate?",
      help   = "To whom, the guidance does not say. Reporting that would "
        .. "endanger a victim or a witness is not appropriate.",
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
