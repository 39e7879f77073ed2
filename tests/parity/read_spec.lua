-- What a dossier says is read by the core as by Lua: its facts with their evidence, its
-- lists and registers, and what is noted of them.

package.path = "tests/parity/?.lua;" .. package.path
local support = require "support.host"
local compare = require "compare"
local corpus = require "corpus"
local dates = require "base.dates"
local phases = require "phases"
local program = require "program"

local parity = support.host.parity
local SEEDS <const> = tonumber(os.getenv "COP11_SEEDS") or 200

describe("A dossier that the core reads", function()
  local model = support.open_builtin({ tolerant = true }).model()
  local block = parity.open(program.compile(model, support.host.program.layout()))

  local function expected_of(one)
    local expected
    phases.each(model, one, function(phase, text)
      if phase == "read" then expected = support.decode(text) end
    end)
    expected.parameters, expected.show = nil, nil
    return expected
  end

  -- Whether C read it: what looks like what in ids, Lua knows.
  local function check(one)
    local text = parity.read(block, one.text, nil, nil, nil, {
      as_of = one.call.as_of and dates.parse(one.call.as_of),
      show = one.call.show_sensitive })
    if text == "for Lua" then return false end
    local difference = compare.difference(expected_of(one), support.decode(text))
    if difference then error(one.name .. ": " .. difference) end
    return true
  end

  it("is that of Lua for each sample", function()
    for _, one in ipairs(corpus.samples()) do check(one) end
  end)

  it("is that of Lua for each example of the rules", function()
    for _, one in ipairs(corpus.examples(model)) do check(one) end
  end)

  it("is that of Lua for many generated dossiers", function()
    for _, one in ipairs(corpus.generated(model, 1, SEEDS)) do check(one) end
  end)
end)
