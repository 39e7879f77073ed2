-- Edge cases of 11.3, by the numbers of the domain's table.  Where the design
-- decides otherwise than the table, a comment says so.
local edge_case = require "support.edge_case"
local support = require "support.host"

local runtime = support.open_builtin()
local array = support.json.array
local judged, outcome, prompt, says =
  edge_case.judged, edge_case.outcome, edge_case.prompt, edge_case.says

-- A mine whose guards, own and hired, public forces, neighbours and files are
-- all in order as far as 11.3 goes.
local function mine(id)
  return {
    id = id, kind = array { "mine" },
    security = { inhouse_used = true, private_used = true,
      public_engaged = true, inhouse_count = 80, private_count = 20,
      public_presence = "on_site", public_supported = false,
      public_called = false },
    vpshr = { trained_inhouse = 80, trained_private = 20,
      training_validity = 12, inhouse_training_date = "2013-05-06",
      private_training_date = "2013-05-06", records_inhouse = true,
      records_private = true, inhouse_practice = "yes",
      private_practice = "yes", monitoring = true, in_strategy = true,
      joined_with_human_rights = true,
      inhouse_subjects = array { "asm_conduct", "community_conduct" },
      private_subjects = array { "asm_rights", "asm_conduct",
        "community_conduct" } },
    asm = { present = "nearby" },
    community = { present = true },
    risk_assessment = { exists = true, asm_interaction = true,
      regularly_updated = true, own_interval = "none-stated" },
    public_security = { follows_vpshr = true, policies_communicated = true,
      expectation_expressed = true, agreement_possible = true,
      commitment = "agreed", risks_watched = true },
    private_security = { agreements_cite_vpshr = true,
      agreements_require_training = true, agreements_require_conduct = true,
      defensive_only = true },
    inhouse_security = { equivalent = true },
    conduct = { investigations_arranged = true },
    grievance = { route_exists = true },
    allegations = { complete = true, items = array {} },
  }
end

local function assess(facilities, more)
  local dossier = { format = "cop11.dossier/1",
    assessment = { date = "2013-11-30", kind = "certification" },
    member = { id = "M-1", has_mining_facilities = true,
      provides_secure_transport = false },
    facilities = { complete = true, items = array(facilities) } }
  for key, value in pairs(more or {}) do dossier[key] = value end
  local report, problem = support.evaluate(runtime, dossier)
  return assert(report, problem and problem.message)
end

-- The report on the mine with `change` made to it.
local function report_on(change, more)
  local here = mine "here"
  if change then change(here) end
  return assess({ here }, more)
end

local function reason(report, check)
  return support.result(report, check).reason
end

local function rating(report)
  for _, provision in ipairs(report.facilities[1].provisions) do
    if provision.provision == "11.3" then return provision.rating end
  end
end

local OPEN <const> = "insufficient-evidence"
local MINOR <const> = "minor-nonconformance"
local MAJOR <const> = "major-nonconformance"

describe("11.3 with all in order", function()
  it("is conformance, check by check", function()
    local report = report_on()
    assert.equal("conformance", rating(report))
    for _, result in ipairs(report.results) do
      if result.provision == "11.3" then
        assert.truthy(result.outcome == "conformance"
          or result.check == "11.3.8", result.check)
      end
    end
  end)
end)

