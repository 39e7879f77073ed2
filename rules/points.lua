-- The points of the guidance that this pack's checks cite, in our own words.
-- strength is the guidance's own wording: shall, must, should or could;
-- background is a duty named in its background text; information asks nothing.

point "R11.2a" {
  strength = "shall",
  says = "All security personnel respect the human rights and dignity of "
    .. "everyone.",
}
point "R11.2b" {
  strength = "shall",
  says = "Force is used only when strictly necessary, and no more of it than "
    .. "the threat calls for.",
}
point "P11.2-01" {
  strength = "should",
  says = "A written policy or agreement governs how security personnel behave.",
}
point "P11.2-02" {
  strength = "should",
  says = "It says why respect for human rights matters.",
}
point "P11.2-03" {
  strength = "should",
  says = "It draws the limits of what security may do.",
}
point "P11.2-04" {
  strength = "should",
  says = "It gives procedures for security issues and conflicts.",
}
point "P11.2-05" {
  strength = "should",
  says = "It states what follows from an abuse of human rights.",
}
point "P11.2-06" {
  strength = "should",
  says = "Performance against the policy is monitored.",
}
point "P11.2-07" {
  strength = "should",
  says = "There are arrangements for investigations.",
}
point "P11.2-08" {
  strength = "should",
  says = "There are arrangements for disciplinary action.",
}
point "P11.2-09" {
  strength = "information",
  says = "Whether personnel are armed may be decided by the security provider "
    .. "from its own risk assessment.",
}
point "P11.2-10" {
  strength = "must",
  says = "Anyone armed is properly trained.",
}
point "P11.2-11" {
  strength = "must",
  says = "Anyone armed is licensed as Applicable Law requires.",
}
point "B11.2-12" {
  strength = "background",
  says = "Security personnel do not discipline employees.",
}
point "B11.2-13" {
  strength = "background",
  says = "Law may also ask for licences for batons or sprays, and for police or "
    .. "military certificates for some duties.",
}

-- 11.1 Security measures

point "R11.1a" {
  strength = "shall",
  says = "The Member's measures include assessing its security risks.",
}
point "R11.1b" {
  strength = "shall",
  says = "On the premises, product is protected from being stolen, damaged or "
    .. "exchanged for something else.",
}
point "R11.1c" {
  strength = "shall",
  says = "On its way, product is protected from the same.",
}
point "R11.1d" {
  strength = "shall",
  says = "Measures put people before product: employees, contractors, visitors, "
    .. "and staff of relevant business partners.",
}
point "P11.1-01" {
  strength = "should",
  says = "A senior management function answers for security.",
}
point "P11.1-02" {
  strength = "should",
  says = "A risk assessment gives a view of security risk as a whole.",
}
point "P11.1-03" {
  strength = "should",
  says = "It finds the types of threat, how exposed the facility is to each, "
    .. "and where its weak points are.",
}
point "P11.1-04" {
  strength = "should",
  says = "It looks from many sides, such as politics, the economy, civil life, "
    .. "society and the environment, where they apply.",
}
point "P11.1-05" {
  strength = "should",
  says = "It weighs how applying the measures could itself lead to abuses of "
    .. "human rights.",
}
point "P11.1-06" {
  strength = "should",
  says = "Processes find lasting threats as well as new ones.",
}
point "P11.1-07" {
  strength = "should",
  says = "Threats are answered at several levels: by managing security well "
    .. "and, where relevant, by engaging the community.",
}
point "P11.1-08" {
  strength = "could",
  says = "Where appropriate, policies and procedures make it plain that people "
    .. "matter more than product.",
}
point "P11.1-09" {
  strength = "could",
  says = "Where appropriate, employees and contractors are trained on security "
    .. "policies and procedures.",
}
point "P11.1-10" {
  strength = "could",
  says = "Where appropriate, internal controls notice theft fast.",
}
point "P11.1-11" {
  strength = "could",
  says = "Where appropriate, shipments are secured, and the security personnel who "
    .. "move them are kept safe.",
}
point "P11.1-12" {
  strength = "could",
  says = "Where appropriate, there are relations with local law enforcement.",
}
point "P11.1-13" {
  strength = "could",
  says = "Where appropriate, host governments and local communities are "
    .. "regularly consulted on what security does to communities.",
}
point "P11.1-14" {
  strength = "should",
  says = "Sensitive security documents are under strict control and kept safe.",
}
point "P11.1-15" {
  strength = "information",
  says = "Where security documents are kept from the auditor, interviews and "
    .. "observation may take their place.",
}
point "B11-19" {
  strength = "background",
  says = "Security strategy rests on the risks; at mining facilities it also "
    .. "keeps to the Voluntary Principles.",
}
point "B11-20" {
  strength = "background",
  says = "Security measures can raise risks of their own, and these are managed.",
}
point "B11-21" {
  strength = "background",
  says = "Security personnel have procedures and training for effective and "
    .. "responsible security.",
}
point "TH-1" {
  strength = "background",
  says = "Threat: general theft.",
}
point "TH-2" {
  strength = "background",
  says = "Threat: fraud.",
}
point "TH-3" {
  strength = "background",
  says = "Threat: disturbances with violence.",
}
point "TH-4" {
  strength = "background",
  says = "Threat: sabotage of installations such as pipelines.",
}
point "TH-5" {
  strength = "background",
  says = "Threat: armed intruders who mine and take ore.",
}
point "TH-6" {
  strength = "background",
  says = "Threat: gangs that steal fuel and other commodities.",
}
point "TH-7" {
  strength = "background",
  says = "Threat: gangs that steal ore or product.",
}
point "TH-8" {
  strength = "background",
  says = "Threat: staff being kidnapped, threatened or killed.",
}
point "TH-SRC" {
  strength = "background",
  says = "Threats may come from criminal groups, communities, employees, "
    .. "illegal miners or migrant workers.",
}

