-- 11.3, second part: artisanal and small-scale miners, and the risk assessment of a
-- mine.

-- The sentence says "any" and "should", and names private personnel.  So it is
-- not set aside by our own hand where there are no such miners (11.3.7), nor
-- where only in-house personnel work (11.3.8): in both only the auditor may say
-- that it does not apply.  Where the training takes the subject up anyway, there
-- is nothing to decide.
check "11.3.7" {
  title   = "Training of private personnel takes up artisanal miners' rights",
  points  = { "R11.3c" },
  applies = all {
    { "security.private_used is yes",
      otherwise = "No private security company works here; where in-house "
        .. "personnel do, see 11.3.8." },
    any {
      "asm.present is nearby or on_concession",
      "vpshr.private_subjects includes asm_rights",
      auditor "no-miners" {
        ask = "There are no artisanal or small-scale miners in the area. Should "
          .. "the training of private personnel take up their rights all the "
          .. "same?",
        yes = "It should; the check applies.",
        no  = "It need not; the check does not apply.",
      },
      otherwise = "There are no artisanal or small-scale miners in the area, "
        .. "and the auditor finds that their rights need not be taken up.",
    },
  },
  expect  = { "vpshr.private_subjects includes asm_rights",
    otherwise = "The training of private personnel does not expressly take up "
      .. "the human rights of artisanal and small-scale miners." },
  met     = "The training of private personnel expressly takes up the human "
    .. "rights of artisanal and small-scale miners.",
  ask     = "Show the syllabus, and ask guards what they were taught of it.",
  remedy  = "Add the human rights of artisanal and small-scale miners to the "
    .. "training of private personnel.",
}

check "11.3.8" {
  title   = "Where all guards are in-house, theirs takes up those rights",
  points  = { "R11.3c" },
  applies = all {
    { "security.inhouse_used is yes",
      otherwise = "The facility has no security personnel of its own." },
    { "security.private_used is no",
      otherwise = "Private personnel work here; 11.3.7 looks at their "
        .. "training." },
    any {
      "vpshr.inhouse_subjects includes asm_rights",
      auditor "only-inhouse" {
        ask = "Only in-house personnel work here, and the guidance names private "
          .. "ones, and any artisanal miners. Are there such miners at all, and "
          .. "should the training here take up their rights?",
        yes = "It should, as an equivalent requirement; the check applies.",
        no  = "It need not; the check does not apply.",
      },
      otherwise = "Only in-house personnel work here, and the auditor finds "
        .. "that the sentence on private ones does not reach them.",
    },
  },
  expect  = { "vpshr.inhouse_subjects includes asm_rights",
    otherwise = "The training of in-house personnel does not expressly take up "
      .. "the human rights of artisanal and small-scale miners." },
  met     = "The training of in-house personnel expressly takes up the human "
    .. "rights of artisanal and small-scale miners.",
  ask     = "Show the syllabus, and ask guards what they were taught of it.",
  remedy  = "Add the human rights of artisanal and small-scale miners to the "
    .. "training of in-house personnel.",
}

check "11.3.9" {
  title   = "In-house training covers conduct towards miners and communities",
  points  = { "P11.3-03" },
  applies = all {
    { "security.inhouse_used is yes",
      otherwise = "The facility has no security personnel of its own." },
    any { "asm.present is nearby or on_concession", "community.present is yes",
      otherwise = "There are neither artisanal miners nor communities whom "
        .. "personnel could meet." },
  },
  expect  = all {
    when "asm.present is nearby or on_concession" {
      "vpshr.inhouse_subjects includes asm_conduct",
      otherwise = "The training of in-house personnel does not say how to behave "
        .. "towards artisanal and small-scale miners.",
    },
    when "community.present is yes" {
      "vpshr.inhouse_subjects includes community_conduct",
      otherwise = "The training of in-house personnel does not say how to behave "
        .. "towards local communities.",
    },
  },
  met     = "The training of in-house personnel takes up {vpshr.inhouse_subjects}.",
  ask     = "Show the policies on such encounters, and where they are taught.",
  remedy  = "Write down how to behave in such encounters, and train it.",
}

