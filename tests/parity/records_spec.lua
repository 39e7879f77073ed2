-- Which of the auditor's records are in force, and which contradict each other, is the
-- same in the core as in Lua.

package.path = "tests/parity/?.lua;" .. package.path
local support = require "support.host"
local compare = require "compare"
local corpus = require "corpus"
local phases = require "phases"
local program = require "program"
local records = require "dossier.records"
local standing = require "dossier.records.standing"

local parity = support.host.parity
local json = support.json
local null = json.null

describe("The records of a reading", function()
  local model = support.open_builtin({ tolerant = true }).model()
  local block = parity.open(program.compile(model, support.host.program.layout()))

  local function compared(one, before, after, got)
    local expected = support.decode(json.write(after))
    for _, dump in ipairs { got, expected } do -- these are sorted at the end
      dump.undecided, dump.unshown = nil, nil
    end
    local difference = compare.difference(expected, got)
    if difference then error(("%s: %s"):format(one.name, difference)) end
    return before and after
  end

  -- Return the reading's dump.
  local function check(one)
    local before, after = phases.before(standing, "settle", model, one)
    if not before then return nil end
    local got = support.decode(parity.stand(block, before))
    if after.errors and got.findings and #got.findings > 0 then return after end
    return compared(one, before, after, got)
  end
  local function check_all(one)
    local before, after = phases.before(records, "check", model, one)
    if not before then return nil end
    return compared(one, before, after,
      support.decode(parity.check_records(block, before)))
  end

  it("stand as in Lua in each sample and example", function()
    for _, one in ipairs(corpus.samples()) do check(one) end
    for _, one in ipairs(corpus.examples(model)) do check(one) end
  end)

  it("stand as in Lua in many generated dossiers", function()
    local seen = {}
    for _, one in ipairs(corpus.generated(model, 1, 400)) do
      local after = check(one)
      for _, record in ipairs(after and after.records or {}) do
        seen[record.no_force or "in force"] = true
        seen[record.superseded_at and "at a place" or ""] = true
      end
      for _, problem in ipairs(after and after.problems or {}) do
        if problem.message:find "^records contradict" then seen.contradict = true end
      end
      if after and after.errors then seen.errors = true end
    end
    for _, name in ipairs { "in force", "superseded", "not-yet", "not-the-auditors",
      "lapsed", "at a place", "contradict", "errors" } do
      assert.is_true(seen[name], name)
    end
  end)

  it("name what is there, as in Lua", function()
    local errors, sound = 0, 0
    for _, list in ipairs { corpus.samples(), corpus.examples(model),
      corpus.generated(model, 1, 400) } do
      for _, one in ipairs(list) do
        local after = check_all(one)
        if after and after.errors then errors = errors + 1 end
        if after and after.records and #after.records > 0 then sound = sound + 1 end
      end
    end
    assert.is_true(errors > 20 and sound > 50)
  end)

  -- ---- one record at a time ------------------------------------------------

  local function dossier_with(record)
    local facility = { id = "a/b~c", arms = { used = { state = "conflicting" } },
      people = { items = json.array { { id = "G-1", armed = true }, { armed = false },
        { id = "x/y" }, { name = "Ann" }, { armed = { value = false, why = "Seen." } },
        { licence = { expires = { at_least = "2014-01" } }, armed = null } } },
      providers = { items = json.array { { name = "Shield" },
        { name = ("é"):rep(150) }, { name = "x" .. ("é"):rep(150) } } } }
    local base = { kind = "judgement", by = "A. Auditor", authority = "lead",
      party = "auditor", why = "It was seen.", date = "2013-11-30" }
    for key, value in pairs(record) do base[key] = value or nil end
    return { format = "cop11.dossier/1", assessment = { date = "2013-11-30" },
      member = { id = "M" }, facilities = { complete = true,
        items = json.array { facility, { id = "west" } } },
      findings = json.array { { id = "F-1", provision = "11.2", rating =
        "minor-nonconformance", nature = "A gap", by = "A. Auditor", party = "auditor" } },
      records = json.array { base } }
  end

  local PEOPLE <const> = "fact:a~1b~0c/people"
  -- The mark of an item by what it answers, as JSON.
  local function marked(said, number)
    return ("%s[#%s%s].armed"):format(PEOPLE, support.host.sha256(said):sub(1, 8),
      number or "")
  end
  local MARKED <const> = { marked '{"armed":false}', marked('{"armed":false}', "-2"),
    marked '{"licence.expires":{"at_least":"2014-01"}}' }
  local RECORDS <const> = {
    -- prompts of rules
    { prompt = "11.1/applies", answer = "no" },
    { prompt = "11.1/related", answer = "noted" },
    { prompt = "11.1/related", answer = "isolated" }, { prompt = "11.1", answer = "yes" },
    { prompt = "11.1.1/advice-1", answer = "noted" },
    { prompt = "11.1.1/advice-2", answer = "no" },
    { prompt = "11.1.1/extent", answer = "systemic" },
    { prompt = "11.1.1/extent", answer = "yes" },
    { prompt = "11.1.1/repetitive", answer = "yes" }, { prompt = "99.1/applies", answer = "no" },
    { prompt = "11.2.org.x/applies", answer = "no" },
    { prompt = "finding:F-1/plan", answer = "yes" },
    { prompt = "finding:F-1/other", answer = "yes" },
    { prompt = "finding:F-2/plan", answer = "yes" },
    { prompt = "finding:", answer = "yes" }, { prompt = "/applies", answer = "yes" },
    { prompt = "11.1.1/applies", answer = true }, { prompt = "11.1.1/applies" },
    { prompt = "11.1.1/applies", answer = "yes", facility = "west" },
    { prompt = "11.1.1/applies", answer = "yes", facility = "east" },
    -- facts by pointer
    { prompt = "fact:/facilities/items/0/arms/used", answer = true },
    { prompt = "fact:/facilities/items/0/arms/used", answer = "yes" },
    { prompt = "fact:/facilities/items/0/arms/used", answer = null },
    { prompt = "fact:/facilities/items/0/arms/used", answer = "unknown" },
    { prompt = "fact:/facilities/items/00/arms/used", answer = true },
    { prompt = "fact:/facilities/items/9/arms/used", answer = true },
    { prompt = "fact:/facilities/0/arms/used", answer = true },
    { prompt = "fact:/facilities/items/0/arms", answer = true },
    { prompt = "fact:/facilities/items/0/people/items/1/armed", answer = true },
    { prompt = "fact:/facilities/items/0/people/items/7/armed", answer = true },
    { prompt = "fact:/facilities/items/0/people/1/armed", answer = true },
    { prompt = "fact:/facilities/items/0/people/items/1/nothing", answer = true },
    { prompt = "fact:/facilities/items/0/arms/used", answer = true, facility = "west" },
    { prompt = "fact:/facilities/items/0/arms/used", answer = true, facility = "a/b~c" },
    { prompt = "fact:/member/id", answer = "M" }, { prompt = "fact:/member", answer = "M" },
    { prompt = "fact:/all_facilities/arms/used", answer = true },
    { prompt = "fact:", answer = true }, { prompt = "fact:/", answer = true },
    -- facts by key
    { prompt = "fact:a~1b~0c/arms.used", answer = false }, { prompt = "fact:west/arms.used",
      answer = true }, { prompt = "fact:east/arms.used", answer = true },
    { prompt = "fact:member.id", answer = "M" }, { prompt = "fact:arms.used", answer = true },
    { prompt = "fact:a~1b~0c/assessment.date", answer = "2013-01-01" },
    { prompt = PEOPLE .. "[G-1].armed", answer = true },
    { prompt = PEOPLE .. "[#2].armed", answer = true },
    { prompt = PEOPLE .. "[#1].armed", answer = true },
    { prompt = PEOPLE .. "[#4].armed", answer = true },
    { prompt = PEOPLE .. "[#9].armed", answer = true },
    { prompt = PEOPLE .. "[#5].armed", answer = true },
    { prompt = PEOPLE .. "[x~1y].armed", answer = true },
    { prompt = PEOPLE .. "[x/y].armed", answer = true },
    { prompt = PEOPLE .. "[Ann].armed", answer = true },
    { prompt = PEOPLE .. "[G-1].nothing", answer = true },
    { prompt = PEOPLE .. "[G-1]armed", answer = true }, { prompt = PEOPLE .. "[].armed",
      answer = true }, { prompt = "fact:a~1b~0c/things[G-1].armed", answer = true },
    { prompt = "fact:west/people[G-1].armed", answer = true },
    { prompt = "fact:facilities[a].arms.used", answer = true },
    { prompt = "fact:a~1b~0c/providers[Shield].armed", answer = true },
    { prompt = "fact:a~1b~0c/providers[" .. ("é"):rep(99) .. "...].armed", answer = true },
    { prompt = "fact:a~1b~0c/providers[" .. ("é"):rep(150) .. "].armed", answer = true },
    { prompt = "fact:a~1b~0c/providers[x" .. ("é"):rep(99) .. "...].armed", answer = true },
    -- the other kinds
    { kind = "attestation", fact = "/facilities/items/0/arms/used" },
    { kind = "attestation", fact = "a~1b~0c/arms.used" }, { kind = "attestation", fact = "x" },
    { kind = "attestation", fact = "/member/id", answer = "M" }, { kind = "attestation" },
    { kind = "override", check = "11.1.1", outcome = "conformance" },
    { kind = "override", provision = "11.1", outcome = "not-applicable" },
    { kind = "override", check = "11.1.1", provision = "11.1", outcome = "observation" },
    { kind = "override", check = "11.1.1", provision = "11.2", outcome = "observation" },
    { kind = "override", check = "11.1", outcome = "observation" },
    { kind = "override", provision = "11.1.1", outcome = "observation" },
    { kind = "override", check = "11.1.org.own", outcome = "observation" },
    { kind = "override", outcome = "observation" }, { kind = "override", check = "11.1.1" },
    { kind = "override", check = "11.4.1", outcome = "observation", facility = "west" },
    { kind = "override", provision = "11.4", outcome = "observation", facility = "west" },
    { kind = "waiver", check = "11.1.1" }, { kind = "waiver", check = "11.1.1",
      outcome = "conformance" }, { kind = "waiver" }, { kind = "waiver", check = "11.1.1",
      prompt = "11.1.1/applies" }, { kind = "verdict", check = "11.1.1" },
    { prompt = "11.1.1/applies", answer = "no", check = "11.1.1" },
  }
  for _, why in ipairs { "The risk is low.", "Risks are very low", "a LOW-risk site",
    "lowrisk", "low- and risk", "Little  risk here", "minimal risk", "negligible\trisk",
    "the risks\nare low", "risk is not so low", "risk low", "small risky place", "a slow risk",
    "the risk has grown lower", "high risk, low cost", "é low é risk", "risk was thought low" } do
    RECORDS[#RECORDS + 1] = { prompt = "11.1.1/applies", answer = "no", why = why }
    RECORDS[#RECORDS + 1] = { prompt = "11.1.1/applies", answer = "yes", why = why }
    RECORDS[#RECORDS + 1] = { kind = "override", check = "11.1.1", why = why,
      outcome = "not-applicable" }
  end

  it("are judged one by one as in Lua", function()
    local errors = 0
    for i, record in ipairs(RECORDS) do
      local one = { name = "record " .. i, text = json.write(dossier_with(record)), call = {} }
      local after = check_all(one)
      if after and after.errors then errors = errors + 1 end
    end
    assert.is_true(errors > 40 and errors < #RECORDS - 30, errors)
  end)

  it("find an item without an id by its mark, as in Lua", function()
    for _, prompt in ipairs(MARKED) do
      for name, wanted in pairs { [prompt] = true, [prompt:gsub("#", "#0")] = false } do
        local record = { prompt = name, answer = true }
        local after = check_all { name = name, text = json.write(dossier_with(record)),
          call = {} }
        local found = after and not after.errors and after.records[1].fact_pointer ~= nil
        assert.equal(wanted, found, name)
      end
    end
  end)

  it("on a provision and on its check are weighed as in Lua", function()
    local outcomes = { "not-applicable", "conformance", "observation",
      "minor-nonconformance", "major-nonconformance" }
    local conflicts = 0
    for _, whole in ipairs(outcomes) do
      for _, part in ipairs(outcomes) do
        for _, place in ipairs { false, "west" } do
          local dossier = dossier_with { kind = "override", provision = "11.1",
            outcome = whole }
          local other = dossier_with { kind = "override", check = "11.1.1", outcome = part,
            facility = place }
          dossier.records[2] = other.records[1]
          local after = check_all { name = whole .. " and " .. part,
            text = json.write(dossier), call = {} }
          for _, problem in ipairs(after.problems) do
            conflicts = conflicts + (problem.message:find "^records contradict" and 1 or 0)
          end
        end
      end
    end
    assert.equal(2 * (4 + 2 + 2 + 1), conflicts) -- what is worse than each
  end)
end)
