-- 11.2 Security personnel: respect for people, and the least force.

provision "11.2" {
  title   = "Security personnel",
  applies = "security.present is yes",
  not_applicable = "No security personnel work here: none in-house, no private "
    .. "company and no public force engaged.",
}

check "11.2.1" {
  title  = "Security personnel respect the rights and dignity of everyone",
  points = { "R11.2a" },
  expect = all {
    { "conduct.respect_in_practice is yes",
      otherwise = "Security personnel {conduct.respect_in_practice} respect "
        .. "people's rights and dignity; founded allegations against "
        .. "in-house or private personnel: {conduct.founded_allegations}; grave "
        .. "ones not decided: {conduct.grave_undecided}." },
    when "conduct.founded_allegations is more than 0" {
      auditor "founded" {
        ask = "Misconduct or abuse by security personnel was found true in "
          .. "at least one case. How did it come about, and what came of it? Do "
          .. "they respect people's rights and dignity all the same?",
        yes = "They do; the requirement is met.",
        no  = "They do not; the requirement is not met.",
        otherwise = "Founded allegations of misconduct or abuse: "
          .. "{conduct.founded_allegations}. The auditor does not find that people's "
          .. "rights and dignity are respected.",
      },
    },
    when(any {
      "conduct.grave_undecided is more than 0",
      all { "security.public_engaged is yes",
        "security.public_as_personnel is yes",
        "public_security.grave_undecided is more than 0" },
    }) {
      auditor "undecided" {
        ask = "A serious allegation against security personnel, or one of death "
          .. "or injury, is not decided. Does what you heard and saw show that "
          .. "they respect people's rights and dignity all the same?",
        yes = "It does; the requirement is met.",
        no  = "It does not; the requirement is not met.",
        otherwise = "A grave allegation is not decided, and the auditor does not "
          .. "find that people's rights and dignity are respected.",
      },
    },
  },
  met    = "Security personnel respect people's rights and dignity; founded "
    .. "allegations against in-house or private personnel: "
    .. "{conduct.founded_allegations}; grave ones not decided: "
    .. "{conduct.grave_undecided}.",
  ask    = "Speak with guards, staff and neighbours, watch the gates, and read "
    .. "the complaints register, for each group of security personnel.",
  remedy = "Find out where respect fails and why; instruct, supervise and, "
    .. "where needed, replace the personnel concerned.",
  prompts = {
    advise { "A serious allegation is not decided yet. What do you hear and see of it?",
      names = { "against", "status", "severity" },
      when = any "allegations" { "against is inhouse or private",
        "severity is serious or death_or_injury",
        "status is received, open, investigating or referred" } },
    advise { "An allegation is made against public forces, where 11.3 does not "
      .. "apply. What did the facility do about it, and do these forces count as "
      .. "security personnel here?",
      names = { "against", "status", "severity" },
      when = all { "facility.kind includes none of mine or exploration",
        any "allegations" { "against is public",
          "status is not closed_unfounded" } }, where_not_asked = true },
  },
}

-- Where the policy says one thing and the guards another, the fact contradicts
-- itself.  That is no finding yet: it stays open, over every outcome, until the
-- auditor says which holds.
check "11.2.2" {
  title  = "Security personnel know the conduct expected of them",
  points = { "R11.2a", "CK-4" },
  expect = { "conduct.known_by_personnel is yes",
    otherwise = "Of the security personnel, {conduct.known_by_personnel} know "
      .. "the conduct expected of them." },
  met    = "Security personnel know what conduct is expected of them.",
  ask    = "Interview security personnel of every shift and provider.",
  remedy = "Brief every guard on the conduct expected, in a language they speak, "
    .. "and keep a record of it.",
  prompts = {
    advise { "All personnel, or all of one group, are said to be trained, yet not "
      .. "all of them know what conduct is expected of them. What did the training "
      .. "teach, and whom did it reach?",
      when = any {
        all { "security.inhouse_used is yes",
          any { "conduct.known_by_inhouse is not yes",
            all { "security.private_used is no",
              "conduct.known_by_personnel is not yes" } },
          any { "conduct.trained_inhouse is all",
            "vpshr.trained_inhouse covers all of security.inhouse_count" } },
        all { "security.private_used is yes",
          any { "conduct.known_by_private is not yes",
            all { "security.inhouse_used is no",
              "conduct.known_by_personnel is not yes" } },
          any { "conduct.trained_private is all",
            "vpshr.trained_private covers all of security.private_count" } },
      } },
  },
}

