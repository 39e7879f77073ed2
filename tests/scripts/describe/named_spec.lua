-- What a name that is no check's leads to.
local support = require "support.host"

local runtime = support.open_builtin()

local function found(name)
  local text = assert(runtime.describe("rules/" .. name))
  local result = support.decode(text)
  assert.equal("cop11.found/1", result.format)
  assert.equal(name, result.name)
  return result, runtime.render(text, "text")
end

local function names_of(result)
  local names = {}
  for i, one in ipairs(result.found) do names[i] = one.name end
  return names
end

describe("the name of a provision", function()
  it("leads to its checks, with their titles", function()
    local result, shown = found "11.2"
    assert.equal("provision", result.kind)
    assert.same({ "11.2.1", "11.2.2" }, { table.unpack(names_of(result), 1, 2) })
    assert.truthy(shown:find("The checks of provision 11.2\n\n  11.2.1  "
      .. result.found[1].ask, 1, true), shown)
  end)
end)

describe("the name of a group", function()
  it("leads to its facts, with their questions", function()
    local result, shown = found "arms"
    assert.equal("group", result.kind)
    assert.equal("arms.used", result.found[1].name)
    assert.truthy(shown:find("  arms.used  " .. result.found[1].ask, 1, true), shown)
  end)
end)

describe("a fact of a list's items", function()
  it("names the disagreements that look at it", function()
    local text = assert(runtime.describe "rules/providers.agreement.ends")
    local fact = support.decode(text)
    assert.equal("ended-private-reference", fact.disagreements[1])
    assert.truthy(runtime.render(text, "text"):find(
      "\nDisagreements ended-private-reference, ", 1, true))
  end)
end)

describe("another word", function()
  it("leads to the facts that speak of it, with their questions", function()
    local result, shown = found "guns"
    assert.equal("word", result.kind)
    assert.equal("arms.used", result.found[1].name)
    assert.truthy(shown:find('What speaks of "guns"', 1, true), shown)
  end)

  it("may be several", function()
    assert.equal("force.uses", names_of((found "use of force"))[1])
  end)

  it("that nothing speaks of is a mistake", function()
    local _, problem = runtime.describe "rules/xylophone"
    assert.equal("no check, fact, list, point or parameter is called 'xylophone'; "
      .. '"rules" lists the checks', problem.message)
  end)

  it("that is a name misspelt is told as one", function()
    local _, problem = runtime.describe "rules/arms.usd"
    assert.truthy(problem.message:find("did you mean 'arms.used'?", 1, true))
  end)
end)
