-- What follows from a reading before any check is run is the same in the core as in
-- Lua: derived facts, contradictions, parts and wholes, and what records settle.

package.path = "tests/parity/?.lua;" .. package.path
local support = require "support.host"
local compare = require "compare"
local core = require "core"
local corpus = require "corpus"
local phases = require "phases"
local program = require "program"

local parity = support.host.parity

describe("A reading that the core settles", function()
  local model = support.open_builtin({ tolerant = true }).model()
  local block, functions = program.compile(model, support.host.program.layout())
  local compute = core.computer(functions, support.host)
  block = parity.open(block)

  local function check(one)
    local texts = {}
    phases.each(model, one, function(phase, text) texts[phase] = text end)
    if not texts.settle then return end
    local expected = support.decode(texts.settle)
    expected.parameters, expected.show = nil, nil
    local difference = compare.difference(expected,
      support.decode(parity.settle(block, texts.read, compute)))
    if difference then error(one.name .. ": " .. difference) end
  end

  it("is that of Lua for each sample", function()
    for _, one in ipairs(corpus.samples()) do check(one) end
  end)

  it("is that of Lua for each example of the rules", function()
    for _, one in ipairs(corpus.examples(model)) do check(one) end
  end)

  it("passes an attestation over that names no fact", function()
    phases.each(model, corpus.samples()[1], function(phase, text)
      if phase ~= "read" then return end
      local read = support.decode(text)
      read.records = { { id = "R-1", pointer = "/records/0", kind = "attestation" } }
      read.in_force = { "/records/0" }
      assert.is_string(parity.settle(block, support.json.write(read), compute))
    end)
  end)

  it("is that of Lua for many generated dossiers", function()
    for _, one in ipairs(corpus.generated(model, 1, 200)) do check(one) end
  end)
end)