check "11.2.3" {
  title  = "The conduct policy binds all guards, in-house and private",
  points = { "R11.2a" },
  applies = all {
    { "conduct.policy_written is yes",
      otherwise = "There is no written policy whose reach could be judged; "
        .. "11.2.5 reports that." },
    any { "security.inhouse_used is yes", "security.private_used is yes",
      otherwise = "Only public forces work here, and a Member's policy cannot "
        .. "bind them." },
  },
  expect = all {
    when "security.inhouse_used is yes" {
      "conduct.applies_to includes inhouse",
      otherwise = "The conduct policy does not bind the facility's own guards.",
    },
    when "security.private_used is yes" {
      "conduct.applies_to includes private",
      otherwise = "The conduct policy does not bind the private company's "
        .. "guards.",
    },
  },
  met    = "The conduct policy binds {conduct.applies_to}: all guards here, public "
    .. "forces apart.",
  ask    = "Show whom the conduct policy binds, in its text or in contracts.",
  remedy = "Extend the conduct policy, by contract where needed, to every "
    .. "guard.",
}

check "11.2.4" {
  title  = "Force is the last resort and the least that answers the threat",
  points = { "R11.2b" },
  expect = all {
    { "force.policy_min_proportionate is yes",
      otherwise = "No rules limit force to what is strictly necessary and "
        .. "proportionate; uses of force found excessive: "
        .. "{force.excessive_confirmed}." },
    -- Rules alone do not show how force is used; practice that was seen does.  A known
    -- count that falls short then asks (advice): it cannot rate worse than no count.
    any {
      "force.uses is at most force.looked_into_by_others",
      all { "conduct.respect_in_practice is yes",
        none { "conduct.founded_allegations is more than 0",
          "conduct.grave_undecided is more than 0" } },
      auditor "practice" {
        ask = "It is not shown that each use of force was looked into by somebody "
          .. "other than those whose personnel used it. Did what you heard and saw "
          .. "show that force was necessary, and no more than the threat called "
          .. "for?",
        yes = "It did; the requirement is met.",
        no  = "It did not; the requirement is not met.",
      },
      otherwise = "Uses of force: {force.uses}; looked into: "
        .. "{force.looked_into}, by others than those whose personnel used it: "
        .. "{force.looked_into_by_others}. The auditor does not find that force "
        .. "was necessary and proportionate.",
      remedy = "Have each use of force looked into by somebody other than those "
        .. "whose personnel used it.",
    },
    when "force.excessive_confirmed is more than 0" {
      auditor "past-excess" {
        ask = "Force was found excessive. Was it a single breach, answered by "
          .. "discipline and better rules, in a working system?",
        yes = "The breach was dealt with; the requirement is met.",
        no  = "The requirement is not met.",
        otherwise = "The auditor does not accept the response to force that was "
          .. "found excessive; such cases: {force.excessive_confirmed}.",
        remedy = "Discipline those who used excessive force, and mend the rules "
          .. "and the training that let it happen.",
      },
    },
  },
  met    = "The rules allow only necessary and proportionate force. Uses of "
    .. "force: {force.uses}; looked into: {force.looked_into}, by others than "
    .. "those whose personnel used it: {force.looked_into_by_others}; found "
    .. "excessive: {force.excessive_confirmed}. Respect for people's rights and "
    .. "dignity in practice: {conduct.respect_in_practice}.",
  ask    = "Show the rules on force, the incident log and the files of each use "
    .. "of force.",
  remedy = "Limit force in the rules to what is strictly necessary and "
    .. "proportionate, and train every guard in them.",
  prompts = {
    advise { "An allegation of death or injury by guards was found true. Does it "
      .. "make a shortfall here major?",
      names = { "status", "severity", "discipline_taken" },
      when = any "allegations" { "against is inhouse or private",
        "status is closed_founded", "severity is death_or_injury" } },
    advise { "Force was not always looked into by others than those whose personnel "
      .. "used it. How is it known that none was excessive?",
      when = "force.looked_into_by_others is less than force.uses" },
    advise { "Force is said never to have been used, yet an allegation of too much "
      .. "force is not decided. Is the log of incidents whole?",
      names = { "against", "status", "severity" },
      when = all { "force.uses is exactly 0",
        any "allegations" { "against is inhouse or private",
          "alleges_force is yes",
          "status is received, open, investigating or referred" } } },
    advise { "Force was found excessive in an incident that nobody is said to have "
      .. "looked into. Who found it?", names = { "looked_into_by" },
      when = any "incidents" { "force_excessive is yes",
        "looked_into_by is nobody" } },
    advise { "A use of force was looked into by nobody, or by those alone whose "
      .. "personnel used it. How is it known that it was not excessive?",
      names = { "looked_into_by" }, when = any "incidents" { "force_used is yes",
        "looked_into_by is nobody or provider" } },
  },
}

