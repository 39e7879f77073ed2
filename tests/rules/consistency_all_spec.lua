-- Every disagreement of the pack, by its name: the facts that cannot both be
-- true become conflicting, each with one problem at its JSON Pointer, nothing is
-- refused, and what only looks odd is left alone.
local conflicts = require "support.conflicts"
local support = require "support.host"

local runtime = support.open_builtin { tolerant = true }
local array = support.json.array

-- Each: what disagrees, where that is seen, and the same with one answer turned.
local CASES <const> = {}

CASES["arms-unused-but-counted"] = {
  { arms = { used = false, armed_count = 2 } },
  { "/arms/armed_count", "/arms/used" },
  { arms = { used = false, armed_count = 0 } } }
CASES["arms-used-by-nobody"] = {
  { arms = { used = true, armed_count = 0 } },
  { "/arms/armed_count", "/arms/used" },
  { arms = { used = true, armed_count = { at_least = 1 } } } }
CASES["armed-but-nobody-guards"] = {
  { arms = { used = true }, security = { inhouse_used = false,
    private_used = false, public_engaged = false } },
  { "/arms/used", "/security/inhouse_used", "/security/private_used",
    "/security/public_engaged" },
  { arms = { used = true }, security = { inhouse_used = false,
    private_used = false } } }
CASES["licence-of-no-need"] = {
  { arms = { used = true, licence_required_by_law = false }, people = array {
    { employer = "private", armed = true, licence = { held = true } } } },
  { "/arms/licence_required_by_law" },
  { arms = { used = true, licence_required_by_law = false }, people = array {
    { employer = "private", armed = true, licence = { held = false } } } } }
for _, group in ipairs { "inhouse", "private" } do
  local function trained(deployed)
    return { vpshr = { ["trained_" .. group] = 2 }, security = { [group .. "_count"] = 2 },
      people = { items = array { { employer = group, deployed = deployed,
        vpshr_trained = false } } } }
  end
  CASES[group .. "-trained-but-for-a-person"] = { trained "on_duty",
    { "/vpshr/trained_" .. group }, trained "on_leave" }
end
local function armed_trained(trained)
  return { arms = { used = true, armed_count = 2, trained_count = trained },
    people = { items = array { { employer = "private", armed = true,
      weapons_trained = false } } } }
end
CASES["arms-trained-but-for-a-person"] = { armed_trained(2), { "/arms/trained_count" },
  armed_trained(1) }
local function looked_into(part, by)
  return { force = { uses = 2, [part] = 2 }, incidents = { items = array {
    { id = "1", force_used = true, looked_into_by = by } } } }
end
CASES["force-looked-into-but-for-an-incident"] = { looked_into("looked_into", "nobody"),
  { "/force/looked_into" }, looked_into("looked_into", "provider") }
CASES["force-looked-into-by-its-users"] = {
  looked_into("looked_into_by_others", "provider"), { "/force/looked_into_by_others" },
  looked_into("looked_into_by_others", "member") }
CASES["cleared-by-the-accused"] = {
  { conduct = { founded_allegations = 0 }, allegations = array {
    { id = "1", against = "private", status = "closed_unfounded",
      severity = "serious", closed_by = "accused" } } },
  { "/conduct/founded_allegations" },
  { conduct = { founded_allegations = 0 }, allegations = array {
    { id = "1", against = "private", status = "closed_unfounded",
      severity = "serious", closed_by = "outside" } } } }
CASES["ended-private-reference"] = {
  { private_security = { agreements_cite_vpshr = true,
    agreements_end = "2013-11-29" } },
  { "/private_security/agreements_cite_vpshr" },
  { private_security = { agreements_cite_vpshr = true,
    agreements_end = "2013-11-30" } } }
CASES["ended-private-training"] = {
  { private_security = { agreements_require_training = true,
    agreements_end = "2012" } },
  { "/private_security/agreements_require_training" },
  { private_security = { agreements_require_training = true,
    agreements_end = "2013" } } }
