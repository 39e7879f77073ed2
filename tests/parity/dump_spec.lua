-- What is dumped of a reading is the same when the core has read and written it: so
-- the frames of C hold all that those of Lua do.

package.path = "tests/parity/?.lua;" .. package.path
local support = require "support.host"
local compare = require "compare"
local corpus = require "corpus"
local phases = require "phases"
local program = require "program"

local parity = support.host.parity

describe("A dump", function()
  local model = support.open_builtin({ tolerant = true }).model()
  local block = parity.open(program.compile(model, support.host.program.layout()))

  local function check(one)
    phases.each(model, one, function(phase, text)
      local before = support.decode(text)
      before.parameters, before.show = nil, nil
      local difference = compare.difference(before,
        support.decode(parity.redump(block, text)))
      if difference then
        error(("%s after %s: %s"):format(one.name, phase, difference))
      end
    end)
  end

  it("of each sample is read back whole", function()
    for _, one in ipairs(corpus.samples()) do check(one) end
  end)

  it("of each example of the rules is read back whole", function()
    local list = corpus.examples(model)
    assert.is_true(#list > 500)
    for _, one in ipairs(list) do check(one) end
  end)

  it("of each of many generated dossiers is read back whole", function()
    for _, one in ipairs(corpus.generated(model, 1, 200)) do check(one) end
  end)
end)
