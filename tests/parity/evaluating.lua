-- Compares what the core gives for each check of a model with what Lua gives.

local support = require "support.host"
local compare = require "compare"
local core = require "core"
local dates = require "base.dates"
local evaluate = require "evaluate"
local phases = require "phases"
local program = require "program"
local results = require "results"

local evaluating = {}

local parity, json = support.host.parity, support.json

-- A function that compares the results of one dossier of the corpus, and returns those
-- of Lua; none where it has errors.
function evaluating.comparer(model)
  local block, functions = program.compile(model, support.host.program.layout())
  local compute = core.computer(functions, support.host)
  block = parity.open(block)
  -- What the core gives of the dossier's own text.
  local function from_text(one)
    return parity.assess(block, one.text, compute, nil, nil, {
      as_of = one.call.as_of and dates.parse(one.call.as_of),
      show = one.call.show_sensitive })
  end

  return function(one)
    local texts = {}
    local r = phases.each(model, one, function(phase, text) texts[phase] = text end)
    if not r then return {} end
    support.host.refill(1 << 50)
    local evaluation = evaluate.run(model, phases.read(model, one), one.call,
      support.host)
    local expected = support.decode(json.write { results = results.all(evaluation, json) })
    local function see(text)
      local difference = compare.difference(expected, support.decode(text))
      if difference then error(one.name .. ": " .. difference) end
    end
    see(parity.evaluate(block, texts.read, compute))
    local text = not one.call.parameters and from_text(one)
    if text and text ~= "for Lua" then see(text) end
    return evaluation.results
  end
end

return evaluating