check "11.2.5" {
  title  = "A written policy governs the conduct of security personnel",
  points = { "P11.2-01" },
  expect = { "conduct.policy_written is yes",
    otherwise = "There is no written policy or agreement on the conduct of "
      .. "security personnel." },
  met    = "A written policy or agreement governs the conduct of security "
    .. "personnel.",
  ask    = "Show the policy or agreement.",
  remedy = "Write a conduct policy and have providers agree to it.",
}

check "11.2.6" {
  title   = "The conduct policy speaks of human rights",
  points  = { "P11.2-02" },
  applies = "conduct.policy_written is yes",
  not_applicable = "There is no written policy whose content could be judged; "
    .. "11.2.5 reports that.",
  expect  = { "conduct.covers_human_rights is yes",
    otherwise = "The conduct policy does not say why respect for human rights "
      .. "matters." },
  met     = "The conduct policy says why respect for human rights matters.",
  ask     = "Show the passage on human rights.",
  remedy  = "Add a passage on respect for human rights.",
}

check "11.2.7" {
  title   = "The conduct policy sets limits to security activities",
  points  = { "P11.2-03" },
  applies = "conduct.policy_written is yes",
  not_applicable = "There is no written policy whose content could be judged; "
    .. "11.2.5 reports that.",
  expect  = { "conduct.covers_boundaries is yes",
    otherwise = "The conduct policy sets no limits to what security personnel "
      .. "may do." },
  met     = "The conduct policy sets the limits of security activities.",
  ask     = "Show the passage on what security may and may not do.",
  remedy  = "Add what security personnel may do, and what they may not.",
}

check "11.2.8" {
  title   = "The conduct policy gives procedures for issues and conflicts",
  points  = { "P11.2-04" },
  applies = "conduct.policy_written is yes",
  not_applicable = "There is no written policy whose content could be judged; "
    .. "11.2.5 reports that.",
  expect  = { "conduct.covers_procedures is yes",
    otherwise = "The conduct policy gives no procedures for security issues and "
      .. "conflicts." },
  met     = "The conduct policy gives procedures for issues and conflicts.",
  ask     = "Show the procedures for security issues and conflicts.",
  remedy  = "Add procedures for managing security issues and conflicts.",
}

