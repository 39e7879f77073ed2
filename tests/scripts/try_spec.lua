-- Trying one condition, or one check, on a dossier: what it comes to, three-valued,
-- step by step, and which facts make it so.
local small = require "support.small"
local support = require "support.host"

local array = support.json.array

local function try(condition, facts, more)
  local runtime = assert(small.open(small.check '"a.flag is yes"'))
  local text, wrong = runtime.try(support.json.write(small.dossier(facts, more)),
    condition, {})
  return text and support.decode(text), wrong, runtime
end

-- "answer text" of each step at the first place, further in by depth.
local function steps_of(tried)
  local lines = {}
  for i, step in ipairs(tried.places[1].steps) do
    lines[i] = ("  "):rep(step.depth) .. step.answer .. " " .. step.text
  end
  return lines
end

describe("a sentence", function()
  it("is yes, no or not known, by facts that are named", function()
    local facts = {
      { { a = { flag = true } }, "yes", "yes" },
      { { a = { flag = false } }, "no", "no" },
      { {}, "not known", "not known" },
    }
    for _, case in ipairs(facts) do
      local tried = assert(try("a.flag is yes", case[1]))
      assert.equal(case[2], tried.answer)
      assert.same({ { name = "a.flag", value = case[3] } },
        tried.places[1].steps[1].facts)
    end
  end)

  it("is not asked where it compares with a limit that there is not", function()
    local tried = assert(try("a.day is within a.limit of today",
      { a = { day = "2013-11-01", limit = "none-stated" } }))
    assert.equal("not asked", tried.answer)
  end)

  it("tells what leaves it open", function()
    local tried = assert(try("a.flag is yes"))
    assert.same({ 'Not settled: "Flag a?"' }, tried.places[1].open)
  end)

  it("of the Member alone is asked once, any other at each facility", function()
    local two = { facilities = { complete = true, items = array {
      { id = "f", a = { flag = true } }, { id = "g", a = { flag = false } } } } }
    local member = assert(try("member.flag is yes", nil, two))
    assert.same({ "the Member" }, { member.places[1].place, member.places[2] })
    local each = assert(try("a.flag is yes", nil, two))
    assert.same({ "f", "g" }, { each.places[1].place, each.places[2].place })
    assert.equal("no", each.answer)
    local over = assert(try('any "facilities" { "a.flag is yes" }', nil, two))
    assert.equal("the Member", over.places[1].place)
    assert.equal("yes", over.answer)
  end)

  it("that is open at one facility and holds at another is open", function()
    local tried = assert(try("a.flag is yes", nil, { facilities = {
      complete = true, items = array { { id = "f", a = { flag = true } },
        { id = "g" } } } }))
    assert.equal("not known", tried.answer)
  end)
end)

describe("what a rule may expect", function()
  it("is shown part by part", function()
    local tried = assert(try([[all { "a.flag is yes",
      when "b.flag is no" { "a.total is at least 2" },
      none { "a.level is none" } }]],
      { a = { flag = true, level = "full" }, b = { flag = true } }))
    assert.same({
      "yes all of these:",
      "  yes a.flag is yes",
      "  not asked asked only where the first of these holds:",
      "    no b.flag is no",
      "    not known a.total is at least 2",
      "  yes none of these:",
      "    no a.level is none" }, steps_of(tried))
  end)

  it("on a list is shown item by item", function()
    local tried = assert(try([[every "people" { where = "armed is yes",
      "trained is yes" }]], { people = { complete = true, items = array {
        { armed = true, trained = false }, { armed = false }, { armed = true } } } }))
    assert.equal("no", tried.answer)
    assert.same({
      "no each of people where armed is yes:",
      "  no #1", "    yes armed is yes", "    no trained is yes",
      "  not asked #2", "    no armed is yes",
      "  not known #3", "    yes armed is yes", "    not known trained is yes" },
      steps_of(tried))
    assert.same({ { name = "people", value = "3 items, all there are" } },
      tried.places[1].steps[1].facts)
  end)

  it("by a function is computed, and told where the function fails", function()
    local compute = 'compute { facts = { "a.total" }, says = "S", '
      .. "function(n) return n > %s end }"
    local tried = assert(try(compute:format "1", { a = { total = 2 } }))
    assert.equal("yes", tried.answer)
    assert.same({ { name = "a.total", value = "2" } }, tried.places[1].steps[1].facts)
    local none, wrong = try(compute:format "nil", { a = { total = 2 } })
    assert.is_nil(none)
    assert.equal("argument", wrong.status)
    assert.matches("^it fails while it runs: .*compare", wrong.message)
  end)

  it("keeps back what is sensitive", function()
    local tried = assert(try("a.hidden is blue", { a = { hidden = "blue" } }))
    assert.equal("(kept back)", tried.places[1].steps[1].facts[1].value)
  end)
end)