describe("artisanal miners", function()
  it("edge case 6: none: the risk assessment need not, the training only by "
    .. "the auditor",
    function()
      local function none(here)
        here.asm.present = "none"
        here.vpshr.private_subjects = array { "community_conduct" }
      end
      local report = report_on(none)
      assert.equal("not-applicable", outcome(report, "11.3.11"))
      says(reason(report, "11.3.11"), "no artisanal")
      assert.equal(OPEN, outcome(report, "11.3.7"))
      assert.same({ "not-applicable", MINOR },
        support.result(report, "11.3.7").range)
      assert.equal("deciding", prompt(report, "11.3.7/no-miners").kind)
      assert.equal("not-determined", rating(report))
      assert.equal("not-applicable", outcome(report_on(none,
        judged("11.3.7/no-miners", "no")), "11.3.7"))
      assert.equal(MINOR, outcome(report_on(none,
        judged("11.3.7/no-miners", "yes")), "11.3.7"))
    end)

  it("training that takes their rights up leaves nothing to decide",
    function()
      local report = report_on(function(here) here.asm.present = "none" end)
      assert.equal("conformance", outcome(report, "11.3.7"))
      assert.is_nil(prompt(report, "11.3.7/no-miners"))
    end)

  it("edge case 7: not known whether there are any: never not "
    .. "applicable", function()
    local report = report_on(function(here)
      here.asm.present = "unknown"
      here.risk_assessment.asm_interaction = false
    end)
    assert.equal(OPEN, outcome(report, "11.3.11"))
    assert.same({ "not-applicable", MINOR },
      support.result(report, "11.3.11").range)
  end)

  it("edge case 8: in the in-house course alone: minor, and never "
    .. "major", function()
    local report = report_on(function(here)
      here.vpshr.inhouse_subjects = array { "asm_rights", "asm_conduct",
        "community_conduct" }
      here.vpshr.private_subjects = array { "asm_conduct",
        "community_conduct" }
    end)
    assert.equal(MINOR, outcome(report, "11.3.7"))
    assert.equal("should", support.result(report, "11.3.7").strength)
    assert.equal(MINOR, rating(report))
  end)

  it("edge case 9: in-house guards only: agreements aside, their course for "
    .. "the auditor",
    function()
      local function only_inhouse(here)
        here.security.private_used, here.security.private_count = false, 0
        here.vpshr.trained_private, here.private_security = 0, nil
        here.vpshr.private_subjects, here.vpshr.private_practice = nil, nil
      end
      local report = report_on(only_inhouse)
      for _, check in ipairs { "11.3.2", "11.3.4", "11.3.7", "11.3.10",
        "11.3.20", "11.3.21", "11.3.22", "11.3.23" } do
        assert.equal("not-applicable", outcome(report, check))
        says(reason(report, check), "No private")
      end
      assert.equal("conformance", outcome(report, "11.3.24"))
      assert.equal(OPEN, outcome(report, "11.3.8"))
      assert.equal("deciding", prompt(report, "11.3.8/only-inhouse").kind)
      assert.equal(MINOR, outcome(report_on(only_inhouse,
        judged("11.3.8/only-inhouse", "yes")), "11.3.8"))
      local aside = report_on(only_inhouse,
        judged("11.3.8/only-inhouse", "no"))
      assert.equal("not-applicable", outcome(aside, "11.3.8"))
      assert.equal("conformance", rating(aside))
    end)

  it("none, yet a threat of illegal mining: a question, no contradiction",
    function()
      local report = report_on(function(here)
        here.asm.present = "none"
        here.threats = { complete = true, items = array {
          { type = "illegal_mining", exposure = "high" } } }
      end)
      assert.equal("advisory", prompt(report, "11.3.11/advice-1").kind)
      assert.same({}, report.problems)
    end)
end)

