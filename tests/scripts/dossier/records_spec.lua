-- The auditor's records: what they do to facts, and whose have force.  What they
-- name, which are in force and which contradict each other: records/.
local support = require "support.host"
local small = require "support.small"

local runtime = assert(small.open(small.check '"a.flag is yes"'
  .. small.check('"b.flag is yes"'):gsub('"1.1"', '"1.2"')))

-- Facts that contradict each other stay open until they are corrected, or until
-- the auditor says which value each may be taken to have.
describe("a judgement on a fact that contradicts another", function()
  local facts = { a = { total = 1, done = 2 } }
  local function total_found(records)
    local result = small.result('"a.total is exactly 2"', facts,
      { records = records })
    return result.outcome, result.basis
  end
  it("settles it, as the cure of the contradiction says", function()
    assert.equal("insufficient-evidence", (total_found()))
    local outcome, basis = total_found { { kind = "judgement", answer = 2,
      prompt = "fact:/facilities/items/0/a/total", by = "A. Auditor",
      party = "auditor", authority = "lead", date = "2013-11-01", why = "counted" } }
    assert.equal("conformance", outcome)
    assert.equal("auditor-verified", basis)
  end)
end)

-- The Member's own statement verifies nothing, and nobody may gain by leaving out
-- whose statement it is.
describe("a record that is not the auditor's", function()
  local facts = { a = { flag = true } }
  local function with(party, fields)
    local record = { by = "Director", party = party, authority = "director", date = "2013-11-01",
      why = "I am sure." }
    for name, value in pairs(fields) do record[name] = value end
    local dossier = small.dossier(facts, { records = { record } })
    local report = support.evaluate(runtime, dossier)
    return report, support.decode(runtime.validate(
      support.json.write(dossier), {})).problems
  end
  local ATTESTED <const> = { kind = "attestation",
    fact = "/facilities/items/0/a/flag" }
  local OVERRIDE <const> = { kind = "override", check = "1.2",
    outcome = "conformance" }

  it("does not verify a fact", function()
    local basis = { auditor = "auditor-verified", member = "stated",
      ["third-party"] = "stated", [""] = "stated" }
    for party, expected in pairs(basis) do
      local report = with(party ~= "" and party or nil, ATTESTED)
      assert.equal(expected, report.results[1].basis, party)
    end
  end)
  it("overrides nothing", function()
    assert.is_table(with("auditor", OVERRIDE).results[2].with_records)
    assert.is_nil(with("member", OVERRIDE).results[2].with_records)
    assert.is_nil(with(nil, OVERRIDE).results[2].with_records)
  end)
  it("is shown as without force, with a note at its pointer", function()
    local report, problems = with("member", OVERRIDE)
    assert.is_false(report.records[1].in_force)
    assert.equal("member", report.records[1].party)
    assert.equal("note", problems[1].kind)
    assert.equal("/records/0/party", problems[1].pointer)
    assert.matches("has no force", problems[1].message, 1, true)
    assert.matches("does not say whose it is",
      select(2, with(nil, OVERRIDE))[1].message, 1, true)
  end)
  it("is noted beside whatever error stands in the dossier", function()
    local function codes_of(fields)
      local codes = {}
      for _, one in ipairs(select(2, with("member", fields))) do
        codes[#codes + 1] = one.code
      end
      table.sort(codes)
      return codes
    end
    facts.a.flag = "perhaps"
    assert.same({ "record-without-force", "wanted-yes-no" }, codes_of(OVERRIDE))
    facts.a.flag = true
    assert.same({ "record-without-force", "wanted-one-of" }, codes_of { kind = "guess" })
    assert.same({ "entry-lacks", "record-without-force" }, codes_of { kind = "attestation" })
  end)
end)

-- What a judgement says of a fact must be a value of that fact, and one that has
-- no part in the evaluation says why: it looked as if it had worked.
describe("a judgement on a fact", function()
  local A <const> = "/facilities/items/0/a/"
  local function with(facts, name, answer, more)
    local record = { kind = "judgement", by = "A. Auditor", party = "auditor",
      authority = "lead", date = "2013-11-01", why = "seen", prompt = "fact:" .. A .. name,
      answer = answer }
    more = more or {}
    more.records = { record }
    local dossier = small.dossier({ a = facts }, more)
    local validation = support.decode(runtime.validate(
      support.json.write(dossier), {}))
    return validation.problems, support.evaluate(runtime, dossier)
  end

  it("may be a list where the fact is one", function()
    local problems, report = with({ kinds = { state = "conflicting" } }, "kinds",
      { "x", "z" })
    assert.same({}, problems)
    assert.is_true(report.records[1].used)
  end)
  it("is refused where it is no value of the fact", function()
    local problems, report = with({ kinds = { state = "conflicting" } }, "kinds",
      "x")
    assert.equal("error", problems[1].kind)
    assert.equal("/records/0/answer", problems[1].pointer)
    assert.matches("expected a list of values", problems[1].message, 1, true)
    assert.is_nil(report)
    problems = with({ flag = { state = "conflicting" } }, "flag", "people")
    assert.matches("expected true or false", problems[1].message, 1, true)
  end)
  it("without a case says why, and raises a prompt", function()
    local cases = {
      { { flag = true }, "flag", "the fact is known without it" },
      { { flag = { state = "withheld", withheld_reason = "secret" } }, "flag",
        "no interview or observation by the auditor speaks for it" },
      { {}, "flag", "the fact is unknown" },
    }
    for _, case in ipairs(cases) do
      local problems, report = with(case[1], case[2], true)
      assert.equal("note", problems[1].kind)
      assert.equal("/records/0", problems[1].pointer)
      assert.matches(case[3], problems[1].message, 1, true)
      assert.matches(case[3], report.records[1].stale, 1, true)
      assert.is_nil(report.records[1].used)
      assert.equal("record:/records/0/stale",
        report.prompts[#report.prompts].prompt)
    end
  end)
  it("is asked for with what may be answered", function()
    local _, report = with({ flag = { state = "withheld",
      withheld_reason = "secret", evidence = { { id = "I", says = true } } } },
      "law", true, { evidence = { { id = "I", kind = "interview" } } })
    assert.equal("deciding", report.prompts[1].kind)
    assert.equal("true or false", report.prompts[1].answer)
  end)
end)
