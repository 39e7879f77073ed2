-- What registers hold weighs on what is said of conduct, force and training: each
-- line here is a way in which a dossier could look better than what it knows, and
-- none of them passes in silence.
local edge_case = require "support.edge_case"
local support = require "support.host"

local runtime = support.open_builtin()
local array = support.json.array
local judged, outcome, prompt, says =
  edge_case.judged, edge_case.outcome, edge_case.prompt, edge_case.says

local OPEN <const>, MINOR <const> = "insufficient-evidence",
  "minor-nonconformance"

-- A mine guarded by a company, of which all that is asked here is in order.
local function mine()
  return {
    id = "here", kind = array { "mine" }, handles_jewellery_products = true,
    security = { inhouse_used = false, private_used = true,
      public_engaged = false, public_presence = "none", private_count = 12 },
    conduct = { respect_in_practice = "yes", known_by_personnel = "yes",
      policy_written = true, monitoring = true,
      investigations_arranged = true, discipline_arranged = true },
    force = { policy_min_proportionate = true, uses = 0,
      excessive_confirmed = 0 },
    vpshr = { trained_private = 12, private_practice = "yes" },
    arms = { used = false },
    allegations = { complete = true, items = array {} },
  }
end

local function report_on(change, more)
  local here = mine()
  if change then change(here) end
  local dossier = { format = "cop11.dossier/1",
    assessment = { date = "2013-11-30", kind = "certification" },
    member = { id = "M-1", has_mining_facilities = true },
    facilities = { complete = true, items = array { here } } }
  for key, value in pairs(more or {}) do dossier[key] = value end
  local report, problem = support.evaluate(runtime, dossier)
  return assert(report, problem and problem.message)
end

local function reason(report, check) return support.result(report, check).reason end

local function alleged(...)
  local items = array { ... }
  return function(here) here.allegations.items = items end
end

local function founded(more)
  local one = { id = "A-1", against = "private", status = "closed_founded",
    severity = "serious", discipline_taken = "yes",
    reported_to_authority = "yes" }
  for key, value in pairs(more or {}) do one[key] = value end
  return one
end

describe("founded allegations", function()
  it("leave respect and practice to the auditor", function()
    local report = report_on(alleged(founded(), founded { id = "A-2" }))
    for _, check in ipairs { "11.2.1", "11.3.6" } do
      assert.equal(OPEN, outcome(report, check))
      assert.same({ "conformance", MINOR }, support.result(report, check).range)
      assert.equal("deciding", prompt(report, check .. "/founded").kind)
    end
    assert.equal("conformance", outcome(report_on(), "11.2.1"))
  end)
  it("are counted in the sentence, whatever the auditor decides", function()
    local report = report_on(alleged(founded()),
      judged("11.2.1/founded", "yes"))
    assert.equal("conformance", outcome(report, "11.2.1"))
    says(reason(report, "11.2.1"), "private personnel: 1")
    says(reason(report, "11.2.12"), "private personnel: 1")
  end)
  it("may be stated as a number, and an unknown register is no clean one",
    function()
      assert.equal(OPEN, outcome(report_on(function(here)
        here.allegations = nil
        here.conduct.founded_allegations = { at_least = 1 }
      end), "11.2.1"))
      assert.equal(OPEN, outcome(report_on(function(here)
        here.allegations = nil
      end), "11.2.1"))
    end)
  it("do not hide a shortfall that is known anyway", function()
    assert.equal(MINOR, outcome(report_on(function(here)
      here.conduct.respect_in_practice = "mixed"
      here.allegations = nil
    end), "11.2.1"))
  end)
  it("of excess contradict that there was none", function()
    local report = report_on(alleged(founded { alleges_force = true }))
    assert.equal(OPEN, outcome(report, "11.2.4"))
    says(reason(report, "11.2.4"), "contradicts itself")
  end)
end)

describe("a founded death", function()
  it("is asked about with the discipline that was taken, not with a bare no", function()
    local report = report_on(function(here)
      alleged(founded { severity = "death_or_injury", discipline_taken = "no",
        id = "P-03" })(here)
      here.conduct.respect_in_practice = "mixed"
      here.force.policy_min_proportionate = false
    end)
    local asked
    for _, one in ipairs(report.prompts) do
      if one.check == "11.2.4" then asked = one.text end
    end
    says(asked, "Asked of: P-03 (")
    says(asked, "discipline taken: no)")
  end)
end)

