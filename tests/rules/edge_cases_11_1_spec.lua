-- Edge cases of 11.1 and of applicability, by the numbers of the domain's
-- table.  Where the design decides otherwise than the table, a comment says so.
local support = require "support.host"

local runtime = support.open_builtin()
local array = support.json.array
local known = runtime.model().vocabulary.entries

-- A jeweller's shop that meets everything 11.1 asks, without any guard.
local function shop(id)
  return {
    id = id, kind = array { "retail" }, handles_jewellery_products = true,
    ships_product = true,
    security = { inhouse_used = false, private_used = false,
      public_engaged = false },
    management = { responsibility = "senior" },
    risk_assessment = { exists = true, date = "2013-01-15",
      covers = array { "people", "premises", "product", "shipments" },
      names_threats = true, rates_exposure = true, finds_weaknesses = true,
      abuse_potential = true, perspectives = array { "economic" },
      perspectives_applicable = { value = array { "economic" },
        why = "theft alone threatens a shop in a calm street" },
      considers_theft = true, considers_fraud = true, considers_kidnap = true,
      considers_violence = true, considers_product_theft = true,
      threats_from_criminals = true, threats_from_employees = true },
    measures = { follow_from_risks = "yes" },
    process = { structural_threats = true, emergent_threats = true,
      threats_answered = true },
    strategy = { levels = array { "management", "protection" } },
    community = { present = false, migrant_workers = false },
    protect = { theft = "adequate", damage = "adequate",
      substitution = "adequate", carrier_shipments = "adequate" },
    shipping = { own_carriage = false, carrier_used = true, guarded = false },
    people_first = { in_practice = "yes", in_policy = "yes", groups = array {
      "employees", "contractors", "visitors", "partner_staff" } },
    training = { appropriate_for = { value = array { "employees" },
      why = "no contractor works here" }, employees = "all" },
    theft_detection = { appropriate = true, speed = "fast" },
    law_enforcement = { relationship_appropriate = true,
      relationship = "informal" },
    consultation = { appropriate_with = { value = "none",
      why = "a shop without guards touches no community" } },
    documents = { access_controlled = true, kept_safe = true,
      withheld = false },
  }
end

-- An office without product or guards.
local function office(id)
  return { id = id, kind = array { "office" },
    handles_jewellery_products = false, ships_product = false,
    security = { inhouse_used = false, private_used = false,
      public_engaged = false } }
end

-- The Member has neither mines nor transport services, so that 11.3 and 11.4
-- stay out of what is looked at here.
local function member()
  local facts = { id = "M-1" }
  for _, name in ipairs { "has_mining_facilities",
    "provides_secure_transport" } do
    if known["member." .. name] then facts[name] = false end
  end
  return facts
end

local EVIDENCE = { { id = "talk", kind = "interview", title = "Paper", date = "2013-06-30",
  collected_by = "auditor" }, { id = "visit", kind = "observation", title = "Paper",
    date = "2013-06-30",
  collected_by = "auditor" } }

local function assess(...)
  return assert(support.evaluate(runtime, { format = "cop11.dossier/1",
    assessment = { date = "2013-11-30", kind = "certification" },
    member = member(), evidence = array(support.copy(EVIDENCE)),
    facilities = { complete = true, items = array { ... } } }))
end

local function outcome(report, check, facility)
  return support.result(report, check, facility).outcome
end

local function reason(report, check, facility)
  return support.result(report, check, facility).reason
end

local function by_id(list, key, id)
  for _, one in ipairs(list) do
    if one[key] == id then return one end
  end
end

-- The rating of a provision at the Member, or at one facility.
local function rating(report, provision, facility)
  local at = facility and by_id(report.facilities, "id", facility) or report
  return by_id(at.provisions, "provision", provision).rating
end

local function prompt(report, id)
  return by_id(report.prompts, "prompt", id)
end

local function withheld(...)
  local legs = {}
  for i, leg in ipairs { ... } do
    legs[i] = { id = leg[1], says = leg[2] }
  end
  return { state = "withheld", withheld_reason = "it shows our weak points",
    evidence = array(legs) }
end

local EXISTS = "fact:shop/risk_assessment.exists"

