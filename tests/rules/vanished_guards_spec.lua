-- Guards do not vanish by one "no": where the same dossier still speaks of them,
-- 11.2 stays open over every rating, and validation names the contradiction.
local support = require "support.host"

local runtime = support.open_builtin()

local function sample(name)
  local dossier = support.decode(support.read_file(support.root
    .. "/tests/dossiers/" .. name .. ".json"))
  return dossier, dossier.facilities.items[1]
end

local FULL <const> = { "not-applicable", "conformance",
  "minor-nonconformance", "major-nonconformance" }

-- Facilities, and the Member, are rated no better than "not determined".
local function assert_open(dossier, id)
  local report = assert(support.evaluate(runtime, dossier))
  for _, facility in ipairs(report.facilities) do
    if facility.id == id then
      for _, provision in ipairs(facility.provisions) do
        if provision.provision == "11.2" then
          assert.same(FULL, provision.range)
        end
      end
    end
  end
  assert.equal("not-determined", report.member.rating)
  local validation = support.decode(runtime.validate(
    support.json.write(dossier), {}))
  assert.is_true(validation.counts.conflict > 0)
end

describe("guards said not to be there", function()
  it("at a shop whose doormen were interviewed", function()
    local dossier, shop = sample "retail-chain"
    shop.security.private_used = false
    assert_open(dossier, "corn-street")
  end)
  it("at a carrier whose own runs are guarded", function()
    local dossier, depot = sample "secure-carrier"
    depot.security.inhouse_used, depot.arms = false, { used = false }
    assert_open(dossier, "depot")
  end)
  it("at a carrier, with nothing left but the guarded runs", function()
    local dossier, depot = sample "secure-carrier"
    depot.security.inhouse_used, depot.arms = false, { used = false }
    depot.conduct, depot.force, depot.guards = nil, nil, nil
    depot.allegations = nil
    assert_open(dossier, "depot")
  end)
end)

describe("a transport facility without guards", function()
  it("has the auditor consider who protects its runs", function()
    local function advised(change)
      local dossier, depot = sample "secure-carrier"
      change(depot)
      local report = assert(support.evaluate(runtime, dossier))
      for _, prompt in ipairs(report.prompts) do
        if prompt.prompt == "11.1.19/advice-1" then return prompt.facility end
      end
    end
    assert.is_nil(advised(function() end))
    assert.equal("depot", advised(function(depot)
      depot.security = { inhouse_used = false, private_used = false,
        public_engaged = false }
      depot.shipments = nil
      depot.conduct, depot.arms = nil, nil
    end))
  end)
end)
