-- An agreement whose term has ended before the as-of day: what rests on it is not known
-- any more, and is asked about, whether it was stated or follows from the providers.
local support = require "support.host"

local runtime = support.open_builtin()
local array = support.json.array
local OPEN <const>, MET <const> = "insufficient-evidence", "conformance"
local AS_OF <const>, BEFORE <const> = "2013-11-30", "2013-11-29"

-- A mine guarded by a company and the police, under agreements in which all is well.
local function mine(company_ends, police_ends)
  return { id = "here", kind = array { "mine" },
    security = { inhouse_used = false },
    public_security = { agreement_possible = true, commitment = "agreed" },
    providers = { complete = true, items = array {
      { name = "Guards", kind = "private", agreement = { cites_vpshr = true,
        requires_training = true, requires_conduct = true, ends = company_ends } },
      { name = "Police", kind = "public", arrangement = { follows_vpshr = true,
        commitment = "agreed", ends = police_ends } } } } }
end

-- The same with answers for the whole facility in place of those of each agreement.
local function stated(company_ends, police_ends)
  local here = mine(company_ends)
  local items = here.providers.items
  items[1].agreement = { ends = company_ends }
  items[2].arrangement = nil
  here.private_security = { agreements_cite_vpshr = true,
    agreements_require_training = true, agreements_require_conduct = true }
  here.public_security = { follows_vpshr = true, commitment = "agreed",
    agreement_possible = true, agreement_ends = police_ends }
  return here
end

local function report_on(here)
  return assert(support.evaluate(runtime, { format = "cop11.dossier/1",
    assessment = { date = AS_OF, kind = "certification" },
    member = { id = "M-1", has_mining_facilities = true },
    facilities = { complete = true, items = array { here } } }))
end

-- Whether the report asks about the fact `path` anew.
local function is_asked(report, path)
  for _, question in ipairs(report.missing) do
    if question.fact == path then return true end
  end
  return false
end

local function is_contradicted(report, path)
  for _, problem in ipairs(report.problems) do
    local at = table.concat(problem.pointers or { problem.pointer }, "\n")
    if problem.kind == "conflict" and at:find(path:gsub("%.", "/"), 1, true) then
      return true
    end
  end
  return false
end

-- By check, the fact that rests on the agreement.
local PRIVATE <const> = {
  ["11.3.20"] = "private_security.agreements_cite_vpshr",
  ["11.3.21"] = "private_security.agreements_require_training",
  ["11.3.22"] = "private_security.agreements_require_conduct",
}
local PUBLIC <const> = {
  ["11.3.15"] = "public_security.follows_vpshr",
  ["11.3.18"] = "public_security.commitment",
}

local function each(checks, see)
  for check, path in pairs(checks) do see(check, path) end
end

for how, make in pairs { ["where each provider's is given"] = mine,
  ["where one answer is given for all"] = stated } do
  describe("an ended agreement, " .. how .. ",", function()
    local function opens(report, checks)
      each(checks, function(check, path)
        local result = support.result(report, check, "here")
        assert.equal(OPEN, result.outcome, check)
        assert.equal(MET, result.range[1], check)
        assert.equal(check ~= "11.3.18", #result.range > 1, check) -- background: no more
        assert.is_true(is_asked(report, path), path)
        assert.is_true(is_contradicted(report, path), path)
      end)
    end
    local function stands(report, checks)
      each(checks, function(check, path)
        assert.equal(MET, support.result(report, check, "here").outcome, check)
        assert.is_false(is_asked(report, path), path)
      end)
    end
    it("with a private company leaves open what it said", function()
      local report = report_on(make(BEFORE, AS_OF))
      opens(report, PRIVATE)
      stands(report, PUBLIC)
    end)
    it("with public forces leaves open what it said", function()
      local report = report_on(make(AS_OF, BEFORE))
      opens(report, PUBLIC)
      stands(report, PRIVATE)
    end)
    it("is none while it runs, its last day too", function()
      local report = report_on(make(AS_OF, AS_OF))
      stands(report, PRIVATE)
      stands(report, PUBLIC)
    end)
    it("that was never agreed is no agreement: what is no stays no", function()
      local here = make(BEFORE, AS_OF)
      local agreement = here.providers.items[1].agreement
      if here.private_security then
        here.private_security.agreements_cite_vpshr = false
      else
        agreement.cites_vpshr = false
      end
      assert.equal("minor-nonconformance",
        support.result(report_on(here), "11.3.20", "here").outcome)
    end)
  end)
end
