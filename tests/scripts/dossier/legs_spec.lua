-- What evidence is worth: which kinds show a fact, and which evidence shows
-- nothing.
local small = require "support.small"

local OPEN <const> = "insufficient-evidence"

-- The result, and the report, where the fact `name` rests on the evidence `item`
-- alone; what `item` leaves out is good.
local function resting(name, value, item, condition)
  local whole = { id = "E", kind = "document", title = "Handbook",
    date = "2013-01-01", collected_by = "member" }
  for key, given in pairs(item) do whole[key] = given or nil end
  return small.result(condition or ('"a.%s is yes"'):format(name),
    { a = { [name] = { value = value, evidence = { "E" } } },
      b = { flag = true } },
    { evidence = { whole } })
end

local function basis_of(name, value, item)
  return resting(name, value, item).basis
end

local function prompt_on(report, key)
  for _, prompt in ipairs(report.prompts) do
    if prompt.prompt == "fact:" .. key then return prompt end
  end
end

describe("a draft", function()
  it("does not raise the basis, and that is asked", function()
    assert.equal("stated", basis_of("flag", true, { draft = true }))
    assert.equal("evidenced", basis_of("flag", true, { draft = false }))
    assert.equal("stated", basis_of("flag", true, { draft = true,
      collected_by = "auditor" }))
    local _, report = resting("flag", true, { draft = true })
    assert.matches("The answer rests on E, which cannot show it.",
      report.prompts[1].text, 1, true)
    assert.is_true(report.evidence[1].draft)
  end)
  it("does not raise that of a complete list either", function()
    local function basis(draft)
      return small.result('every "people" { "armed is yes" }', { people = {
        complete = true, evidence = { "E" }, items = { { armed = { value = true,
          evidence = { "F" } } } } } }, { evidence = {
        { id = "E", kind = "record", title = "Roster", date = "2013-01-01",
          collected_by = "member", draft = draft },
        { id = "F", kind = "record", title = "Permits", date = "2013-01-01",
          collected_by = "member" } } }).basis
    end
    assert.equal("stated", basis(true))
    assert.equal("evidenced", basis(nil))
  end)
  it("does not stand in for what is withheld", function()
    local function outcome(draft)
      return small.result('"a.flag is yes"', { a = { flag = {
        state = "withheld", withheld_reason = "secret", evidence = {
          { id = "E", says = true }, { id = "F", says = true } } } },
        b = { flag = true } }, { evidence = {
        { id = "E", kind = "interview", title = "Talk", date = "2013-01-01",
          collected_by = "auditor", draft = draft },
        { id = "F", kind = "observation", title = "Walk", date = "2013-01-01",
          collected_by = "auditor" } } }).outcome
    end
    assert.equal(OPEN, outcome(true))
    assert.equal("conformance", outcome(nil))
  end)
end)

describe("evidence without a title or a date", function()
  it("does not raise the basis", function()
    assert.equal("evidenced", basis_of("flag", true, {}))
    assert.equal("stated", basis_of("flag", true, { title = false }))
    assert.equal("stated", basis_of("flag", true, { date = false }))
    assert.equal("stated", basis_of("flag", true, { date = false,
      collected_by = "auditor" }))
  end)
  it("does not raise that of a complete list either", function()
    local function basis(date)
      return small.result('every "people" { "armed is yes" }', { people = {
        complete = true, evidence = { "E" }, items = { { armed = { value = true,
          evidence = { "F" } } } } } }, { evidence = {
        { id = "E", kind = "record", title = "Roster", date = date },
        { id = "F", kind = "record", title = "Rota", date = "2013-01-01" } } })
        .basis
    end
    assert.equal("evidenced", basis "2013-01-01")
    assert.equal("stated", basis(nil))
  end)
end)

