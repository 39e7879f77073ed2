local deep = require "base.deep"

local KEYS <const> = { "a", "b", "c", "d" }

describe("deep.at", function()
  it("finds what stands at the end of the keys", function()
    assert.are.equal(7, deep.at({ a = { b = { c = { d = 7 } } } }, KEYS))
  end)

  it("is nil where the way ends before", function()
    assert.is_nil(deep.at({ a = { b = 7 } }, KEYS))
    assert.is_nil(deep.at({}, KEYS))
  end)
end)

describe("deep.set", function()
  it("makes the objects that lead there, and no other", function()
    local object = {}
    deep.set(object, KEYS, 7)
    assert.are.same({ a = { b = { c = { d = 7 } } } }, object)
  end)

  it("keeps what stands beside", function()
    local object = { a = { b = { c = { x = 1 } } }, y = 2 }
    deep.set(object, KEYS, 7)
    assert.are.same({ a = { b = { c = { x = 1, d = 7 } } }, y = 2 }, object)
  end)

  it("puts objects in place of what is none", function()
    local object = { a = 1 }
    deep.set(object, { "a", "b" }, 7)
    assert.are.same({ a = { b = 7 } }, object)
  end)

  it("can be taken back", function()
    for _, object in ipairs { {}, { a = 1 }, { a = { b = {} } },
        { a = { b = { c = { d = 6, e = 5 } } } } } do
      local before = require("support.host").json.write(object)
      deep.set(object, KEYS, 7)()
      assert.are.equal(before, require("support.host").json.write(object))
    end
  end)
end)
