-- The core writes the same report as Lua, byte by byte.

package.path = "tests/parity/?.lua;" .. package.path
local support = require "support.host"
local corpus = require "corpus"
local reporting = require "reporting"

local function compare_all(check, list)
  local count = 0
  for _, one in ipairs(list) do
    if not one.call.parameters and check(one) then count = count + 1 end
  end
  return count
end

describe("The report of the core", function()
  local runtime = support.open_builtin { tolerant = true }
  local model, check = runtime.model(), reporting.comparer(runtime)

  it("is that of Lua on each sample", function()
    assert.equal(#corpus.samples(), compare_all(check, corpus.samples()))
  end)

  it("is that of Lua on each example of the rules", function()
    assert.is_true(compare_all(check, corpus.examples(model)) > 500)
  end)

  it("is that of Lua on many generated dossiers", function()
    assert.is_true(compare_all(check, corpus.generated(model, 1, 200)) > 100)
  end)
end)
