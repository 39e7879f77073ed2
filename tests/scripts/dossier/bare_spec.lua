-- Answers that take questions away count with a reason alone.
local edge_case = require "support.edge_case"
local small = require "support.small"
local support = require "support.host"

local array, OPEN = support.json.array, "insufficient-evidence"
local FACTS <const> = { more = { ["d.lua"] = [[
fact "gate.fits" { type = "yes/no", needs_why = true, ask = "Does it fit here?" }
fact "gate.groups" { type = "choices", values = { "own", "hired" }, needs_why = true,
  may_be_none = true, ask = "Which groups?" }
fact "gate.holds" { type = "yes/no", needs_why = "a.level is full", ask = "Holds?" }
]] } }
local RULES <const> = [[
check "1.1" { title = "T", points = { "SHALL" }, ask = "?",
  applies = "gate.fits is yes", expect = "a.flag is yes" }
check "1.2" { title = "T", points = { "SHALL" }, ask = "?",
  applies = "gate.groups includes hired", expect = "a.flag is yes" }
check "1.3" { title = "T", points = { "SHALL" }, ask = "?",
  applies = "gate.holds is yes", expect = "a.flag is yes" }
check "1.4" { title = "T", points = { "SHALL" }, ask = "?",
  expect = "gate.groups includes own" }
]]

local runtime = assert(small.open(RULES, FACTS))

local function report_of(gate, level, more)
  return assert(support.evaluate(runtime, small.dossier({ gate = gate,
    a = { flag = false, level = level } }, more)))
end

local function outcome(check, gate, level)
  return edge_case.outcome(report_of(gate, level), check)
end

describe("a bare no", function()
  it("to a gate leaves the gate open, and asks the auditor", function()
    local report = report_of { fits = false }
    assert.equal(OPEN, edge_case.outcome(report, "1.1"))
    local prompt = edge_case.prompt(report, "fact:f/gate.fits")
    assert.equal("deciding", prompt.kind)
    edge_case.says(prompt.text, "Does it fit here?")
    edge_case.says(prompt.text, "The answer is no, and no reason is given for that")
  end)
  it("counts with its reason, not with a note or evidence", function()
    assert.equal("not-applicable", outcome("1.1", { fits = { value = false,
      why = "there is nothing of the kind" } }))
    assert.equal(OPEN, outcome("1.1", { fits = { value = false, note = "low risk" } }))
  end)
  it("counts no more for low risk, which is no reason", function()
    for _, why in ipairs { "Low risk", "the risks are very low",
      "negligible risk, says the owner" } do
      local report = report_of { fits = { value = false, why = why } }
      assert.equal(OPEN, edge_case.outcome(report, "1.1"), why)
      edge_case.says(edge_case.prompt(report, "fact:f/gate.fits").text,
        "The answer is no, by low risk, which is no reason.")
      edge_case.says(edge_case.prompt(report_of { groups = { value = array { "own" },
        why = why } }, "fact:f/gate.groups").text,
        "The answer leaves out hired, by low risk, which is no reason.")
    end
  end)
  it("with a reason is the Member's word alone, for the auditor to accept", function()
    local why = "there is nothing of the kind"
    local function asked(fits, more, groups)
      return edge_case.prompt(report_of({ fits = fits, groups = groups }, nil, more),
        "fact:f/gate.fits")
    end
    local prompt = asked { value = false, why = why }
    assert.equal("advisory", prompt.kind)
    edge_case.says(prompt.text, "The answer is no, by the Member's word alone: \"" .. why
      .. "\".  Does that reason hold?")
    local set = edge_case.prompt(report_of { groups = { value = array { "own" },
      why = why } }, "fact:f/gate.groups")
    edge_case.says(set.text, "The answer leaves out hired, by the Member's word alone")
    assert.is_nil(asked(true))
    local more = { evidence = array { { id = "E", kind = "interview", title = "T",
      date = "2013-11-01", collected_by = "auditor" } } }
    assert.is_nil(asked({ value = false, why = why, evidence = array { "E" } }, more))
    assert.is_nil(asked({ value = false, why = why }, { records = array { {
      kind = "attestation", fact = "f/gate.fits", by = "A", party = "auditor",
      authority = "lead", why = "seen", date = "2013-11-30" } } }))
  end)
  it("is settled by the auditor's judgement", function()
    local id = "fact:f/gate.fits"
    local report = report_of({ fits = false }, nil, edge_case.judged(id, false))
    assert.equal("not-applicable", edge_case.outcome(report, "1.1"))
    assert.is_nil(edge_case.prompt(report, id))
    report = report_of({ fits = false }, nil, edge_case.judged(id, true))
    assert.equal("major-nonconformance", edge_case.outcome(report, "1.1"))
  end)
  it("needs its reason only where the vocabulary's condition may hold", function()
    assert.equal(OPEN, outcome("1.3", { holds = false }, "full"))
    assert.equal(OPEN, outcome("1.3", { holds = false }, nil))
    assert.equal("not-applicable", outcome("1.3", { holds = false }, "none"))
    assert.equal("not-applicable", outcome("1.3", { holds = { value = false,
      why = "moved away" } }, "full"))
  end)
end)

describe("a set that leaves a value out", function()
  it("leaves that value open and holds the others", function()
    local gate = { groups = array { "own" } }
    assert.equal(OPEN, outcome("1.2", gate))
    assert.equal("conformance", outcome("1.4", gate))
    local prompt = edge_case.prompt(report_of(gate),
      "fact:f/gate.groups")
    edge_case.says(prompt.text, "The answer leaves out hired, and no reason is given for that")
  end)
  it("counts with its reason", function()
    assert.equal("not-applicable", outcome("1.2", { groups = { why = "nobody is hired",
      value = array { "own" } } }))
    assert.equal("not-applicable", outcome("1.2", { groups = { value = "none",
      why = "nobody works here" } }))
    assert.equal(OPEN, outcome("1.4", { groups = "none" }))
  end)
  it("needs none where nothing is left out", function()
    assert.equal("major-nonconformance", outcome("1.2", { groups = array { "own",
      "hired" } }))
  end)
end)

describe("a yes", function()
  it("needs no reason", function()
    assert.equal("major-nonconformance", outcome("1.1", { fits = true }))
  end)
end)
