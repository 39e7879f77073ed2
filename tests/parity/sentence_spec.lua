-- The sentences of rules are filled in with the same bytes in the core as in Lua: where a
-- check is met, and at each condition that falls short.

package.path = "tests/parity/?.lua;" .. package.path
local support = require "support.host"
local compare = require "compare"
local core = require "core"
local corpus = require "corpus"
local explain = require "evaluate.explain"
local phases = require "phases"
local program = require "program"

local parity = support.host.parity
local json = support.json

describe("A sentence", function()
  local model = support.open_builtin({ tolerant = true }).model()
  local block, functions = program.compile(model, support.host.program.layout())
  local compute = core.computer(functions, support.host)
  block = parity.open(block)
  local EMPTY <const> = {}

  local function add_check(said, check, ctx)
    ctx.voice = 3 -- an outcome that the auditor verified
    if check.met then said[#said + 1] = explain.fill(check.met, model, ctx) end
    for _, found in ipairs(explain.short(check.expect, ctx)) do
      if found.branch then
        said[#said + 1] = explain.fill(found.branch.otherwise, model, ctx, found)
      end
    end
  end

  local function said_of(r, ctx)
    local said = json.array {}
    for i = 0, #r.facilities.items do
      ctx.facility = r.facilities.items[i] or EMPTY
      for _, check in ipairs(model.checks) do
        if (check.scope == "facility") == (i > 0) then add_check(said, check, ctx) end
      end
    end
    return said
  end

  it("is filled in as in Lua", function()
    local count = 0
    for _, list in ipairs { corpus.samples(), corpus.generated(model, 1, 25) } do
      for _, one in ipairs(list) do
        local settled
        local r, ctx = phases.each(model, one, function(_, text) settled = text end)
        if r then
          support.host.refill(1 << 50)
          local said = said_of(r, ctx)
          count = count + #said
          local difference = compare.difference({ said = support.decode(
            json.write { said = said }).said },
            support.decode(parity.sentences(block, settled, compute)))
          if difference then error(one.name .. ": " .. difference) end
        end
      end
    end
    assert.is_true(count > 10000)
  end)
end)
