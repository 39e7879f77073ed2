-- Edge cases of 11.3 that concern public forces and allegations, by the numbers
-- of the domain's table.  Where the design decides otherwise than the table, a
-- comment says so.
local edge_case = require "support.edge_case"
local support = require "support.host"

local runtime = support.open_builtin()
local array = support.json.array
local judged, outcome, prompt, says =
  edge_case.judged, edge_case.outcome, edge_case.prompt, edge_case.says

-- A mine guarded by its own people and the police; only what is asked about
-- public forces and allegations is known of it.
local function mine()
  return {
    id = "here", kind = array { "mine" },
    security = { inhouse_used = true, private_used = false,
      public_engaged = true, public_presence = "on_site",
      public_supported = false, public_called = false },
    public_security = { follows_vpshr = true, policies_communicated = true,
      expectation_expressed = true, agreement_possible = true,
      commitment = "agreed", risks_watched = true },
    conduct = { investigations_arranged = true },
    grievance = { route_exists = true },
    allegations = { complete = true, items = array {} },
  }
end

local function report_on(change, more)
  local here = mine()
  if change then change(here) end
  local dossier = { format = "cop11.dossier/1",
    assessment = { date = "2013-11-30", kind = "certification" },
    member = { id = "M-1", has_mining_facilities = true,
      provides_secure_transport = false },
    facilities = { complete = true, items = array { here } } }
  for key, value in pairs(more or {}) do dossier[key] = value end
  local report, problem = support.evaluate(runtime, dossier)
  return assert(report, problem and problem.message)
end

local OPEN <const> = "insufficient-evidence"
local MINOR <const> = "minor-nonconformance"

describe("public forces", function()
  it("edge case 27: the government refuses, and the letters show it", function()
    local report = report_on(function(here)
      here.public_security.commitment = "refused"
      here.public_security.seeking_shown = true
      here.public_security.policies_communicated = false
    end)
    assert.equal("conformance", outcome(report, "11.3.18"))
    -- What can be said without an agreement is still to be said.
    assert.equal(MINOR, outcome(report, "11.3.16"))
    assert.equal("conformance", outcome(report, "11.3.17"))
  end)

  it("a refusal that nothing shows does not count", function()
    assert.equal("observation", outcome(report_on(function(here)
      here.public_security.commitment = "refused"
      here.public_security.seeking_shown = false
    end), "11.3.18"))
  end)

  it("edge case 28: the Member never asked them anything", function()
    local report = report_on(function(here)
      here.public_security = { follows_vpshr = false,
        policies_communicated = false, expectation_expressed = false,
        agreement_possible = true, commitment = "not_sought",
        risks_watched = false }
    end)
    for _, check in ipairs { "11.3.15", "11.3.16", "11.3.17" } do
      assert.equal(MINOR, outcome(report, check))
    end
    assert.equal("observation", outcome(report, "11.3.18"))
    assert.equal("observation", outcome(report, "11.3.19"))
  end)

  it("edge case 29: near the site, without contact or contract: pointed "
    .. "out", function()
    local report = report_on(function(here)
      here.security.public_engaged = false
      here.security.public_presence = "nearby"
    end)
    assert.equal("not-applicable", outcome(report, "11.3.16"))
    assert.equal("advisory", prompt(report, "11.3.19/advice-1").kind)
    assert.is_nil(prompt(report_on(), "11.3.19/advice-1"))
  end)

  it("on the site without being engaged: vigilance is asked", function()
    assert.equal("observation", outcome(report_on(function(here)
      here.security.public_engaged = false
      here.public_security.risks_watched = false
    end), "11.3.19"))
  end)

  it("edge case 30: called once in an emergency: the auditor "
    .. "decides", function()
    local function called(here)
      here.security.public_engaged = false
      here.security.public_called = true
      here.public_security.follows_vpshr = false
    end
    local report = report_on(called)
    assert.equal(OPEN, outcome(report, "11.3.15"))
    assert.same({ "not-applicable", MINOR },
      support.result(report, "11.3.15").range)
    assert.equal("deciding", prompt(report, "11.3.15/emergency-call").kind)
    assert.equal("not-applicable", outcome(report_on(called,
      judged("11.3.15/emergency-call", "no")), "11.3.15"))
    assert.equal(MINOR, outcome(report_on(called,
      judged("11.3.15/emergency-call", "yes")), "11.3.15"))
  end)

  it("edge case 31: another unit since the briefing: pointed out", function()
    local function rotated(day)
      return report_on(function(here)
        here.public_security.communicated_on = "2013-02-01"
        here.public_security.last_rotation = day
      end)
    end
    local report = rotated "2013-08-01"
    assert.equal("conformance", outcome(report, "11.3.16"))
    assert.equal("advisory", prompt(report, "11.3.16/advice-1").kind)
    assert.is_nil(prompt(rotated "2013-01-31", "11.3.16/advice-1"))
    assert.is_nil(prompt(rotated "never", "11.3.16/advice-1"))
  end)

  it("an agreement that has run out is pointed out", function()
    local function until_day(day)
      return report_on(function(here)
        here.providers = { complete = true, items = array {
          { kind = "inhouse" },
          { kind = "public", arrangement = { ends = day } } } }
      end)
    end
    assert.equal("advisory",
      prompt(until_day "2013-11-29", "11.3.15/advice-1").kind)
    assert.is_nil(prompt(until_day "2013-11-30", "11.3.15/advice-1"))
  end)

  it("of which one agreed and one did not answer are both named", function()
    local function with(...)
      local items = array {}
      for i, commitment in ipairs { ... } do
        items[i] = { name = "Force " .. i, kind = "public", arrangement = {
          commitment = commitment } }
      end
      return report_on(function(here)
        here.public_security.commitment = "unanswered"
        here.public_security.seeking_shown = true
        here.providers = { items = items }
      end)
    end
    local report = with("agreed", "unanswered")
    assert.equal("conformance", outcome(report, "11.3.18"))
    says(support.result(report, "11.3.18").reason, "not answered (where forces "
      .. "differ, the least).")
    says(prompt(report, "11.3.18/advice-1").text,
      "Asked of: Force 1 (agreed), Force 2 (unanswered).")
    assert.is_nil(prompt(with("unanswered", "unanswered"), "11.3.18/advice-1"))
  end)

  it("one answer a force: the army was not told, the police were", function()
    assert.equal(MINOR, outcome(report_on(function(here)
      here.public_security.policies_communicated = nil
      here.providers = { complete = true, items = array {
        { kind = "inhouse" },
        { kind = "public", arrangement = { policies_communicated = true } },
        { kind = "public", arrangement = { policies_communicated = false } },
      } }
    end), "11.3.16"))
  end)
end)

