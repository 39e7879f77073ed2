-- The interpreter of the tests is the language of the library.
describe("the test interpreter", function()
  it("is Lua 5.4", function()
    assert.equal("Lua 5.4", _VERSION)
  end)
end)