CASES["ended-private-conduct"] = {
  { private_security = { agreements_require_conduct = true },
    providers = array { { kind = "private",
      agreement = { ends = "2013-10" } } } },
  { "/private_security/agreements_require_conduct" },
  { private_security = { agreements_require_conduct = false },
    providers = array { { kind = "private",
      agreement = { ends = "2013-10" } } } } }
CASES["ended-public-arrangement"] = {
  { public_security = { follows_vpshr = true,
    agreement_ends = "2013-10-01" } },
  { "/public_security/follows_vpshr" },
  { public_security = { follows_vpshr = false,
    agreement_ends = "2013-10-01" } } }
CASES["ended-public-commitment"] = {
  { public_security = { commitment = "agreed" }, providers = array {
    { kind = "public", arrangement = { ends = "2013-10-01" } } } },
  { "/public_security/commitment" },
  { public_security = { commitment = "refused" }, providers = array {
    { kind = "public", arrangement = { ends = "2013-10-01" } } } } }
CASES["conduct-of-nobody"] = {
  { conduct = { known_by_personnel = "mixed" }, security = { inhouse_used = false,
    private_used = false, public_engaged = false } },
  { "/conduct/known_by_personnel", "/security/inhouse_used",
    "/security/private_used", "/security/public_engaged" },
  { conduct = { policy_written = true }, guards = {
    discipline_employees = false }, security = { inhouse_used = false,
    private_used = false, public_engaged = false } } }
CASES["misconduct-of-nobody"] = {
  { conduct = { known_by_personnel = "no" }, security = { inhouse_used = false,
    private_used = false, public_engaged = false } },
  { "/conduct/known_by_personnel", "/security/inhouse_used",
    "/security/private_used", "/security/public_engaged" },
  { conduct = { known_by_personnel = "no" }, security = { inhouse_used = false,
    private_used = false } } }
CASES["force-by-nobody"] = {
  { force = { excessive_confirmed = 1 }, security = { inhouse_used = false,
    private_used = false, public_engaged = false } },
  { "/force/excessive_confirmed", "/security/inhouse_used",
    "/security/private_used", "/security/public_engaged" },
  { force = { excessive_confirmed = 0 }, security = { inhouse_used = false,
    private_used = false, public_engaged = false } } }
CASES["armed-count-of-nobody"] = {
  { arms = { trained_count = 1 }, security = { inhouse_used = false,
    private_used = false, public_engaged = false } },
  { "/arms/trained_count", "/security/inhouse_used",
    "/security/private_used", "/security/public_engaged" },
  { arms = { armed_count = 0 }, security = { inhouse_used = false,
    private_used = false, public_engaged = false } } }
CASES["shipments-guarded-by-nobody"] = {
  { shipments = { items = array { { carrier = "own", guarded = true } } },
    security = { inhouse_used = false,
    private_used = false, public_engaged = false } },
  { "/security/inhouse_used",
    "/security/private_used", "/security/public_engaged",
    "/shipping/guarded" },
  { shipments = { items = array { { carrier = "secure_carrier",
    guarded = true } } }, security = { inhouse_used = false,
    private_used = false, public_engaged = false } } }
CASES["inhouse-unused-but-accused"] = {
  { allegations = { items = array { { against = "inhouse" } } },
    security = { inhouse_used = false } },
  { "/security/inhouse_used" },
  { allegations = { items = array { { against = "private" } } },
    security = { inhouse_used = false } } }
CASES["private-unused-but-accused"] = {
  { allegations = { items = array { { against = "private" } } },
    security = { private_used = false } },
  { "/security/private_used" },
  { allegations = { items = array { { against = "public" } } },
    security = { private_used = false } } }
CASES["content-of-no-policy"] = {
  { conduct = { policy_written = false, applies_to = array { "private" } } },
  { "/conduct/applies_to", "/conduct/policy_written" },
  { conduct = { policy_written = false, applies_to = "none",
    covers_boundaries = false } } }
CASES["mine-of-a-member-without-mining"] = {
  { kind = array { "mine" } }, { "/kind", "/member/has_mining_facilities" },
  { kind = array { "exploration" } },
  member = { has_mining_facilities = false } }
