-- Whom a count leaves out is named in the sentence.
local small = require "support.small"
local support = require "support.host"

local FACTS <const> = { more = { ["d.lua"] = [[
list "guards" { ask = "Who?", facts = {
  fact "id" { type = "text", ask = "Id?" },
  fact "own" { type = "yes/no", ask = "Own?" },
  fact "on_duty" { type = "yes/no", ask = "On duty?",
    titles = { no = "on leave" } },
  fact "taught" { type = "yes/no", ask = "Taught?", titles = { no = "untaught" } },
} }
fact "g.total" { type = "count", ask = "How many?",
  from = count "guards" { where = "on_duty is yes", "own is yes" } }
fact "g.taught" { type = "count", of = "g.total", ask = "How many taught?",
  from = count "guards" { where = "on_duty is yes", "own is yes", "taught is yes" } }
]] } }

local runtime = assert(small.open([[
check "1.1" { title = "T", points = { "SHALL" }, ask = "?",
  expect = { "g.taught covers all of g.total",
    otherwise = "{g.taught} of {g.total} are taught." },
  met = "All {g.total} are taught.", not_applicable = "None is on duty.",
}]], FACTS))

local function guard(id, on_duty, taught, own)
  return { id = id, on_duty = on_duty, taught = taught, own = own == nil or own }
end

local function reason(...)
  local report = assert(support.evaluate(runtime, small.dossier {
    guards = { complete = true, items = { ... } } }))
  return (support.result(report, "1.1").reason:gsub("^As stated: ", ""))
end

describe("whom a count leaves out", function()
  local yes, leave, lacking = guard("A", true, true), guard("B", false, true),
    guard("C", false, false)
  it("is named where all is well", function()
    assert.equal("All 1 are taught; 2 on leave, 1 of them untaught.",
      reason(yes, leave, lacking))
    assert.equal("All 1 are taught; 1 on leave.", reason(yes, leave))
  end)
  it("is named where some fall short, and is no item of the finding", function()
    assert.equal("1 of 2 are taught (not: D); 1 on leave, untaught.",
      reason(yes, guard("D", true, false), lacking))
  end)
  it("is named where nobody is counted", function()
    assert.equal("None is on duty; 1 on leave, untaught.", reason(lacking))
  end)
  it("is only who belongs to the whole, and is known to be left out", function()
    assert.equal("All 1 are taught.", reason(yes, guard("E", false, false, false)))
    assert.is_nil(reason(yes, guard("F", nil, false)):find("on leave", 1, true))
  end)
  it("is nobody where all are counted", function()
    assert.equal("All 1 are taught.", reason(yes))
  end)
end)

describe("whom head-counts alone leave out", function()
  local counted = assert(small.open([[
check "1.1" { title = "T", points = { "SHALL" }, ask = "?",
  expect = { "g.taught covers all of g.total",
    otherwise = "{g.taught} of {g.total} are taught." },
  met = "All {g.total} are taught.", not_applicable = "None is on duty.",
}]], { more = { ["d.lua"] = [[
list "guards" { ask = "Who?", facts = {
  fact "id" { type = "text", ask = "Id?" },
  fact "on_duty" { type = "yes/no", ask = "On duty?", titles = { no = "on leave" } },
  fact "taught" { type = "yes/no", ask = "Taught?", titles = { no = "untaught" } },
} }
fact "g.hired" { type = "count", ask = "How many are hired?" }
fact "g.total" { type = "count", ask = "How many?", of = "g.hired",
  left_out = "not on duty", from = count "guards" { "on_duty is yes" } }
fact "g.taught" { type = "count", of = "g.total", ask = "How many taught?" }
]] } }))
  local function said(hired, total, taught, guards)
    local report = assert(support.evaluate(counted, small.dossier { guards = guards,
      g = { hired = hired, total = total, taught = taught } }))
    local text = support.result(report, "1.1").reason
    return (text:gsub("^As stated: ", "")), report
  end
  it("is named, and that no more is known of them", function()
    local text, report = said(800, 712, 712)
    assert.equal(800, report.facts["f/g.hired"].value)
    assert.equal("All 712 are taught; 88 not on duty, of whom no more is known.", text)
    text, report = said(800, 712, 711)
    assert.equal("711 of 712 are taught; 88 not on duty, of whom no more is known.",
      text)
    assert.same({ "g.hired" }, report.checks["1.1"].reads_too)
    assert.equal("None is on duty; 800 not on duty, of whom no more is known.",
      (said(800, 0, 0)))
  end)
  it("is no more than the bounds show", function()
    assert.equal("All 700 are taught; at least 100 not on duty, of whom no more is "
      .. "known.", (said({ at_least = 800 }, 700, 700)))
    assert.equal("All 700 are taught.", (said({ at_least = 700 }, 700, 700)))
    assert.equal("All 700 are taught.", (said(nil, 700, 700)))
    assert.equal("All 700 are taught.", (said(700, 700, 700)))
  end)
end)

describe("where it is said why one is left out", function()
  local away = assert(small.open([[
check "1.1" { title = "T", points = { "SHALL" }, ask = "?",
  expect = { "g.taught covers all of g.total",
    otherwise = "{g.taught} of {g.total} are taught." },
  met = "All {g.total} are taught.", not_applicable = "None is on duty.",
}]], { more = { ["d.lua"] = [[
list "guards" { ask = "Who?", facts = {
  fact "of" { type = "choice", values = { "us", "them" }, ask = "Whose?",
    titles = { us = "ours", them = "theirs" } },
  fact "at" { type = "choice", values = { "duty", "leave", "home", "abroad" },
    ask = "Where?", titles = { duty = "on duty", leave = "on leave", home = "sent home" } },
  fact "taught" { type = "yes/no", ask = "Taught?", titles = { no = "untaught" } },
} }
fact "g.total" { type = "count", ask = "How many?",
  from = count "guards" { where = "at is duty", "of is us" } }
fact "g.taught" { type = "count", of = "g.total", ask = "How many taught?",
  from = count "guards" { where = "at is duty", "of is us", "taught is yes" } }
]] } }))
  local function said(...)
    local items = {}
    for i, one in ipairs { ... } do
      items[i] = { of = "us", at = one[1], taught = one[2] }
    end
    local report = assert(support.evaluate(away, small.dossier {
      guards = { complete = true, items = items } }))
    return (support.result(report, "1.1").reason:gsub("^As stated: ", ""))
  end
  it("each reason is named, in the order of the vocabulary", function()
    assert.equal("All 1 are taught; 2 on leave, 1 sent home (2 of them untaught).",
      said({ "duty", true }, { "home", false }, { "leave", true },
        { "leave", false }))
    assert.equal("All 1 are taught; 1 sent home, untaught.",
      said({ "duty", true }, { "home", false }))
  end)
  it("an answer that has no title is left out, and no more is said", function()
    assert.equal("All 1 are taught; 1 left out, untaught.",
      said({ "duty", true }, { "abroad", false }))
  end)
  it("an answer that is one of two of them is left out, and no more is said", function()
    assert.equal("All 1 are taught; 1 left out, untaught.",
      said({ "duty", true }, { { one_of = { "leave", "home" } }, false }))
  end)
end)
