local support = require "support.host"

local json = support.json

local FACTS <const> = [[
fact "member.id" { type = "text", ask = "Who is the Member?" }
fact "assessment.date" { type = "date", future = true, ask = "On what day?" }
fact "facility.id" { type = "text", ask = "Which?" }
fact "gate.used" { type = "yes/no", ask = "Is there a gate?" }
fact "gate.locked" { type = "yes/no", ask = "Is the gate locked?" }
fact "gate.keys" { type = "count", ask = "How many keys are there?" }
fact "gate.watched" { type = "yes/no", ask = "Is the gate watched?", sensitive = true }
fact "gate.sides" { type = "choices", values = { "north", "south", "west" },
  ask = "Which sides are lit?" }
list "guards" { ask = "Who guards?", facts = {
  fact "id" { type = "text", ask = "Who?" },
  fact "trained" { type = "yes/no", ask = "Is he trained?" } } }
fact "gate.all_trained" { type = "yes/no", ask = "Are all trained?",
  from = every "guards" { "trained is yes" } }
]]

local PACK <const> = [[
pack { title = "T", edition = "test", version = "1", notice = "Only a test." }
ratings { source = "the test",
  shall  = { lapse = "minor-nonconformance", absent = "major-nonconformance" },
  should = { lapse = "minor-nonconformance", absent = "minor-nonconformance" },
  beyond = { lapse = "observation", absent = "observation" } }
point "R1" { strength = "shall", says = "Gates are locked." }
point "R2" { strength = "should", says = "Gates are lit." }
provision "1" { title = "Gates", applies = "gate.used is yes",
  not_applicable = "There is no gate." }
disagreement "locked-without-keys" { when = all { "gate.locked is yes", "gate.keys is exactly 0" },
  facts = { "gate.locked" }, because = "It is locked, yet there is no key." }
]]

local function check(id, point, expect)
  return ('check %q { title = "C %s", points = { %q }, expect = %s, '
    .. 'ask = "Look.", remedy = "Lock." }\n'):format(id, id, point, expect)
end

local function one(condition)
  return ('{ %q, otherwise = "No." }'):format(condition)
end

local CHECKS <const> = check("1.1", "R1", one "gate.locked is yes")
  .. check("1.2", "R1", one "gate.all_trained is yes")
  .. check("1.3", "R2", one "gate.sides includes all of north and south")
  .. check("1.4", "R2", one "gate.keys is at most 3")
  .. check("1.5", "R2", 'all { { "gate.locked is yes", otherwise = "No." }, '
    .. '{ "gate.keys is at most 5", otherwise = "No." } }')
  .. check("1.6", "R2", one "gate.watched is yes")
  .. [[
check "1.7" { title = "D", points = { "R2" }, ask = "Judge.", remedy = "Mend.",
  expect = auditor "enough" { ask = "Is it enough?", yes = "Met.", no = "Not met.",
    otherwise = "It is not enough." } }
]]

local runtime = assert(support.open { ["pack.lua"] = PACK, ["facts.lua"] = FACTS,
  ["checks.lua"] = CHECKS })

local function guards(...)
  local items = {}
  for i, trained in ipairs { ... } do items[i] = { id = "G" .. i, trained = trained } end
  return { complete = true, items = json.array(items) }
end

-- A facility at which all is well but what `other` says.
local function facility(other)
  local said = { id = "pit", guards = guards(true),
    gate = { used = true, locked = true, keys = 3, watched = true,
      sides = json.array { "north", "south" } } }
  for key, value in pairs(other) do
    if key == "guards" then said.guards = value else said.gate[key] = value end
  end
  return said
end

local function dossier(facilities, records)
  return json.write { format = "cop11.dossier/1", member = { id = "M" },
    assessment = { date = "2014-01-31" }, records = records and json.array(records),
    facilities = { complete = true, items = json.array(facilities) } }
end

local function remedies(other, records)
  return support.decode(assert(runtime.remedies(dossier({ facility(other) }, records),
    {})))
end

local function finding(document, check_id)
  for _, found in ipairs(document.findings) do
    if found.check == check_id then return found end
  end
end

