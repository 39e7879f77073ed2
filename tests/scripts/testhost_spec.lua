-- The module that lends other specs the host table of the library.

local host = require "cop11_testhost"

describe("the host table", function()
  it("is the library's own", function()
    assert.equal("0.1.0", host.version)
    assert.equal('{"a":[],"b":0.5}',
      host.json.write({ b = 0.5, a = host.json.array {} }))
  end)

  it("decodes with lua-cjson", function()
    local value, digest = host.json.read('{"a":[1]}', 8)
    assert.same({ a = { 1 } }, value)
    assert.equal(host.sha256('{"a":[1]}'), digest)
  end)

  it("spends a budget that can be set anew", function()
    host.refill(10)
    assert.is_false(pcall(host.charge, 11))
    assert.is_false(pcall(host.charge, 0))
    host.refill(1000000)
    assert.is_true(pcall(host.charge, 11))
  end)
end)
