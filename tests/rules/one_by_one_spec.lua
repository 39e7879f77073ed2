-- People, providers, threats, measures, shipments, allegations, incidents,
-- consultations and documents may be given one by one; what the checks ask of
-- them as a whole follows, and must agree with what is stated of the whole.
local support = require "support.host"

local runtime = support.open_builtin()
local array = support.json.array

local function assess(here)
  here.id, here.kind = "here", array { "mine" }
  here.handles_jewellery_products = true
  return assert(support.evaluate(runtime, { format = "cop11.dossier/1",
    assessment = { date = "2013-11-30", kind = "self" },
    member = { id = "M-1", has_mining_facilities = true },
    facilities = { complete = true, items = array { here } } }))
end

-- What the report says of a fact that is stated nowhere.
local function follows(report, fact)
  for _, result in ipairs(report.results) do
    for _, read in ipairs(result.facts or {}) do
      if read.fact == fact and read.from then
        return read.value, read.from
      end
    end
  end
end

local function complete(...) return { complete = true, items = array { ... } } end

-- list, its items, and what follows: fact, value, fact, value ...
local CASES <const> = {
  { "people", complete(
    { armed = true, weapons_trained = true, employer = "private",
      deployed = "on_duty", vpshr_trained = true,
      licence = { held = true, expires = "2013-11-30" } },
    { armed = true, weapons_trained = false, employer = "private",
      deployed = "on_duty", vpshr_trained = false, licence = { held = false } },
    { armed = false, employer = "inhouse", deployed = "on_duty",
      vpshr_trained = true },
    { armed = false, employer = "inhouse", deployed = "not_yet",
      vpshr_trained = false }),
    ["arms.used"] = true, ["arms.armed_count"] = 2, ["arms.trained_count"] = 1,
    ["security.private_count"] = 2, ["vpshr.trained_private"] = 1,
    ["security.inhouse_count"] = 1, ["vpshr.trained_inhouse"] = 1,
    with = { arms = { licence_required_by_law = true },
      security = { inhouse_used = true, private_used = true } } },
  { "providers", complete(
    { kind = "private", agreement = { cites_vpshr = true,
      requires_training = true, requires_conduct = false },
      defensive_only = true },
    { kind = "private", agreement = { cites_vpshr = false,
      requires_training = true, requires_conduct = false },
      defensive_only = true },
    { kind = "public", arrangement = { follows_vpshr = true,
      policies_communicated = true, expectation_expressed = false } }),
    ["security.inhouse_used"] = false, ["security.private_used"] = true,
    ["security.public_engaged"] = true,
    ["private_security.agreements_cite_vpshr"] = false,
    ["private_security.agreements_require_training"] = true,
    ["private_security.agreements_require_conduct"] = false,
    ["private_security.defensive_only"] = true,
    ["public_security.follows_vpshr"] = true,
    ["public_security.policies_communicated"] = true,
    ["public_security.expectation_expressed"] = false },
  { "threats", complete(
    { type = "theft", sources = array { "employees" }, exposure = "high",
      answered_by = array { "protection" } },
    { type = "illegal_mining", sources = array { "illegal_miners",
      "criminals" }, exposure = "none", answered_by = "none" }),
    ["risk_assessment.names_threats"] = true,
    ["risk_assessment.rates_exposure"] = true,
    ["risk_assessment.considers_theft"] = true,
    ["risk_assessment.considers_fraud"] = false,
    ["risk_assessment.considers_illegal_mining"] = true,
    ["risk_assessment.threats_from_employees"] = true,
    ["risk_assessment.threats_from_criminals"] = true,
    ["risk_assessment.threats_from_illegal_miners"] = true,
    ["process.threats_answered"] = true,
    with = { risk_assessment = { exists = true } } },
  { "security_measures", complete({ follows_from_risk = true },
    { follows_from_risk = false }),
    ["measures.follow_from_risks"] = "partly",
    with = { risk_assessment = { exists = true } } },
  { "shipments", complete(
    { carrier = "own", guarded = true, crew_protected = false },
    { carrier = "courier", guarded = false }),
    ["facility.ships_product"] = true, ["shipping.own_carriage"] = true,
    ["shipping.carrier_used"] = true, ["shipping.guarded"] = true,
    ["protect.transport_staff"] = false },
  { "incidents", complete(
    { force_excessive = true, shipment_lost_by = "nobody" },
    { force_excessive = false, shipment_lost_by = "carrier" },
    { force_excessive = false, shipment_lost_by = "nobody" }),
    ["force.excessive_confirmed"] = 1,
    with = { security = { inhouse_used = true },
      force = { policy_min_proportionate = true } } },
  { "consultations", complete(
    { with = "communities", held_on = "2013-09-30" },
    { with = "communities", held_on = "2013-02-01" }),
    ["consultation.communities_last"] = "2013-09-30",
    ["consultation.government_last"] = "never",
    with = { community = { present = true }, consultation = {
      appropriate_with = array { "government", "communities" },
      own_interval = 6 } } },
  { "security_documents", complete(
    { access_controlled = true, kept_safe = true, withheld = true },
    { access_controlled = true, kept_safe = false, withheld = false }),
    ["documents.access_controlled"] = true, ["documents.kept_safe"] = false },
}

