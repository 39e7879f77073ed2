-- Facts of the pack that may be marked as not applicable: only with a reason, and
-- it counts only where the condition that the vocabulary names is known to hold.
local support = require "support.host"

local runtime = support.open_builtin { tolerant = true }
local array = support.json.array

-- A mine where what every condition asks about is given by `used`.
local function here(used)
  return { id = "here", kind = array { "mine" },
    handles_jewellery_products = true, ships_product = true,
    security = { inhouse_used = used, private_used = used,
      public_engaged = true },
    risk_assessment = { exists = used }, asm = { present = "nearby" },
    conduct = { policy_written = used }, community = { present = used,
      engagement_relevant = used },
    shipping = { own_carriage = used, carrier_used = true },
    law_enforcement = { relationship_appropriate = used },
    theft_detection = { appropriate = used },
    arms = { used = used, armed_count = used and 3 or nil, licensed_count =
      used and 3 or nil, certification_required = used } }
end

local function dossier(facility, membership)
  return { format = "cop11.dossier/1",
    assessment = { date = "2013-11-30", kind = "self" },
    member = { id = "M-1", has_mining_facilities = true,
      provides_secure_transport = true, icoca = { membership = membership } },
    facilities = { complete = true, items = array { facility } } }
end

local function mark(place, entry, written)
  for i = 1, #entry.keys - 1 do
    local key = entry.keys[i]
    place[key] = place[key] or {}
    place = place[key]
  end
  place[entry.keys[#entry.keys]] = written
end

local function with(entry, used, written)
  local facility = here(used)
  if entry.path == "protect.carrier_shipments" then
    facility.shipping = { own_carriage = true, carrier_used = used }
  end
  local whole = dossier(facility, used and "member" or "none")
  mark(entry.scope == "member" and whole.member or facility, entry, written)
  return support.evaluate(runtime, whole)
end

local REASON <const> = { state = "not_applicable",
  na_reason = "there is nothing it could speak of" }

local marked = {}
for _, entry in ipairs(runtime.model().vocabulary.ordered) do
  if entry.na_when then marked[#marked + 1] = entry end
end

describe("a fact that may be not applicable:", function()
  it("there are such facts", function() assert.equal(35, #marked) end)

  for _, entry in ipairs(marked) do
    local function outcomes(report)
      local found = {}
      for i, result in ipairs(report.results) do
        found[i] = table.concat(result.range, " ")
      end
      return found
    end

    it(entry.path .. " needs a reason", function()
      local report, problem = with(entry, false, { state = "not_applicable" })
      assert.is_nil(report)
      assert.truthy(problem.message:find("na_reason", 1, true), problem.message)
    end)
    it(entry.path .. " changes nothing where its condition holds", function()
      assert.same(outcomes(assert(with(entry, false, nil))),
        outcomes(assert(with(entry, false, REASON))))
    end)
    it(entry.path .. " reads as unknown where its condition fails", function()
      assert.same(outcomes(assert(with(entry, true, nil))),
        outcomes(assert(with(entry, true, REASON))))
    end)
  end

  it("no other may be", function()
    local facility = here(true)
    facility.arms.trained_count = REASON
    local report, problem = support.evaluate(runtime, dossier(facility, "none"))
    assert.is_nil(report)
    assert.truthy(problem.message:find("cannot be not_applicable", 1, true))
  end)
end)