CASES["product-worked-but-not-handled"] = {
  { kind = array { "cutting" }, handles_jewellery_products = false },
  { "/handles_jewellery_products", "/kind" },
  { kind = array { "office" }, handles_jewellery_products = false } }
CASES["product-shipped-but-not-handled"] = {
  { kind = array { "transport" }, handles_jewellery_products = false, ships_product = true },
  { "/handles_jewellery_products", "/ships_product" },
  { handles_jewellery_products = true, ships_product = true } }
CASES["product-shipped-by-nobody"] = {
  { ships_product = true, shipping = { own_carriage = false,
    carrier_used = false } },
  { "/shipping/carrier_used", "/shipping/own_carriage", "/ships_product" },
  { ships_product = true, shipping = { own_carriage = false } } }
CASES["nothing-shipped-but-carried"] = {
  { ships_product = false, shipping = { own_carriage = true } },
  { "/shipping/own_carriage", "/ships_product" },
  { ships_product = false, shipping = { own_carriage = false } } }
CASES["nothing-shipped-but-guarded"] = {
  { ships_product = false, shipping = { guarded = true } },
  { "/shipping/guarded", "/ships_product" },
  { ships_product = false, shipping = { guarded = false } } }
CASES["own-shipments-better-than-the-list"] = {
  { protect = { own_shipments = "adequate" }, shipments = { items = array {
    { carrier = "own", protection = "none" } } } },
  { "/protect/own_shipments" },
  { protect = { own_shipments = "adequate" }, shipments = { items = array {
    { carrier = "post", protection = "none" } } } } }
CASES["carriers-better-than-the-list"] = {
  { protect = { carrier_shipments = "adequate" }, shipments = { items = array {
    { carrier = "courier", protection = "partial" } } } },
  { "/protect/carrier_shipments" },
  { protect = { carrier_shipments = "partial" }, shipments = { items = array {
    { carrier = "courier", protection = "partial" } } } } }
CASES["content-of-no-risk-assessment"] = {
  { risk_assessment = { exists = false, covers = array { "people" } } },
  { "/risk_assessment/covers", "/risk_assessment/exists" },
  { risk_assessment = { exists = false, finds_weaknesses = false } } }
CASES["date-of-no-risk-assessment"] = {
  { risk_assessment = { exists = false, date = "2012" } },
  { "/risk_assessment/date", "/risk_assessment/exists" },
  { risk_assessment = { exists = true, date = "2012" } } }
CASES["threats-in-no-risk-assessment"] = {
  { risk_assessment = { exists = false, considers_kidnap = true,
    considers_fraud = false } },
  { "/risk_assessment/considers_fraud", "/risk_assessment/considers_kidnap",
    "/risk_assessment/exists" },
  { risk_assessment = { exists = false, considers_fraud = false } } }
CASES["sources-in-no-risk-assessment"] = {
  { risk_assessment = { exists = false, threats_from_migrants = true } },
  { "/risk_assessment/exists", "/risk_assessment/threats_from_migrants" },
  { risk_assessment = { exists = false, perspectives = "none" } } }
CASES["people-first-but-nobody"] = {
  { people_first = { in_practice = "yes", groups = "none" } },
  { "/people_first/groups", "/people_first/in_practice" },
  { people_first = { in_practice = "yes", groups = array { "visitors" } } } }
CASES["community-absent-but-dealt-with"] = {
  { community = { present = false, engaged_on_security = true } },
  { "/community/engaged_on_security", "/community/present" },
  { community = { present = false, engaged_on_security = false } } }
CASES["inhouse-unused-but-counted"] = {
  { security = { inhouse_used = false, inhouse_count = 3 } },
  { "/security/inhouse_count", "/security/inhouse_used" },
  { security = { inhouse_used = false, inhouse_count = 0 } } }
CASES["private-unused-but-counted"] = {
  { security = { private_used = false, private_count = 1 } },
  { "/security/private_count", "/security/private_used" },
  { security = { private_used = false, private_count = 0 } } }