describe("allegations against public forces", function()
  local one = { id = "2013-7", against = "public", status = "open",
    severity = "death_or_injury", reported_to_authority = "yes" }

  it("are the Member's to answer: asked by case, force and status", function()
    local report = report_on(alleged(one))
    for _, id in ipairs { "11.3.19/advice-2", "11.3.26/advice-2",
      "11.3.27/advice-1" } do
      says(prompt(report, id).text,
        "Asked of: 2013-7 (public forces; open, and not investigated; death or "
          .. "injury).")
    end
    assert.is_nil(prompt(report_on(), "11.3.26/advice-2"))
  end)
  it("are named in sentences that speak of the others", function()
    local report = report_on(alleged(one))
    says(reason(report, "11.2.11"), "against public forces: 1")
    says(reason(report, "11.3.26"), "against public forces: 1")
  end)
  it("are named five at a time", function()
    local many = {}
    for i = 1, 7 do
      many[i] = { id = "C-" .. i, against = "public", status = "referred",
        severity = "low", reported_to_authority = "yes" }
    end
    local text = prompt(report_on(alleged(table.unpack(many))),
      "11.3.26/advice-2").text
    says(text, "C-5 (")
    says(text, ", 2 more.")
    assert.is_nil(text:find("C-6", 1, true))
  end)
end)

describe("an allegation that was received", function()
  local function received(day, limit)
    return function(here)
      here.conduct.own_investigation_limit = limit
      alleged { id = "A-1", against = "private", status = "received",
        made_on = day } (here)
    end
  end
  it("is judged by its age through the Member's own limit alone", function()
    assert.equal("conformance", outcome(report_on(received("2013-11-01", 1)),
      "11.2.11"))
    assert.equal(OPEN, outcome(report_on(received("2013-10-01", 1)), "11.2.11"))
    assert.equal(OPEN, outcome(report_on(received("2013-11-29")), "11.2.11"))
  end)
  it("or referred, or looked into for years, is asked about and called no more than "
    .. "not open", function()
    for _, status in ipairs { "received", "referred", "investigating" } do
      local report = report_on(function(here)
        here.conduct.own_investigation_limit = 60
        alleged { id = "A-1", against = "private", status = status, severity = "low",
          made_on = "2011-11-01", investigation_began = "never" } (here)
      end)
      assert.equal("conformance", outcome(report, "11.2.11"))
      says(reason(report, "11.2.11"), "none entered as open and not investigated")
      says(prompt(report, "11.2.11/advice-12").text, "Asked of: A-1 (private guards; ")
    end
  end)
  it("is asked about by what is not known of it, which says of what", function()
    local report = report_on(alleged { id = "A-1", against = "private",
      status = "investigating", severity = "low" })
    says(prompt(report, "11.2.11/advice-12").text, "investigation began: not known).")
  end)
  it("is the auditor's to judge where that does not settle it", function()
    local report = report_on(received("2013-10-01", 1))
    assert.equal("deciding", prompt(report, "11.2.11/not-yet-due").kind)
    assert.equal(MINOR, outcome(report_on(received("2013-10-01", 1),
      judged("11.2.11/not-yet-due", "no")), "11.2.11"))
  end)
end)

describe("an allegation of a later day than the report's", function()
  local function late(more)
    local one = { id = "A-9", against = "private", status = "open", severity = "serious",
      made_on = "2013-12-01" }
    for key, value in pairs(more or {}) do one[key] = value end
    return report_on(alleged(one))
  end
  it("is no finding, and no conformance either", function()
    local report = late()
    for _, check in ipairs { "11.2.1", "11.2.11", "11.2.12" } do
      assert.equal(OPEN, outcome(report, check), check)
    end
    assert.equal(MINOR, outcome(late { made_on = "2013-11-30" }, "11.2.11"))
  end)
  it("is noted, and stands in the register with the reason", function()
    local report = late()
    assert.equal("entry-ahead", report.problems[1].code)
    assert.equal("/facilities/items/0/allegations/items/0/made_on",
      report.problems[1].pointer)
    local entry = report.registers["here/allegations"][1]
    assert.equal("A-9", entry.item)
    assert.equal("not known", entry.says.status)
    assert.equal("the entry is dated after the as-of date", entry.why.status)
  end)
  it("is taken the same way by any day of its past", function()
    assert.equal(OPEN, outcome(late { made_on = "2013-10-01",
      investigation_began = "2013-12-02" }, "11.2.11"))
    assert.equal("conformance", outcome(late { made_on = "2013-10-01",
      status = "investigating", investigation_began = "2013-11-02" }, "11.2.11"))
  end)
end)

