-- 11.3, third part: the strategy; what is arranged with public forces, with private
-- companies and for in-house personnel; monitoring, and allegations.

-- The strategy of a mine.

check "11.3.13" {
  title  = "The security strategy includes the Voluntary Principles",
  points = { "B11-19" },
  expect = { "vpshr.in_strategy is yes",
    otherwise = "The security strategy does not include keeping to the Voluntary "
      .. "Principles." },
  met    = "The security strategy includes keeping to the Voluntary Principles.",
  ask    = "Show the security strategy.",
  remedy = "Write the Voluntary Principles into the security strategy, with who "
    .. "sees to what.",
}

check "11.3.14" {
  title  = "The Voluntary Principles go together with human rights work",
  points = { "A-2" },
  expect = { "vpshr.joined_with_human_rights is yes",
    otherwise = "The Voluntary Principles are carried out apart from what the "
      .. "Member does under the Human Rights provision." },
  met    = "The Voluntary Principles go together with the Member's work under the "
    .. "Human Rights provision.",
  ask    = "Show the human rights policy and due diligence, and where security "
    .. "comes up in them.",
  remedy = "Bring security into the human rights policy, due diligence and "
    .. "remedy.",
}

-- Public forces.  The state answers for what they do; what is assessed here is
-- the Member's part.

check "11.3.15" {
  title   = "Public forces are engaged as the Voluntary Principles say",
  points  = { "P11.3-04" },
  applies = any {
    "security.public_engaged is yes",
    all {
      "security.public_called is yes",
      auditor "emergency-call" {
        ask = "Public forces were called in an emergency. Was that more than "
          .. "ordinary law enforcement, so that they count as engaged?",
        yes = "They count as engaged; state so in the dossier, since 11.3.16 to "
          .. "11.3.18 then apply as well.",
        no  = "It was ordinary law enforcement; the check does not apply.",
      },
    },
    otherwise = "No public forces are engaged here.",
  },
  expect  = { "public_security.follows_vpshr is yes",
    otherwise = "The arrangements by which public forces are engaged are not in "
      .. "accordance with what the Voluntary Principles say on public "
      .. "security." },
  met     = "The arrangements by which public forces are engaged are in "
    .. "accordance with the Voluntary Principles.",
  ask     = "Show agreements, letters and minutes, and speak with the "
    .. "commanders.",
  remedy  = "Go through the arrangements with the Voluntary Principles in hand, "
    .. "and put right what departs from them.",
  prompts = {
    advise { "An agreement with a public force has run out. What governs the "
      .. "engagement now?",
      when = any "providers" { "kind is public",
        "arrangement.ends is before today" } },
    advise { "No public force is said to be engaged here, yet arrangements with "
      .. "one are described. Which are they?",
      when = all { "facility.kind includes any of mine or exploration",
        "security.public_engaged is no", "security.public_called is no",
        "public_security.follows_vpshr is yes" }, where_not_asked = true },
    advise { "The arrangements with public forces are said to be in accordance with "
      .. "the Voluntary Principles, yet not every force knows the Member's policies "
      .. "or what is expected of it. What do the arrangements hold?",
      when = all { "security.public_engaged is yes",
        "public_security.follows_vpshr is yes",
        any { "public_security.policies_communicated is no",
          "public_security.expectation_expressed is no" } } },
    advise { "No public force is said to be engaged here, yet one is on the site or "
      .. "is supported by it. Does it provide security or support?",
      when = all { "facility.kind includes any of mine or exploration",
        "security.public_engaged is no",
        any { "security.public_presence is on_site",
          "security.public_supported is yes" } }, where_not_asked = true },
  },
}

check "11.3.16" {
  title   = "Public forces know the Member's policies",
  points  = { "P11.3-05" },
  applies = { "security.public_engaged is yes",
    otherwise = "No public forces are engaged here." },
  expect  = { "public_security.policies_communicated is yes",
    otherwise = "The Member did not make its policies on ethical conduct and "
      .. "human rights known to every public force it engages." },
  met     = "The Member made its policies on ethical conduct and human rights "
    .. "known to every public force it engages.",
  ask     = "Show the letters or minutes, and to whom they went.",
  remedy  = "Hand the policies to each commander, explain them, and keep a record "
    .. "of it.",
  prompts = {
    advise { "Another unit took over after the policies were last made known. "
      .. "Does it know them?",
      when = "public_security.last_rotation is after "
        .. "public_security.communicated_on" },
  },
}

