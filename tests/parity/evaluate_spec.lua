-- The core gives each check the same set of extents at each place as Lua does.

package.path = "tests/parity/?.lua;" .. package.path
local support = require "support.host"
local compare = require "compare"
local corpus = require "corpus"
local evaluate = require "evaluate"
local phases = require "phases"
local program = require "program"
local results = require "results"

local parity = support.host.parity
local json = support.json

describe("The masks of the core", function()
  local model = support.open_builtin({ tolerant = true }).model()
  local block = parity.open(program.compile(model, support.host.program.layout()))

  local function check(one)
    local settled
    local r = phases.each(model, one, function(_, text) settled = text end)
    if not r then return 0 end
    support.host.refill(1 << 50)
    local evaluation = evaluate.run(model, phases.read(model, one), one.call,
      support.host)
    local expected = json.write { results = results.masks(evaluation, json) }
    local difference = compare.difference(support.decode(expected),
      support.decode(parity.masks(block, settled)))
    if difference then error(one.name .. ": " .. difference) end
    return #evaluation.results
  end

  it("are those of Lua for each sample", function()
    for _, one in ipairs(corpus.samples()) do check(one) end
  end)

  it("are those of Lua for each example of the rules", function()
    for _, one in ipairs(corpus.examples(model)) do check(one) end
  end)

  it("are those of Lua for many generated dossiers", function()
    local count = 0
    for _, one in ipairs(corpus.generated(model, 1, 200)) do
      count = count + check(one)
    end
    assert.is_true(count > 10000)
  end)
end)