describe("allegations", function()
  local function case(facts)
    return function(here) here.allegations.items = array { facts } end
  end

  it("edge case 19: open, and the investigation began in time: no "
    .. "finding", function()
    local report = report_on(case { against = "inhouse",
      status = "investigating", reported_to_authority = "yes" })
    assert.equal("conformance", outcome(report, "11.3.26"))
    assert.equal("conformance", outcome(report, "11.3.27"))
  end)

  it("open for eleven months and nobody investigates", function()
    local function lying(severity)
      return report_on(case { against = "inhouse", status = "open",
        severity = severity })
    end
    assert.equal(MINOR, outcome(lying "low", "11.3.26"))
    assert.is_nil(prompt(lying "low", "11.3.26/advice-1"))
    -- The point says should: a serious one is a question, not a major.
    assert.equal(MINOR, outcome(lying "serious", "11.3.26"))
    assert.equal("advisory", prompt(lying "serious", "11.3.26/advice-1").kind)
  end)

  it("edge case 24: none on record where nobody can complain: pointed "
    .. "out", function()
    local report = report_on(function(here)
      here.grievance.route_exists = false
    end)
    assert.equal("conformance", outcome(report, "11.3.26"))
    assert.equal("advisory", prompt(report, "11.2.11/advice-2").kind)
    assert.truthy(support.result(report, "11.3.26").reason:find(
      "a way to complain: no", 1, true))
  end)

  it("edge case 25: against public forces, recorded and reported: no "
    .. "finding", function()
    local report = report_on(case { against = "public", status = "open",
      reported_to_authority = "yes" })
    assert.equal("conformance", outcome(report, "11.3.26"))
    assert.equal("conformance", outcome(report, "11.3.27"))
  end)

  it("edge case 26: not reported, since that would endanger a "
    .. "victim", function()
    local function kept(on_file)
      return outcome(report_on(case { against = "public",
        status = "investigating", reported_to_authority = "not_appropriate",
        reason_on_file = on_file }), "11.3.27")
    end
    assert.equal("conformance", kept(true))
    assert.equal(MINOR, kept(false))
    assert.equal(OPEN, kept(nil))
  end)

  it("not reported although that was appropriate is a finding", function()
    local report = report_on(case { against = "public",
      status = "closed_founded", reported_to_authority = "no" })
    assert.equal(MINOR, outcome(report, "11.3.27"))
    says(support.result(report, "11.3.27").reason, "entered as not reported")
  end)
end)
