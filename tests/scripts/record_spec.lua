-- What only the auditor may decide, and the record in the dossier's own text.
local support = require "support.host"

local json = support.json

local RULES <const> = [[
pack { title = "T", edition = "test", version = "1", notice = "Only a test." }
ratings { source = "the test",
  shall  = { lapse = "minor-nonconformance", absent = "major-nonconformance" },
  beyond = { lapse = "observation", absent = "observation" } }
point "R1" { strength = "shall", says = "Gates are locked." }
provision "1" { title = "Gates", applies = "gate.used is yes",
  not_applicable = "There is no gate." }
fact "member.id" { type = "text", ask = "Who is the Member?" }
fact "assessment.date" { type = "date", future = true, ask = "On what day?" }
fact "assessment.kind" { type = "choice", values = { "self", "certification" },
  ask = "Whose?" }
fact "facility.id" { type = "text", ask = "Which?" }
fact "gate.used" { type = "yes/no", ask = "Is there a gate?" }
fact "gate.rule" { type = "yes/no", ask = "Is it to be locked?",
  auditor_may_decide = true }
fact "gate.sides" { type = "choices", values = { "north", "south_side" },
  ask = "Which sides?", auditor_may_decide = true }
fact "gate.width" { type = "count", ask = "How wide?", auditor_may_decide = true }
check "1.1" { title = "Gates do", points = { "R1" }, ask = "Judge.", remedy = "Mend.",
  expect = auditor "enough" { ask = "Is it enough?", yes = "Met.", no = "Not met.",
    otherwise = "It is not enough." } }
check "1.2" { title = "Gates are locked", points = { "R1" }, ask = "Look.",
  remedy = "Lock.", expect = { "gate.rule is yes", otherwise = "No." } }
check "1.3" { title = "Gates look north", points = { "R1" }, ask = "Look.",
  remedy = "Turn.", expect = { "gate.sides includes north", otherwise = "No." } }
check "1.4" { title = "Gates are wide", points = { "R1" }, ask = "Look.",
  remedy = "Widen.", expect = { "gate.width is at least 2", otherwise = "No." } }
]]

local runtime = assert(support.open { ["pack.lua"] = RULES })

local DOSSIER <const> = [[
{
  "format": "cop11.dossier/1",
  "x-note": "kept \u00e9, 1e2",
  "member": {"id": "M"},
  "assessment": {"date": "2014-01-31"},
  "facilities": [{"id": "pit", "gate": {"used": true}},
    {"id": "dock", "gate": {"used": true}}]
}
]]
local GIVEN <const> = { prompt = "1.1/enough", facility = "pit", answer = "yes",
  by = "A. Auditor", authority = "lead auditor", on = "2014-01-31", why = "Seen." }

local function given(changes)
  local copy = {}
  for key, value in pairs(GIVEN) do copy[key] = value end
  for key, value in pairs(changes or {}) do copy[key] = value end
  return json.write(copy)
end

local function recorded(changes, text)
  return runtime.record(text or DOSSIER, given(changes), {})
end

local function decisions(text)
  local report = assert(runtime.evaluate(text or DOSSIER, {}))
  return support.decode(assert(runtime.decisions(report, {}))), report
end

local function is_asked(document, prompt, facility)
  for _, one in ipairs(document.decisions) do
    if one.prompt == prompt and one.facility == facility then return one end
  end
end

describe("what only the auditor may decide", function()
  it("is listed with its answers and what it decides", function()
    local document = decisions()
    assert.equal("cop11.decisions/1", document.format)
    assert.equal(8, document.deciding)
    local one = is_asked(document, "1.1/enough", "pit")
    assert.same({ yes = "Met.", no = "Not met." }, one.answers)
    assert.same({ { id = "1.1", title = "Gates do" } }, one.checks)
    assert.equal("minor-nonconformance", one.at_worst)
  end)
  it("says of a fact what may be typed", function()
    local document = decisions()
    assert.equal("yes or no", is_asked(document, "fact:pit/gate.rule", "pit").answer)
    assert.equal("some of these, with commas: north, south_side",
      is_asked(document, "fact:pit/gate.sides", "pit").answer)
  end)
  it("stands as text under the name that --answer takes", function()
    local _, report = decisions()
    local text = assert(runtime.decisions(report, { format = "text" }))
    assert.matches("\n1%.1/enough@pit\n  Is it enough%?\n\n  yes         Met%.\n", text)
    assert.matches("\nfact:pit/gate%.rule\n", text)
  end)
  it("holds nothing that a terminal could obey", function()
    local document = decisions((DOSSIER:gsub('"id": "pit"',
      '"id": "pit\\u001b[31m"')))
    assert.is_nil(document.decisions[1].place:find "\27")
  end)
end)