CASES["inhouse-unused-but-trained"] = {
  { security = { inhouse_used = false }, vpshr = { trained_inhouse = 1 } },
  { "/security/inhouse_used", "/vpshr/trained_inhouse" },
  { security = { inhouse_used = false }, vpshr = { trained_inhouse = 0 } } }
CASES["private-unused-but-trained"] = {
  { security = { private_used = false }, vpshr = { trained_private = 1 } },
  { "/security/private_used", "/vpshr/trained_private" },
  { security = { private_used = false }, vpshr = { trained_private = 0 } } }
CASES["agreements-with-no-company"] = {
  { security = { private_used = false },
    private_security = { agreements_cite_vpshr = true } },
  { "/private_security/agreements_cite_vpshr", "/security/private_used" },
  { security = { private_used = false },
    private_security = { agreements_cite_vpshr = false } } }
CASES["mining-content-of-no-risk-assessment"] = {
  { risk_assessment = { exists = false, asm_interaction = true } },
  { "/risk_assessment/asm_interaction", "/risk_assessment/exists" },
  { risk_assessment = { exists = false, asm_interaction = false } } }
CASES["sought-and-never-sought"] = {
  { public_security = { commitment = "not_sought", seeking_shown = true } },
  { "/public_security/commitment", "/public_security/seeking_shown" },
  { public_security = { commitment = "refused", seeking_shown = true } } }
CASES["commitment-better-than-the-list"] = {
  { public_security = { commitment = "agreed" }, providers = { items = array {
    { kind = "public", arrangement = { commitment = "not_sought" } } } } },
  { "/public_security/commitment" },
  { public_security = { commitment = "not_sought" },
    providers = { items = array { { kind = "public",
      arrangement = { commitment = "not_sought" } } } } } }
CASES["agreement-impossible-but-sought"] = {
  { public_security = { commitment = "refused",
    agreement_possible = { value = false, why = "The ministry says no." } } },
  { "/public_security/agreement_possible" },
  { public_security = { commitment = "not_sought",
    agreement_possible = { value = false, why = "The law forbids it." } } } }
CASES["membership-of-nobody"] = {
  {}, { "/member/icoca/in_force", "/member/icoca/membership" }, {},
  member = { icoca = { membership = "applicant", in_force = true } },
  fine = { icoca = { membership = "affiliate", in_force = true } } }

-- ---- registers and counts -----------------------------------------------

CASES["somebody-and-nobody"] = {
  { security = { present = true, inhouse_used = false, private_used = false,
    public_engaged = false } },
  { "/security/inhouse_used", "/security/present", "/security/private_used",
    "/security/public_engaged" },
  { security = { present = true, inhouse_used = false, private_used = false } } }
CASES["more-armed-than-on-duty"] = {
  { arms = { armed_count = 5 }, security = { inhouse_count = 1,
    private_count = 3, public_engaged = false } },
  { "/arms/armed_count", "/security/inhouse_count", "/security/private_count" },
  { arms = { armed_count = 4 }, security = { inhouse_count = 1,
    private_count = 3, public_engaged = false } } }
CASES["inhouse-used-but-nobody-engaged"] = {
  { security = { inhouse_used = true, inhouse_engaged = 0 } },
  { "/security/inhouse_engaged", "/security/inhouse_used" },
  { security = { inhouse_used = true, inhouse_count = 0 } } }
CASES["private-used-but-nobody-engaged"] = {
  { security = { private_used = true }, people = { complete = true,
    items = array {} } },
  { "/security/private_engaged", "/security/private_used" },
  { security = { private_used = true }, people = { complete = true,
    items = array { { employer = "private", deployed = "not_yet" } } } } }
CASES["no-excess-though-nobody-looked"] = {
  { force = { uses = 7, looked_into = 3, excessive_confirmed = 0 } },
  { "/force/excessive_confirmed" },
  { force = { uses = 7, looked_into = 7, excessive_confirmed = 0 } } }