check "11.3.17" {
  title   = "Public forces know what the Member expects of them",
  points  = { "P11.3-06" },
  applies = { "security.public_engaged is yes",
    otherwise = "No public forces are engaged here." },
  expect  = { "public_security.expectation_expressed is yes",
    otherwise = "The Member did not tell every public force it engages that it "
      .. "expects security in line with its policies, by trained people." },
  met     = "The Member told every public force it engages that it expects "
    .. "security in line with its policies, by trained people.",
  ask     = "Show the letters or minutes in which it is said.",
  remedy  = "Say it in writing to each commander, and again when units change.",
}

-- Where they are on the site or live off it, they matter whether or not they are
-- engaged.
local at_the_mine = any {
  "security.public_engaged is yes",
  "security.public_presence is on_site",
  "security.public_supported is yes",
  otherwise = "Public forces are neither on the site nor supported by it.",
}

-- A refusal counts as having sought, where it can be shown.
check "11.3.18" {
  title   = "Commitment in a formal agreement is sought from the government",
  points  = { "B11.3-15" },
  applies = all {
    at_the_mine,
    { "public_security.agreement_possible is yes",
      otherwise = "A formal agreement with the government is not possible here." },
  },
  expect  = any {
    "public_security.commitment is agreed",
    all { "public_security.commitment is agreed, refused or unanswered",
      "public_security.seeking_shown is yes" },
    otherwise = "A commitment to the Voluntary Principles in a formal agreement "
      .. "{public_security.commitment}; letters or minutes that show the Member "
      .. "sought it: {public_security.seeking_shown}.",
  },
  met     = "A commitment to the Voluntary Principles in a formal agreement "
    .. "{public_security.commitment} (where forces differ, the least).",
  ask     = "Show the agreement with each force, or the letters and the answers to "
    .. "them.",
  remedy  = "Ask the government, in writing, to commit to the Voluntary "
    .. "Principles in an agreement, and keep what it answers.",
  prompts = {
    advise { "One public force committed itself, and another did not. What holds "
      .. "with each today?", names = { "arrangement.commitment" },
      when = all { -- the first names each of them
        any "providers" { "kind is public" },
        any "providers" { "kind is public", "arrangement.commitment is agreed" },
        any "providers" { "kind is public",
          "arrangement.commitment is refused, unanswered or not_sought" },
      } },
    advise { "A commitment of a public force was never sought. What kept the Member from "
      .. "it?", names = { "arrangement.commitment" },
      when = any "providers" { "kind is public", "arrangement.commitment is not_sought" } },
  },
}

check "11.3.19" {
  title   = "The facility is watchful where public forces are at the mine",
  points  = { "B11.3-18" },
  applies = at_the_mine,
  expect  = { "public_security.risks_watched is yes",
    otherwise = "Nobody watches for the abuse, corruption and conflict that "
      .. "public forces at the mine can bring." },
  met     = "The facility watches for the abuse, corruption and conflict that "
    .. "public forces at the mine can bring.",
  ask     = "Ask who watches, what they noticed, and what came of it.",
  remedy  = "Name who watches, give people a way to report, and act on it.",
  prompts = {
    advise { "Public forces are near the site without being engaged. Could they "
      .. "be sent to it, and who watches what they do?",
      when = all { "facility.kind includes any of mine or exploration",
        "security.public_presence is nearby",
        "security.public_engaged is no" }, where_not_asked = true },
    advise { "Abuse by public forces at the mine is alleged. What did the facility "
      .. "notice, and what did it do?",
      names = { "against", "status", "severity" },
      when = all { "facility.kind includes any of mine or exploration",
        any "allegations" { "against is public" } }, where_not_asked = true },
    advise { "No public force is said to be on the site or near it, yet the facility "
      .. "supports one, or abuse by one is alleged. Is one there?",
      when = all { "security.public_presence is none",
        any { "security.public_supported is yes",
          "public_security.allegations is more than 0" } },
      where_not_asked = true },
  },
}

