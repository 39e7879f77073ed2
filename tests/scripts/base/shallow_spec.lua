-- Copies of tables, one level deep.
require "support.host"
local shallow = require "base.shallow"

describe("a copy", function()
  local inner = { 1 }
  local one = { a = 1, inner = inner }
  it("holds what the table holds, and leaves it alone", function()
    local own = shallow.copy(one)
    own.a = 2
    assert.equal(1, one.a)
    assert.equal(inner, own.inner)
  end)
  it("may have another value in one place", function()
    local other = shallow.with(one, "a", 3)
    assert.same({ a = 3, inner = { 1 } }, other)
    assert.same({ a = 1, inner = { 1 } }, one)
  end)
end)
