-- 11.2, third part: who is security personnel, what each group of them does, and
-- how they are trained.

-- An observation, however often it happens: only the background of the guidance
-- says that disciplining employees is not for security personnel.  No provision and
-- no point to consider takes it up, and what an employer may deduct is a matter of
-- labour law and of other provisions.  Fines that touch people's dignity are a
-- shortfall of 11.2.1, which is shall: whether they do is put before the auditor.
check "11.2.15" {
  title  = "Security personnel do not discipline employees",
  points = { "B11.2-12" },
  expect = { "guards.discipline_employees is no",
    otherwise = "Security personnel discipline employees." },
  met    = "Security personnel do not discipline employees.",
  ask    = "Ask employees and guards who imposes penalties.",
  remedy = "Leave discipline of employees to their managers.",
  prompts = {
    advise { "Security personnel discipline employees. Is it regular, and does it "
      .. "touch people's rights or dignity, so that 11.2.1 is not met?",
      when = "guards.discipline_employees is yes" },
  },
}

check "11.2.16" {
  title   = "Certificates that the law asks for are held",
  points  = { "B11.2-13" },
  applies = "arms.certification_required is yes",
  not_applicable = "The law asks for no police or military certificate for any "
    .. "security duty here.",
  expect  = { "arms.certification_held is yes",
    otherwise = "Not everyone whose duty needs a police or military certificate "
      .. "holds it." },
  met     = "Everyone whose duty needs a police or military certificate holds "
    .. "it.",
  ask     = "Show the legal register and the certificates.",
  remedy  = "Obtain the certificates, or reassign the duties.",
}

-- Asked only where the count is known: that a list leaves 0 possible, nobody said.
local function none_on_duty(count)
  return compute { facts = { count }, sum = "is exactly",
    says = count .. " is known, and is 0" }
end

check "11.2.17" {
  title   = "Guards are trained in conduct and in the use of force",
  points  = { "B11-21" },
  applies = any { "security.inhouse_used is yes", "security.private_used is yes",
    otherwise = "Neither in-house nor private security personnel work here." },
  expect  = all {
    when "security.inhouse_used is yes" {
      "conduct.trained_inhouse is all",
      otherwise = "Of the in-house security personnel, {conduct.trained_inhouse} "
        .. "are trained in conduct and the use of force.",
    },
    when "security.private_used is yes" {
      "conduct.trained_private is all",
      otherwise = "Of the private security personnel, {conduct.trained_private} "
        .. "are trained in conduct and the use of force.",
    },
  },
  met     = "Security personnel are trained in conduct and in the use of force.",
  ask     = "Show, for each group, who was trained in conduct and force, and ask "
    .. "some of them what they were taught.",
  remedy  = "Train those who were left out.",
  prompts = {
    advise { "In-house personnel are said to work here, and 0 of them to be on "
      .. "duty. Is that so? Whoever goes on duty is to be trained first.",
      when = all { none_on_duty "security.inhouse_count",
        any { "security.inhouse_used is yes",
          "security.inhouse_engaged is more than 0" } },
      where_not_asked = true },
    advise { "A private company is engaged here, and 0 of its personnel are said "
      .. "to be on duty. Is that so? Whoever goes on duty is to be trained first.",
      when = all { none_on_duty "security.private_count",
        any { "security.private_used is yes",
          "security.private_engaged is more than 0" } },
      where_not_asked = true },
  },
}