describe("the words PROMPT@PLACE=ANSWER", function()
  local function found(words)
    local _, report = decisions()
    local text, wrong = runtime.decision(report, words)
    return text and support.decode(text), wrong and wrong.message
  end
  it("name a question at a place", function()
    assert.same({ prompt = "1.1/enough", facility = "dock", answer = "a=b" },
      found "1.1/enough@dock=a=b")
    assert.same({ prompt = "fact:pit/gate.rule", facility = "pit", answer = "no" },
      found "fact:pit/gate.rule=no")
  end)
  it("need the place where several ask the same", function()
    local _, wrong = found "1.1/enough=yes"
    assert.equal("'1.1/enough' is asked at more than one place: write one of "
      .. "1.1/enough@pit, 1.1/enough@dock", wrong)
  end)
  it("name nothing that is not asked", function()
    local _, wrong = found "1.1/enouhg@pit=yes"
    assert.equal("nothing asks '1.1/enouhg@pit' now; --list tells what is asked; did "
      .. "you mean '1.1/enough@pit'?", wrong)
    _, wrong = found "yes"
    assert.matches("is no PROMPT=ANSWER, such as fact:pit/gate%.rule=yes", wrong)
  end)
end)

describe("a record", function()
  it("leaves every other byte of the dossier", function()
    local expected = DOSSIER:gsub("%]\n}\n$", [[
],
  "records": [
    {
      "id": "decision-1",
      "kind": "judgement",
      "facility": "pit",
      "prompt": "1.1/enough",
      "answer": "yes",
      "by": "A. Auditor",
      "party": "auditor",
      "date": "2014-01-31",
      "authority": "lead auditor",
      "why": "Seen."
    }
  ]
}
]])
    assert.equal(expected, recorded())
  end)
  it("takes the layout and an id beside the record before it", function()
    local first = assert(recorded())
    local second = assert(recorded({ facility = "dock" }, first))
    assert.equal(first:sub(1, #first - #"\n  ]\n}\n"), second:sub(1, #first - #"\n  ]\n}\n"))
    assert.truthy(second:find('},\n    {\n      "id": "decision-2",\n', 1, true))
    assert.equal("\n    }\n  ]\n}\n", second:sub(-#"\n    }\n  ]\n}\n"))
  end)
  it("fills an empty list, and null", function()
    for _, empty in ipairs { "[]", "[ \n ]", "null" } do
      local text = DOSSIER:gsub('"member"', ('"records": %s,\n  "member"'):format(empty))
      local written = assert(recorded({}, text))
      assert.equal(1, #support.decode(written).records)
      assert.truthy(written:find('\n    }\n  ],\n  "member"', 1, true))
    end
  end)
  it("stands in a dossier without a line break as in any", function()
    local text = DOSSIER:gsub("[\n]%s*", ""):gsub('": ', '":')
    local written = assert(recorded({}, text))
    assert.is_nil(written:find "\n")
    assert.truthy(written:find(',"records":[{"id":"decision-1","kind"', 1, true))
  end)
  it("keeps a byte order mark and the line ends of Windows", function()
    local text = "\u{FEFF}" .. DOSSIER:gsub("\n", "\r\n")
    local written = assert(recorded({}, text))
    assert.equal("\u{FEFF}{", written:sub(1, 4))
    assert.is_nil(written:gsub("\r\n", ""):find "[\r\n]")
  end)
  it("decides what was asked, and nothing else", function()
    local document = decisions(assert(recorded()))
    assert.is_nil(is_asked(document, "1.1/enough", "pit"))
    assert.equal(7, document.deciding)
  end)
  it("holds what a person types as the value that is meant", function()
    local function answer(fact, typed)
      local written = assert(recorded { prompt = "fact:pit/" .. fact, answer = typed })
      return support.decode(written).records[1].answer
    end
    assert.is_true(answer("gate.rule", " Y "))
    assert.is_false(answer("gate.rule", "No"))
    assert.equal(12, answer("gate.width", "12"))
    assert.same({ "south_side", "north" }, answer("gate.sides",
      "South side, North"))
  end)
  local function refused(field, message, changes, text)
    local written, wrong = recorded(changes, text)
    assert.is_nil(written)
    assert.equal(field, wrong.where)
    assert.matches(message, wrong.message)
  end
  it("is refused as the dossier would be", function()
    refused("answer", "expected one of: yes, no, found 'maybe'", { answer = "maybe" })
    refused("answer", "whole number", { prompt = "fact:pit/gate.width",
      answer = "about ten" })
    refused("on", "after the as%-of date 2014%-01%-31", { on = "2014-02-01" })
    refused("on", "2014%-13%-01", { on = "2014-13-01" })
    refused("facility", "pti", { facility = "pti" })
    refused("prompt", "1%.1/enouhg", { prompt = "1.1/enouhg" })
  end)
  it("is refused where something is missing, or no text", function()
    refused("why", "missing", { why = " " })
    refused("by", "no text", { by = "A\27[A" })
  end)
  it("does not contradict another", function()
    local written, wrong = recorded({ answer = "no" }, assert(recorded()))
    assert.is_nil(written)
    assert.equal("record", wrong.where)
  end)
  it("has no place in a self-assessment", function()
    local text = DOSSIER:gsub('"date": "2014%-01%-31"', '%0, "kind": "self"')
    assert.is_nil((recorded({}, text)))
  end)
end)