describe("what is no condition", function()
  local function refused(condition, says)
    local tried, wrong = try(condition)
    assert.is_nil(tried)
    assert.equal("argument", wrong.status)
    assert.equal("condition", wrong.where)
    assert.truthy(wrong.message:find(says, 1, true), wrong.message)
  end

  it("is told with its cure", function()
    refused("a.flg is yes", "did you mean 'a.flag'?")
    refused("a.flag is maybe", "it is one of: yes, no")
    refused('any { "a.flg is yes" }', "did you mean 'a.flag'?")
    refused('any { "a.flag is yes', "no quotation mark at its end")
    refused("{}", "condition")
    refused('"a.flag is yes" }', "")
    refused("", "condition")
  end)

  it("is told before what is wrong with the dossier", function()
    local runtime = assert(small.open(small.check '"a.flag is yes"'))
    local _, wrong = runtime.try("{", "a.flg is yes", {})
    assert.equal("condition", wrong.where)
    _, wrong = runtime.try("{", "a.flag is yes", {})
    assert.equal("json", wrong.status)
  end)
end)

describe("one check", function()
  local rules = [[check "1.1" { title = "T", points = { "SHALL" }, ask = "Ask.",
    applies = "b.flag is yes", not_applicable = "No b.",
    expect = { "a.flag is yes", otherwise = "Not a." }, aliases = { "1.9" } }
    check "1.2" { title = "U", points = { "SHALL" }, retired = "Merged." }]]

  local function tried(id, facts)
    local runtime = assert(small.open(rules))
    local text, wrong = runtime.try_check(
      support.json.write(small.dossier(facts)), id, {})
    return text and support.decode(text), wrong
  end

  it("gives what an assessment gives, with its parts", function()
    for _, facts in ipairs { { b = { flag = true }, a = { flag = false } },
      { b = { flag = true } }, { b = { flag = false } }, {} } do
      local runtime = assert(small.open(rules))
      local report = assert(support.evaluate(runtime, small.dossier(facts)))
      local result = support.result(report, "1.1", "f")
      local one = assert(tried("1.1", facts)).places[1]
      assert.equal(result.outcome, one.outcome)
      assert.equal(result.reason, one.reason)
      assert.same({ "applies", "expect" }, { one.parts[1].part, one.parts[2].part })
    end
  end)

  it("is found by a name that it had, and told where it is retired", function()
    assert.equal("1.1", assert(tried("1.9")).check)
    local _, wrong = tried("1.2")
    assert.equal("check '1.2' is retired: Merged.", wrong.message)
    _, wrong = tried("1.3")
    assert.truthy(wrong.message:find("there is no check '1.3'", 1, true))
    assert.equal("check", wrong.where)
  end)
end)

describe("as text", function()
  it("every answer stands in its column", function()
    local tried, _, runtime = try('all { "a.flag is yes", "b.flag is yes" }',
      { a = { flag = true } })
    assert.equal([[
Tried as of 2013-11-30: a.flag is yes and b.flag is yes

At f: not known
  not known  all of these:
  yes          a.flag is yes
                 (a.flag: yes)
  not known    b.flag is yes
                 (b.flag: not known)
    Not settled: "Flag b?"
]], (runtime.render(support.json.write(tried), "text")))
  end)

  it("holds nothing that a terminal could obey", function()
    local _, _, runtime = try "a.flag is yes"
    local text = assert(runtime.render(support.json.write { format = "cop11.try/1",
      condition = "x\27[2J", places = array { { place = "\27c", answer = 7,
        steps = array { { depth = "x", text = {}, answer = "yes" } } } } }, "text"))
    assert.is_nil(text:find "\27")
  end)
end)
