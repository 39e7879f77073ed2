-- A shortfall names the items it speaks of, and tells no secret by it.
local support = require "support.host"
local small = require "support.small"

local LIST = [[
list "gates" { ask = "Which gates?", facts = {
  fact "id" { type = "text", ask = "Which?" },
  fact "name" { type = "text", ask = "Called?" },
  fact "locked" { type = "yes/no", ask = "Locked?" },
} }
fact "a.all_locked" { type = "yes/no", ask = "All locked?",
  from = every "gates" { "locked is yes" } }
fact "a.none_open" { type = "yes/no", ask = "None open?",
  from = none "gates" { "locked is no" } }
]]

local function result_on(expect, facts, call)
  local runtime = assert(small.open(LIST .. small.check(expect)))
  return support.result(assert(support.evaluate(runtime,
    small.dossier(facts), call)), "1.1")
end

local function gates(...)
  return { gates = { complete = true, items = { ... } } }
end

local NORTH <const> = { id = "G-1", name = "North", locked = true }
local SOUTH <const> = { id = "G-2", locked = false }
local WEST <const> = { name = "West", locked = false }

describe("a shortfall of a fact worked out from a list", function()
  local ALL <const> = [[{ "a.all_locked is yes", otherwise = "Not all." }]]

  it("names the items that made it so, by id or name", function()
    local result = result_on(ALL, gates(NORTH, SOUTH, WEST))
    assert.equal("As stated: Not all (not: G-2, West).", result.reason)
    assert.same({ "f/gates[G-2]", "f/gates[West]" }, result.deciding[1].items)
    assert.same({ "f/gates[G-2]", "f/gates[West]" }, result.deciding[1].items)
  end)
  it("names beside an id what the item is called, unless that is sensitive", function()
    local named = { id = "G-4", name = "East", locked = false }
    assert.equal("As stated: Not all (not: G-4: East).",
      result_on(ALL, gates(NORTH, named)).reason)
    local secret = LIST:gsub('"Called%?"', '"Called?", sensitive = true')
    local runtime = assert(small.open(secret .. small.check(ALL)))
    assert.equal("As stated: Not all (not: G-4).", support.result(assert(
      support.evaluate(runtime, small.dossier(gates(NORTH, named)))), "1.1").reason)
  end)
  it("names those that none should be", function()
    local result = result_on('{ "a.none_open is yes", otherwise = "One is." }',
      gates(NORTH, SOUTH))
    assert.equal("As stated: One is (G-2).", result.reason)
  end)
  it("names nothing where the fact is stated", function()
    local result = result_on(ALL, { a = { all_locked = false } })
    assert.equal("As stated: Not all.", result.reason)
    assert.is_nil(result.deciding[1].items)
  end)
  it("names beside each what the list says belongs there, where it is known",
    function()
      local with = LIST:gsub('list "gates" {', 'list "gates" { beside = "name",')
      local runtime = assert(small.open(with .. small.check(ALL)))
      local function reason(call)
        return support.result(assert(support.evaluate(runtime, small.dossier(gates(NORTH,
          SOUTH, { id = "G-3", name = "East", locked = false })), call)), "1.1").reason
      end
      assert.equal("As stated: Not all (not: G-2, G-3: East).", reason())
      local secret = with:gsub('"Called%?"', '"Called?", sensitive = true')
      runtime = assert(small.open(secret .. small.check(ALL)))
      assert.equal("As stated: Not all (not: G-2, G-3).", reason())
      assert.equal("As stated: Not all (not: G-2, G-3: East).",
        reason { show_sensitive = true })
    end)
  it("names beside each a fact of the list alone", function()
    local wrong = LIST:gsub('list "gates" {', 'list "gates" { beside = "nmae",')
    local _, problem = small.open(wrong .. small.check(ALL))
    assert.equal('list "gates": beside names \'nmae\', which is no fact of its items; '
      .. "did you mean 'name'?", problem.message)
  end)
  it("names five, and counts the rest", function()
    local many = {}
    for i = 1, 7 do many[i] = { id = "G-" .. i, locked = false } end
    assert.equal("As stated: Not all (not: G-1, G-2, G-3, G-4, G-5, 2 more).",
      result_on(ALL, gates(table.unpack(many))).reason)
  end)
end)

describe("a shortfall of items", function()
  local EACH <const> = [[every "gates" { "locked is yes",
    otherwise = "A gate is open." }]]

  it("names each of them", function()
    assert.equal("As stated: A gate is open (G-2, West).",
      result_on(EACH, gates(NORTH, SOUTH, WEST)).reason)
  end)
  it("is counted where an item has no name", function()
    assert.equal("As stated: A gate is open (G-2) (and 1 more of the same "
      .. "kind).", result_on(EACH, gates(SOUTH, { locked = false })).reason)
  end)
  it("does not say a name twice", function()
    assert.equal("As stated: G-2 is open.", result_on([[every "gates" { "locked is yes",
      otherwise = "{id} is open." }]], gates(SOUTH, NORTH)).reason)
  end)
end)

describe("a sensitive name", function()
  local EACH <const> = [[every "people" { "trained is yes",
    otherwise = "Not trained." }]]
  local ANN <const> = { people = { complete = true, items = { { name = "Ann",
    trained = false } } } }

  it("is kept back", function()
    local result = result_on(EACH, ANN)
    assert.equal("As stated: Not trained.", result.reason)
  end)
  it("is told where the caller asks", function()
    local result = result_on(EACH, ANN, { show_sensitive = true })
    assert.equal("As stated: Not trained (Ann).", result.reason)
  end)
end)
