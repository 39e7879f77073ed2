require "support.host"
local sentences = require("view.broken").sentences

local function result(check, provision, group)
  return { check = check, provision = provision, group = group or "broken" }
end

describe("how many checks are broken", function()
  it("is counted by provision, each check once", function()
    assert.same({ "2 checks of 11.2 are broken; run cop11 lint",
      "1 check of 11.4 is broken (11.4.1); run cop11 lint" },
      sentences { result("11.2.1", "11.2"), result("11.4.1", "11.4"),
        result("11.2.2", "11.2"), result("11.2.1", "11.2"),
        result("11.2.3", "11.2", "conforming") })
  end)
  it("is said of those that no provision holds", function()
    assert.same({ "2 checks are broken; run cop11 lint" },
      sentences { result("9.1"), result("9.2") })
  end)
  it("is not said where none is", function()
    assert.same({}, sentences { result("11.2.3", "11.2", "conforming") })
  end)
end)
