-- What a name that is no check's leads to.
local support = require "support.host"

local runtime = support.open_builtin()

local function message(name)
  return select(2, runtime.describe("rules/" .. name)).message
end

describe("the name of a provision", function()
  it("leads to its checks", function()
    assert.equal("'11.4' is a provision; its checks: 11.4.1", message "11.4")
    assert.truthy(message("11.2"):find("its checks: 11.2.1, 11.2.2, ", 1, true))
  end)
end)

describe("the name of a group", function()
  it("leads to its facts", function()
    assert.equal("'grievance' is a group of facts: grievance.route_exists",
      message "grievance")
    assert.equal("'arms' is a group of facts: arms.used", message("arms"):sub(1, 37))
  end)
end)
