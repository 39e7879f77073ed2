-- Facts are found by a word.
local search = require "model.search"
local small = require "support.small"
local support = require "support.host"

local runtime = support.open_builtin()
local vocabulary = runtime.model().vocabulary

-- Words of the vocabulary, of its forms, and everyday words: what each leads to first,
-- by hand; "or" where either is right.
local LEADS <const> = {
  gun = "arms.used", guns = "arms.used", weapon = "arms.used", pistol = "arms.kinds",
  rifle = "arms.kinds", firearm = "arms.kinds", baton = "arms.kinds",
  truncheon = "arms.kinds", dog = "arms.kinds", dogs = "arms.kinds",
  taser = "arms.kinds", permit = "arms.licensed_count", license = "arms.licensed_count",
  shooting = "force.uses", beating = "force.uses", escort = "shipping.guarded",
  convoy = "shipping.guarded", truck = "shipping.own_carriage",
  vehicles = "shipping.own_carriage", courier = "shipping.carrier_used",
  parcel = "shipping.carrier_used", insurance = "protect.carrier_shipments",
  insured = "protect.carrier_shipments", export = "facility.ships_product",
  camera = "protect.theft", cameras = "protect.theft", CCTV = "protect.theft",
  vault = "protect.theft", locks = "protect.theft", fence = "protect.theft",
  thief = "protect.theft", counterfeit = "protect.substitution",
  fire = "protect.damage", alarm = "theft_detection.alarm_answered",
  frisk = "measures.own_risks_managed", child = "risk_assessment.abuse_potential",
  children = "risk_assessment.abuse_potential",
  women = "risk_assessment.abuse_potential",
  police = "law_enforcement.relationship", soldiers = "security.public_engaged",
  army = "security.public_engaged", salary = "security.public_supported",
  salaries = "security.public_supported", bribe = "public_security.risks_watched",
  bribery = "public_security.risks_watched",
  corruption = "public_security.risks_watched", torture = "conduct.allegations",
  victims = "conduct.allegations", hotline = "grievance.route_exists",
  complaint = "grievance.route_exists", fine = "guards.discipline_employees",
  dismissal = "conduct.discipline_arranged", boss = "management.responsibility",
  CEO = "management.responsibility", guard = "security.present",
  doorman = "security.personnel_identified", outsourced = "security.private_used",
  headcount = "security.inhouse_count", roster = "people", holiday = "people",
  induction = "training.employees", village = "community.present",
  neighbours = "community.present", riots = "risk_assessment.considers_violence",
  strike = "risk_assessment.considers_violence",
  hostage = "risk_assessment.considers_kidnap",
  terrorism = "risk_assessment.considers_sabotage",
  burglary = "risk_assessment.considers_theft",
  embezzlement = "risk_assessment.considers_fraud",
  diesel = "risk_assessment.considers_fuel_theft",
  smuggling = "risk_assessment.considers_product_theft",
  gang = "risk_assessment.threats_from_criminals", war = "facility.conflict_affected",
  unrest = "facility.conflict_affected", diamonds = "facility.handles_jewellery_products",
  factory = "facility.kind", warehouse = "facility.kind", shop = "facility.kind",
  memorandum = "public_security.commitment", ministry = "consultation.government_last",
  confidential = "documents.access_controlled", visitors = "people_first.groups",
  galamsey = "asm.present", barrier = "security_measures", accident = "incidents",
  reviewed = "risk_assessment.regularly_updated",
  revised = "risk_assessment.regularly_updated", firm = "security.private_used",
}

describe("a word", function()
  for word, path in pairs(LEADS) do
    it(word .. " leads to " .. path, function()
      assert.equal(path, search.facts(vocabulary, word)[1])
    end)
  end

  for word, path in pairs { armed = "arms.used", trained = "arms.trained_count",
    consulted = "consultation.government_last", ["risk_assesment_date"] =
      "risk_assessment.date", complaints = "grievance.route_exists" } do
    it(word .. " leads to " .. path .. ", among others", function()
      local found = search.facts(vocabulary, word)
      assert.truthy(#found <= 3)
      assert.truthy((" " .. table.concat(found, " ") .. " "):find(" " .. path .. " ", 1,
        true), table.concat(found, ", "))
    end)
  end

  it("that nothing speaks of leads nowhere", function()
    for _, word in ipairs { "xylophone", "", "a", "12", "!!", ("gun "):rep(30) } do
      assert.same({}, search.facts(vocabulary, word))
    end
  end)

  it("may stand for the name of a fact in a command", function()
    for _, word in ipairs { "armed", "guns" } do -- the first is a fact of two lists, too
      local said = assert(runtime.describe("rules/" .. word))
      assert.truthy(said:find("arms.used", 1, true), said)
    end
  end)

  it("may stand for the name of a fact in a dossier", function()
    local reply = runtime.validate('{"format":"cop11.dossier/1","member":{"id":"m"},'
      .. '"facilities":[{"id":"f","guns":true}]}', { as_of = "2013-11-30" })
    assert.truthy(reply:find("see arms.used", 1, true), reply)
  end)

  it("is what people call it, then a name, then in the question, then in its help",
    function()
      local opened = assert(small.open(small.check '"a.flag is yes"', { more = {
        ["w.lua"] = [[
fact "w.help" { type = "yes/no", ask = "A?", help = "Of gates." }
fact "w.ask" { type = "yes/no", ask = "Is there a gate?" }
fact "w.gate" { type = "yes/no", ask = "C?" }
fact "w.called" { type = "yes/no", ask = "B?", also_called = { "gate" } }]] }, tolerant = true }))
      assert.same({ "w.called", "w.gate", "w.ask" },
        search.facts(opened.model().vocabulary, "gates"))
    end)
end)