describe("a fact that some kinds of evidence show", function()
  it("stays stated on others, whoever collected them", function()
    assert.equal("stated", basis_of("practice", "yes", {}))
    assert.equal("stated", basis_of("practice", "yes", { kind = "record" }))
    assert.equal("stated", basis_of("practice", "yes",
      { collected_by = "auditor" }))
  end)
  it("is raised by these", function()
    assert.equal("evidenced", basis_of("practice", "yes",
      { kind = "interview" }))
    assert.equal("auditor-verified", basis_of("practice", "yes",
      { kind = "observation", collected_by = "auditor" }))
  end)
  it("is raised by what outsiders found, such as a public inquiry", function()
    assert.equal("evidenced", basis_of("practice", "mixed",
      { collected_by = "third-party" }))
  end)
  it("is asked for where nothing of such a kind is named", function()
    local key <const> = "f/a.practice"
    local prompt = prompt_on(select(2, resting("practice", "yes", {})), key)
    assert.equal("advisory", prompt.kind)
    assert.equal("f", prompt.facility)
    assert.equal("Is it done?  The answer rests on E, which cannot show it. Name "
      .. "evidence of the kind interview or observation, or leave the answer as "
      .. "stated.", prompt.text)
    assert.is_nil(prompt_on(select(2, resting("practice", "yes",
      { kind = "interview" })), key))
    assert.is_nil(prompt_on(select(2, resting("flag", true, {})),
      "f/a.flag"))
  end)
  -- The basis, the prompt's text and the record of what an auditor attests.
  local function attested(kind, collector)
    local result, report = small.result('"a.practice is yes"', { a = { practice = {
      value = "yes", evidence = { "E" } } } }, {
      evidence = { { id = "E", kind = kind, title = "Round",
        date = "2013-01-01", collected_by = collector } },
      records = { { kind = "attestation", fact = "/facilities/items/0/a/practice",
        by = "A. Auditor", party = "auditor", authority = "lead auditor",
        why = "seen", date = "2013-11-30" } } })
    local asked = prompt_on(report, "f/a.practice")
    return result.basis, asked and asked.text, report.records[1]
  end
  it("is not verified by a word of the auditor, and is asked for", function()
    local basis, asked, record = attested("document")
    assert.equal("stated", basis)
    assert.matches("Name evidence of the kind interview or observation", asked, 1, true)
    assert.equal("what it vouches for is shown by interview or observation alone; "
      .. "name evidence of such a kind, collected by an auditor, at the fact",
      record.without_effect)
    assert.is_nil(record.used)
  end)
  it("keeps the basis of an interview of others under an auditor's word", function()
    local basis, asked = attested("interview", "member")
    assert.equal("evidenced", basis)
    assert.matches("A. Auditor vouches for the answer, and names no evidence "
      .. "collected by an auditor", asked, 1, true)
    assert.matches("it counts as evidenced alone", asked, 1, true)
  end)
  it("is verified where an auditor made the interview", function()
    local basis, asked, record = attested("interview", "auditor")
    assert.same({ "auditor-verified" }, { basis, asked })
    assert.same({ true, nil }, { record.used, record.without_effect })
  end)
  it("has the basis of what speaks for the value that a judgement chose", function()
    local function judged(answer)
      local result = small.result('"a.practice is yes"', { a = { practice = {
        value = "yes", evidence = { "D", { id = "I", says = "no" } } } } }, {
        evidence = { { id = "D", kind = "document", title = "Book",
          date = "2013-01-01" }, { id = "I", kind = "interview", title = "Talk",
          date = "2013-01-01", collected_by = "auditor" } },
        records = { { kind = "judgement", answer = answer,
          prompt = "fact:/facilities/items/0/a/practice", by = "A. Auditor",
          party = "auditor", authority = "lead auditor", why = "seen",
          date = "2013-11-30" } } })
      local fact = result.facts[1]
      return { result.basis, table.concat(fact.evidence, " "),
        table.concat(fact.evidence_against or {}, " ") }
    end
    assert.same({ "stated", "D", "I" }, judged "yes")
    assert.same({ "auditor-verified", "I", "D" }, judged "no")
  end)
end)

describe("evidence from after the as-of date", function()
  local LATE <const> = { date = "2014-06-01" }
  it("alone makes the fact unknown, for better and for worse", function()
    for _, value in ipairs { true, false } do
      local result = resting("flag", value, LATE)
      assert.equal(OPEN, result.outcome)
      assert.equal("unknown", result.facts[1].state)
    end
  end)
  it("takes nothing away beside other evidence, or beside a bare statement",
    function()
      local result = small.result('"a.flag is yes"', { a = { flag = {
        value = true, evidence = { "E", "L" } } } }, { evidence = {
        { id = "E", kind = "document", title = "Plan", date = "2013-01-01" },
        { id = "L", kind = "document", title = "Plan", date = "2014-06-01" } } })
      assert.equal("conformance", result.outcome)
      assert.equal("evidenced", result.basis)
    end)
  it("alone leaves a list open", function()
    local function outcome(date)
      return small.result('every "people" { "armed is yes" }', { people = {
        complete = true, evidence = { "E" }, items = { { armed = true } } } },
        { evidence = { { id = "E", kind = "record", title = "Roster",
          date = date } } }).outcome
    end
    assert.equal("conformance", outcome "2013-11-30")
    assert.equal(OPEN, outcome "2013-12-01")
  end)
end)

describe("a vocabulary", function()
  it("names kinds of evidence that there are", function()
    local _, problem = small.open(small.check '"a.flag is yes"', { more = {
      ["d.lua"] = 'fact "a.more" { type = "yes/no", ask = "More?", '
        .. 'shown_by = { "interviews" } }' } })
    assert.truthy(problem.message:find("'interviews' is no kind of evidence", 1,
      true), problem.message)
    assert.truthy(problem.message:find("did you mean 'interview'?", 1, true))
  end)
end)
