local support = require "support.host"
local nearest = require "nearest"
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
  it("does not depend on the order of the candidates", function()
    assert.equal("abca", nearest.find("abcd", { "abce", "abca", "abcb" }))
    assert.equal("abca", nearest.find("abcd", { "abcb", "abca", "abce" }))
  end)
end)
