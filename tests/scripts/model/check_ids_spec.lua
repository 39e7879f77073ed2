-- The ids of checks: whose they are, and which are free.
local check_ids = require "model.check_ids"

local function model(...)
  return { host = { charge = function() end }, checks = { ... },
    provisions = { { id = "1" }, { id = "1.2" }, { id = "2" } } }
end

describe("the id of a check", function()
  it("belongs to the provision with the longest id it begins with", function()
    assert.equal("1", check_ids.provision(model(), "1.3").id)
    assert.equal("1.2", check_ids.provision(model(), "1.2.3").id)
    assert.equal("2", check_ids.provision(model(), "2.org.x").id)
  end)
  it("belongs to none where no dot follows", function()
    assert.is_nil(check_ids.provision(model(), "2"))
    assert.is_nil(check_ids.provision(model(), "23.1"))
  end)
  it("is taken by who has it, and by who had it", function()
    local m = model({ id = "1.1", aliases = { "1.7" } })
    assert.is_true(check_ids.is_taken(m, "1.1"))
    assert.is_true(check_ids.is_taken(m, "1.7"))
    assert.is_false(check_ids.is_taken(m, "1.2"))
  end)
end)

describe("the next id", function()
  it("follows the highest there is or was, in its provision", function()
    local m = model({ id = "2.9" }, { id = "2.10", aliases = { "2.12" } },
      { id = "1.40" }, { id = "2.org.77" })
    assert.equal("2.13", check_ids.next(m, m.provisions[3]))
    assert.equal("1.2.1", check_ids.next(m, m.provisions[2]))
  end)
  it("is found whatever a broken check holds", function()
    local m = model({ id = "2.1", aliases = 5 }, { id = "2.2",
      aliases = { {}, "2.4" } }, { id = "2.99999999999999999999" })
    assert.equal("2.5", check_ids.next(m, m.provisions[3]))
  end)
end)
