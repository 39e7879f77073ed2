local host = require("support.host").host
local sample = require "support.sample_report"
local view = require "view"

local function read(report) return view.read(report, host) end

describe("what is missing", function()
  it("puts what is missing at the place its key names", function()
    local v = read(sample())
    assert.equal("Which day?", v.member_place.missing[1].ask)
    local item = v.by_id.pit.missing[1]
    assert.equal("How many are licensed?", item.ask)
    assert.same({ "Show the licences." }, item.asks)
    assert.equal("major-nonconformance", item.worst)
  end)
  it("of the Member may hold up the checks of its facilities", function()
    local report = sample()
    report.results[4].rests_on = { "member.day" }
    report.missing[2] = nil
    local v = read(report)
    assert.equal("major-nonconformance", v.member_place.missing[1].worst)
    assert.same({ "Show the licences." }, v.member_place.missing[1].asks)
    assert.is_true(v.by_id.pit.open[1].is_asked)
    assert.is_nil(v.by_id.pit.open[2].is_asked)
  end)
  it("shows what is known so far of what is missing", function()
    local report = sample()
    report.facts["pit/arms.licensed"] = { value = { at_least = 2 } }
    local v = read(report)
    assert.equal("known so far: at least 2", v.by_id.pit.missing[1].state)
    assert.equal("withheld", v.member_place.missing[1].state)
    report.facts["member.day"] = { items = 3, complete = false }
    assert.equal("3 listed, the list is not said to be complete",
      read(report).member_place.missing[1].state)
    report.facts["member.day"] = { state = "withheld", why = "lost" }
    assert.equal("withheld; why: lost",
      read(report).member_place.missing[1].state)
  end)
  it("asks first for what could turn out worst", function()
    local report = sample()
    report.results[4].range = { "conformance" }
    report.facts["pit/x"] = { state = "unknown" }
    report.results[5].rests_on = { "pit/x" }
    report.missing[3] = { ask = "The other?", at = { { fact = "pit/x" } } }
    local list = read(report).by_id.pit.missing
    assert.equal("The other?", list[1].ask)
  end)
  it("says that some checks of a row wait for it, for it knows not which", function()
    local report = sample()
    report.results[4].provision, report.results[4].checks = "1", { "1.4", "1.5" }
    report.results[4].check, report.results[4].rests_on = nil, nil
    report.facts["pit/x"] = { state = "unknown" }
    report.results[5].rests_on = { "pit/x" }
    report.missing = { { ask = "X?", at = { { fact = "pit/x", provisions = { "1" } } } },
      { ask = "Y?", at = { { fact = "pit/y", provisions = { "1", "2" } } } } }
    report.facts["pit/y"] = { state = "unknown" }
    local list = read(report).by_id.pit.missing
    assert.equal("Check " .. report.results[5].check .. ", and some of 1", list[1].waits)
    assert.equal("Some checks of 1 and 2", list[2].waits)
  end)
  it("shows no evidence to ask for where many checks wait for one answer",
    function()
      local report = sample()
      report.results[4] = nil
      local function asks(count)
        for i = 1, count do
          report.checks["9." .. i] = { points = {}, ask = "Show it." }
          report.results[i] = { check = "9." .. i, facility = "pit",
            outcome = "insufficient-evidence", rests_on = { "pit/arms.licensed" },
            range = { "conformance", "major-nonconformance" } }
        end
        return read(report).by_id.pit.missing[1].asks
      end
      assert.same({ "Show it." }, asks(3))
      assert.same({}, asks(4))
    end)
end)
