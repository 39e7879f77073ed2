local support = require "support.host"
local nearest = require "base.nearest"
assert(support)

describe("did you mean", function()
  local words = { "conduct.policy_written", "conduct.monitoring", "arms.used" }

  it("finds the word a slip came from", function()
    assert.equal("conduct.policy_written",
      nearest.find("condcut.policy_writen", words))
    assert.equal("arms.used", nearest.find("arms.usde", words))
    assert.equal("arms.used", nearest.find("Arms.Used", words))
  end)
  it("offers nothing where nothing is near", function()
    assert.is_nil(nearest.find("shipments.insured", words))
    assert.equal("", nearest.hint("zzz", words))
    assert.is_nil(nearest.find("", words))
    assert.is_nil(nearest.find(("x"):rep(81), words))
  end)
  it("offers nothing from more names than are worth the work", function()
    local many = {}
    for i = 1, 500 do many[i] = "name" .. i end
    assert.equal("name1", nearest.find("naem1", many))
    many[501] = "naem"
    assert.is_nil(nearest.find("naem1", many))
  end)
  it("is work that is charged", function()
    local charged = 0
    nearest.charge_to(function(units) charged = charged + units end)
    nearest.find("naem", { "name", "a name of quite another length" })
    nearest.charge_to(support.host.charge)
    -- 4 rows of 4 letters at 16 each; the other name is not looked at.
    assert.equal(256, charged)
  end)
  it("does not depend on the order of the candidates", function()
    assert.equal("abca", nearest.find("abcd", { "abce", "abca", "abcb" }))
    assert.equal("abca", nearest.find("abcd", { "abcb", "abca", "abce" }))
  end)
end)

describe("the first stranger among names", function()
  local allowed = { "ask", "title" }
  it("is the first in byte order, whatever the order they came in", function()
    assert.equal("aks", nearest.stranger({ titel = 1, aks = 2, ask = 3 },
      allowed))
    assert.equal("aks", nearest.stranger({ aks = 2, ask = 3, titel = 1 },
      allowed))
  end)
  it("is none where all are known", function()
    local stranger, nameless = nearest.stranger({ ask = 1, title = 2 }, allowed)
    assert.is_nil(stranger)
    assert.is_nil(nameless)
  end)
  it("is never a value without a name, which is told apart", function()
    local stranger, nameless = nearest.stranger({ 5, [{}] = 6, ask = 1 },
      allowed)
    assert.is_nil(stranger)
    assert.is_true(nameless)
  end)
end)
