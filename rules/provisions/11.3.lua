-- 11.3 The Voluntary Principles on Security and Human Rights, at mines and
-- exploration sites: training and conduct.  11.3.miners.lua holds artisanal miners
-- and the risk assessment; 11.3.providers.lua the strategy, what concerns those who
-- provide security, and how allegations are dealt with.

provision "11.3" {
  title   = "Voluntary Principles on Security and Human Rights",
  with    = "the Human Rights provision of the Code of Practices (COP 6)",
  applies = all {
    { "member.has_mining_facilities is yes",
      otherwise = "The Member has no mining facilities." },
    { "facility.kind includes any of mine or exploration",
      otherwise = "This facility is neither a mine nor an exploration site." },
  },
}

-- Training.  Each group is counted by itself: one figure for both would hide the
-- group that was left out.  Public forces are not counted here, for the Member
-- does not train them; what it owes to them is asked in 11.3.15 to 11.3.19.

-- Asked only where both counts are known.
local function some_away(group)
  return compute { facts = { group .. "_engaged", group .. "_count" },
    sum = "is more than", says = "not all of " .. group .. "_engaged are on duty" }
end

check "11.3.1" {
  title   = "In-house personnel are trained on the Voluntary Principles",
  points  = { "R11.3a", "CK-5" },
  applies = { "security.inhouse_used is yes",
    otherwise = "The facility has no security personnel of its own." },
  expect  = { "vpshr.trained_inhouse covers all of security.inhouse_count",
    otherwise = "Of the in-house personnel on duty, training on the Voluntary "
      .. "Principles was given to {vpshr.trained_inhouse} of "
      .. "{security.inhouse_count}." },
  met     = "All in-house security personnel on duty "
    .. "({security.inhouse_count}) are trained on the Voluntary Principles; day: "
    .. "{vpshr.inhouse_training_date}.",
  not_applicable = "No security personnel of the facility's own are on duty.",
  ask     = "Show the roster and the training records, and ask some of them what "
    .. "they were taught.",
  remedy  = "Train those who were left out before they go on duty again.",
  prompts = {
    advise { "The facility is neither a mine nor an exploration site, but it has "
      .. "security personnel and belongs to a Member with mining facilities, to "
      .. "whom the guidance speaks. Do the Voluntary Principles reach these "
      .. "personnel too?",
      when = all {
        "member.has_mining_facilities is yes",
        "facility.kind includes none of mine or exploration",
        any { "security.inhouse_used is yes", "security.private_used is yes",
          "security.public_engaged is yes" },
      }, where_not_asked = true },
    advise { "All in-house personnel on duty are said to be trained, yet not all "
      .. "of it is on record. Do interviews bear out that they were?",
      when = all { "facility.kind includes any of mine or exploration",
        "security.inhouse_used is yes",
        "vpshr.trained_inhouse covers all of security.inhouse_count",
        "vpshr.records_inhouse is no" } },
    advise { "No in-house personnel on duty are said to be trained, yet a course is "
      .. "dated or what it covered is given. Who was taught?",
      when = all { "facility.kind includes any of mine or exploration",
        "security.inhouse_used is yes", "vpshr.trained_inhouse is exactly 0",
        any { "vpshr.inhouse_training_date is on or before today",
          "vpshr.inhouse_subjects is not empty",
          "vpshr.records_inhouse is yes" } } },
    advise { "No in-house personnel are said to work here, yet a course of theirs is "
      .. "dated, described or on record. Do they still work here?",
      when = all { "security.inhouse_used is no", any {
        "vpshr.inhouse_training_date is on or before today",
        "vpshr.inhouse_subjects is not empty", "vpshr.records_inhouse is yes" } },
      where_not_asked = true },
    advise { "Not all in-house personnel are on duty. Are those trained who are away "
      .. "or not yet on duty, and will they be before they go on duty?",
      when = all { "facility.kind includes any of mine or exploration",
        "security.inhouse_used is yes",
        some_away "security.inhouse" } },
    advise { "A person on duty is listed as not trained on the Voluntary Principles. Who "
      .. "else is not?", names = { "vpshr_trained" },
      when = any "people" { "employer is inhouse", "deployed is on_duty",
        "vpshr_trained is no" } },
  },
}

