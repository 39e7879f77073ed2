-- What the report says beside the ratings: how long a certification period would
-- be, what corrective action is due, which provisions are critical, how old the
-- evidence is.  All of it is from secondary sources that are named, and none of
-- it changes a rating.
local support = require "support.host"

local runtime = support.open_builtin()
local array = support.json.array

local NOBODY <const> = { inhouse_used = false, private_used = false,
  public_engaged = false }

local function assess(here, more, call)
  here.id, here.security = "s1", NOBODY
  local dossier = { format = "cop11.dossier/1",
    assessment = { date = "2013-11-30", kind = "self" },
    member = { id = "M-1", has_mining_facilities = false,
      provides_secure_transport = false },
    facilities = { complete = true, items = array { here } } }
  for key, value in pairs(more or {}) do dossier[key] = value end
  return assert(support.evaluate(runtime, dossier, call))
end

local OFFICE <const> = { kind = array { "office" },
  handles_jewellery_products = false, ships_product = false }
local BARE <const> = { kind = array { "retail" },
  handles_jewellery_products = true, protect = { theft = "none" } }
local UNKNOWN <const> = { kind = array { "retail" },
  handles_jewellery_products = true }

describe("the certification period is a hint that", function()
  local function hints(here)
    local found = {}
    for i, hint in ipairs(assess(support.copy(here)).hints) do
      assert.truthy(hint.source:find("COP 2013", 1, true), hint.source)
      found[i] = hint.hint
    end
    return found
  end

  it("says three years where nothing is above minor", function()
    assert.same({ "certification-three-years" }, hints(OFFICE))
  end)
  it("says one year where something is major", function()
    assert.same({ "certification-one-year" }, hints(BARE))
  end)
  it("is not given where the rating is not determined", function()
    assert.same({}, hints(UNKNOWN))
  end)
  it("never speaks of being certified or compliant", function()
    for _, here in ipairs { OFFICE, BARE } do
      for _, hint in ipairs(assess(support.copy(here)).hints) do
        assert.is_nil(hint.text:lower():find("complian", 1, true))
        assert.is_nil(hint.text:lower():find("is certified", 1, true))
      end
    end
  end)
end)

describe("a finding that an auditor entered", function()
  local function prompts(more)
    local finding = { id = "F-1", provision = "11.1", nature = "A gate is open.",
      rating = "minor-nonconformance", cause = "Nobody was named.",
      by = "A. Auditor", party = "auditor" }
    for key, value in pairs(more) do finding[key] = value or nil end
    local found = {}
    for _, one in ipairs(assess(support.copy(OFFICE), {
      findings = array { finding } }).prompts) do
      local name = one.prompt:match "^finding:F%-1/(.+)$"
      if name then
        assert.equal("advisory", one.kind)
        found[#found + 1] = name
      end
    end
    return found
  end

  it("needs a plan where it is major, not where it is minor", function()
    assert.same({}, prompts {})
    assert.same({ "plan" }, prompts { rating = "major-nonconformance" })
    assert.same({}, prompts { rating = "major-nonconformance",
      action = "Close it.", due = "2014-01-31" })
  end)
  it("is overdue from the day after its plan was due", function()
    assert.same({ "overdue" }, prompts { due = "2013-11-29" })
    assert.same({}, prompts { due = "2013-11-30" })
    assert.same({}, prompts { due = "2013-11-29",
      closed_on = "2013-11-20", verified_by = "A. Auditor" })
  end)
  it("is asked who verified its closure, where nobody is named", function()
    assert.same({ "unverified" }, prompts { due = "2013-11-29",
      closed_on = "2013-11-20" })
  end)
  it("states its root cause", function()
    assert.same({ "write_up" }, prompts { cause = false })
  end)
end)

describe("the list of critical provisions", function()
  it("is empty, for none could be confirmed", function()
    local rules = support.open_builtin { tolerant = true }.model().finding_rules
    assert.same({}, rules.critical_provisions)
    assert.truthy(rules.source:find("2018", 1, true))
  end)
end)
