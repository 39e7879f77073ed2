local host = require("support.host").host
local sample = require "support.sample_report"
local view = require "view"

local function read(report) return view.read(report, host) end

describe("the view of a report", function()
  it("groups results by place and outcome", function()
    local v = read(sample())
    assert.equal("1.1", v.by_id.pit.major[1].check)
    assert.equal(2, #v.by_id.pit.not_applicable)
    assert.equal("2.1", v.member_place.conforming[1].check)
    assert.equal(2, #v.by_id.pit.open)
  end)
  it("says how many of its checks a facility has settled, and why it was not "
    .. "assessed", function()
      local report = sample()
      report.facilities[2].not_assessed_why = "closed"
      local v = read(report)
      assert.equal("2 of 3 checks settled", v.by_id.pit.rating.settled)
      assert.equal("0 of 5 checks settled", v.by_id.far.rating.settled)
      assert.equal("not assessed: closed", v.by_id.far.remark)
    end)
  it("says of a facility where some checks are settled, though not under each "
    .. "provision, that it was assessed in part", function()
      local report = sample()
      local far = report.facilities[2]
      far.completeness.settled = 3
      far.provisions = {
        { provision = "1", rating = "conformance", completeness = { settled = 3 } },
        { provision = "2", range = { "conformance", "minor-nonconformance" },
          completeness = { settled = 0, unknown = 2 } } }
      local v = read(report)
      local words <const> = "ssessed in part: nothing is settled under 2"
      assert.equal("a" .. words, v.by_id.far.remark)
      assert.matches("; in part: far$", v.member.assessed)
      for _, format in ipairs { "text", "html", "csv" } do
        local page = require("render." .. format).render(v, host):gsub("%s+", " ")
        assert.matches(words, page, 1, true)
        assert.is_nil(page:find("[Nn]ot assessed; the dossier"))
      end
      far.not_assessed_why = "closed"
      assert.equal("A" .. words .. "; why: closed.", read(report).by_id.far.why_not)
    end)
  it("says what would determine the rating, in every form", function()
    local report = sample()
    report.member.determined_by = { ask = "Are these all?", pointer = "/all",
      answers = { { answer = "yes", rating = "conformance" },
        { answer = "no", rating = "major non-conformance" } } }
    local words <const> = "Are these all? (/all) Yes: conformance; no: major "
      .. "non-conformance"
    local v = read(report)
    assert.equal(words, v.member.determined_by)
    for _, format in ipairs { "text", "html", "csv" } do
      local page = require("render." .. format).render(v, host):gsub("%s+", " ")
      assert.matches(words, page, 1, true)
    end
    report.member.determined_by = { ask = "Are these all?" }
    assert.is_nil(read(report).member.determined_by)
  end)
  it("says which checks keep a rating down while others are open", function()
    local report = sample()
    report.facilities[2].lowered_by = { "1.1", "1.2", "1.3", "1.5" }
    local far = read(report).by_id.far.rating
    assert.same({ "no better because of 1.1 to 1.3, 1.5" }, far.remarks)
    report.facilities[2].range = { "minor-nonconformance" }
    assert.same({}, read(report).by_id.far.rating.remarks)
  end)
  it("says of an open shall that the auditor may go beyond its range", function()
    local open = { strength = "shall", range = { "conformance", "minor-nonconformance" } }
    assert.equal("at worst minor non-conformance; major where a record finds it systemic",
      view.at_worst_of(open))
    open.strength = "should"
    assert.equal("at worst minor non-conformance", view.at_worst_of(open))
  end)
  it("prints what is remarked on a fact that is told in a row with others", function()
    assert.equal(" (why: seen) (note: canes)", view.remark_on { known = true, why = "seen",
      note = "canes" })
    assert.equal(" (withheld by the Member) (note: seen)", view.remark_on {
      known = true, why = "secret", withheld = true, note = "seen" })
    assert.equal("", view.remark_on { known = false, why = "seen" })
    local report = sample()
    report.checks["1.1"].reads = { "arms.used" }
    report.facts["pit/arms.used"] = { value = true, note = "canes" }
    for _, format in ipairs { "text", "html" } do
      local page = require("render." .. format).render(read(report), host)
      assert.matches("(note: canes)", page:gsub("%s+", " "), 1, true)
    end
  end)
  it("says how bad an open check could turn out", function()
    assert.equal("at worst minor non-conformance",
      view.at_worst "minor-nonconformance")
    assert.equal("lowers no rating", view.at_worst "conformance")
    assert.equal("open", view.at_worst(nil))
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
  it("has the notice", function()
    assert.equal("Indicative rating; not an audit.", read(sample()).notice)
  end)
  it("writes parameters with their unit, and says which are not set",
    function()
      local v = read(sample())
      assert.equal("12 months", v.parameters[1].value)
      assert.equal("not set", v.parameters[2].value)
      local report = sample()
      report.parameters.interval.value = "none-stated"
      assert.equal("none-stated", read(report).parameters[1].value)
    end)
end)

describe("what a question is answered with", function()
  it("is said as people say it and as a record writes it", function()
    assert.equal("The answer is yes or no (true or false in a record).",
      view.answer_words "true or false")
    assert.equal("The answer is one of: yes, no.", view.answer_words "one of: yes, no")
  end)
end)
