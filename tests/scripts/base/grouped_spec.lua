require "support.host"
local grouped = require "base.grouped"

describe("members grouped by name", function()
  local function initial(word) return word:sub(1, 1) end
  it("stand in the order in which they first came", function()
    assert.same({ { name = "b", "bat", "bee" }, { name = "a", "ant" } },
      grouped({ "bat", "ant", "bee" }, initial))
  end)
  it("are none of none", function()
    assert.same({}, grouped({}, initial))
  end)
end)