check "11.3.2" {
  title   = "Private personnel are trained on the Voluntary Principles",
  points  = { "R11.3a", "CK-5" },
  applies = { "security.private_used is yes",
    otherwise = "No private security company works here." },
  expect  = { "vpshr.trained_private covers all of security.private_count",
    otherwise = "Of the private personnel on duty, training on the Voluntary "
      .. "Principles was given to {vpshr.trained_private} of "
      .. "{security.private_count}." },
  met     = "All private security personnel on duty "
    .. "({security.private_count}) are trained on the Voluntary Principles; day: "
    .. "{vpshr.private_training_date}.",
  not_applicable = "No private security personnel are on duty.",
  ask     = "Show the company's roster and training records, and ask some of "
    .. "them what they were taught.",
  remedy  = "Have those who were left out trained before they go on duty again.",
  prompts = {
    advise { "All private personnel on duty are said to be trained, yet it is not all "
      .. "on record, or asked for in every agreement. Do interviews bear it out?",
      when = all { "facility.kind includes any of mine or exploration",
        "security.private_used is yes",
        "vpshr.trained_private covers all of security.private_count",
        any { "vpshr.records_private is no",
          "private_security.agreements_require_training is no" } } },
    advise { "No private personnel on duty are said to be trained, yet a course is "
      .. "dated or what it covered is given. Who was taught?",
      when = all { "facility.kind includes any of mine or exploration",
        "security.private_used is yes", "vpshr.trained_private is exactly 0",
        any { "vpshr.private_training_date is on or before today",
          "vpshr.private_subjects is not empty",
          "vpshr.records_private is yes" } } },
    advise { "No private personnel are said to work here, yet a course of theirs is "
      .. "dated, described or on record. Do they still work here?",
      when = all { "security.private_used is no", any {
        "vpshr.private_training_date is on or before today",
        "vpshr.private_subjects is not empty", "vpshr.records_private is yes" } },
      where_not_asked = true },
    advise { "Not all private personnel are on duty. Are those trained who are away "
      .. "or not yet on duty, and will they be before they go on duty?",
      when = all { "facility.kind includes any of mine or exploration",
        "security.private_used is yes",
        some_away "security.private" } },
    advise { "A person on duty is listed as not trained on the Voluntary Principles. Who "
      .. "else is not?", names = { "vpshr_trained" },
      when = any "people" { "employer is private", "deployed is on_duty",
        "vpshr_trained is no" } },
  },
}

-- The guidance says that people are trained, and not how often.  Training is
-- measured by the Member's own period, and by a longest one where a layer sets
-- it; where there is neither, the auditor is asked whether it is still alive.

check "11.3.3" {
  title   = "In-house training is renewed as the Member's own rule asks",
  points  = { "R11.3a" },
  applies = all {
    { "security.inhouse_used is yes",
      otherwise = "The facility has no security personnel of its own." },
    { "vpshr.trained_inhouse is more than 0",
      otherwise = "Nobody was trained whose training could run out; 11.3.1 "
        .. "reports that." },
  },
  expect  = all {
    { "vpshr.inhouse_training_date is within vpshr.training_validity of today",
      otherwise = "The training of in-house personnel on the Voluntary "
        .. "Principles dates from {vpshr.inhouse_training_date}; by the rule set for "
        .. "it, it holds for {vpshr.training_validity}." },
    { "vpshr.inhouse_training_date is within training.longest_validity of today",
      otherwise = "The training of in-house personnel on the Voluntary "
        .. "Principles dates from {vpshr.inhouse_training_date}, longer ago than "
        .. "it may hold at most: {training.longest_validity}." },
  },
  not_applicable = "The Member sets no period for which training holds, and the "
    .. "guidance names none.",
  met     = "The training of in-house personnel ({vpshr.inhouse_training_date}) "
    .. "still holds by the rule set for it: {vpshr.training_validity}.",
  ask     = "Show the rule on how long training holds, and the last course.",
  remedy  = "Repeat the training, and plan the next one in time.",
  prompts = {
    advise { "The Member sets no period for which training on the Voluntary "
      .. "Principles holds. Do in-house personnel still know what they were "
      .. "taught?",
      when = all { "vpshr.trained_inhouse is more than 0",
        "vpshr.training_validity is none-stated" }, where_not_asked = true },
  },
}