describe("training", function()
  it("edge case 10: four years ago and no rule: met on its face, with a "
    .. "question",
    function()
      local report = report_on(function(here)
        here.vpshr.training_validity = "none-stated"
        here.vpshr.inhouse_training_date = "2009-11-30"
      end)
      assert.equal("conformance", outcome(report, "11.3.1"))
      assert.equal("not-applicable", outcome(report, "11.3.3"))
      assert.equal("advisory", prompt(report, "11.3.3/advice-1").kind)
      assert.equal("conformance", rating(report))
    end)

  it("edge case 11: fourteen months ago against a yearly rule of its own: "
    .. "minor",
    function()
      local report = report_on(function(here)
        here.vpshr.private_training_date = "2012-09-30"
      end)
      assert.equal("conformance", outcome(report, "11.3.2"))
      assert.equal("conformance", outcome(report, "11.3.3"))
      assert.equal(MINOR, outcome(report, "11.3.4"))
      assert.equal(MINOR, rating(report))
    end)

  it("the last day of the period still counts", function()
    local function given(day)
      return outcome(report_on(function(here)
        here.vpshr.inhouse_training_date = day
      end), "11.3.3")
    end
    assert.equal("conformance", given "2012-11-30")
    assert.equal(MINOR, given "2012-11-29")
  end)

  local function people(on_duty)
    return function(here)
      here.security.inhouse_count, here.vpshr.trained_inhouse = nil, nil
      local items = {}
      for i = 1, 100 do
        local trained = i <= 97
        items[i] = { employer = "inhouse", vpshr_trained = trained,
          deployed = (trained or on_duty) and "on_duty"
            or "not_yet" }
      end
      for i = 101, 120 do
        items[i] = { employer = "private", vpshr_trained = true,
          deployed = "on_duty" }
      end
      here.people = { complete = true, items = array(items) }
    end
  end

  it("edge case 12: three hired this week and not yet deployed do not "
    .. "count", function()
    local report = report_on(people(false))
    assert.equal("conformance", outcome(report, "11.3.1"))
    says(reason(report, "11.3.1"), "duty (97) are trained")
  end)

  it("edge case 13: three untrained on duty are a lapse", function()
    local report = report_on(people(true))
    assert.equal(MINOR, outcome(report, "11.3.1"))
    says(reason(report, "11.3.1"), "97 of 100")
    says(prompt(report, "11.3.1/extent").text, "systemic")
  end)

  it("edge case 14: nobody trained is major", function()
    local report = report_on(function(here) here.vpshr.trained_private = 0 end)
    assert.equal(MAJOR, outcome(report, "11.3.2"))
    assert.equal(MAJOR, rating(report))
  end)

  it("edge case 15: without records it is not proven, and the records are "
    .. "missing",
    function()
      local report = report_on(function(here)
        here.vpshr.trained_private = nil
        here.vpshr.records_private = false
      end)
      assert.equal(OPEN, outcome(report, "11.3.2"))
      assert.equal(MINOR, outcome(report, "11.3.5"))
      -- Interviews may show what records do not.
      assert.equal("conformance", outcome(report_on(function(here)
        here.vpshr.trained_private = { value = 20, evidence = array { "talk" } }
        here.vpshr.records_private = false
      end, { evidence = array { { id = "talk", kind = "interview" } } }),
        "11.3.2"))
    end)

  it("all said to be trained, with records or agreements that do not bear it "
    .. "out, is put before the auditor",
    function()
      local function asks(id, change)
        return prompt(report_on(change), id) ~= nil
      end
      assert.is_false(asks("11.3.1/advice-2"))
      assert.is_false(asks("11.3.2/advice-1"))
      assert.is_true(asks("11.3.1/advice-2", function(here)
        here.vpshr.records_inhouse = false
      end))
      assert.is_true(asks("11.3.2/advice-1", function(here)
        here.vpshr.records_private = false
      end))
      assert.is_true(asks("11.3.2/advice-1", function(here)
        here.private_security.agreements_require_training = false
      end))
      assert.is_false(asks("11.3.2/advice-1", function(here)
        here.vpshr.records_private, here.vpshr.trained_private = false, 19
      end))
    end)

  it("edge case 16: forty trained of nobody knows how many is open", function()
    local report = report_on(function(here)
      here.security.inhouse_count, here.vpshr.trained_inhouse = nil, 40
    end)
    assert.equal(OPEN, outcome(report, "11.3.1"))
  end)

  it("edge case 17: of a head-count of 0 there is nothing to be "
    .. "trained", function()
    local report = report_on(function(here)
      here.security.private_count, here.vpshr.trained_private = 0, 0
    end)
    assert.equal("not-applicable", outcome(report, "11.3.2"))
  end)

  it("edge case 18: each group by itself, and no figure for both", function()
    local report = report_on(function(here) here.vpshr.trained_private = 4 end)
    assert.equal("conformance", outcome(report, "11.3.1"))
    assert.equal(MINOR, outcome(report, "11.3.2"))
    says(reason(report, "11.3.2"), "4 of 20")
  end)

  it("edge case 54: no tool for carrying the principles out is asked "
    .. "for", function()
    -- No fact speaks of the tools, so none can lower anything.
    for path in pairs(runtime.model().vocabulary.entries) do
      assert.falsy(path:find("tool", 1, true) or path:find("igt", 1, true))
    end
    assert.equal("conformance", outcome(report_on(), "11.3.6"))
  end)
end)

describe("where 11.3 applies", function()
  it("edge case 59: nowhere at a Member without mining, with the "
    .. "reason", function()
    local shop = mine "here"
    shop.kind = array { "retail" }
    local report = assess({ shop }, { member = { id = "M-1",
      has_mining_facilities = false, provides_secure_transport = false } })
    assert.equal("not-applicable", rating(report))
    says(reason(report, "11.3.6"), "no mining facilities")
  end)

  it("at an exploration site too", function()
    assert.equal("conformance", rating(report_on(function(here)
      here.kind = array { "exploration" }
    end)))
  end)

  it("not at the Member's others, but those with guards are pointed out",
    function()
      local refinery = mine "plant"
      refinery.kind = array { "refinery" }
      local office = { id = "office", kind = array { "office" },
        security = { inhouse_used = false, private_used = false,
          public_engaged = false } }
      local report = assess { mine "pit", refinery, office }
      local asked = {}
      for _, one in ipairs(report.prompts) do
        if one.prompt == "11.3.1/advice-1" then
          assert.equal("advisory", one.kind)
          asked[#asked + 1] = one.facility
        end
      end
      assert.same({ "plant" }, asked)
      local at_plant = support.result(report, "11.3.2", "plant")
      assert.equal("not-applicable", at_plant.outcome)
      says(at_plant.reason, "neither a mine")
    end)

  it("is read with the Human Rights provision", function()
    for _, provision in ipairs(report_on().provisions) do
      if provision.provision == "11.3" then says(provision.with, "COP 6") end
    end
    local report = report_on(function(here)
      here.vpshr.joined_with_human_rights = false
    end)
    assert.equal("observation", outcome(report, "11.3.14"))
    assert.equal("conformance", rating(report))
  end)
end)

describe("an attack after the risk assessment of a mine", function()
  it("asks whether it is still up to date, and lowers nothing", function()
    local report = report_on(function(here)
      here.risk_assessment.date = "2013-01-15"
      here.risk_assessment.last_trigger = "2013-06-30"
    end)
    assert.equal("advisory", prompt(report, "11.1.9/advice-1").kind)
    assert.equal("conformance", rating(report))
  end)
end)
