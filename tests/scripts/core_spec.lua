-- Checks run alone by the core, those of a pack and changed ones.

local core = require "core"
local mutation = require "mutation"
local shallow = require "base.shallow"
local small_pack = require "support.small_pack"
local support = require "support.host"

local DAY <const> = 16039 -- 2013-11-30
local OPTIONS <const> = { as_of = DAY, max_depth = 32, show_sensitive = true }
local DOSSIER <const> = [[{ "format": "cop11.dossier/1", "facilities": { "items": [
  { "id": "here", "doors": { "locked": false }, "guards": { "used": true, "count": 2,
    "trained": 1, "uniform": "all" } } ] } }]]
local UNGUARDED <const> = [[{ "format": "cop11.dossier/1", "facilities": { "items": [
  { "id": "here", "doors": { "locked": false }, "guards": { "used": false } } ] } }]]
local NOBODY <const> = [[{ "format": "cop11.dossier/1" }]]

describe("checks run alone", function()
  local model = small_pack.open().model()
  local doors, guards = model.check_by_id["1.1"], model.check_by_id["1.2"]
  local slips = mutation.slips(model, support.host, guards)
  local changed = {}
  for i, slip in ipairs(slips) do changed[i] = slip.checks[1] end
  local run = core.alone(model, support.host, changed)

  it("come to what a report says", function()
    local results = run(DOSSIER, OPTIONS, { guards, doors })
    assert.same({ "minor-nonconformance", "As stated: Not all.", 4 },
      { results[1].outcome, results[1].reason, results[1].range })
    assert.equal("major-nonconformance", results[2].outcome)
  end)
  it("name the conditions that decide", function()
    local result = run(DOSSIER, OPTIONS, { guards })[1]
    assert.equal(1, #result.found)
    assert.equal(guards.expect.children[1], result.found[1])
  end)
  it("may be changed", function()
    local function outcome_after(now)
      for i, slip in ipairs(slips) do
        if slip.change.now == now then
          return run(DOSSIER, OPTIONS, { changed[i] })[1].outcome
        end
      end
    end
    assert.equal("not-applicable", outcome_after "guards.used is not yes")
    assert.equal("conformance", outcome_after("any of: guards.trained covers "
      .. "all of guards.count; guards.uniform is all or some"))
  end)
  it("may belong to a changed provision", function()
    local gate = guards.applies
    local closed = shallow.with(doors.provision, "applies", gate)
    local other = shallow.with(doors, "provision", closed)
    local results = core.alone(model, support.host, { other })(UNGUARDED, OPTIONS,
      { other, doors })
    assert.same({ "not-applicable", "major-nonconformance" },
      { results[1].outcome, results[2].outcome })
  end)
  it("come to nothing where there is no facility", function()
    assert.same({ {} }, run(NOBODY, OPTIONS, { doors }))
  end)
  it("come to nothing where they are retired", function()
    local retired = shallow.with(doors, "retired", "no longer asked")
    assert.same({ {} }, core.alone(model, support.host, { retired })(DOSSIER, OPTIONS,
      { retired }))
  end)
  it("give nil where the dossier has a mistake", function()
    assert.is_nil(run('{ "format": "cop11.dossier/1", "facilities": 1 }', OPTIONS,
      { doors }))
  end)
  it("cost what they are", function()
    local host, all = support.host, {}
    for i = 1, 1000 do all[i] = doors end
    host.refill(100000)
    assert.is_false((pcall(run, DOSSIER, OPTIONS, all)))
    host.refill(1 << 50)
    assert.equal(1000, #run(DOSSIER, OPTIONS, all))
  end)
end)
