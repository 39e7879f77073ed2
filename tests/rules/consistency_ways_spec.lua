-- The ways into those disagreements of the pack that have several, and parts that are
-- greater than their wholes.
local conflicts = require "support.conflicts"
local support = require "support.host"

local array = support.json.array

-- Each: its name, the way, what it makes contradictory.
local MORE <const> = {
  { "arms-unused-but-carried", { arms = { used = false }, providers = { items = array {
    { kind = "private", armed = true } } } }, { "/arms/used" } },
  { "commitment-better-than-the-list", { public_security = { commitment = "agreed" },
    providers = { items = array { { kind = "public",
      arrangement = { commitment = "unanswered" } } } } },
    { "/public_security/commitment" } },
  { "agreement-impossible-but-sought", { public_security = { seeking_shown = true,
    agreement_possible = { value = false, why = "The law forbids it." } } },
    { "/public_security/agreement_possible" } },
  { "armed-provider-of-unarmed-people", { people = { complete = true, items = array {
      { employer = "private", armed = true }, { employer = "inhouse", armed = false } } },
    providers = { items = array { { kind = "inhouse", armed = true } } } },
    { "/arms/armed_count" } },
  { "nobody guards, and yet somebody is listed", { security = { present = false },
    people = { items = array { { deployed = "not_yet" } } } },
    { "/security/present" } },
}
MORE[#MORE + 1] = { "agreement-impossible-but-sought", { public_security = {
  agreement_possible = { value = false, why = "The law forbids it." } },
  providers = { items = array { { kind = "public",
    arrangement = { commitment = "refused" } } } } },
  { "/public_security/agreement_possible" } }
for _, group in ipairs { "inhouse", "private" } do
  for topic, facts in pairs {
    security = { engaged = 2, count = 2 },
    vpshr = { practice = "no" },
    conduct = { respect_by_ = "mixed", known_by_ = "no", trained_ = "some" },
  } do
    for fact, value in pairs(facts) do
      local name = fact:find "_$" and fact .. group or group .. "_" .. fact
      local here = { security = { present = false } }
      here[topic] = here[topic] or {}
      here[topic][name] = value
      MORE[#MORE + 1] = { "nobody guards, and yet " .. name, here,
        { "/security/present" } }
    end
  end
  MORE[#MORE + 1] = { "nobody guards, and yet trained: " .. group,
    { security = { present = false }, vpshr = { ["trained_" .. group] = 1 } },
    { "/security/present" } }
end
for _, group in ipairs { "inhouse", "private", "public" } do
  for _, fact in ipairs { "respect", "known" } do
    local whole = fact == "respect" and "respect_in_practice" or "known_by_personnel"
    MORE[#MORE + 1] = { fact .. " by " .. group, { conduct = { [whole] = "yes",
      [fact .. "_by_" .. group] = "no" } }, { "/conduct/" .. whole } }
  end
end
table.sort(MORE, function(a, b) return a[1] < b[1] end)
for _, case in ipairs(MORE) do
  it(case[1], function()
    assert.same(case[3], conflicts(case[2]))
  end)
end

describe("a part greater than its whole", function()
  it("is a conflict of both, for each count of persons", function()
    assert.same({ "/arms/armed_count", "/arms/licensed_count" },
      conflicts { arms = { armed_count = 2, licensed_count = 3 } })
    assert.same({ "/arms/armed_count", "/arms/trained_count" },
      conflicts { arms = { armed_count = 2, trained_count = 3 } })
    assert.same({ "/security/inhouse_count", "/vpshr/trained_inhouse" },
      conflicts { security = { inhouse_count = 2 },
        vpshr = { trained_inhouse = 3 } })
    assert.same({ "/security/private_count", "/vpshr/trained_private" },
      conflicts { security = { private_count = 2 },
        vpshr = { trained_private = 3 } })
  end)

  it("is none where both are the same, or one is only a bound", function()
    assert.same({}, conflicts { arms = { armed_count = 2,
      licensed_count = 2, trained_count = { at_most = 5 } } })
  end)
end)

describe("a facility that is said to handle no product", function()
  local function found(kind)
    return conflicts { kind = array { kind }, handles_jewellery_products = false }
  end
  it("contradicts each kind that cannot but handle it", function()
    for kind in ("refinery cutting manufacture trade retail laboratory")
      :gmatch "%a+" do
      assert.same({ "/handles_jewellery_products", "/kind" }, found(kind), kind)
    end
    assert.same({ "/handles_jewellery_products", "/kind" }, conflicts({
      kind = array { "mine" }, handles_jewellery_products = false },
      { has_mining_facilities = true }))
  end)
  it("contradicts no other", function()
    for kind in ("exploration transport office"):gmatch "%a+" do
      assert.same({}, found(kind), kind)
    end
  end)
end)