describe("by the table", function()
  it("nobody armed leaves training and licences aside, nothing else",
    function()
      local here = shop "shop"
      here.security.inhouse_used = true
      here.arms = { used = false }
      here.force = { policy_min_proportionate = false }
      local report = assess(here)
      for _, check in ipairs { "11.2.13", "11.2.14" } do
        assert.equal("not-applicable", outcome(report, check))
        assert.is_truthy(reason(report, check):find("armed", 1, true))
      end
      assert.equal("major-nonconformance", outcome(report, "11.2.4"))
    end)

  it("edge case 2: a withheld document, an interview and a visit that "
    .. "agree", function()
    local here = shop "shop"
    local facts = here.risk_assessment
    for name, value in pairs(facts) do
      if value == true then
        facts[name] = withheld({ "talk", true }, { "visit", true })
      end
    end
    here.documents.withheld = true
    local report = assess(here)
    assert.equal("conformance", outcome(report, "11.1.1"))
    assert.equal("conformance", rating(report, "11.1"))
    assert.equal("auditor-verified", support.result(report, "11.1.8").basis)
    assert.is_truthy(prompt(report, "11.1.28/advice-1"))
  end)

  it("edge case 3: a withheld document and an interview alone", function()
    local here = shop "shop"
    here.risk_assessment.exists = withheld { "talk", true }
    local report = assess(here)
    assert.equal("insufficient-evidence", outcome(report, "11.1.1"))
    assert.equal("deciding", prompt(report, EXISTS).kind)
    assert.equal("not-determined", rating(report, "11.1"))
  end)

  it("edge case 4: a withheld document, an interview and a visit that disagree",
    function()
      local here = shop "shop"
      here.risk_assessment.exists = withheld({ "talk", true },
        { "visit", false })
      local report = assess(here)
      assert.equal("insufficient-evidence", outcome(report, "11.1.1"))
      assert.is_truthy(reason(report, "11.1.1"):find("contradicts", 1, true))
      assert.equal("deciding", prompt(report, EXISTS).kind)
    end)

  it("edge case 5: what was never written is absent, not withheld", function()
    local here = shop "shop"
    here.risk_assessment = { exists = false }
    local report = assess(here)
    assert.equal("major-nonconformance", outcome(report, "11.1.1"))
    assert.equal("major-nonconformance", rating(report, "11.1"))
  end)

  it("edge case 43: contractors are covered, visitors are not", function()
    local here = shop "shop"
    here.people_first.groups = array { "employees", "contractors",
      "partner_staff" }
    local report = assess(here)
    assert.equal("minor-nonconformance", outcome(report, "11.1.22"))
    assert.is_truthy(reason(report, "11.1.22"):find("visitors", 1, true))
    assert.equal("minor-nonconformance", rating(report, "11.1"))
  end)

  it("edge case 44: an office without product or guards", function()
    local report = assess(office "office")
    for _, provision in ipairs { "11.1", "11.2" } do
      assert.equal("not-applicable", rating(report, provision))
    end
    assert.is_truthy(reason(report, "11.1.1"):find("no jewellery product", 1,
      true))
  end)

  it("edge case 45: a small shop with product and no guards", function()
    local report = assess(shop "shop")
    assert.equal("conformance", rating(report, "11.1"))
    assert.equal("not-applicable", rating(report, "11.2"))
  end)

  it("edge case 46: a head office with guards and no product", function()
    local here = office "head"
    here.security.private_used = true
    here.risk_assessment = { exists = false }
    local report = assess(here)
    assert.equal("major-nonconformance", outcome(report, "11.1.1"))
    assert.equal("not-applicable", outcome(report, "11.1.14"))
    assert.equal("insufficient-evidence", outcome(report, "11.2.1"))
  end)

  it("edge case 52: no community around an inner-city workshop", function()
    local report = assess(shop "shop")
    for _, check in ipairs { "11.1.12", "11.1.27" } do
      assert.equal("not-applicable", outcome(report, check))
      assert.is_truthy(reason(report, check):find("No community", 1, true))
    end
  end)

  it("edge case 53: where appropriateness is left blank", function()
    local here = shop "shop"
    here.theft_detection = { speed = "none" }
    here.training = { employees = "none" }
    here.law_enforcement = { relationship = "none" }
    here.community = { present = true, engaged_on_security = false }
    here.consultation = { communities_last = "never",
      government_last = "never" }
    here.risk_assessment.perspectives_applicable = nil
    local report = assess(here)
    for _, check in ipairs { "11.1.7", "11.1.12", "11.1.23", "11.1.24",
      "11.1.25", "11.1.26", "11.1.27" } do
      local result = support.result(report, check)
      assert.equal("insufficient-evidence", result.outcome)
      assert.equal("not-applicable", result.range[1])
    end
  end)

  -- The table has the Member at conformance, "incomplete: 1 of 8".  The design
  -- lets a facility nobody assessed contribute its full range, and puts the
  -- rating of the assessed ones beside it.
  it("edge case 57: seven facilities in conformance, one not "
    .. "assessed", function()
    local facilities = { { id = "f8", name = "Not visited" } }
    for i = 1, 7 do facilities[i + 1] = shop("f" .. i) end
    local report = assess(table.unpack(facilities))
    assert.equal("not-determined", report.member.rating)
    assert.equal("not-determined", rating(report, "11.1"))
    for i = 1, 7 do
      assert.equal("conformance", rating(report, "11.1", "f" .. i))
    end
    assert.equal(7, report.member.facilities_assessed)
    assert.is_truthy(report.member.assessed_text:find("7 of 8", 1, true))
  end)

  it("edge case 58: seven offices do not lift the one that fails", function()
    local bad = shop "bad"
    bad.protect.theft = "none"
    local facilities = { bad }
    for i = 1, 7 do facilities[i + 1] = office("office-" .. i) end
    local report = assess(table.unpack(facilities))
    assert.equal("major-nonconformance", rating(report, "11.1"))
    assert.equal("major-nonconformance", report.member.rating)
  end)

  it("edge case 62: an attack after the risk assessment", function()
    local here = shop "shop"
    here.risk_assessment.last_trigger = "2013-06-30"
    local report = assess(here)
    assert.equal("advisory", prompt(report, "11.1.9/advice-1").kind)
    assert.equal("conformance", outcome(report, "11.1.9"))
    here.risk_assessment.last_trigger = "never"
    assert.is_nil(prompt(assess(here), "11.1.9/advice-1"))
  end)

  it("edge case 63: nothing known of what lies beyond the guidance", function()
    local here = shop "shop"
    for _, entry in pairs(known) do
      if entry.beyond and entry.scope == "facility" then
        local group = here[entry.keys[1]]
        assert.is_nil(entry.keys[2] and group and group[entry.keys[2]]
          or not entry.keys[2] and group or nil)
      end
    end
    assert.equal("conformance", rating(assess(here), "11.1"))
  end)
end)

