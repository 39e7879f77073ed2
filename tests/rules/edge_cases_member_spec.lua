-- Edge cases of the Member as a whole, by the numbers of the domain's table:
-- findings that repeat, claims that only an auditor may make, and what follows
-- for certification.
local edge_case = require "support.edge_case"
local support = require "support.host"

local runtime = support.open_builtin()
local array = support.json.array
local says = edge_case.says

-- A site at which only one thing is known to be wrong, or right.
local function site(id, monitored)
  return { id = id, kind = array { "trade" },
    security = { inhouse_used = true, private_used = false,
      public_engaged = false }, conduct = { monitoring = monitored } }
end

local function dossier(facilities, more)
  local whole = { format = "cop11.dossier/1",
    assessment = { date = "2013-11-30", kind = "self" },
    member = { id = "M-1", has_mining_facilities = false,
      provides_secure_transport = false },
    facilities = { complete = true, items = array(facilities) } }
  for key, value in pairs(more or {}) do whole[key] = value end
  return whole
end

local function assess(...)
  local report, problem = support.evaluate(runtime, dossier(...))
  return assert(report, problem and problem.message)
end

local function prompts(report, pattern)
  local found = {}
  for _, one in ipairs(report.prompts) do
    if one.prompt:find(pattern) then found[#found + 1] = one end
  end
  return found
end

describe("by the table", function()
  it("edge case 55: the same minor at six of eight sites is a question, not a "
    .. "major",
    function()
      local sites = {}
      for i = 1, 8 do sites[i] = site("s" .. i, i > 6) end
      local report = assess(sites)
      local asked = prompts(report, "^11%.2%.10/repetitive$")
      assert.equal(1, #asked)
      assert.equal("advisory", asked[1].kind)
      says(asked[1].text, "at 6 facilities")
      for i = 1, 6 do
        assert.equal("minor-nonconformance",
          support.result(report, "11.2.10", "s" .. i).outcome)
      end
    end)

  it("related minors at one facility are a question, not a major", function()
    local here = site("s1", false)
    here.conduct.discipline_arranged = false
    local report = assess { here }
    local asked = prompts(report, "^11%.2/related$")
    assert.equal(1, #asked)
    assert.equal("advisory", asked[1].kind)
    assert.equal("s1", asked[1].facility)
    says(asked[1].text, "11.2.10 and 11.2.12")
    for _, one in ipairs(report.results) do
      assert.not_equal("major-nonconformance", one.outcome)
    end
  end)

  local function finding(more)
    local one = { id = "F-1", provision = "11.2",
      rating = "minor-nonconformance", nature = "No monitoring.",
      cause = "Nobody was named.", by = "A. Auditor",
      party = "auditor", action = "Name one." }
    for key, value in pairs(more) do one[key] = value end
    return { findings = array { one } }
  end

  it("edge case 56: the same minor as three years ago is a question, not a "
    .. "major",
    function()
      local report = assess({ site("s1", false) },
        finding { repeat_of = "F-2010-4" })
      local asked = prompts(report, "^finding:F%-1/persistent$")
      assert.equal("advisory", asked[1].kind)
      says(asked[1].text, "F-2010-4")
      assert.equal("minor-nonconformance",
        support.result(report, "11.2.10").outcome)
    end)

  it("edge case 60: facts in another order give the same report, byte for byte",
    function()
      local one = { id = "s1", kind = array { "trade" },
        security = { inhouse_used = true, private_used = false,
          public_engaged = true }, allegations = { complete = true,
          items = array {} } }
      local text = support.json.write(dossier { one })
      local turned = '{"facilities":{"items":[{"allegations":{"items":[],'
        .. '"complete":true},"security":{"public_engaged":true,'
        .. '"private_used":false,"inhouse_used":true},"kind":["trade"],'
        .. '"id":"s1"}],"complete":true},"member":{'
        .. '"provides_secure_transport":false,"has_mining_facilities":false,'
        .. '"id":"M-1"},"assessment":{"kind":"self","date":"2013-11-30"},'
        .. '"format":"cop11.dossier/1"}'
      assert.not_equal(text, turned)
      local _, first = assert(support.evaluate(runtime, text))
      local _, second = assert(support.evaluate(runtime, turned))
      assert.equal(first, second)
    end)

  it("edge case 64: a claim of a critical breach is shown, for the auditor to "
    .. "confirm",
    function()
      local plain = assess { site("s1", true) }
      local report = assess({ site("s1", true) }, finding {
        rating = "critical-breach", due = "2014-01-31" })
      assert.equal("critical-breach", report.findings[1].rating)
      local asked = prompts(report, "^finding:F%-1/critical$")
      assert.equal("advisory", asked[1].kind)
      says(asked[1].text, "auditor is to confirm")
      says(asked[1].text, "does not name 11.2")
      assert.equal(plain.member.rating, report.member.rating)
      assert.same(plain.member.range, report.member.range)
    end)

  local function fourth(so_far)
    local bad = { id = "s1", kind = array { "trade" },
      handles_jewellery_products = true, protect = { theft = "none" } }
    local report = assess({ bad }, { member = { id = "M-1",
      has_mining_facilities = false, provides_secure_transport = false,
      consecutive_one_year = so_far } })
    assert.equal("major-nonconformance", report.member.rating)
    for _, hint in ipairs(report.hints) do
      if hint.hint == "certification-fourth-year" then return hint end
    end
  end

  it("edge case 65: a fourth one-year outcome in a row would follow: a "
    .. "warning, with its "
    .. "source", function()
    local hint = fourth(3)
    says(hint.text, "not eligible")
    says(hint.source, "COP 2013")
    assert.is_nil(fourth(2))
    assert.is_nil(fourth(nil))
  end)
end)