-- Private companies.

check "11.3.20" {
  title   = "Agreements with private companies cite the Voluntary Principles",
  points  = { "P11.3-07" },
  applies = { "security.private_used is yes",
    otherwise = "No private security company works here." },
  expect  = { "private_security.agreements_cite_vpshr is yes",
    otherwise = "Not every agreement with a private company cites the Voluntary "
      .. "Principles." },
  met     = "The agreements with private companies cite the Voluntary Principles "
    .. "on private security.",
  ask     = "Show the agreement with each company.",
  remedy  = "Add the reference to each agreement, at its renewal or before.",
  prompts = {
    advise { "An agreement with a private company has run out. What binds it now?",
      names = { "agreement.ends" },
      when = any "providers" { "kind is private", "agreement.ends is before today" } },
  },
}

check "11.3.21" {
  title   = "Agreements with private companies require training on them",
  points  = { "P11.3-08" },
  applies = { "security.private_used is yes",
    otherwise = "No private security company works here." },
  expect  = { "private_security.agreements_require_training is yes",
    otherwise = "Not every agreement with a private company requires adequate "
      .. "training on the principles." },
  met     = "The agreements with private companies require adequate training on "
    .. "the principles.",
  ask     = "Show where each agreement requires training.",
  remedy  = "Add the training to each agreement.",
}

check "11.3.22" {
  title   = "Agreements require training on conduct and the use of force",
  points  = { "P11.3-09" },
  applies = { "security.private_used is yes",
    otherwise = "No private security company works here." },
  expect  = { "private_security.agreements_require_conduct is yes",
    otherwise = "Not every agreement with a private company requires training on "
      .. "the Member's policies on conduct and the local use of force." },
  met     = "The agreements with private companies require training on the "
    .. "Member's policies on conduct and the local use of force.",
  ask     = "Show the rules on conduct and force, and where each agreement "
    .. "requires training on them.",
  remedy  = "Require in each agreement training on the Member's rules on conduct "
    .. "and force, such as rules of engagement; write them where there are none.",
}

check "11.3.23" {
  title   = "Private companies only prevent and defend",
  points  = { "B11.3-16" },
  applies = { "security.private_used is yes",
    otherwise = "No private security company works here." },
  expect  = { "private_security.defensive_only is yes",
    otherwise = "Private companies do more than prevent and defend." },
  met     = "Private companies provide preventative and defensive services "
    .. "only.",
  ask     = "Ask what guards do in a pursuit, an arrest or a protest.",
  remedy  = "Take out of the services what belongs to police or military.",
}

-- In-house personnel.

check "11.3.24" {
  title   = "Equivalent requirements hold for in-house personnel",
  points  = { "P11.3-10" },
  applies = { "security.inhouse_used is yes",
    otherwise = "The facility has no security personnel of its own." },
  expect  = { "inhouse_security.equivalent is yes",
    otherwise = "Requirements equivalent to those for private companies do not "
      .. "hold for in-house personnel." },
  met     = "Requirements equivalent to those for private companies hold for "
    .. "in-house personnel.",
  ask     = "Show the rules for in-house personnel beside an agreement with a "
    .. "company, or beside what such an agreement should hold.",
  remedy  = "Write for in-house personnel what an agreement would ask of a "
    .. "company.",
  prompts = {
    advise { "Equivalent requirements are said to hold for in-house personnel, yet "
      .. "the conduct policy does not bind them. By what are they bound?",
      when = all { "inhouse_security.equivalent is yes",
        "conduct.applies_to does not include inhouse" } },
  },
}

-- Monitoring and allegations.

