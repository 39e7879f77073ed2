local host = require("support.host").host
local sample = require "support.sample_report"
local view = require "render_view"

local function read(report) return view.read(report, host) end

describe("the view of a report", function()
  it("groups results by place and outcome", function()
    local v = read(sample())
    assert.equal("1.1", v.by_id.pit.major[1].check)
    assert.equal(2, #v.by_id.pit.not_applicable)
    assert.equal("2.1", v.member_place.conforming[1].check)
    assert.equal(2, view.count(v, "open"))
  end)
  it("counts the checks of facilities that were not assessed as open",
    function()
      assert.equal(7, view.open_count(read(sample())))
    end)
  it("puts what is missing where its pointer leads", function()
    local v = read(sample())
    assert.equal("Which day?", v.member_place.missing[1].ask)
    local item = v.by_id.pit.missing[1]
    assert.equal("How many are licensed?", item.ask)
    assert.same({ "Show the licences." }, item.asks)
    assert.equal("major-nonconformance", item.worst)
  end)
  it("of the Member may hold up the checks of its facilities", function()
    local report = sample()
    report.missing[1].checks = { "1.4", "2.9" }
    report.missing[2] = nil
    local v = read(report)
    assert.equal("major-nonconformance", v.member_place.missing[1].worst)
    assert.same({ "Show the licences." }, v.member_place.missing[1].asks)
    assert.is_true(v.by_id.pit.open[1].is_asked)
    assert.is_nil(v.by_id.pit.open[2].is_asked)
  end)
  it("shows what is known so far of what is missing", function()
    local report = sample()
    report.missing[2].value = { at_least = 2 }
    local v = read(report)
    assert.equal("known so far: at least 2", v.by_id.pit.missing[1].state)
    assert.equal("withheld", v.member_place.missing[1].state)
    report.missing[1].why = "lost"
    assert.equal("withheld; why: lost",
      read(report).member_place.missing[1].state)
  end)
  it("does not take /facilities/10 for a part of /facilities/1", function()
    local report = sample()
    report.missing[2].pointer = "/facilities/00/arms"
    assert.equal(2, #read(report).member_place.missing)
  end)
  it("asks first for what could turn out worst", function()
    local report = sample()
    report.results[4].range = { "conformance" }
    report.missing[3] = { ask = "The other?", pointer = "/facilities/0/x",
      checks = { "1.5" } }
    local list = read(report).by_id.pit.missing
    assert.equal("The other?", list[1].ask)
  end)
  it("says how bad an open check could turn out", function()
    assert.equal("at worst minor non-conformance",
      view.at_worst "minor-nonconformance")
    assert.equal("lowers no rating", view.at_worst "conformance")
    assert.equal("open", view.at_worst(nil))
  end)
  it("shows no evidence to ask for where many checks wait for one answer",
    function()
      local report = sample()
      for i = 1, 4 do
        report.results[#report.results + 1] = { check = "9." .. i,
          facility = "pit", ask = "Show it." }
      end
      report.missing[2].checks = { "9.1", "9.2", "9.3" }
      assert.same({ "Show it." }, read(report).by_id.pit.missing[1].asks)
      report.missing[2].checks[4] = "9.4"
      assert.same({}, read(report).by_id.pit.missing[1].asks)
    end)
  it("makes a place for a facility that is not listed", function()
    local report = sample()
    report.results[1].facility = "elsewhere"
    local v = read(report)
    assert.equal("1.1", v.by_id.elsewhere.major[1].check)
    assert.equal("elsewhere", view.place_name(v.by_id.elsewhere))
  end)
  it("sorts prompts by kind and puts those that ask the same together",
    function()
      local v = read(sample())
      assert.equal("1.5/enough", v.deciding[1].id)
      assert.same({ { "no", "It is not met." }, { "yes", "It is met." } },
        v.deciding[1].answers)
      local groups = view.prompts_by_text(v.advisory)
      assert.equal(1, #groups)
      assert.equal(2, #groups[1])
    end)
  it("shows the rating of those assessed where it says something else", function()
    local report = sample()
    assert.equal("not-determined", read(report).of_assessed.rating)
    report.member.rating_of_assessed = report.member
    assert.is_nil(read(report).of_assessed)
  end)
  it("always has a notice", function()
    assert.equal("Indicative rating; not an audit.", read(sample()).notice)
    assert.equal("Indicative rating; not an audit, and never a certificate.",
      read({}).notice)
  end)
  it("writes parameters with their unit, and says which are not set",
    function()
      local v = read(sample())
      assert.equal("12 months", v.parameters[1].value)
      assert.equal("not set", v.parameters[2].value)
    end)
end)
