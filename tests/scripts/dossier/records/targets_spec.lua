-- What a record names must be there, and what it answers must be an answer: it
-- would be shown as in force and change nothing.
local support = require "support.host"
local small = require "support.small"

local MEMBER <const> = [[provision "2" { title = "Two", scope = "member" }
check "2.1" { title = "T", points = { "SHALL" }, ask = "Ask.",
  expect = "member.flag is yes" }]]
local RULES <const> = small.check('any { "a.flag is yes", auditor "x" { '
  .. 'ask = "Enough?" } }', 'prompts = { advise { "Is it so?" } }')
  .. small.check('"b.flag is yes"', 'points = { "SHOULD" }'):gsub('"1.1"', '"1.2"')
  .. MEMBER
local runtime = assert(small.open(RULES))

local function problems_of(fields, more)
  local record = { kind = "override", by = "A. Auditor", party = "auditor",
    authority = "lead", date = "2013-11-01", why = "seen" }
  for name, value in pairs(fields) do record[name] = value end
  more = more or {}
  more.records = { record }
  return support.decode(runtime.validate(support.json.write(small.dossier(
    { people = { { name = "Ann" } } }, more)), {})).problems
end

-- That `fields` are refused with an error at `key` that holds each of `says`.
local function refused(key, fields, ...)
  local one = problems_of(fields)[1]
  assert.equal("error", one and one.kind)
  assert.equal("/records/0" .. (key and "/" .. key or ""), one.pointer)
  for _, text in ipairs { ... } do assert.matches(text, one.message, 1, true) end
end

local function taken(fields)
  for _, one in ipairs(problems_of(fields)) do
    assert.not_equal("error", one.kind, one.message)
  end
end

describe("a record on a check", function()
  it("that there is, is taken", function()
    taken { check = "1.1", outcome = "conformance" }
    taken { check = "1.1", provision = "1", outcome = "conformance" }
  end)
  it("that there is not, is told the nearest", function()
    refused("check", { check = "1.11", outcome = "conformance" },
      "there is no check '1.11'", "did you mean '1.1'?")
  end)
  it("that is a provision, is told so", function()
    refused("check", { check = "1", outcome = "conformance" },
      "that is a provision: write \"provision\": \"1\"")
  end)
  it("of a layer waits for the layer", function()
    taken { check = "1.org.x", outcome = "conformance" }
  end)
  it("of another provision is refused", function()
    refused("provision", { check = "1.1", provision = "2",
      outcome = "conformance" }, "check 1.1 belongs to provision 1, not to 2")
  end)
  it("is looked at also without force", function()
    refused("check", { check = "9.9", outcome = "conformance",
      ["until"] = "2012-01-01" }, "there is no check '9.9'")
    local problems = problems_of { check = "9.9", outcome = "conformance",
      party = "member" }
    assert.equal("/records/0/check", problems[1].pointer)
  end)
end)

describe("a record on a provision", function()
  it("that there is, is taken", function()
    taken { provision = "1", outcome = "not-applicable" }
  end)
  it("that there is not, is told which there are", function()
    refused("provision", { provision = "99", outcome = "conformance" },
      "there is no provision '99'", "there are: 1, 2")
    refused("provision", { provision = "1.1", outcome = "conformance" },
      "write \"check\": \"1.1\"")
  end)
end)

describe("the facility of a record", function()
  it("must be there", function()
    refused("facility", { check = "1.1", facility = "g",
      outcome = "conformance" }, "'g' is not the id of a facility",
      "did you mean 'f'?")
    refused("facility", { kind = "judgement", prompt = "1.1/x", answer = "yes",
      facility = "g" }, "'g' is not the id of a facility")
  end)
  it("is left out where the Member is asked", function()
    refused("facility", { check = "2.1", facility = "f",
      outcome = "conformance" }, "check 2.1 is asked of the Member")
    refused("facility", { provision = "2", facility = "f",
      outcome = "conformance" }, "provision 2 is asked of the Member")
  end)
  it("is the one that the fact lies in", function()
    refused("facility", { kind = "attestation", fact = "/member/flag",
      facility = "f" }, "is not of facility 'f'")
  end)
end)