-- 11.3 Voluntary Principles on Security and Human Rights

point "R11.3a" {
  strength = "shall",
  says = "At mining facilities, security personnel are trained on the Voluntary "
    .. "Principles on Security and Human Rights (2000).",
}
point "R11.3b" {
  strength = "shall",
  says = "They work in accordance with the Voluntary Principles.",
}
-- It stands in the provision, but says should.
point "R11.3c" {
  strength = "should",
  says = "Training of private security personnel expressly takes up the human "
    .. "rights of artisanal and small-scale miners.",
}
point "P11.3-01" {
  strength = "information",
  says = "There are tools that help to carry the Voluntary Principles out.",
}
point "P11.3-02" {
  strength = "should",
  says = "The risk assessment looks at dealings between the mine and any "
    .. "artisanal or small-scale miners nearby.",
}
point "P11.3-03" {
  strength = "should",
  says = "Training covers how to behave towards artisanal miners and towards "
    .. "local communities.",
}
point "P11.3-04" {
  strength = "should",
  says = "Public forces are engaged in the way the Voluntary Principles "
    .. "describe.",
}
point "P11.3-05" {
  strength = "should",
  says = "They are told the Member's policies on ethical conduct and human "
    .. "rights.",
}
point "P11.3-06" {
  strength = "should",
  says = "They are told that the Member expects security in line with these, by "
    .. "people adequately and effectively trained.",
}
point "P11.3-07" {
  strength = "should",
  says = "Agreements with private companies refer to what the Voluntary "
    .. "Principles say on private security.",
}
point "P11.3-08" {
  strength = "should",
  says = "They require adequate and effective training on those principles.",
}
point "P11.3-09" {
  strength = "should",
  says = "They require it on the Member's policies on conduct and the local use "
    .. "of force too, for example as rules of engagement.",
}
point "P11.3-10" {
  strength = "should",
  says = "Equivalent requirements hold for in-house security personnel.",
}
point "P11.3-11" {
  strength = "should",
  says = "Training delivered to security personnel, all of them, is on record.",
}
point "P11.3-12" {
  strength = "should",
  says = "It is monitored whether policies and requirements are kept to.",
}
point "P11.3-13" {
  strength = "should",
  says = "Allegations that policies or requirements were not kept to are "
    .. "investigated.",
}
point "P11.3-14" {
  strength = "should",
  says = "Allegations that policies or requirements were not kept to are "
    .. "reported where that is appropriate.",
}
point "B11.3-15" {
  strength = "background",
  says = "Wherever possible, commitment to the Voluntary Principles is sought in "
    .. "formal agreements with governments.",
}
point "B11.3-16" {
  strength = "background",
  says = "Private companies prevent and defend, and leave to the state what is "
    .. "the state's.",
}
point "B11.3-17" {
  strength = "background",
  says = "The risk assessment is regularly brought up to date.",
}
point "B11.3-18" {
  strength = "background",
  says = "Where police or military are at the mine or supported by it, the Member "
    .. "watches for abuses of human rights.",
}

-- 11.4 Code of conduct for private security providers

point "R11.4" {
  strength = "shall",
  says = "A Member in the business of secure transport for the jewellery supply "
    .. "chain is a signatory of the code of conduct for private security "
    .. "providers (ICoC).",
}
point "P11.4-01" {
  strength = "information",
  says = "Whoever signs commits to work by the Code, and to its duties to "
    .. "everyone that the business affects.",
}
point "P11.4-02" {
  strength = "information",
  says = "By itself the Code adds nothing to what the law already makes a "
    .. "signatory liable for.",
}

-- Where the provisions apply

point "A-1" {
  strength = "information",
  says = "The section is for facilities that handle jewellery products or have "
    .. "security personnel of any kind.",
}
point "A-2" {
  strength = "background",
  says = "11.3 is for Members with mining facilities, and is carried out together "
    .. "with the Human Rights provision.",
}
point "A-3" {
  strength = "information",
  says = "11.4 is for Members that offer secure transport to the jewellery "
    .. "supply chain.",
}
point "A-4" {
  strength = "background",
  says = "Security personnel are those formally employed or contracted to protect "
    .. "people, property or assets.",
}

-- The check box: what a Member is to ask itself.  The report answers each question
-- from the checks that cite it.

point "CK-1" {
  strength = "information",
  question = true,
  says = "Are security risks assessed?",
}
point "CK-2" {
  strength = "information",
  question = true,
  says = "Do suitable measures rest on those risks?",
}
point "CK-3" {
  strength = "information",
  question = true,
  says = "Do the measures put people first?",
}
point "CK-4" {
  strength = "information",
  question = true,
  says = "Do security personnel know what conduct is expected of them?",
}
point "CK-5" {
  strength = "information",
  question = true,
  says = "Are security personnel at mines trained on the Voluntary "
    .. "Principles, and do they work by them?",
}
point "CK-6" {
  strength = "information",
  question = true,
  says = "Is a Member that offers secure transport a signatory of the Code?",
}
