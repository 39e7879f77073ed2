-- Which checks a rating that is a finding rests on.

local host = require("support.host").host
local sample = require "support.sample_report"
local view = require "view"

local function read(change)
  local report = sample()
  if change then change(report) end
  return view.read(report, host)
end

local function has(rating, remark)
  for _, one in ipairs(rating.remarks) do
    if one == remark then return true end
  end
  return false
end

describe("a rating that is a finding", function()
  it("names the checks that give it, and where", function()
    local v = read()
    assert.is_true(has(v.member, "because of 1.1 at pit"))
    assert.is_true(has(v.provisions[1], "because of 1.1 at pit"))
    assert.is_true(has(v.by_id.pit.rating, "because of 1.1"))
    assert.is_true(has(v.by_id.pit.provisions[1], "because of 1.1"))
    assert.matches("; because of 1.1$", v.by_id.pit.rating.said)
  end)
  it("names them in every form", function()
    for _, format in ipairs { "text", "html", "csv" } do
      local page = require("render." .. format).render(read(), host):gsub("%s+", " ")
      assert.matches("because of 1.1 at pit", page, 1, true)
    end
  end)
  it("names none where it is open, or no finding", function()
    local v = read(function(report)
      report.member.range = { "minor-nonconformance", "major-nonconformance" }
      report.provisions[1].range = { "conformance" }
    end)
    for _, rating in ipairs { v.member, v.provisions[1] } do
      assert.is_nil(table.concat(rating.remarks, " "):find "because of")
    end
  end)
  it("names some of many", function()
    local v = read(function(report)
      for i = 1, 5 do
        report.results[#report.results + 1] = { id = "pit/3." .. i, check = "3." .. i,
          facility = "pit", outcome = "major-nonconformance", rests_on = {} }
        report.checks["3." .. i] = { points = {}, title = "T", rule = "r.lua:1" }
      end
    end)
    assert.is_true(has(v.by_id.pit.rating, "because of 1.1, 3.1 to 3.3 and 2 more"))
  end)
  it("names no check that a layer alone asks for", function()
    local v = read(function(report)
      report.results[1].layer, report.checks["1.1"].layer = "own", "own"
    end)
    assert.is_false(has(v.by_id.pit.rating, "because of 1.1"))
  end)
end)

describe("a range that ends with minor", function()
  local function minor(change)
    return read(function(report)
      report.results[1].outcome = "minor-nonconformance"
      report.member.range = { "conformance", "minor-nonconformance" }
      if change then change(report) end
    end)
  end
  it("names the checks that a record could still find systemic, in text and HTML", function()
    local v = minor()
    assert.matches("^major, where a record finds a shortfall systemic: 1.1", v.member.beyond)
    for _, format in ipairs { "text", "html" } do
      local page = require("render." .. format).render(v, host):gsub("%s+", " ")
      assert.matches("major, where a record finds a shortfall systemic: 1.1", page, 1, true)
    end
  end)
  it("names none where major is in it, or no shall or must is short", function()
    assert.is_nil(read().member.beyond)
    assert.is_nil(minor(function(report)
      for _, point in pairs(report.points) do point.strength = "should" end
    end).member.beyond)
  end)
end)
