local digits = require "base.digits"

describe("digits", function()
  it("are as few as read back", function()
    for _, case in ipairs { { 20, "20" }, { 20.0, "20" }, { 0.1, "0.1" },
      { 84.21052631578948, "84.21052631578948" },
      { 0.1 + 0.2, "0.30000000000000004" }, { -1e21, "-1e+21" } } do
      assert.equal(case[2], digits(case[1]))
    end
  end)

  it("say what a double cannot hold", function()
    assert.equal("a number beyond 1.8e308", digits(math.huge))
    assert.equal("a number beyond 1.8e308", digits(-math.huge))
  end)
end)