describe("a facility that handles product", function()
  it("is not let off by calling a shop one without product", function()
    local here = shop "shop"
    here.handles_jewellery_products = false
    here.ships_product = nil
    local report = assess(here)
    assert.equal("not-determined", rating(report, "11.1"))
    assert.is_truthy(by_id(report.problems, "pointer",
      "/facilities/items/0/handles_jewellery_products"))
  end)

  it("is asked about where its kind usually has product", function()
    local here = office "depot"
    here.kind = array { "transport" }
    here.security.private_used = true
    local bare = assess(here)
    assert.is_nil(prompt(bare, "11.1.1/advice-1"))
    assert.equal("deciding", prompt(bare,
      "fact:depot/facility.handles_jewellery_products").kind)
    assert.equal("insufficient-evidence", outcome(bare, "11.1.14"))
    here.handles_jewellery_products = { value = false, why = "It tests water." }
    local reasoned = assess(here)
    assert.is_truthy(prompt(reasoned, "11.1.1/advice-1"))
    assert.equal("not-applicable", outcome(reasoned, "11.1.14"))
  end)
end)

describe("what documents really say", function()
  it("a month instead of a day can settle what is regular", function()
    local here = shop "shop"
    here.consultation = { appropriate_with = array { "government" },
      own_interval = { value = 12, set_by = "law" },
      government_last = "2013-03" }
    assert.equal("conformance", outcome(assess(here), "11.1.26"))
    here.consultation.government_last = "2012-11"
    assert.equal("insufficient-evidence", outcome(assess(here), "11.1.26"))
  end)

  it("some groups surely, of the others nothing", function()
    local here = shop "shop"
    here.people_first.groups = { includes = array { "employees" } }
    local result = support.result(assess(here), "11.1.22")
    assert.same({ "conformance", "minor-nonconformance" }, result.range)
  end)

  it("one of several answers, but not which", function()
    local here = shop "shop"
    here.training.employees = { one_of = array { "some", "none" } }
    assert.equal("observation", outcome(assess(here), "11.1.23"))
  end)

  it("the organisation says one thing and a visitor another", function()
    local here = shop "shop"
    here.people_first.in_practice = { value = "yes", evidence = array {
      { id = "talk" }, { id = "visit", says = "mixed" } } }
    local report = assess(here)
    assert.equal("insufficient-evidence", outcome(report, "11.1.20"))
    assert.equal("deciding", prompt(report,
      "fact:shop/people_first.in_practice").kind)
  end)

  it("an alarm that nobody answers is apart from noticing a theft", function()
    local here = shop "shop"
    here.theft_detection.alarm_answered = false
    local report = assess(here)
    assert.equal("conformance", outcome(report, "11.1.24"))
    assert.is_truthy(prompt(report, "11.1.24/advice-1"))
  end)

  it("a list of threats and an answer that contradicts it", function()
    local here = shop "shop"
    here.threats = { complete = true, items = array {
      { type = "theft", exposure = "high",
        answered_by = array { "procedures" } } } }
    local report = assess(here)
    assert.equal("insufficient-evidence", outcome(report, "11.1.5"))
    assert.is_truthy(by_id(report.problems, "pointer",
      "/facilities/items/0/risk_assessment/considers_fraud"))
  end)
end)