describe("whoever closed an allegation, and whoever contests it", function()
  it("is put before the auditor", function()
    local function asked(more, id)
      local one = { id = "A-1", against = "private",
        status = "closed_unfounded" }
      for key, value in pairs(more) do one[key] = value end
      return prompt(report_on(alleged(one)), id) ~= nil
    end
    assert.is_true(asked({ closed_by = "accused" }, "11.2.11/advice-3"))
    assert.is_false(asked({ closed_by = "outside" }, "11.2.11/advice-3"))
    assert.is_true(asked({ contested = true }, "11.2.11/advice-4"))
    assert.is_true(asked({ severity = "death_or_injury", closed_by = "member" },
      "11.2.11/advice-11"))
    assert.is_false(asked({ severity = "low", closed_by = "member" },
      "11.2.11/advice-11"))
    assert.is_true(asked({ made_on = "2013-05-01",
      investigation_began = "never" }, "11.2.11/advice-5"))
    assert.is_false(asked({ made_on = "2013-05-01",
      investigation_began = "2013-05-02" }, "11.2.11/advice-5"))
  end)
end)

describe("the use of force", function()
  it("is not shown by paper and no excess", function()
    assert.equal(OPEN, outcome(report_on(function(here)
      here.conduct.respect_in_practice, here.force.uses = nil, nil
    end), "11.2.4"))
  end)
  it("that nobody counted is said not to be known, where practice was seen", function()
    local report = report_on(function(here) here.force.uses = nil end)
    assert.equal("conformance", outcome(report, "11.2.4"))
    says(reason(report, "11.2.4"), "Uses of force: not known")
    says(reason(report, "11.2.4"), "in practice: throughout.")
  end)
  it("that never happened, or that others looked into, shows it", function()
    assert.equal("conformance", outcome(report_on(), "11.2.4"))
    local report = report_on(function(here)
      here.conduct.respect_in_practice = nil
      here.force.uses, here.force.looked_into = 3, 3
      here.force.looked_into_by_others = 3
    end)
    assert.equal("conformance", outcome(report, "11.2.4"))
    says(reason(report, "11.2.4"), "Uses of force: 3; looked into: 3")
  end)
  it("that nobody looked into contradicts that none was excessive", function()
    local report = report_on(function(here)
      here.force.uses, here.force.looked_into = 7, 3
    end)
    assert.equal(OPEN, outcome(report, "11.2.4"))
  end)
  it("that only those who used it looked into is asked about", function()
    assert.equal("advisory", prompt(report_on(function(here)
      here.force.uses, here.force.looked_into = 3, 3
      here.force.looked_into_by_others = 0
    end), "11.2.4/advice-2").kind)
  end)
end)