describe("a record of a kind", function()
  it("names what that kind speaks of", function()
    refused(nil, { outcome = "not-applicable" }, "this record names nothing",
      "add \"check\" or \"provision\"")
    refused(nil, { kind = "waiver" }, "this record names nothing")
    refused(nil, { kind = "attestation" }, "'fact' is missing")
    refused(nil, { kind = "judgement", answer = "yes" }, "'prompt' is missing")
    refused(nil, { kind = "judgement", prompt = "1.1/x" }, "'answer' is missing")
    refused(nil, { check = "1.1" }, "'outcome' is missing")
  end)
  it("names nothing that has no effect in it", function()
    refused("check", { kind = "judgement", prompt = "1.1/x", answer = "yes",
      check = "1.1" }, "'check' has no effect here")
    refused("answer", { check = "1.1", outcome = "conformance",
      answer = "yes" }, "'answer' has no effect here")
    refused("prompt", { kind = "attestation", prompt = "1.1/x",
      fact = "/member/flag" }, "'prompt' has no effect here")
  end)
  it("is told once of a field of the wrong type", function()
    local problems = problems_of { kind = "judgement", prompt = 7,
      answer = "yes" }
    assert.equal(1, #problems)
    assert.equal("/records/0/prompt", problems[1].pointer)
  end)
  it("has a date", function()
    local record = { kind = "override", by = "A", party = "auditor",
      authority = "lead", why = "seen", check = "1.1", outcome = "conformance" }
    local report, problem = support.evaluate(runtime, small.dossier({},
      { records = { record } }))
    assert.is_nil(report)
    assert.matches("'date' is missing", problem.message, 1, true)
  end)
end)

describe("a judgement", function()
  local function judged(prompt, answer)
    return { kind = "judgement", prompt = prompt, answer = answer }
  end
  it("answers a prompt that there is", function()
    for prompt, answer in pairs { ["1.1/x"] = "no", ["1.1/extent"] = "systemic",
      ["1.1/applies"] = "no", ["1.1/advice-1"] = "noted", ["1/applies"] = "no",
      ["1.1/repetitive"] = "no", ["1/related"] = "noted",
      ["2.1/extent"] = "isolated" } do
      taken(judged(prompt, answer))
    end
  end)
  it("of a misspelt prompt is told the nearest and all of the check", function()
    refused("prompt", judged("1.1/extend", "systemic"),
      "there is no prompt '1.1/extend'", "did you mean '1.1/extent'?",
      "the prompts of check 1.1 are: 1.1/applies, 1.1/extent, 1.1/x, 1.1/advice-1, "
        .. "1.1/repetitive")
    refused("prompt", judged("1.1/advice-2", "no"), "1.1/advice-1")
    refused("prompt", judged("1/aplies", "no"), "prompts of provision 1 are: 1/applies, "
      .. "1/related")
  end)
  it("of a misspelt check is told the nearest", function()
    refused("prompt", judged("1.11/extent", "systemic"),
      "did you mean one of check '1.1'?")
    refused("prompt", judged("", "systemic"), "expected a text")
    refused("prompt", judged("extent", "systemic"), "there is no prompt")
  end)
  it("of an extent is refused where it makes no difference", function()
    refused("prompt", judged("1.2/extent", "systemic"), "the prompts of check 1.2 are: ")
  end)
  it("answers with one of the prompt's answers, of its type", function()
    refused("answer", judged("1.1/extent", "Systemic"),
      "expected one of: isolated, systemic, found 'Systemic'; write \"systemic\"")
    refused("answer", judged("1.1/extent", true), "isolated, systemic")
    refused("answer", judged("1.1/extent", 1), "isolated, systemic")
    refused("answer", judged("1.1/extent", { "systemic" }), "isolated, systemic")
    refused("answer", judged("1.1/extent", ""), "isolated, systemic")
    refused("answer", judged("1.1/x", "Yes"), "expected one of: yes, no")
    refused("answer", judged("1.1/applies", "maybe"), "expected one of: yes, no")
    refused("answer", judged("1.1/advice-1", "ok"), "yes, no, noted")
  end)
  it("of a finding's prompt names a finding that there is", function()
    local finding = { id = "F/1", provision = "1", nature = "n", by = "A",
      party = "auditor", rating = "minor-nonconformance" }
    local function problem(prompt)
      local list = problems_of({ kind = "judgement", prompt = prompt,
        answer = "noted" }, { findings = { finding } })
      for _, one in ipairs(list) do
        if one.kind == "error" then return one.message end
      end
    end
    assert.is_nil(problem "finding:F/1/plan")
    assert.matches("finding:F/1/plan", problem "finding:F/1/plam", 1, true)
    assert.matches("there is no prompt", problem "finding:F2/plan", 1, true)
  end)
end)

describe("the fact of a record", function()
  local PEOPLE <const> = "/facilities/items/0/people"
  it("stands where the pointer leads", function()
    taken { kind = "attestation", fact = "/facilities/items/0/a/flag" }
    taken { kind = "attestation", fact = PEOPLE .. "/0/armed" }
  end)
  it("of a facility, named without it, is told as it is written", function()
    refused("fact", { kind = "attestation", fact = "a.flag" },
      "no fact stands at 'a.flag'; did you mean 'f/a.flag'?")
    refused("fact", { kind = "attestation", fact = "/member/a/flag" },
      "no fact stands at '/member/a/flag'")
    local said = problems_of { kind = "attestation", fact = "/member/a/flag" }
    assert.falsy(said[1].message:find("did you mean '/member/a", 1, true))
  end)
  it("that does not stand there is told the nearest", function()
    refused("fact", { kind = "attestation", fact = "/facilities/items/0/a/flog" },
      "no fact stands at '/facilities/items/0/a/flog'",
      "did you mean '/facilities/items/0/a/flag'?")
    refused("prompt", { kind = "judgement", answer = true,
      prompt = "fact:/facilities/items/0/a/flog" },
      "did you mean '/facilities/items/0/a/flag'?")
    refused("fact", { kind = "attestation", fact = PEOPLE .. "/0/armd" },
      "did you mean '" .. PEOPLE .. "/0/armed'?")
  end)
  it("of an item or facility that there is not is told what there is", function()
    refused("fact", { kind = "attestation", fact = PEOPLE .. "/7/armed" },
      "the items stand at " .. PEOPLE .. "/0 to " .. PEOPLE .. "/0")
    refused("fact", { kind = "attestation", fact = "/facilities/items/3/a/flag" },
      "the facilities stand at /facilities/items/0 to /facilities/items/0")
    refused("fact", { kind = "attestation", fact = "" }, "expected a text")
  end)
  it("keeps a sensitive answer back in the error", function()
    local problems = problems_of { kind = "judgement", answer = "Mary",
      prompt = "fact:/facilities/items/0/a/hidden" }
    assert.equal("error", problems[1].kind)
    assert.not_matches("Mary", problems[1].message, 1, true)
  end)
end)

describe("that a risk is low", function()
  it("is never a reason for not applicable", function()
    for _, why in ipairs { "Low risk.", "a low-risk shop", "The risk is low",
      "the risks are very low here", "There is little risk" } do
      refused("why", { check = "1.1", outcome = "not-applicable", why = why },
        "never a reason for not applicable")
      refused("why", { kind = "judgement", prompt = "1.1/applies", answer = "no",
        why = why }, "never a reason")
    end
  end)
  it("may be said of anything else", function()
    taken { check = "1.1", outcome = "conformance", why = "low risk" }
    taken { kind = "judgement", prompt = "1.1/applies", answer = "yes",
      why = "low risk does not matter" }
    taken { check = "1.1", outcome = "not-applicable", why = "There is no mine." }
  end)
end)
