-- Ids and names may be long, and a report holds them thousands of times: what is made of
-- each is not worked out letter by letter in Lua.
local host = require("support.host").host
local layout = require "base.layout"
local parts = require "export.oscal.parts"

-- Instructions of Lua that `work` takes, in hundreds.
local function hundreds(work)
  local count = 0
  debug.sethook(function() count = count + 1 end, "", 100)
  work()
  debug.sethook()
  return count
end

describe("a long text", function()
  it("is measured and broken by the line, not by the letter", function()
    local word = ("\u{436}"):rep(10000)
    local lines
    assert.is_true(hundreds(function() layout.width(word) end) < 10)
    assert.is_true(hundreds(function() lines = layout.wrap(word, 50) end) < 100)
    assert.equal(200, #lines)
    assert.equal(word, table.concat(lines))
  end)
  it("has a UUID by its digest", function()
    local d = { space = "6ba7b811-9dad-11d1-80b4-00c04fd430c8", host = host }
    local long, ids = ("x"):rep(100000), {}
    assert.is_true(hundreds(function() ids[1] = parts.id(d, "risk", long) end) < 200)
    assert.not_equal(ids[1], parts.id(d, "risk", long .. "x"))
  end)
end)