describe("who guards", function()
  it("need not be known for 11.2 to apply", function()
    local function rated(change)
      local report = report_on(function(here)
        here.security = nil
        change(here)
      end)
      return support.result(report, "11.2.5").outcome
    end
    assert.equal("conformance", rated(function(here)
      here.security = { present = true }
    end))
    assert.equal("conformance", rated(function(here)
      here.providers = { items = array { { name = "A guard" } } }
    end))
    assert.equal(OPEN, rated(function() end))
    assert.equal("not-applicable", rated(function(here)
      here.security, here.vpshr = { present = false }, nil
      here.conduct = { policy_written = true }
    end))
    assert.equal(OPEN, rated(function(here) -- yet a company's guards are described
      here.security = { present = false }
      here.conduct = { policy_written = true }
    end))
  end)
  local function asked(report, check, words)
    for _, one in ipairs(report.prompts) do
      if one.check == check and one.text:find(words, 1, true) then return true end
    end
    return false
  end
  it("and is not on duty is asked, though nothing is then to be trained",
    function()
      local report = report_on(function(here)
        here.security.private_count, here.vpshr.trained_private = 0, 0
      end)
      assert.equal("not-applicable", outcome(report, "11.3.2"))
      assert.is_true(asked(report, "11.2.17", "0 of its personnel"))
    end)
  for _, kind in ipairs { "mine", "exploration", "refinery", "cutting",
    "manufacture", "trade", "retail", "laboratory", "transport", "office" } do
    it("and is not on duty is asked at a facility of kind " .. kind, function()
      local function guarded(count, more)
        return report_on(function(here)
          here.kind, here.vpshr = array { kind }, nil
          here.security = { inhouse_used = true, private_used = more == nil or nil,
            public_engaged = false, inhouse_count = count, private_count = count,
            private_engaged = more }
        end)
      end
      assert.is_true(asked(guarded(0), "11.2.17", "0 of its personnel"))
      assert.is_true(asked(guarded(0), "11.2.17", "0 of them to be on duty"))
      assert.is_true(asked(guarded(0, 40), "11.2.17", "0 of its personnel"))
      assert.is_false(asked(guarded(1), "11.2.17", "to be on duty"))
    end)
  end
  it("and is on duty in part is named by head-counts alone", function()
    local function said(engaged)
      return support.result(report_on(function(here)
        here.security.private_count, here.vpshr.trained_private = 712, 712
        here.security.private_engaged = engaged
      end), "11.3.2").reason
    end
    assert.equal("As stated: All private security personnel on duty (712) are "
      .. "trained on the Voluntary Principles; day: not known; 88 not on duty, of whom no more is "
      .. "known.", said(800))
    assert.is_nil(said(712):find("not on duty", 1, true))
  end)
  it("was trained here and is said not to work here is asked about", function()
    local function trained(key, said)
      return report_on(function(here)
        here.security.inhouse_used, here.vpshr[key] = false, said
      end)
    end
    assert.is_true(asked(trained("inhouse_training_date", "2013-05-01"), "11.3.1",
      "Do they still work here?"))
    assert.is_true(asked(trained("inhouse_subjects", array { "asm_rights" }), "11.3.1",
      "Do they still work here?"))
    assert.is_false(asked(trained("training_validity", 12), "11.3.1",
      "Do they still work here?"))
  end)
  it("is asked for each group where there are two", function()
    local function two(here) here.security.inhouse_used = true end
    assert.equal("not-applicable", outcome(report_on(), "11.2.19"))
    assert.equal(OPEN, outcome(report_on(two), "11.2.19"))
    assert.equal(MINOR, outcome(report_on(function(here)
      two(here)
      here.conduct.respect_by_inhouse = "yes"
      here.conduct.respect_by_private = "mixed"
    end), "11.2.19"))
  end)
  it("under an agreement of the state counts as the auditor decides", function()
    local function police(here)
      here.security.public_engaged = true
      here.security.public_presence = "on_site"
      here.conduct.known_by_private = "yes"
    end
    local id = "fact:here/security.public_as_personnel"
    assert.equal("deciding", prompt(report_on(police), id).kind)
    assert.equal("not-applicable", outcome(report_on(police,
      judged(id, false)), "11.2.20"))
    assert.equal(OPEN, outcome(report_on(police, judged(id, true)), "11.2.20"))
  end)
end)

describe("arms", function()
  it("that nobody is said to carry raise no question of licences", function()
    local function asks(arms)
      return prompt(report_on(function(here) here.arms = arms end),
        "fact:here/arms.licence_required_by_law") ~= nil
    end
    assert.is_false(asks(nil))
    assert.is_true(asks { used = true })
  end)
  it("are said by their kinds, or said not to be known", function()
    local function said(arms)
      local report = report_on(function(here) here.arms = arms end)
      return reason(report, "11.2.13")
    end
    says(said { used = true, armed_count = 2, trained_count = 2,
      kinds = array { "firearm", "dog" } }, "kinds of arms: firearms and dogs.")
    says(said { used = true, armed_count = 2, trained_count = 2 },
      "kinds of arms: not known.")
    says(said { used = true, armed_count = 2, trained_count = 0 },
      "Of those armed (kinds of arms: not known), training for what they carry was "
        .. "given to 0 of 2.")
  end)
  it("of a provider are the facility's", function()
    local report = report_on(function(here)
      here.arms = nil
      here.providers = { items = array { { kind = "private", armed = true,
        arms_kinds = array { "firearm" } } } }
    end)
    assert.not_equal("not-applicable", outcome(report, "11.2.13"))
  end)
end)

describe("records of monitoring", function()
  it("that were falsified are not the same as no monitoring", function()
    local function with(records)
      return report_on(function(here)
        here.conduct.monitoring_records = records
      end)
    end
    assert.equal("conformance", outcome(with "gaps", "11.2.10"))
    says(prompt(with "gaps", "11.2.10/advice-1").text, "gaps")
    assert.equal(OPEN, outcome(with "falsified", "11.2.10"))
    says(prompt(with "falsified", "11.2.10/advice-2").text, "falsified")
  end)
end)

describe("people first", function()
  local function written(how)
    return support.result(report_on(function(here)
      here.people_first = { in_policy = how }
    end), "11.1.21")
  end
  it("unsaid is an observation, and turned round a lapse", function()
    assert.equal("observation", written("silent").outcome)
    assert.equal("P11.1-08", written("silent").cites[1].point)
    assert.equal(MINOR, written("no").outcome)
    assert.equal("R11.1d", written("no").cites[1].point)
    assert.same({ "conformance", MINOR }, written(nil).range)
  end)
end)
