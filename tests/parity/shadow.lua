-- Lets the core write a second time each report that Lua writes from now on, and compares
-- the two: so what the specs of the scripts look at holds for both.

local support = require "support.host"
local compare = require "compare"
local reporting = require "reporting"

local shadow = { compared = 0 }

local function same(expected, found)
  if found == expected or found == "for Lua" then return end
  error("the core: " .. (compare.difference(support.decode(expected),
    support.decode(found)) or "the order of keys, or white space"), 0)
end

-- What both say of a dossier; a call with a format of its own is for Lua alone.
local function watch(runtime)
  local evaluate, write = runtime.evaluate, nil
  function runtime.evaluate(text, call)
    local report, rated = evaluate(text, call)
    if report and not call.format and not call.parameters then
      write = write or reporting.writer(runtime.model())
      same(report, write { text = text, call = call })
      shadow.compared = shadow.compared + 1
    end
    return report, rated
  end
  return runtime
end

function shadow.begin()
  local open = support.open_files
  function support.open_files(...)
    local runtime, problem = open(...)
    return runtime and watch(runtime), problem
  end
end

return shadow
