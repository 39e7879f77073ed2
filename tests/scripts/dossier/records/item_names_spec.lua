-- What the items of a list are called: the same in any order, by an id, or by a mark
-- of what they answer.
local item_names = require "dossier.records.item_names"
local support = require "support.host"

local LIST <const> = { ordered = { { path = "on", keys = { "on" } },
  { path = "deep.count", keys = { "deep", "count" } },
  { path = "id", type = "text", keys = { "id" } },
  { path = "name", keys = { "name" }, sensitive = true } } }
LIST.entries = { id = LIST.ordered[3], name = LIST.ordered[4] }

local function item(said)
  return { ["#list"] = LIST, ["#said"] = said,
    id = said.id and { state = "known", value = said.id, raw = said.id } }
end

-- The name of each item, in the order given.
local function names(...)
  local items = {}
  for i, said in ipairs { ... } do items[i] = item(said) end
  return item_names.of(items, support.host)
end

describe("an item without an id", function()
  it("is called the same in any order", function()
    local a, b, c = { on = true }, { on = false }, { deep = { count = 2 } }
    local first, second = names(a, b, c), names(c, a, b)
    assert.same({ first[3], first[1], first[2] }, second)
    for _, name in ipairs(first) do assert.truthy(name:find "^#%x%x%x%x%x%x%x%x$") end
    assert.not_equal(first[1], first[2])
  end)
  it("is called the same whatever supports or explains its answers", function()
    assert.same(names { on = true }, names { on = { value = true, why = "seen",
      evidence = { "E" } } })
    assert.same(names { on = { state = "unknown" } },
      names { on = { state = "unknown", why = "late" } })
    assert.not_same(names { on = { at_least = 1 } }, names { on = { at_least = 2 } })
  end)
  it("is called the same in whatever order a set is written", function()
    assert.same(names { on = { "b", "a" } }, names { on = { "a", "b" } })
    assert.same(names { on = { one_of = { "b", "a" } } },
      names { on = { one_of = { "a", "b" } } })
    assert.not_same(names { on = { "a" } }, names { on = { "a", "b" } })
  end)
  it("tells nothing of what is sensitive", function()
    assert.same(names { on = true, name = "Ama" }, names { on = true, name = "Kofi" })
  end)
  it("is numbered among those that answer the same, in any order", function()
    local ama, kofi = { on = true, name = "Ama" }, { on = true, name = "Kofi" }
    local mark = names(ama)[1]
    assert.same({ mark, mark .. "-2" }, names(ama, kofi))
    assert.same({ mark .. "-2", mark }, names(kofi, ama))
    assert.same({ mark, mark .. "-2" }, names({ on = true }, { on = true }))
  end)
  it("keeps its name where another changes", function()
    local own = { on = true }
    assert.equal(names({ on = false }, own)[2], names({ deep = { count = 1 } }, own)[2])
  end)
end)

describe("an item with an id", function()
  it("is called by it, where no other item is and it does not look like a mark",
    function()
      assert.same({ "G~11" }, names { id = "G/1" })
      for _, name in ipairs(names({ id = "G" }, { id = "G", on = true },
        { id = "#12345678" })) do
        assert.truthy(name:find "^#%x+$", name)
        assert.not_equal("#12345678", name)
      end
    end)
end)
