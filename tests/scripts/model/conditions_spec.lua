-- The work that conditions ask for is charged, before it is done.
local support = require "support.host"
local conditions = require "model.conditions"
local shallow = require "base.shallow"
assert(support)

local QUESTION = { kind = "auditor", id = "q", ask = "Is it so?" }
local NODE, ITEM = 5, 15 -- steps

-- `of` nodes joined by `all`.
local function all(of)
  local parts = {}
  for i = 1, of do parts[i] = shallow.copy(QUESTION) end
  return { kind = "all", parts = parts }
end

local scope = {}
function scope.list() return { path = "people", scope = "member", inner = "item" } end
function scope.inside() return scope end
function scope.resolve() return { path = "jobs", scope = "member", type = "choices",
  values = { "guard", "clerk", "driver" } } end
scope.fail = error

local function context(people)
  local items = {}
  for i = 1, people do items[i] = { id = i } end
  local ctx = { item = {}, spent = 0, judgement = function() return "yes" end,
    member = { people = { items = items, extra_lo = 0, extra_hi = 0 } } }
  function ctx.charge(units) ctx.spent = ctx.spent + units end
  return ctx
end

-- The steps charged for one evaluation of `ast` over so many people.
local function steps(ast, people)
  local ctx = context(people or 0)
  conditions.compile(ast, scope).eval(ctx)
  return ctx.spent
end

describe("a condition is charged", function()
  it("for each of its nodes", function()
    assert.equal(NODE, steps(QUESTION))
    assert.equal(3 * NODE, steps(all(2)))
    assert.equal(9 * NODE, steps { kind = "any", parts = { all(3), all(3) } })
    assert.equal(6 * NODE, steps { kind = "when", gate = all(1), expect = all(2) })
  end)

  it("for each value that a sentence names", function()
    local leaf = { kind = "leaf", fact = "jobs", op = "includes", text = "",
      operand = { "guard", "clerk" } }
    assert.equal(3 * NODE, steps(leaf))
  end)

  it("for each node at each item of a list, and for the list", function()
    local every = { kind = "every", list = "people", expect = all(2) }
    assert.equal(NODE + ITEM + 7 * (ITEM + 3 * NODE), steps(every, 7))
    every.where = all(1)
    assert.equal(NODE + ITEM + 7 * (ITEM + 5 * NODE), steps(every, 7))
  end)

  it("for lists in lists as often as they are walked", function()
    local inner = { kind = "every", list = "people", expect = QUESTION }
    local outer = { kind = "every", list = "people", expect = inner }
    local walk = ITEM + 3 * (ITEM + NODE)
    assert.equal(NODE + walk + 3 * walk, steps(outer, 3))
  end)

  it("before it is evaluated", function()
    local ctx = context(7)
    function ctx.charge() error("spent", 0) end
    function ctx.judgement() error("was asked") end
    for _, ast in ipairs { all(2),
      { kind = "some", list = "people", expect = all(2) } } do
      local ok, message = pcall(conditions.compile(ast, scope).eval, ctx)
      assert.is_false(ok)
      assert.equal("spent", message)
    end
  end)
end)
