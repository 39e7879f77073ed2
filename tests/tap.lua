-- Prints busted's results as TAP.  busted's own TAP output breaks, and hides the
-- message, when a spec file cannot be loaded.
local busted = require "busted"
local base = require "busted.outputHandlers.base"

local function explain(result)
  local message = result.message
  if type(message) ~= "string" then message = tostring(message) end
  local trace = result.trace or {}
  local where = ("%s:%s"):format(trace.short_src or "?",
    trace.currentline or "?")
  return (("%s\n%s"):format(where, message):gsub("\n", "\n# "))
end

return function()
  local handler = base()

  local function print_results()
    local number = 0
    local function each(results, format)
      for _, result in ipairs(results) do
        number = number + 1
        print(format:format(number, result.name:gsub("%s+", " ")))
        if format:find "^not" then print("# " .. explain(result)) end
      end
    end
    each(handler.successes, "ok %d - %s")
    each(handler.pendings, "ok %d - # SKIP %s")
    each(handler.failures, "not ok %d - %s")
    each(handler.errors, "not ok %d - %s")
    print("1.." .. number)
    io.flush()
    return nil, true
  end

  busted.subscribe({ "suite", "end" }, print_results)
  return handler
end