describe("given one by one,", function()
  for _, case in ipairs(CASES) do
    local list = case[1]
    it(list .. " give what is asked of them as a whole", function()
      local here = support.copy(case.with or {})
      here[list] = case[2]
      local report = assess(here)
      for fact, value in pairs(case) do
        if type(fact) == "string" and fact ~= "with" then
          local found, from = follows(report, fact)
          assert.equal(value, found, fact)
          assert.equal(list, from)
        end
      end
    end)
  end

  -- Each allegation is looked at by itself: there is no total to follow.
  it("allegations are judged each", function()
    local function outcome(...)
      return support.result(assess { security = { inhouse_used = true },
        conduct = { investigations_arranged = true },
        allegations = complete(...) }, "11.2.11").outcome
    end
    assert.equal("conformance", outcome({ against = "inhouse",
      status = "investigating" }))
    assert.equal("minor-nonconformance", outcome({ against = "inhouse",
      status = "investigating" }, { against = "private", status = "open" }))
  end)

  it("losses of carriers and of the Member are counted apart", function()
    local report = assess { ships_product = true, shipping = {
      own_carriage = true, carrier_used = true },
      incidents = complete({ shipment_lost_by = "carrier",
        force_excessive = false }) }
    local asked = {}
    for _, prompt in ipairs(report.prompts) do asked[prompt.prompt] = true end
    assert.is_true(asked["11.1.18/advice-1"])
    assert.is_nil(asked["11.1.17/advice-1"])
  end)

  it("withheld documents raise the question about them", function()
    local report = assess { security_documents = complete({ withheld = true }) }
    local asked = {}
    for _, prompt in ipairs(report.prompts) do asked[prompt.prompt] = true end
    assert.is_true(asked["11.1.28/advice-1"])
  end)

  it("and stated as a whole otherwise, they contradict it", function()
    local report = assess { security_measures = complete(
      { follows_from_risk = true }), measures = { follow_from_risks = "no" },
      consultations = complete({ with = "government",
        held_on = "2013-09-30" }),
      consultation = { government_last = "2013-10-01" },
      incidents = complete({ force_used = true, looked_into_by = "member",
        force_excessive = false }),
      force = { excessive_confirmed = 1 },
      security_documents = complete({ kept_safe = false }),
      documents = { kept_safe = true } }
    local found = {}
    for i, problem in ipairs(report.problems) do
      assert.equal("conflict", problem.kind)
      found[i] = problem.pointer:gsub("^/facilities/items/0", "")
    end
    table.sort(found)
    assert.same({ "/consultation/government_last", "/documents/kept_safe",
      "/force/excessive_confirmed", "/measures/follow_from_risks" }, found)
  end)
end)
