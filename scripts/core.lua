-- The core in C, which evaluates: the program of a model, and the reports that it makes
-- by it (plugin/core_lua.h).

local diagnostic = require "base.diagnostic"

local core = {}

-- ---- plain functions of the rules ---------------------------------------

-- A frame of each scope in which the facts of `node` have these values.
local function context_of(node, values, charge)
  local ctx = { charge = charge }
  for i, entry in ipairs(node.entries) do
    ctx[entry.scope] = ctx[entry.scope] or {}
    ctx[entry.scope][entry.path] = { state = "known", value = values[i] }
  end
  return ctx
end

-- A function of a condition's row and the values of its facts that gives the extents,
-- or nil and what is wrong; nil where no condition needs one.
function core.computer(functions, host)
  if not next(functions) then return nil end
  return function(row, ...)
    local node = functions[row]
    local ok, mask = host.protect(node.eval, context_of(node, { ... }, host.charge))
    if ok then return mask end
    return nil, type(mask) == "table" and diagnostic.text(mask.says) or tostring(mask)
  end
end

-- ---- the whole ----------------------------------------------------------

local function by_program(program, functions, host)
  local compute = core.computer(functions, host)
  return function(text, options)
    options.more = options.more and host.json.write(options.more)
    return host.core.report(program, text, options, compute)
  end
end

-- A function report(text, options) for the model `m`, as host.core.report has it, but
-- for `options.more`, which is a table here.
function core.compiled(m, host)
  local block, functions = require("program").compile(m, host.program.layout())
  return by_program(host.core.open(block), functions, host)
end

-- The same for the model of the engine, which may have its program already.
function core.new(m, host)
  local program = host.core.program()
  return program and by_program(program, {}, host) or core.compiled(m, host)
end

return core
