-- Facts that cannot both be true, where 11.3 and 11.4 read them: each becomes
-- conflicting, with one problem a fact, and reads as unknown; what only looks
-- odd is left alone.
local support = require "support.host"

local runtime = support.open_builtin()
local array = support.json.array

local function assess(here, member)
  here.id, here.kind = "here", here.kind or array { "mine" }
  member = member or { has_mining_facilities = true }
  member.id = "M-1"
  local report, problem = support.evaluate(runtime, {
    format = "cop11.dossier/1",
    assessment = { date = "2013-11-30", kind = "certification" },
    member = member, facilities = { complete = true,
      items = array { here } } })
  return assert(report, problem and problem.message)
end

-- The pointers of the facts found conflicting, below the facility, sorted.
local function conflicts(report)
  local found = {}
  for _, problem in ipairs(report.problems) do
    if problem.kind == "conflict" then
      found[#found + 1] = problem.pointer:gsub("^/facilities/items/0", "")
    end
  end
  table.sort(found)
  return found
end

local function outcome(report, check)
  return support.result(report, check).outcome
end

local OPEN <const> = "insufficient-evidence"

describe("head-counts", function()
  it("of a group that does not work here", function()
    local report = assess { security = { inhouse_used = false,
      inhouse_count = 3, private_used = true, private_count = 4 },
      vpshr = { trained_private = 4 } }
    assert.same({ "/security/inhouse_count", "/security/inhouse_used" },
      conflicts(report))
    assert.equal(OPEN, outcome(report, "11.3.1"))
    assert.equal("conformance", outcome(report, "11.3.2"))
    report = assess { security = { private_used = false, private_count = 1 } }
    assert.same({ "/security/private_count", "/security/private_used" },
      conflicts(report))
  end)

  it("of 0 in a group that works here, or does not, are no contradiction",
    function()
      assert.same({}, conflicts(assess { security = { inhouse_used = true,
        inhouse_count = 0, private_used = false, private_count = 0 } }))
    end)

  it("smaller than the number of those trained", function()
    local report = assess { security = { private_used = true,
      private_count = 10 }, vpshr = { trained_private = 11 } }
    assert.same({ "/security/private_count", "/vpshr/trained_private" },
      conflicts(report))
    assert.equal(OPEN, outcome(report, "11.3.2"))
  end)

  it("other than the list of people gives", function()
    local report = assess { security = { inhouse_used = true,
      inhouse_count = 2 }, people = { complete = true, items = array {
      { employer = "inhouse", deployed = "on_duty", vpshr_trained = true } } } }
    assert.same({ "/security/inhouse_count", "/security/inhouse_count",
      "/security/inhouse_engaged" }, conflicts(report)) -- 2 of 1, and not 1
    assert.equal(OPEN, outcome(report, "11.3.1"))
  end)
  it("of more armed than are on duty, whoever is", function()
    for _, one in ipairs { { { private_used = false, inhouse_count = 3 }, 3 },
      { { inhouse_used = false, private_count = 2 }, 2 },
      { { inhouse_count = 1, private_count = 2 }, 3 } } do
      local function armed(count)
        local security = support.copy(one[1])
        security.public_engaged = false
        return conflicts(assess { security = security, arms = { armed_count = count } })
      end
      assert.same({}, armed(one[2]))
      assert.equal("/arms/armed_count", armed(one[2] + 1)[1])
    end
  end)
  it("of more on duty than are engaged, or of some engaged by nobody", function()
    assert.same({ "/security/private_count", "/security/private_engaged" },
      conflicts(assess { security = { private_count = 9, private_engaged = 8 } }))
    assert.same({ "/security/private_engaged", "/security/private_used" },
      conflicts(assess { security = { private_used = false, private_engaged = 8 } }))
  end)
end)

describe("agreements", function()
  it("with companies, where none is engaged", function()
    local report = assess { security = { private_used = false },
      private_security = { agreements_require_training = true } }
    assert.same({ "/private_security/agreements_require_training",
      "/security/private_used" }, conflicts(report))
    assert.equal(OPEN, outcome(report, "11.3.21"))
    assert.same({}, conflicts(assess { security = { private_used = false },
      private_security = { agreements_require_training = false } }))
  end)

  it("in which a force on the list was never asked to commit itself", function()
    local function with(commitment)
      return assess { security = { public_engaged = true },
        public_security = { agreement_possible = true,
          commitment = commitment },
        providers = { complete = true, items = array { { kind = "public",
          arrangement = { commitment = "not_sought" } } } } }
    end
    assert.same({ "/public_security/commitment" }, conflicts(with "agreed"))
    assert.equal(OPEN, outcome(with "agreed", "11.3.18"))
    assert.same({}, conflicts(with "not_sought"))
    assert.equal("observation", outcome(with "not_sought", "11.3.18"))
  end)
end)

describe("a risk assessment", function()
  it("that was never made, and looks at artisanal miners", function()
    local report = assess { risk_assessment = { exists = false,
      asm_interaction = true }, asm = { present = "nearby" } }
    assert.same({ "/risk_assessment/asm_interaction",
      "/risk_assessment/exists" }, conflicts(report))
    assert.equal(OPEN, outcome(report, "11.3.11"))
    assert.same({ "/risk_assessment/exists",
      "/risk_assessment/regularly_updated" }, conflicts(assess {
      risk_assessment = { exists = false, regularly_updated = true } }))
  end)
end)

describe("mining", function()
  it("at a Member without any: the mine and the Member contradict each other",
    function()
      local report = assess({ security = { inhouse_used = true,
        inhouse_count = 2 }, vpshr = { trained_inhouse = 0 } },
        { has_mining_facilities = false })
      assert.same({ "/kind", "/member/has_mining_facilities" },
        conflicts(report))
      -- Neither side wins: 11.3 may apply, and may be missed by all.
      assert.equal(OPEN, outcome(report, "11.3.1"))
      assert.same({ "not-applicable", "major-nonconformance" },
        support.result(report, "11.3.1").range)
    end)
end)

describe("the Code's association", function()
  it("has no membership in force of someone who is no member", function()
    local report = assess({ kind = array { "transport" },
      ships_product = true }, { provides_secure_transport = true,
      icoc = { signatory = "member" },
      icoca = { membership = "none", in_force = true } })
    assert.same({ "/member/icoca/in_force", "/member/icoca/membership" },
      conflicts(report))
    assert.equal("conformance", outcome(report, "11.4.1"))
    assert.equal(OPEN, support.result(report, "11.4.1").readings.successor)
  end)
end)

-- Counts and the arms that nobody carries: consistency_all_spec.lua.

describe("a day after the as-of date", function()
  local vocabulary = support.open_builtin { tolerant = true }.model().vocabulary

  local function placed(entry, day)
    local facility, member = {}, { has_mining_facilities = true }
    local place = entry.scope == "member" and member or facility
    for i = 1, #entry.keys - 1 do
      place[entry.keys[i]] = {}
      place = place[entry.keys[i]]
    end
    place[entry.keys[#entry.keys]] = day
    return assess(facility, member)
  end

  local function notes(report)
    local count = 0
    for _, problem in ipairs(report.problems) do
      assert.equal("note", problem.kind)
      count = count + 1
    end
    return count
  end

  for _, entry in ipairs(vocabulary.ordered) do
    if entry.type == "date" and entry.scope ~= "assessment" then
      local ahead = entry.future and "may stand in " or "is not yet known in "
      it(ahead .. entry.path, function()
        assert.equal(entry.future and 0 or 1, notes(placed(entry,
          "2013-12-01")))
        assert.equal(0, notes(placed(entry, "2013-11-30")))
      end)
    end
  end

  it("of expiries and of the end of agreements is ordinary", function()
    local ahead = {}
    local function look(list)
      for _, entry in ipairs(list) do
        if entry.future then ahead[#ahead + 1] = entry.path end
      end
    end
    look(vocabulary.ordered)
    for _, list in ipairs(vocabulary.ordered_lists) do look(list.ordered) end
    table.sort(ahead)
    assert.same({ "agreement.ends", "arrangement.ends", "assessment.date",
      "icoca.certification_due", "licence.expires",
      "private_security.agreements_end", "public_security.agreement_ends" }, ahead)
  end)
end)

describe("a threat of illegal mining where no artisanal miners are", function()
  local function asked(present, exposure)
    local report = assess { asm = { present = present },
      risk_assessment = { exists = true }, threats = array {
        { type = "illegal_mining", exposure = exposure } } }
    assert.same({}, conflicts(report))
    for _, prompt in ipairs(report.prompts) do
      if prompt.prompt == "11.3.11/advice-1" then return prompt.kind end
    end
  end

  it("is a question to the auditor and no contradiction", function()
    assert.equal("advisory", asked("none", "high"))
  end)
  it("is none where the threat was ruled out, or such miners are there",
    function()
      assert.is_nil(asked("none", "none"))
      assert.is_nil(asked("nearby", "high"))
    end)
end)