check "11.3.25" {
  title   = "It is monitored whether policies and requirements are kept to",
  points  = { "P11.3-12" },
  applies = { "security.present is yes",
    otherwise = "No security personnel work here." },
  expect  = { "vpshr.monitoring is yes",
    otherwise = "Nobody monitors whether security personnel keep to the policies "
      .. "and to what the Voluntary Principles ask." },
  met     = "Whether security personnel keep to the policies and the Voluntary "
    .. "Principles is monitored.",
  ask     = "Show the monitoring log, and who reads it.",
  remedy  = "Name who monitors this, how often, and to whom they report.",
  prompts = {
    advise { "It is said to be monitored whether policies and requirements are kept "
      .. "to, yet nobody monitors conduct. What is it that is monitored?",
      when = all { "vpshr.monitoring is yes", "conduct.monitoring is no" } },
    advise { "The records of monitoring have gaps. Is it monitored all the same "
      .. "whether policies and requirements are kept to?",
      when = "conduct.monitoring_records is gaps" },
    advise { "The records of monitoring were falsified. By whom, and does it put "
      .. "other records in doubt?",
      when = "conduct.monitoring_records is falsified" },
  },
}

check "11.3.26" {
  title   = "Allegations against security personnel are investigated",
  points  = { "P11.3-13" },
  applies = { "security.present is yes",
    otherwise = "No security personnel work here." },
  expect  = all {
    { "conduct.investigations_arranged is yes",
      otherwise = "It is not settled how allegations are investigated." },
    none "allegations" { -- those against public forces are the state's to clear
      where = "against is inhouse or private",
      "status is open",
      otherwise = "An allegation is entered as open, and not investigated.",
      remedy = "Investigate every open allegation.",
    },
    every "allegations" {
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
  met     = "It is settled how allegations are investigated. Allegations on "
    .. "record against in-house or private personnel: {conduct.allegations}, none "
    .. "entered as open and not investigated; against public forces: "
    .. "{public_security.allegations}; a way to complain: "
    .. "{grievance.route_exists}.",
  ask     = "Show the register of allegations and the file of each.",
  remedy  = "Settle how allegations are investigated, and by whom.",
  prompts = {
    advise { "A serious allegation is entered as open, and not investigated. Does "
      .. "that make this shortfall major?",
      names = { "against", "severity" },
      when = all { "facility.kind includes any of mine or exploration",
        any "allegations" { "against is inhouse or private", "status is open",
          "severity is serious or death_or_injury" } } },
    advise { "An allegation against public forces is for the state to clear. Does "
      .. "the Member record it, urge an investigation, and follow it?",
      names = { "against", "status", "severity" },
      when = all { "facility.kind includes any of mine or exploration",
        any "allegations" { "against is public" } }, where_not_asked = true },
  },
}

-- What was found to be unfounded need not be reported.  Of the rest the Member
-- says whether reporting was appropriate, and where it was not, why.
check "11.3.27" {
  title   = "Allegations are reported where that is appropriate",
  points  = { "P11.3-14" },
  applies = { "security.present is yes",
    otherwise = "No security personnel work here." },
  expect  = all {
    none "allegations" {
      where = "status is not closed_unfounded",
      "reported_to_authority is no",
      otherwise = "An allegation is entered as not reported.",
    },
    none "allegations" {
      where = all { "status is not closed_unfounded",
        "reported_to_authority is not_appropriate" },
      "reason_on_file is no",
      otherwise = "An allegation was not reported, as not appropriate, and no "
        .. "reason is on file.",
      remedy = "Put on file why reporting was not appropriate, or report.",
    },
  },
  met     = "Allegations on record against in-house or private personnel: "
    .. "{conduct.allegations}, against public forces: "
    .. "{public_security.allegations}. None of them, those found unfounded apart, "
    .. "is entered as unreported without a reason on file.",
  ask     = "Show, in each file, to whom it was reported, or the reason why it "
    .. "was not.",
  remedy  = "Report it, or put on file why reporting is not appropriate.",
  prompts = {
    advise { "To whom was an allegation against public forces reported, and was "
      .. "that safe for those who made it?",
      names = { "against", "status", "severity" },
      when = all { "facility.kind includes any of mine or exploration",
        any "allegations" { "against is public",
          "status is not closed_unfounded" } }, where_not_asked = true },
  },
}