check "11.3.4" {
  title   = "Private training is renewed as the Member's own rule asks",
  points  = { "R11.3a" },
  applies = all {
    { "security.private_used is yes",
      otherwise = "No private security company works here." },
    { "vpshr.trained_private is more than 0",
      otherwise = "Nobody was trained whose training could run out; 11.3.2 "
        .. "reports that." },
  },
  expect  = all {
    { "vpshr.private_training_date is within vpshr.training_validity of today",
      otherwise = "The training of private personnel on the Voluntary "
        .. "Principles dates from {vpshr.private_training_date}; by the rule set for "
        .. "it, it holds for {vpshr.training_validity}." },
    { "vpshr.private_training_date is within training.longest_validity of today",
      otherwise = "The training of private personnel on the Voluntary "
        .. "Principles dates from {vpshr.private_training_date}, longer ago than "
        .. "it may hold at most: {training.longest_validity}." },
  },
  not_applicable = "The Member sets no period for which training holds, and the "
    .. "guidance names none.",
  met     = "The training of private personnel ({vpshr.private_training_date}) "
    .. "still holds by the rule set for it: {vpshr.training_validity}.",
  ask     = "Show the rule on how long training holds, and the last course.",
  remedy  = "Have the training repeated, and plan the next one in time.",
  prompts = {
    advise { "The Member sets no period for which training on the Voluntary "
      .. "Principles holds. Do private personnel still know what they were "
      .. "taught?",
      when = all { "vpshr.trained_private is more than 0",
        "vpshr.training_validity is none-stated" }, where_not_asked = true },
  },
}

check "11.3.5" {
  title   = "There are records of the training of all security personnel",
  points  = { "P11.3-11" },
  applies = any { "security.inhouse_used is yes", "security.private_used is yes",
    otherwise = "Neither in-house nor private security personnel work here." },
  expect  = all {
    when "security.inhouse_used is yes" {
      "vpshr.records_inhouse is yes",
      otherwise = "Not all training of in-house personnel is on record.",
      remedy = "Record who of the facility's own was trained, on what and when.",
    },
    when "security.private_used is yes" {
      "vpshr.records_private is yes",
      otherwise = "Not all training of private personnel is on record.",
      remedy = "Obtain from each company the records of who was trained, on what "
        .. "and when, and keep them.",
    },
  },
  met     = "Records are kept of the training given to each group of security "
    .. "personnel.",
  ask     = "Show, for each group, who was trained, on what, when and by whom.",
  remedy  = "Record who was trained, on what and when.",
}

-- Conduct.

check "11.3.6" {
  title   = "Security personnel work in accordance with the Voluntary Principles",
  points  = { "R11.3b", "CK-5", "P11.3-01" },
  applies = any { "security.inhouse_used is yes", "security.private_used is yes",
    otherwise = "Neither in-house nor private security personnel work here." },
  expect  = all {
    when "security.inhouse_used is yes" {
      "vpshr.inhouse_practice is yes",
      otherwise = "In-house personnel {vpshr.inhouse_practice} work in accordance "
        .. "with the Voluntary Principles.",
    },
    when "security.private_used is yes" {
      "vpshr.private_practice is yes",
      otherwise = "Private personnel {vpshr.private_practice} work in accordance "
        .. "with the Voluntary Principles.",
    },
    when "conduct.founded_allegations is more than 0" {
      auditor "founded" {
        ask = "Misconduct or abuse by security personnel was found true in "
          .. "at least one case. Do they work in accordance with the Voluntary "
          .. "Principles all the same?",
        yes = "They do; the requirement is met.",
        no  = "They do not; the requirement is not met.",
        otherwise = "Founded allegations of misconduct or abuse: "
          .. "{conduct.founded_allegations}. The auditor does not find that personnel "
          .. "work in accordance with the Voluntary Principles.",
      },
    },
  },
  met     = "Security personnel work in accordance with the Voluntary "
    .. "Principles; founded allegations against in-house or private personnel: "
    .. "{conduct.founded_allegations}.",
  ask     = "Speak with personnel of every group, with workers and with "
    .. "neighbours; watch the gates and the patrols; read the incident log.",
  remedy  = "Find out where practice departs from the Voluntary Principles and "
    .. "why; instruct, supervise and, where needed, replace.",
  why     = "Tools that help to carry the principles out are to be had from "
    .. "those who keep them. To use none of them is no shortfall.",
  prompts = {
    advise { "Personnel are said to work in accordance with the Voluntary Principles "
      .. "throughout, yet not to respect people's rights and dignity throughout. "
      .. "Which of the two did you hear and see?",
      when = any {
        all { "vpshr.inhouse_practice is yes",
          "conduct.respect_by_inhouse is mixed or no" },
        all { "vpshr.private_practice is yes",
          "conduct.respect_by_private is mixed or no" },
        all { "conduct.respect_in_practice is no",
          any { "vpshr.inhouse_practice is yes",
            "vpshr.private_practice is yes" } } } },
  },
}
