-- The phases of an evaluation in Lua, one by one, and their dumps.

local dates = require "base.dates"
local dossier = require "dossier"
local dump = require "dump"
local evaluate = require "evaluate"
local support = require "support.host"

local phases = {}

local json <const> = support.json
local DEPTH <const> = 64

-- The reading of a dossier `one` of the corpus.
function phases.read(model, one)
  local value, _, empties = json.read(one.text, DEPTH)
  local day = one.call.as_of and dates.parse(one.call.as_of)
  return dossier.read(value, model, empties, support.host, day,
    one.call.show_sensitive)
end

-- The dump of `r`, with what the call of `one` sets, as text.
local function written(model, one, r, answers)
  local out = dump.reading(model, r, json, answers)
  out.show = not out.errors and one.call.show_sensitive or nil
  out.parameters = one.call.parameters
    and dump.parameters(model, one.call.parameters, json)
  return json.write(out)
end

-- Calls see(phase, text) with the dump after each phase; returns what
-- evaluate.prepare gave, or nil where the dossier has errors or no day.
function phases.each(model, one, see)
  support.host.refill(1 << 50)
  local r = phases.read(model, one)
  local text = written(model, one, r)
  see("read", text)
  if text == '{"errors":true}' or r.no_as_of then return nil end
  local ctx, answers = evaluate.prepare(model, r, one.call, support.host)
  see("settle", written(model, one, r, answers))
  return r, ctx, answers
end

-- The dump of a reading just before `module`.`name` looks at its records, and the
-- whole reading; nil where it has errors by then.
function phases.before(module, name, model, one)
  local original, before = module[name], nil
  module[name] = function(a, b)
    local r = b or a
    r.records = {}
    before = dump.reading(model, r, json)
    return original(a, b)
  end
  local ok, r = pcall(phases.read, model, one)
  module[name] = original
  assert(ok, r)
  if before.errors then return nil end
  return json.write(before), dump.reading(model, r, json)
end

return phases