check "11.2.9" {
  title   = "The conduct policy states the consequences of abuse",
  points  = { "P11.2-05" },
  applies = "conduct.policy_written is yes",
  not_applicable = "There is no written policy whose content could be judged; "
    .. "11.2.5 reports that.",
  expect  = { "conduct.covers_consequences is yes",
    otherwise = "The conduct policy does not state what follows from a human "
      .. "rights abuse." },
  met     = "The conduct policy states the consequences of abuse.",
  ask     = "Show the passage on consequences.",
  remedy  = "Add the consequences of human rights abuses.",
}

check "11.2.10" {
  title  = "Conduct is monitored against the policy",
  points = { "P11.2-06" },
  expect = { "conduct.monitoring is yes",
    otherwise = "The conduct of security personnel is not monitored." },
  met    = "Conduct is monitored.",
  ask    = "Show the monitoring log, and who reads it.",
  remedy = "Name who monitors conduct, how often, and to whom they report.",
  prompts = {
    advise { "The records of monitoring have gaps. Is conduct monitored all the "
      .. "same?", when = "conduct.monitoring_records is gaps" },
    advise { "The records of monitoring were falsified. By whom, and does it put "
      .. "other records in doubt?",
      when = "conduct.monitoring_records is falsified" },
    advise { "Conduct is said to be monitored against a policy that is not "
      .. "written down. Against what is it measured?",
      when = all { "conduct.monitoring is yes", "conduct.policy_written is no" } },
    advise { "Misconduct was found true, or is alleged and lies open. Did monitoring see "
      .. "it?",
      when = all { "conduct.monitoring is yes", any {
        "conduct.founded_allegations is more than 0",
        any "allegations" { "against is inhouse or private", "status is open" } } } },
  },
}

check "11.2.11" {
  title  = "Misconduct is investigated",
  points = { "P11.2-07" },
  expect = all {
    { "conduct.investigations_arranged is yes",
      otherwise = "There are no arrangements for investigating misconduct." },
    none "allegations" {
      where = "against is inhouse or private",
      "status is open",
      otherwise = "An allegation is entered as open, and not investigated.",
      remedy = "Investigate every open allegation.",
    },
    every "allegations" { -- how long is too long, the guidance does not say
      where = all { "against is inhouse or private", "status is received" },
      any {
        "made_on is within conduct.own_investigation_limit of today",
        auditor "not-yet-due" {
          ask = "An allegation was received and its investigation has not begun, "
            .. "and no rule of the Member's own shows that it need not have. Is "
            .. "the delay acceptable?",
          yes = "It is; the requirement is met.",
          no  = "It is not; the allegation was left without an investigation.",
        },
      },
      otherwise = "An allegation was received and its investigation is overdue.",
      remedy = "Investigate every open allegation.",
    },
  },
  met    = "There are arrangements for investigating misconduct. Allegations on "
    .. "record against in-house or private personnel: {conduct.allegations}, none "
    .. "entered as open and not investigated; against public forces: "
    .. "{public_security.allegations}; a way to complain: "
    .. "{grievance.route_exists}.",
  ask    = "Show the register of allegations and the file of each.",
  remedy = "Settle who investigates misconduct, and how.",
  prompts = {
    advise { "A serious allegation is entered as open, and not investigated. Does "
      .. "that make this shortfall major?",
      names = { "against", "severity" },
      when = any "allegations" { "against is inhouse or private",
        "status is open", "severity is serious or death_or_injury" } },
    advise { "No allegation is on record. How could people complain, and would "
      .. "they, so that none means none?", when = none "allegations" {} },
    advise { "An allegation was closed as unfounded by those against whom it was "
      .. "made. Can the file be relied on?",
      names = { "against", "severity" },
      when = any "allegations" { "status is closed_unfounded",
        "closed_by is accused" } },
    advise { "Where an allegation stands is contested. What do those who contest "
      .. "it say?", names = { "against", "status", "severity" },
      when = any "allegations" { "contested is yes" } },
    advise { "An allegation is said to be investigated or closed, yet its "
      .. "investigation never began. Where does it stand?",
      names = { "against", "status", "severity" },
      when = any "allegations" {
        "status is investigating, closed_founded or closed_unfounded",
        any { "investigation_began is before made_on",
          "investigation_began is never" } } },
    advise { "An allegation is said not to be investigated, yet the day on which its "
      .. "investigation began is given. Where does it stand?",
      when = any "allegations" { "status is received or open",
        "investigation_began is on or before today" } },
    advise { "An allegation is said not to be closed, yet it is said who closed it. "
      .. "Where does it stand?",
      when = any "allegations" {
        "status is received, open or investigating",
        "closed_by is accused, member or outside" } },
    advise { "An allegation is said to be referred to the authorities, yet not to be "
      .. "reported. Where does it stand?",
      when = any "allegations" { "status is referred",
        "reported_to_authority is no or not_appropriate" } },
    advise { "Allegations are on record, and there is no way to complain. How did "
      .. "these come to be known, and what was not heard?",
      when = all { any "allegations" {}, "grievance.route_exists is no" } },
    -- At a mine it is a finding, of 11.3.27.
    advise { "An allegation is entered as not reported. Why was it not, and was "
      .. "that appropriate?", names = { "against", "status", "severity" },
      when = all { "facility.kind includes none of mine or exploration",
        any "allegations" { "status is not closed_unfounded",
          "reported_to_authority is no" } } },
    advise { "A serious allegation, or one of death or injury, was closed as "
      .. "unfounded. Who closed it, and on what does that rest?",
      names = { "against", "severity", "closed_by" },
      when = any "allegations" { "status is closed_unfounded",
        "severity is serious or death_or_injury" } },
    advise { "An allegation is not decided. What was done about it, since when, and "
      .. "is it in time?", names = { "against", "status", "investigation_began" },
      when = any "allegations" { "against is inhouse or private",
        "status is received, investigating or referred" } },
  },
}

