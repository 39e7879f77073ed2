-- The questions a pack asks: each is answered from the checks that cite it.
local support = require "support.host"
local small = require "support.small"

local RULES = [[
point "Q" { strength = "information", question = true, says = "Is it so?" }
point "ELSE" { strength = "information", question = true, says = "Else?" }
check "1.1" { title = "T", points = { "SHALL", "Q" }, ask = "A.",
  expect = "a.level is full" }
check "1.2" { title = "T", points = { "SHALL", "Q" }, ask = "A.",
  applies = "b.flag is yes", expect = "a.flag is yes" }
check "1.3" { title = "T", points = { "SHALL", "ELSE" }, ask = "A.",
  expect = "b.flag is yes" }
]]

local function asked(facilities, rules, options, more)
  local runtime = assert(small.open(rules or RULES, options))
  local dossier = small.dossier({}, more)
  dossier.facilities = facilities
  return assert(support.evaluate(runtime, dossier)).questions
end

local function at(level, flag, b)
  return { complete = true, items = { { id = "f", a = { level = level,
    flag = flag }, b = { flag = b } } } }
end

describe("a question", function()
  it("is answered in the order of the pack, with its checks", function()
    local questions = asked(at("full", true, true))
    assert.equal("Q", questions[1].point)
    assert.equal("Is it so?", questions[1].text)
    assert.same({ "1.1", "1.2" }, questions[1].checks)
    assert.equal("ELSE", questions[2].point)
    assert.equal(2, #questions)
  end)
  it("is answered by the worst of its checks, and by no other", function()
    local cases = { { "full", true, true, "yes" },
      { "partial", true, true, "in-part" }, { "none", true, true, "no" },
      { "full", false, true, "no" }, { "full", false, false, "yes" } }
    for _, case in ipairs(cases) do
      local one = asked(at(case[1], case[2], case[3]))[1]
      assert.equal(case[4], one.answer)
      assert.same({ case[4] }, one.range)
      assert.equal("stated", one.basis)
    end
  end)
  -- Two facilities, each given its level.
  local function of_two(one, other)
    return asked { complete = true, items = {
      { id = "one", a = { level = one, flag = true }, b = { flag = true } },
      { id = "two", a = { level = other, flag = true }, b = { flag = true } } } }[1]
  end
  it("is answered in part where it is so at one facility and not at another",
    function()
      local one = of_two("full", "none")
      assert.equal("in-part", one.answer)
      assert.same({ no = { "two" }, yes = { "one" } }, one.at)
      assert.equal("in-part", of_two("partial", "none").answer)
      assert.same({ "in-part", "no" }, of_two("none", nil).range)
      assert.same({ ["not-known"] = { "two" }, no = { "one" } },
        of_two("none", nil).at)
    end)
  it("is answered no where it is so at no facility, and names none", function()
    local one = of_two("none", "none")
    assert.equal("no", one.answer)
    assert.is_nil(one.at)
  end)
  it("stands on the better supported of what suffices for in part", function()
    local function of(name)
      return { value = name, evidence = { "E" } }
    end
    local more = { evidence = { { id = "E", kind = "document", title = "T",
      date = "2013-01-01", collected_by = "member" } } }
    local function facility(id, level)
      return { id = id, a = { level = level, flag = of(true) }, b = { flag = of(true) } }
    end
    local function basis(one, two)
      return asked({ complete = true, items = { facility("one", one),
        facility("two", two) } }, nil, nil, more)[1].basis
    end
    assert.equal("evidenced", basis(of "full", of "none"))
    assert.equal("stated", basis(of "full", "none"))
    assert.equal("evidenced", basis("none", of "partial"))
    assert.equal("stated", basis(of "none", "none"))
  end)
  it("stands on nothing that does not apply, where something does", function()
    local more = { evidence = { { id = "E", kind = "document", title = "T",
      date = "2013-01-01", collected_by = "member" } } }
    local full = { value = "full", evidence = { "E" } }
    local function basis(...)
      return asked({ complete = true, items = { ... } }, nil, nil, more)[1].basis
    end
    local one = { id = "one", a = { level = full }, b = { flag = false } }
    assert.equal("evidenced", basis(one))
    local rules = RULES:gsub('"a.level is full"', '"a.flag is yes", applies = "b.flag is yes"')
    local outside = { id = "two", a = { flag = true }, b = { flag = false } }
    local function of(...)
      return asked({ complete = true, items = { ... } }, rules, nil, more)[1]
    end
    local flag = { value = true, evidence = { "E" } }
    local inside = { id = "one", a = { flag = flag }, b = { flag = flag } }
    assert.equal("evidenced", of(inside, outside).basis)
    assert.equal("stated", of(outside).basis)
    assert.equal("not-applicable", of(outside).answer)
  end)
  it("is not known while more than one answer is possible", function()
    local one = asked(at("partial", nil, true))[1]
    assert.equal("not-known", one.answer)
    assert.same({ "in-part", "no" }, one.range)
    assert.is_nil(one.basis)
  end)
  it("does not apply where none of its checks does", function()
    local rules = RULES:gsub('check "1.1".-\n.-\n', "")
    assert.equal("not-applicable", asked(at(nil, nil, false), rules)[1].answer)
  end)
  it("is open while a facility is not assessed, or the list open", function()
    local two = at("full", true, true)
    two.items[2] = { id = "silent" }
    local one = asked(two)[1]
    assert.same({ "yes", "in-part" }, one.range)
    assert.same({ ["not-known"] = { "silent" }, yes = { "f" } }, one.at)
    assert.same({ answer = "yes", range = { "yes" }, basis = "stated" },
      one.of_assessed)
    assert.same({ "yes", "in-part" },
      asked(at("full", true, true).items)[1].range)
    local silent = asked { { id = "silent" } }[1]
    assert.same({ "yes", "in-part", "no" }, silent.range)
    assert.is_nil(silent.of_assessed)
  end)
  it("is not opened by facilities that its provision cannot reach", function()
    local rules = [[
point "Q" { strength = "information", question = true, says = "Is it so?" }
provision "2" { title = "Two", applies = "member.flag is yes" }
check "2.1" { title = "T", points = { "SHALL", "Q" }, ask = "A.",
  expect = "a.flag is yes" }
]]
    assert.equal("not-applicable", asked({ { id = "silent" } }, rules, nil,
      { member = { id = "M", flag = false } })[1].answer)
  end)
  it("may be anything where a check of it is broken, or none is left",
    function()
      local all = { "not-applicable", "yes", "in-part", "no" }
      local broken = RULES:gsub("a.level is full", "a.levle is full")
      assert.same({ "yes", "in-part", "no" }, asked(at(nil, true, true),
        broken)[1].range)
      local gone = asked(at("full", true, true), [[
point "Q" { strength = "information", question = true, says = "Is it so?" }
check "1.1" { title = "T", points = { "SHALL" }, ask = "A.",
  expect = "a.flag is yes" }
]])
      assert.same(all, gone[1].range)
      local unread = asked(at("full", true, true), RULES,
        { more = { ["d.lua"] = 'check "1.9" {' } })
      assert.same({ "yes", "in-part", "no" }, unread[2].range)
    end)
  it("may be anything where a check of it belongs to no provision", function()
    local homeless = RULES:gsub('"1%.2"', '"9.2"')
    local two = at("full", true, true)
    two.items[2] = { id = "silent" }
    assert.same({ "yes", "in-part" }, asked(two, homeless)[1].range)
  end)
  it("is not answered by a layer's checks", function()
    local layer = { name = "house", files = { { path = "x.lua", text = [[
check "1.org.1" { title = "T", points = { "SHALL", "Q" }, ask = "A.",
  expect = "b.flag is no" }
]] } } }
    local one = asked(at("full", true, true), RULES, { layers = { layer } })[1]
    assert.equal("yes", one.answer)
    assert.same({ "1.1", "1.2" }, one.checks)
  end)
end)
