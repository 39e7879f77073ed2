local support = require "support.host"

local json = support.json

local RULES <const> = [[
fact "member.id" { type = "text", ask = "Who is the Member?" }
fact "assessment.date" { type = "date", future = true, ask = "On what day?" }
fact "facility.id" { type = "text", ask = "Which?" }
fact "gate.used" { type = "yes/no", ask = "Is there a gate?", evidence = { "map" } }
fact "gate.rule" { type = "yes/no", ask = "Is it to be locked?",
  evidence = { "handbook", "interview" } }
fact "gate.locked" { type = "yes/no", ask = "Is the gate locked?",
  evidence = { "handbook", "observation" }, shown_by = { "observation" } }
fact "gate.heard" { type = "yes/no", ask = "Do they say so?",
  evidence = { "interview" } }
fact "gate.plain" { type = "yes/no", ask = "Is it a gate?" }
]]

local PACK <const> = [[
pack { title = "T", edition = "test", version = "1", notice = "Only a test." }
ratings { source = "the test",
  shall  = { lapse = "minor-nonconformance", absent = "major-nonconformance" },
  beyond = { lapse = "observation", absent = "observation" } }
point "R1" { strength = "shall", says = "Gates are locked." }
provision "1" { title = "Gates", applies = "gate.used is yes",
  not_applicable = "There is no gate." }
]]

local function check(id, expect)
  return ('check %q { title = "C", points = { "R1" }, expect = { %s, '
    .. 'otherwise = "No." }, ask = "Look.", remedy = "Lock." }\n'):format(id, expect)
end

local CHECKS <const> = check("1.1", '"gate.locked is yes"')
  .. check("1.2", '"gate.rule is yes"') .. [[
check "1.3" { title = "C", points = { "R1" }, ask = "Look.", remedy = "Lock.",
  expect = all {
    { "gate.rule is yes", otherwise = "No." },
    { "gate.heard is yes", otherwise = "No." },
    { "gate.plain is yes", otherwise = "No." } } }
check "1.4" { title = "D", points = { "R1" }, ask = "Judge.", remedy = "Mend.",
  expect = auditor "enough" { ask = "Is it enough?", yes = "Met.", no = "Not met.",
    otherwise = "It is not enough." } }
]]

local runtime = assert(support.open { ["pack.lua"] = PACK, ["facts.lua"] = RULES,
  ["checks.lua"] = CHECKS })

local function dossier(...)
  return json.write { format = "cop11.dossier/1", member = { id = "M" },
    assessment = { date = "2014-01-31" },
    facilities = { complete = true, items = json.array { ... } } }
end

local function asked(...)
  local report = assert(runtime.evaluate(dossier(...), {}))
  return support.decode(assert(runtime.questions(report, {}))), report
end

local function group(document, name)
  for _, one in ipairs(document.groups) do
    if one.group == name then return one.questions end
  end
  return {}
end

local function asks(list)
  local out = {}
  for i, one in ipairs(list) do out[i] = one.ask end
  return out
end

local PIT <const> = { id = "pit", gate = { used = true } }

