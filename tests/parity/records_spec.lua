-- Which of the auditor's records are in force, and which contradict each other, is the
-- same in the core as in Lua.

package.path = "tests/parity/?.lua;" .. package.path
local support = require "support.host"
local compare = require "compare"
local corpus = require "corpus"
local phases = require "phases"
local program = require "program"

local parity = support.host.parity
local json = support.json

describe("The records of a reading", function()
  local model = support.open_builtin({ tolerant = true }).model()
  local block = parity.open(program.compile(model, support.host.program.layout()))

  -- Returns the reading's dump.
  local function check(one)
    local before, after = phases.before_standing(model, one)
    if not before then return nil end
    local got, expected = support.decode(parity.stand(block, before)),
      support.decode(json.write(after))
    for _, dump in ipairs { got, expected } do -- these are sorted at the end
      dump.undecided, dump.unshown = nil, nil
    end
    local difference = compare.difference(expected, got)
    if difference and not (after.errors and #(got.findings or {}) > 0) then
      error(one.name .. ": " .. difference)
    end
    return after
  end

  it("stand as in Lua in each sample and example", function()
    for _, one in ipairs(corpus.samples()) do check(one) end
    for _, one in ipairs(corpus.examples(model)) do check(one) end
  end)

  it("stand as in Lua in many generated dossiers", function()
    local seen = {}
    for _, one in ipairs(corpus.generated(model, 1, 400)) do
      local after = check(one)
      for _, record in ipairs(after and after.records or {}) do
        seen[record.no_force or "in force"] = true
        seen[record.superseded_at and "at a place" or ""] = true
      end
      for _, problem in ipairs(after and after.problems or {}) do
        if problem.message:find "^records contradict" then seen.contradict = true end
      end
      if after and after.errors then seen.errors = true end
    end
    for _, name in ipairs { "in force", "superseded", "not-yet", "not-the-auditors",
      "lapsed", "at a place", "contradict", "errors" } do
      assert.is_true(seen[name], name)
    end
  end)
end)