check "11.2.18" {
  title  = "It is settled who is security personnel",
  points = { "A-4" },
  expect = { "security.personnel_identified is yes",
    otherwise = "It is not settled who of those who work here is security "
      .. "personnel." },
  met    = "It is settled who of those who work here is security personnel.",
  ask    = "Walk the site and ask who is employed or contracted to protect people, "
    .. "property or product.",
  remedy = "List everyone employed or contracted to protect, whatever their title.",
  prompts = {
    advise { "Nobody is said to provide security here, yet it is not settled who of "
      .. "those who work here does. Does anybody guard?",
      when = all { "security.personnel_identified is no", any {
        "security.present is no",
        all { "security.inhouse_used is no", "security.private_used is no",
          "security.public_engaged is no" } } }, where_not_asked = true },
    advise { "All personnel are said to be trained, yet it is not settled who is "
      .. "security personnel. Of whom does the answer speak?",
      when = all { "security.personnel_identified is no", any {
        "conduct.trained_inhouse is all", "conduct.trained_private is all",
        "vpshr.trained_inhouse covers all of security.inhouse_count",
        "vpshr.trained_private covers all of security.private_count" } } },
    advise { "Public forces are said not to count as security personnel, yet the "
      .. "list of security personnel names some of their people. Do they count?",
      when = all { "security.public_as_personnel is no",
        any "people" { "employer is public" } }, where_not_asked = true },
    advise { "No public force is said to be engaged, yet one is on the site, is "
      .. "supported by it or was called. What did it do, and does it provide security "
      .. "or support here?",
      when = all { "facility.kind includes none of mine or exploration",
        "security.public_engaged is no",
        any { "security.public_presence is on_site",
          "security.public_supported is yes",
          "security.public_called is yes" } }, where_not_asked = true },
  },
}

-- Where several groups of security personnel work, each is asked about: one answer
-- for all would hide the group that is worse.  Public forces are one of them
-- where they count as security personnel.
local several_groups = any {
  all { "security.inhouse_used is yes", "security.private_used is yes" },
  all {
    any { "security.inhouse_used is yes", "security.private_used is yes" },
    "security.public_engaged is yes",
    "security.public_as_personnel is yes",
  },
}

check "11.2.19" {
  title   = "Each group of security personnel respects people's rights",
  points  = { "R11.2a" },
  applies = several_groups,
  not_applicable = "Only one group of security personnel works here; 11.2.1 looks "
    .. "at it.",
  expect  = all {
    when "security.inhouse_used is yes" { "conduct.respect_by_inhouse is yes",
      otherwise = "In-house personnel {conduct.respect_by_inhouse} respect people's "
        .. "rights and dignity." },
    when "security.private_used is yes" { "conduct.respect_by_private is yes",
      otherwise = "Private personnel {conduct.respect_by_private} respect people's "
        .. "rights and dignity." },
    when(all { "security.public_engaged is yes",
      "security.public_as_personnel is yes" }) {
      "conduct.respect_by_public is yes",
      otherwise = "Public forces {conduct.respect_by_public} respect people's rights "
        .. "and dignity." },
  },
  met     = "Each group of security personnel respects people's rights and "
    .. "dignity.",
  ask     = "Speak with guards of each group, and with those whom they guard and "
    .. "search.",
  remedy  = "Find out where respect fails and why; instruct, supervise and, "
    .. "where needed, replace the personnel concerned.",
}

check "11.2.20" {
  title   = "Each group of security personnel knows the conduct expected",
  points  = { "R11.2a", "CK-4" },
  applies = several_groups,
  not_applicable = "Only one group of security personnel works here; 11.2.2 looks "
    .. "at it.",
  expect  = all {
    when "security.inhouse_used is yes" { "conduct.known_by_inhouse is yes",
      otherwise = "Of the in-house personnel, {conduct.known_by_inhouse} know the "
        .. "conduct expected of them." },
    when "security.private_used is yes" { "conduct.known_by_private is yes",
      otherwise = "Of the private personnel, {conduct.known_by_private} know the "
        .. "conduct expected of them." },
    when(all { "security.public_engaged is yes",
      "security.public_as_personnel is yes" }) {
      "conduct.known_by_public is yes",
      otherwise = "Of the public forces, {conduct.known_by_public} know the "
        .. "conduct expected of them." },
  },
  met     = "Each group of security personnel knows what conduct is expected of "
    .. "it.",
  ask     = "Interview security personnel of each group.",
  remedy  = "Brief every guard on the conduct expected, in a language they speak, "
    .. "and keep a record of it.",
}