check "11.2.12" {
  title  = "Misconduct of security personnel is disciplined",
  points = { "P11.2-08" },
  expect = all {
    { "conduct.discipline_arranged is yes",
      otherwise = "There are no arrangements for disciplining security "
        .. "personnel." },
    none "allegations" {
      where = all { "against is inhouse or private",
        "status is closed_founded" },
      "discipline_taken is no",
      otherwise = "A founded allegation was closed without discipline.",
      remedy = "Apply discipline in each founded case, and keep it on file.",
    },
    every "allegations" { -- the Member's word is no reason where the harm is grave
      where = all { "against is inhouse or private",
        "status is closed_founded", "severity is serious or death_or_injury",
        "discipline_taken is not_needed" },
      auditor "not-needed" {
        ask = "An allegation that is serious, or of death or injury, was found to be "
          .. "true, and discipline is said not to be needed. Does the file show why, "
          .. "such as that those concerned had left?",
        yes = "It does; the requirement is met.",
        no  = "It does not; discipline was called for.",
      },
      otherwise = "A grave allegation was founded, and the auditor does not accept "
        .. "that no discipline was needed.",
      remedy = "Apply discipline in each founded case, and keep it on file.",
    },
  },
  met    = "There are arrangements for discipline. Founded allegations against "
    .. "in-house or private personnel: {conduct.founded_allegations}, none closed "
    .. "without discipline that was needed.",
  ask    = "Show the procedure, and the discipline that founded cases led to.",
  remedy = "Settle discipline in policy and contracts.",
  prompts = {
    advise { "An allegation was closed as unfounded, yet somebody was disciplined for "
      .. "it. Was it unfounded?",
      when = any "allegations" { "against is inhouse or private",
        "status is closed_unfounded", "discipline_taken is yes" } },
    advise { "An allegation was found to be true, and discipline is said not to be "
      .. "needed. Why not?", names = { "against", "severity" },
      when = any "allegations" { "against is inhouse or private",
        "status is closed_founded", "severity is low",
        "discipline_taken is not_needed" } },
  },
}
