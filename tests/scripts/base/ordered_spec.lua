local ordered = require "base.ordered"

local function is_lower(a, b) return a.rank < b.rank end

local function names(...)
  local out = {}
  for i, one in ipairs(ordered({ ... }, is_lower)) do out[i] = one.name end
  return table.concat(out)
end

describe("what is put in order", function()
  it("goes by what is before what", function()
    assert.equal("abc", names({ name = "c", rank = 3 }, { name = "a", rank = 1 },
      { name = "b", rank = 2 }))
  end)
  it("stays in the order it came in where nothing is before another", function()
    local list, wanted = {}, {}
    for i = 1, 60 do
      list[i] = { name = ("%02d "):format(i), rank = i % 2 }
      wanted[i % 2 == 0 and i // 2 or 30 + (i + 1) // 2] = ("%02d "):format(i)
    end
    assert.equal(table.concat(wanted), names(table.unpack(list)))
  end)
  it("gives the list itself, sorted", function()
    local list = {}
    assert.equal(list, ordered(list, is_lower))
  end)
end)