CASES["founded-excess-not-counted"] = {
  { force = { excessive_confirmed = 0 }, allegations = { items = array {
    { against = "private", status = "closed_founded", alleges_force = true } } } },
  { "/force/excessive_confirmed" },
  { force = { excessive_confirmed = 0 }, allegations = { items = array {
    { against = "public", status = "closed_founded", alleges_force = true } } } } }
CASES["force-without-uses"] = {
  { force = { uses = 0, excessive_confirmed = 1 } },
  { "/force/excessive_confirmed", "/force/uses" },
  { force = { uses = 1, excessive_confirmed = 1 } } }
CASES["monitored-by-false-records"] = {
  { conduct = { monitoring = true, monitoring_records = "falsified" } },
  { "/conduct/monitoring" },
  { conduct = { monitoring = true, monitoring_records = "gaps" } } }
CASES["public-personnel-of-no-force"] = {
  { security = { public_engaged = false, public_as_personnel = true } },
  { "/security/public_as_personnel", "/security/public_engaged" },
  { security = { public_engaged = true, public_as_personnel = true } } }
CASES["arms-unused-but-carried"] = {
  { arms = { used = false }, providers = { items = array {
    { kind = "private", arms_kinds = array { "spray" } } } } },
  { "/arms/used" },
  { arms = { used = false }, providers = { items = array {
    { kind = "private", armed = false } } } } }
CASES["shipments-lost-but-not-shipped"] = {
  { shipping = { carrier_used = false, carrier_losses = 1 } },
  { "/shipping/carrier_losses", "/shipping/carrier_used" },
  { shipping = { carrier_used = false, own_losses = 1 } } }
CASES["mining-without-a-mine"] = {
  {}, { "/member/has_mining_facilities" }, { kind = array { "exploration" } },
  member = { has_mining_facilities = true } }
CASES["miners-on-the-concession-of-no-mine"] = {
  { kind = array { "office" }, asm = { present = "on_concession" } },
  { "/asm/present", "/kind" },
  { kind = array { "office" }, asm = { present = "nearby" } } }
CASES["public-forces-engaged-but-nowhere"] = {
  { security = { public_engaged = true, public_presence = "none" } },
  { "/security/public_engaged", "/security/public_presence" },
  { security = { public_engaged = true, public_presence = "nearby" } } }

-- ---- groups, and those on the lists ---------------------------------------

CASES["inhouse-unused-but-described"] = {
  { security = { inhouse_used = false }, conduct = { respect_by_inhouse = "no" } },
  { "/conduct/respect_by_inhouse", "/security/inhouse_used" },
  { security = { inhouse_used = false }, conduct = { trained_inhouse = "none" } } }
CASES["private-unused-but-described"] = {
  { security = { private_used = false }, conduct = { trained_private = "some" } },
  { "/conduct/trained_private", "/security/private_used" },
  { security = { private_used = false }, conduct = { respect_by_inhouse = "no" } } }
CASES["public-unengaged-but-described"] = {
  { security = { public_engaged = false }, conduct = { known_by_public = "mixed" } },
  { "/conduct/known_by_public", "/security/public_engaged" },
  { security = { public_engaged = true }, conduct = { known_by_public = "mixed" } } }
CASES["inhouse-unused-but-listed"] = {
  { security = { inhouse_used = false }, people = { items = array {
    { employer = "inhouse", deployed = "on_leave" } } } },
  { "/security/inhouse_engaged", "/security/inhouse_used", "/security/inhouse_used" },
  { security = { inhouse_used = false }, people = { items = array {
    { employer = "public" } } } } }
CASES["private-unused-but-listed"] = {
  { security = { private_used = false }, people = { items = array {
    { employer = "private", deployed = "stood_down" } } } },
  { "/security/private_engaged", "/security/private_used", "/security/private_used" },
  { security = { private_used = false }, people = { items = array {
    { employer = "inhouse" } } } } }
CASES["public-unengaged-but-listed"] = {
  { security = { public_engaged = false }, people = { items = array {
    { employer = "public" } } } },
  { "/security/public_engaged" },
  { security = { public_engaged = false }, people = { items = array {
    { employer = "private" } } } } }