describe("what to ask next", function()
  it("asks each question once, by where its answer is found", function()
    local document = asked(PIT)
    assert.equal("cop11.questions/1", document.format)
    assert.equal(5, document.questions)
    assert.same({ "Is it to be locked?" }, asks(group(document, "documents")))
    assert.same({ "Do they say so?" }, asks(group(document, "people")))
    assert.same({ "Is the gate locked?" }, asks(group(document, "places")))
    assert.same({ "Is it a gate?" }, asks(group(document, "member")))
    assert.same({ "Is it enough?" }, asks(group(document, "decide")))
  end)
  it("names what else shows it, and nothing that cannot", function()
    local document = asked(PIT)
    local rule, locked = group(document, "documents")[1], group(document, "places")[1]
    assert.equal("handbook", rule.look_at)
    assert.same({ "interview" }, rule.or_at)
    assert.equal("observation", locked.look_at)
    assert.is_nil(locked.or_at)
  end)
  it("says which checks and ratings wait for it, and which for nothing else", function()
    local one = group(asked(PIT), "documents")[1]
    assert.same({ "1.2", "1.3" }, one.checks)
    assert.same({ "pit/1" }, one.ratings)
    assert.equal(2, one.needed_by)
    assert.equal(1, one.alone)
    assert.equal("major-nonconformance", one.at_worst)
  end)
  it("begins with what most checks wait for", function()
    local document = asked({ id = "pit", gate = { used = true, locked = true } },
      { id = "dock", gate = { used = true, rule = true } })
    local list = {}
    for _, one in ipairs(document.groups) do
      for _, question in ipairs(one.questions) do
        list[#list + 1] = ("%d %s"):format(question.needed_by, question.ask)
      end
    end
    assert.same({ "2 Is it to be locked?", "2 Do they say so?", "1 Is the gate locked?",
      "2 Is it a gate?", "2 Is it enough?" }, list)
  end)
  it("joins the places of a question", function()
    local one = group(asked(PIT, { id = "dock", gate = { used = true } }), "places")[1]
    assert.equal(2, one.needed_by)
    assert.same({ "pit", "dock" }, { one.of[1].facility, one.of[2].facility })
    assert.equal("/facilities/items/1/gate/locked", one.of[2].pointer)
  end)
  it("lets each check of a place of which nothing is said wait for what it reads",
    function()
      local document = asked(PIT, { id = "dock" })
      local used = group(document, "documents")
      local first
      for _, one in ipairs(used) do
        if one.look_at == "map" then first = one end
      end
      assert.same({ "1.1", "1.2", "1.3", "1.4" }, first.checks)
      assert.is_nil(first.alone)
    end)
  it("says how a question to the auditor may be answered", function()
    local one = group(asked(PIT), "decide")[1]
    assert.same({ yes = "Met.", no = "Not met." }, one.answers)
    assert.equal("1.4/enough", one.of[1].prompt)
  end)
  it("has nothing to ask where all is known", function()
    local document = asked { id = "pit", gate = { used = false } }
    assert.equal(0, document.questions)
    assert.same({}, document.groups)
  end)
  it("takes a report of other rules for no report of these", function()
    local other = support.open_builtin()
    local _, report = asked(PIT)
    local text, wrong = other.questions(report, {})
    assert.is_nil(text)
    assert.equal("argument", wrong.status)
    assert.matches("other rules", wrong.message)
  end)
  it("takes nothing but a whole report", function()
    local _, wrong = runtime.questions(dossier(PIT), {})
    assert.matches("this is not a report", wrong.message)
    local _, format = runtime.questions("{}", { format = "txt" })
    assert.matches("not a format", format.message)
  end)
end)

describe("the questions in each format", function()
  local function shown(format, ...)
    local _, report = asked(...)
    return assert(runtime.questions(report, { format = format }))
  end
  it("stand in text under where to look", function()
    local text = shown("text", PIT)
    assert.matches("\nDOCUMENTS TO ASK FOR\n\nHandbook\n\n  Is it to be locked%?\n", text)
    assert.matches("Or look at: interview", text)
    assert.matches("Needed by: 2 checks %(1%.2, 1%.3%), 1 of them for nothing else", text)
    assert.matches("For the rating of: 1 at pit", text)
    assert.matches("At worst: major non%-conformance", text)
    assert.matches("yes: Met%.", text)
  end)
  it("stand in csv, a row for each place", function()
    local _, rows = shown("csv", PIT, { id = "dock", gate = { used = true } })
      :gsub("\r\n", "")
    assert.equal(11, rows)
  end)
  it("escape what a dossier holds", function()
    local page = shown("html", { id = "<b>pit", gate = { used = true } })
    assert.is_nil(page:find("<b>", 1, true))
    assert.truthy(page:find("&lt;b&gt;pit", 1, true))
    assert.truthy(shown("csv", { id = "=pit", gate = { used = true } })
      :find(",'=pit,", 1, true))
  end)
  it("name a few of many places", function()
    local many = {}
    for i = 1, 20 do many[i] = { id = ("p%d"):format(i), gate = { used = true } } end
    assert.matches("and 8 more", shown("text", table.unpack(many)))
  end)
end)