check "11.3.10" {
  title   = "Private training covers conduct towards miners and communities",
  points  = { "P11.3-03" },
  applies = all {
    { "security.private_used is yes",
      otherwise = "No private security company works here." },
    any { "asm.present is nearby or on_concession", "community.present is yes",
      otherwise = "There are neither artisanal miners nor communities whom "
        .. "personnel could meet." },
  },
  expect  = all {
    when "asm.present is nearby or on_concession" {
      "vpshr.private_subjects includes asm_conduct",
      otherwise = "The training of private personnel does not say how to behave "
        .. "towards artisanal and small-scale miners.",
    },
    when "community.present is yes" {
      "vpshr.private_subjects includes community_conduct",
      otherwise = "The training of private personnel does not say how to behave "
        .. "towards local communities.",
    },
  },
  met     = "The training of private personnel takes up {vpshr.private_subjects}.",
  ask     = "Show the policies on such encounters, and where they are taught.",
  remedy  = "Write down how to behave in such encounters, and have it trained.",
}

-- The risk assessment of a mine.

check "11.3.11" {
  title   = "The risk assessment looks at dealings with artisanal miners",
  points  = { "P11.3-02" },
  applies = all {
    { "risk_assessment.exists is yes",
      otherwise = "There is no risk assessment to look into; 11.1.1 reports "
        .. "that." },
    { "asm.present is nearby or on_concession",
      otherwise = "There are no artisanal or small-scale miners in the area." },
  },
  expect  = { "risk_assessment.asm_interaction is yes",
    otherwise = "The risk assessment does not look at what can happen between "
      .. "the mine and artisanal or small-scale miners." },
  met     = "The risk assessment looks at dealings with artisanal and small-scale "
    .. "miners.",
  ask     = "Show where the risk assessment looks at them, and who was asked.",
  remedy  = "Add dealings with artisanal and small-scale miners to the risk "
    .. "assessment.",
  prompts = {
    advise { "No artisanal miners are said to be in the area, yet the risk "
      .. "assessment sees a threat of illegal mining. Intruders who take ore are "
      .. "not the same; was the difference looked at?",
      when = all { "asm.present is none",
        any "threats" { "type is illegal_mining", "exposure is not none" } },
      where_not_asked = true },
    advise { "The facility is called neither a mine nor an exploration site, yet "
      .. "artisanal miners are near it, its risk assessment looks at them, or illegal "
      .. "mining is among its threats. Is it a mine?",
      when = all { "facility.kind includes none of mine or exploration",
        any { "asm.present is nearby or on_concession",
          "risk_assessment.asm_interaction is yes",
          "risk_assessment.considers_illegal_mining is yes",
          "risk_assessment.threats_from_illegal_miners is yes",
          any "threats" { "type is illegal_mining", "exposure is not none" } } },
      where_not_asked = true },
  },
}

check "11.3.12" {
  title   = "The risk assessment of a mine is regularly brought up to date",
  points  = { "B11.3-17" },
  applies = { "risk_assessment.exists is yes",
    otherwise = "There is no risk assessment to look into; 11.1.1 reports "
      .. "that." },
  expect  = all {
    { "risk_assessment.regularly_updated is yes",
      otherwise = "The risk assessment is not regularly brought up to date." },
    { "risk_assessment.date is within risk_assessment.own_interval of today",
      otherwise = "The risk assessment dates from {risk_assessment.date}, "
        .. "longer ago than the Member's own rule allows: "
        .. "{risk_assessment.own_interval}.",
      remedy = "Bring the risk assessment up to date, and keep to the rule." },
    { "risk_assessment.date is within risk_assessment.longest_interval of today",
      otherwise = "The risk assessment dates from {risk_assessment.date}, "
        .. "longer ago than it may stand without being brought up to date: "
        .. "{risk_assessment.longest_interval}.",
      remedy = "Bring the risk assessment up to date, and plan the next time." },
  },
  met     = "The risk assessment is regularly brought up to date; date: "
    .. "{risk_assessment.date}; own rule: {risk_assessment.own_interval}.",
  ask     = "Show earlier versions of the risk assessment, and what changed.",
  remedy  = "Set an interval for bringing the risk assessment up to date, and "
    .. "keep to it.",
  prompts = {
    advise { "The Member has no rule on when its risk assessment is brought up to date, "
      .. "yet this is said to be done regularly. How often was it, and is it so today?",
      when = all { "risk_assessment.regularly_updated is yes",
        "risk_assessment.own_interval is none-stated",
        "risk_assessment.date is on or before today" } },
  },
  why     = "Whether it still holds after a change of the facility or of its "
    .. "dangers is asked once, in 11.1.9.",
}