CASES["nobody-guards-but-a-group-is-described"] = {
  { security = { present = false }, allegations = { items = array {
    { against = "inhouse", status = "open" } } } },
  { "/security/present" },
  { security = { present = false }, allegations = { items = array {
    { against = "public", status = "open" } } } } }
CASES["respect-better-than-a-group's"] = {
  { conduct = { respect_in_practice = "yes", respect_by_private = "mixed" } },
  { "/conduct/respect_in_practice" },
  { conduct = { respect_in_practice = "mixed", respect_by_private = "no" } } }
CASES["knowledge-better-than-a-group's"] = {
  { conduct = { known_by_personnel = "yes", known_by_inhouse = "no" } },
  { "/conduct/known_by_personnel" },
  { conduct = { known_by_personnel = "yes", known_by_inhouse = "yes" } } }
CASES["arms-kinds-without-a-provider's"] = {
  { arms = { kinds = array { "baton" } }, providers = { items = array {
    { kind = "private", arms_kinds = array { "firearm" } } } } },
  { "/arms/kinds" },
  { arms = { kinds = array { "baton", "firearm" } }, providers = { items = array {
    { kind = "private", arms_kinds = array { "firearm" } } } } } }
CASES["armed-person-of-unarmed-provider"] = {
  { people = { items = array { { employer = "private", armed = true } } },
    providers = { complete = true, items = array {
      { kind = "private", armed = false }, { kind = "public", armed = true } } } },
  { "/arms/used" },
  { people = { items = array { { employer = "private", armed = true } } },
    providers = { items = array { { kind = "private", armed = false } } } } }
CASES["armed-provider-of-unarmed-people"] = {
  { people = { complete = true, items = array {
      { employer = "inhouse", armed = true }, { employer = "private", armed = false } } },
    providers = { items = array { { kind = "private", armed = true } } } },
  { "/arms/armed_count" },
  { people = { items = array { -- another of the company's may be armed
      { employer = "inhouse", armed = true }, { employer = "private", armed = false } } },
    providers = { items = array { { kind = "private", armed = true } } } } }
CASES["excess-without-force"] = {
  { incidents = { items = array {
    { force_used = false, force_excessive = true } } } },
  { "/force/excessive_confirmed" },
  { incidents = { items = array {
    { force_used = true, looked_into_by = "member", force_excessive = true } } } } }
CASES["principles-monitored-by-false-records"] = {
  { vpshr = { monitoring = true }, conduct = { monitoring_records = "falsified" } },
  { "/vpshr/monitoring" },
  { vpshr = { monitoring = true }, conduct = { monitoring_records = "sound" } } }
CASES["records-of-no-monitoring"] = {
  { conduct = { monitoring = false, monitoring_records = "sound" } },
  { "/conduct/monitoring", "/conduct/monitoring_records" },
  { conduct = { monitoring = false, monitoring_records = "falsified" } } }

local names = {}
for name in pairs(CASES) do names[#names + 1] = name end
table.sort(names)

for _, name in ipairs(names) do
  local case = CASES[name]
  describe(name, function()
    it("is a conflict of its facts", function()
      assert.same(case[2], conflicts(case[1], case.member))
    end)
    it("is none with another answer", function()
      assert.same({}, conflicts(case[3], case.fine or case.member))
    end)
  end)
end

describe("the disagreements of the pack", function()
  it("are each tested here", function()
    local declared = {}
    for i, one in ipairs(runtime.model().disagreements) do
      declared[i] = one.id
    end
    table.sort(declared)
    assert.same(names, declared)
  end)

  it("are all found at once", function()
    assert.same({ "/arms/armed_count", "/arms/used", "/conduct/applies_to",
      "/conduct/policy_written", "/security/inhouse_count",
      "/security/inhouse_used" }, conflicts { arms = { used = false,
      armed_count = 2 }, conduct = { policy_written = false,
      applies_to = array { "inhouse" } }, security = { inhouse_used = false,
      inhouse_count = 4 } })
  end)
end)
