-- What a condition says for its own finding: another sentence where a day never
-- came, what closes it, and the points it falls short of.
local small = require "support.small"
local support = require "support.host"

local TWO <const> = [[
  points = { "SHALL", "COULD", "INFO" }, remedy = "Mend it.",
  expect = all {
    { "a.flag is yes", otherwise = "No a.", points = { "SHALL" } },
    { "b.flag is yes", otherwise = "No b.", points = { "COULD" },
      remedy = "Get a b." },
  }, ]]

local function open(check, more)
  return small.open('check "1.1" { title = "T", ask = "Ask.", ' .. check .. " }",
    more)
end

local function finding(facts)
  local runtime = assert(open(TWO))
  return support.result(assert(support.evaluate(runtime,
    small.dossier(facts))), "1.1", "f")
end

local SHALL <const> = { point = "SHALL", strength = "shall" }
local COULD <const> = { point = "COULD", strength = "could" }

describe("a finding", function()
  it("has the remedy and the points of the condition that fell short", function()
    local result = finding { a = { flag = true }, b = { flag = false } }
    assert.equal("As stated: No b.", result.reason)
    assert.equal("Get a b.", result.remedy)
    assert.same({ COULD }, result.cites)
  end)
  it("has the check's remedy where the condition has none", function()
    local result = finding { a = { flag = false }, b = { flag = true } }
    assert.equal("Mend it.", result.remedy)
    assert.same({ SHALL }, result.cites)
  end)
  it("has those of every condition that fell short", function()
    local result = finding { a = { flag = false }, b = { flag = false } }
    assert.equal("Mend it. Get a b.", result.remedy)
    assert.same({ SHALL, COULD }, result.cites)
  end)
end)

describe("an outcome that is no finding", function()
  it("rests on all points of the check but those that only inform", function()
    local result = finding { a = { flag = true }, b = { flag = true } }
    assert.equal("conformance", result.outcome)
    assert.same({ SHALL, COULD }, result.cites)
    assert.is_nil(result.remedy)
  end)
end)

describe("a day that never came", function()
  local function reason(day)
    local runtime = assert(small.open([[
fact "a.last" { type = "date", may_be_never = true, ask = "Last?" }
check "1.1" { title = "T", ask = "Ask.", points = { "SHALL" }, expect = all {
  { "a.last is within a.limit of today", otherwise = "It was {a.last}: {a.limit}.",
    never = "It never was." },
  any { "a.last is within a.limit of today", "a.last is within 12 months of today",
    otherwise = "Long ago.", never = "It never was." },
} }]]))
    return support.result(assert(support.evaluate(runtime, small.dossier {
      a = { last = day, limit = 1 } })), "1.1", "f").reason
  end
  it("has a sentence of its own, said once", function()
    assert.equal("As stated: It never was.", reason "never")
  end)
  it("leaves the other sentences as they are", function()
    assert.equal("As stated: It was May 2013: 1 month.", reason "2013-05")
    assert.equal("As stated: It was 2010-02-03: 1 month. Long ago.", reason "2010-02-03")
  end)
end)

describe("beside a condition", function()
  local function refused(expect, ...)
    local runtime = assert(small.open(small.check(expect), { tolerant = true }))
    local report = assert(support.evaluate(runtime,
      small.dossier { a = { flag = false } }))
    local result = support.result(report, "1.1", "f")
    assert.equal("error", result.outcome)
    for _, part in ipairs { ... } do
      assert.truthy(result.reason:find(part, 1, true), result.reason)
    end
  end
  it("points are some of the check's", function()
    refused('{ "a.flag is yes", otherwise = "No.", points = { "SHAL" } }',
      "'SHAL' is not among the points of this check", "SHALL")
    refused('{ "a.flag is yes", otherwise = "No.", points = "SHALL" }',
      "points is no list of texts")
  end)
  it("a remedy goes with an otherwise", function()
    refused('{ "a.flag is yes", remedy = "Do." }', "write otherwise = ")
  end)
  it("sentences are texts", function()
    refused('{ "a.flag is yes", otherwise = {} }',
      "otherwise is no text")
    refused('{ "a.flag is yes", otherwise = "No.", remedy = 5 }',
      "remedy is no text")
  end)
  it("never is for a date that may be never", function()
    refused('{ "a.day is before today", otherwise = "No.", never = "Never." }',
      "for a date that may be never")
  end)
end)