-- The changes of the only way to close the finding of `check_id`.
local function changes(other, check_id)
  local found = finding(remedies(other), check_id)
  assert.is_not_nil(found, "there is a finding of " .. check_id)
  assert.are.equal(1, #found.ways)
  return found.ways[1].changes, found.ways[1]
end

describe("what would close a finding", function()
  it("is nothing where there is none", function()
    local document = remedies {}
    assert.are.equal("cop11.remedies/1", document.format)
    assert.are.equal(0, #document.findings)
    assert.are.equal(0, #document.ratings)
  end)

  it("is one answer, beside the one that was given", function()
    local found = changes({ locked = false }, "1.1")
    assert.are.equal(1, #found)
    assert.are.equal("gate.locked", found[1].fact)
    assert.are.equal("no", found[1].was)
    assert.are.equal("yes", found[1].answer)
  end)

  it("is the nearest number that will do", function()
    local found = changes({ keys = 5 }, "1.4")
    assert.are.equal("3", found[1].answer)
    assert.are.equal("5", found[1].was)
  end)

  it("keeps what a set holds, and adds no more than is needed", function()
    local found = changes({ sides = json.array { "north" } }, "1.3")
    assert.are.equal("north and south", found[1].answer)
  end)

  it("names those items alone that fall short", function()
    local found = changes({ guards = guards(true, false, true, false) }, "1.2")
    assert.are.equal("trained", found[1].fact)
    assert.are.equal("guards", found[1].list)
    assert.are.same({ "G2", "G4" }, found[1].items)
    assert.is_nil(found[1].was)
  end)

  it("is as many answers as it takes", function()
    local found = changes({ locked = false, keys = 9 }, "1.5")
    assert.are.equal(2, #found)
  end)

  it("contradicts nothing else that is said", function()
    local found = changes({ locked = false, keys = 0 }, "1.1")
    assert.are.equal(2, #found)
    assert.are.equal("gate.locked", found[1].fact)
    assert.are.equal("gate.keys", found[2].fact)
    assert.are_not.equal("0", found[2].answer)
  end)

  it("says what else it closes", function()
    local _, way = changes({ locked = false }, "1.1")
    assert.are.same({ "pit/1.5" }, way.also_closes)
    assert.are.same({}, way.opens)
  end)

  it("never shows what is sensitive as it was", function()
    local found = changes({ watched = false }, "1.6")
    assert.are.equal("gate.watched", found[1].fact)
    assert.is_nil(found[1].was)
  end)

  it("is none that facts alone are, where the auditor decides", function()
    local document = remedies({}, { { id = "r", kind = "judgement", prompt = "1.7/enough",
      facility = "pit", answer = "no", by = "A", party = "auditor", date = "2014-01-30",
      authority = "lead", why = "seen" } })
    assert.are.equal(0, #finding(document, "1.7").ways)
  end)

  it("is proven at the facility that it is of", function()
    local other = facility { locked = false }
    other.id = "shaft"
    local document = support.decode(assert(runtime.remedies(
      dossier { facility {}, other }, {})))
    assert.are.equal("shaft", finding(document, "1.1").facility)
    assert.are.equal(1, #finding(document, "1.1").ways)
  end)
end)

describe("what makes a rating", function()
  it("is the worst findings, and what stays without them", function()
    local rating = remedies({ locked = false, keys = 9 }).ratings[1]
    assert.are.equal("major-nonconformance", rating.rating)
    assert.are.same({ "pit/1.1" }, rating.close)
    assert.are.equal("minor-nonconformance", rating.stays)
    assert.are.equal(1, rating.open) -- 1.7, which the auditor decides
  end)
end)

describe("the lists of remedies", function()
  local function shown(format)
    return (assert(runtime.remedies(dossier { facility { locked = false,
      guards = guards(false, true) } }, { format = format })))
  end

  it("say in words what to change and where", function()
    local text = shown "text":gsub("%s+", " ")
    assert.is_truthy(text:find("Is the gate locked? yes, in place of no", 1, true))
    assert.is_truthy(text:find("Is he trained? yes, for 1 of guards (G1)", 1, true))
    assert.is_truthy(text:find("Closes too: 1.5 at pit", 1, true))
    assert.is_truthy(text:find("Only a test.", 1, true))
  end)

  it("say nothing that is not there", function()
    for _, format in ipairs { "text", "html", "csv" } do
      assert.is_nil(shown(format):find "%f[%w]nil%f[%W]")
    end
  end)

  it("have a row for each change in CSV", function()
    local _, rows = shown "csv":gsub("\r\n", "")
    assert.are.equal(4, rows) -- the names, 1.1, 1.2, 1.5
  end)

  it("escape what a dossier says in HTML", function()
    local page = assert(runtime.remedies(dossier { facility { guards = { complete = true,
      items = json.array { { id = "<b>G", trained = false } } } } }, { format = "html" }))
    assert.is_truthy(page:find("&lt;b&gt;G", 1, true))
    assert.is_nil(page:find("<b>G", 1, true))
  end)
end)
