-- What a dossier costs the core and Lua, from its text to what each check gives, with
-- reasons; neither writes a report.  Processor's time, medians of one run:
--
--   lua5.4 tests/busted.lua build/test-gcc/tests tests/parity/cost.lua

package.path = "tests/parity/?.lua;" .. package.path
local support = require "support.host"
local corpus = require "corpus"
local evaluate = require "evaluate"
local phases = require "phases"
local program = require "program"

local parity = support.host.parity
local TIMES <const> = 41

local function median(run)
  local times = {}
  for i = 1, TIMES do
    collectgarbage()
    local from = os.clock()
    run()
    times[i] = (os.clock() - from) * 1e6
  end
  table.sort(times)
  return times[TIMES // 2 + 1]
end

it("costs", function()
  local model = support.open_builtin({ tolerant = true }).model()
  local block = parity.open(program.compile(model, support.host.program.layout()))
  for _, one in ipairs(corpus.samples()) do
    if not one.call.show_sensitive then
      local lua_reads = median(function() phases.read(model, one) end)
      local lua = median(function()
        support.host.refill(1 << 50)
        evaluate.run(model, phases.read(model, one), one.call, support.host)
      end)
      local core = median(function() parity.assess(block, one.text) end)
      print(("%-28s %6d bytes  Lua %5.0f us (reading %5.0f)  core %4.0f us  1/%.1f")
        :format(one.name, #one.text, lua, lua_reads, core, lua / core))
    end
  end
end)
