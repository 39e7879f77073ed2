-- Compares the report that the core writes on a dossier's text with Lua's, byte by byte.

local support = require "support.host"
local compare = require "compare"
local computing = require "computing"
local dates = require "base.dates"
local program = require "program"

local reporting = {}

local parity = support.host.parity

-- What the core writes on the dossier `one` of the corpus; "for Lua" where it does not.
function reporting.writer(model)
  local block = parity.open(program.compile(model, support.host.program.layout()))
  local compute = computing.of(model)
  return function(one)
    return parity.report(block, one.text, compute, nil, nil, {
      as_of = one.call.as_of and dates.parse(one.call.as_of),
      show = one.call.show_sensitive, evaluated_at = one.call.evaluated_at })
  end
end

-- A function that compares the reports on a dossier, and returns Lua's; nil where it is
-- for Lua.
function reporting.comparer(runtime)
  local write = reporting.writer(runtime.model())
  return function(one)
    support.host.refill(1 << 50)
    local expected, problem = runtime.evaluate(one.text, one.call)
    local found = write(one)
    if found == "for Lua" then return nil end
    if not expected then error(one.name .. ": " .. problem.message .. ", and a report in C") end
    if found ~= expected then
      error(one.name .. ": " .. (compare.difference(support.decode(expected),
        support.decode(found)) or "the order of keys, or white space"))
    end
    return expected
  end
end

return reporting
