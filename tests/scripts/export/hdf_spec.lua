-- Reports for Heimdall: the status that each outcome has there.  tests/exports reads
-- whole documents as Heimdall does.
local exported = require "support.exported"
local support = require "support.host"

local json = support.json

-- The control of check 1.1 at a facility where a.flag and b.flag are so.
local function control_of(a, b, more)
  local text = exported.of("hdf", "SHOULD", { id = "p/t", a = { flag = a },
    b = { flag = b } }, more)
  return json.read(text, 32).profiles[1].controls[1]
end

describe("a control for Heimdall", function()
  it("is called as the report calls its result", function()
    assert.equal("p~1t/1.1", control_of(true, true).id)
  end)
  it("passes where the check conforms, with the weight of the wording", function()
    local control = control_of(true, true)
    assert.equal("passed", control.results[1].status)
    assert.equal(0.5, control.impact)
  end)
  it("fails where it is short, and says what closes it", function()
    local control = control_of(false, true)
    assert.equal("failed", control.results[1].status)
    assert.same({ { label = "fix", data = "Hire." } }, control.descriptions)
  end)
  it("is skipped where it is open, so that it counts as neither", function()
    local control = control_of(nil, true)
    assert.equal("skipped", control.results[1].status)
    assert.equal(0.5, control.impact)
    assert.same({ "conformance", "minor-nonconformance" },
      control.tags["possible-outcomes"])
  end)
  it("has no impact where it does not apply", function()
    local control = control_of(true, false)
    assert.equal("skipped", control.results[1].status)
    assert.equal(0, control.impact)
  end)
  it("fails where the auditor alone finds a shortfall", function()
    local control = control_of(true, true, exported.major_at "p/t")
    assert.equal("failed", control.results[1].status)
    assert.equal("major-nonconformance", control.tags["auditor-outcome"])
  end)
end)
