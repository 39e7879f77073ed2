-- Parameters that a layer sets, and those it changes.
local layered = require "support.layered"
local support = require "support.host"

local BASELINE <const> = layered.BASELINE
local LIMIT <const> = layered.LIMIT
local GROUNDS <const> = layered.GROUNDS
local WELL <const> = layered.WELL
local layer = layered.layer
local open = layered.open
local report_of = layered.report_of
local refusal = layered.refusal

describe("a parameter that a layer sets", function()
  local SET = 'parameter "limit" { value = 12, source = "our standard" }'

  it("rates by the COP 11 where the baseline gives none", function()
    local report = report_of(SET, WELL)
    assert.equal("conformance", support.result(report, "1.3").outcome)
    assert.equal("conformance", report.member.rating)
    local read = support.result(report, "1.3").facts
    assert.same({ fact = "limit", layer = "acme", parameter = true,
      source = "our standard", state = "known", value = 12 }, read[#read])
    local parameter = report.parameters[1]
    assert.equal("acme", parameter.layer)
    assert.equal("our standard", parameter.source)
    assert.equal("sets-parameter", report.changes[1].kind)
    assert.is_false(report.changes[1].weakens)
  end)
  it("needs a source", function()
    assert.truthy(refusal 'parameter "limit" { value = 12 }'
      :find("source is missing", 1, true))
  end)
  it("needs a value of its type", function()
    assert.truthy(refusal 'parameter "limit" { value = "x", source = "s" }'
      :find('parameter "limit": found \'x\', expected a whole number', 1, true))
    assert.truthy(refusal 'parameter "limit" { value = "12", source = "s" }'
      :find("; write 12 without quotation marks", 1, true))
    assert.truthy(refusal 'parameter "limit" { value = "unknown", source = "s" }'
      :find("a layer gives it a value", 1, true))
  end)
  it("is one that there is", function()
    assert.truthy(refusal 'parameter "limitt" { value = 1, source = "s" }'
      :find("no such parameter beneath this layer; did you mean 'limit'", 1,
        true))
  end)
  it("is set once", function()
    assert.truthy(refusal(SET .. "\n" .. SET):find("sets it twice", 1, true))
  end)
end)

describe("a parameter of the pack itself", function()
  -- What the engine says when it does not open, and where.
  local function wrong(text)
    local runtime, problem = open(nil, { layers = {},
      baseline = BASELINE .. text })
    assert.is_nil(runtime)
    return problem.message
  end
  it("is of a type that there is", function()
    assert.equal('parameter "x": the type is missing; use one of: yes/no, '
      .. "choice, choices, number, count, percent, months, date, text, country",
      wrong 'parameter "x" { value = 2, source = "us" }')
    assert.truthy(wrong('parameter "x" { type = "month", value = 2 }'):find(
      "the type is 'month'; use one of:", 1, true))
    assert.truthy(wrong('parameter "x" { type = "choice", value = "a" }'):find(
      "has no values to choose from", 1, true))
  end)
  it("is written once, with its value", function()
    assert.equal('parameter "x" is already declared in c.lua line 9; write '
      .. "value = ... there", wrong('parameter "x" { type = "count" }\n'
      .. 'parameter "x" { value = 2, source = "us" }'))
    assert.equal('parameter "x" is already declared in c.lua line 10; write '
      .. "value = ... there", wrong('parameter "x" { value = 2 }\n'
      .. 'parameter "x" { type = "count" }'))
  end)
end)

-- A report that took another limit than its author wrote would say nothing of it.
describe("a slip in a parameter of the pack itself", function()
  local function wrong(body)
    local runtime, problem = open(nil, { layers = {},
      baseline = BASELINE .. "parameter \"x\" {\n" .. body .. " }" })
    assert.is_nil(runtime)
    assert.equal("pack", problem.status)
    return problem.message, problem.line
  end
  it("keeps the pack from being used: a text for a number", function()
    assert.equal("parameter \"x\": found '24' in place of a value; write 24 "
      .. "without quotation marks", wrong 'type = "months", value = "24"')
  end)
  it("keeps it too: a decimal comma", function()
    local message, line = wrong 'type = "months",\nvalue = 12,5,'
    assert.equal('parameter "x": 12,5 is read as two values; write a whole '
      .. "number, without a comma", message)
    assert.equal(11, line)
    assert.equal('parameter "x": 12,5 is read as two values; write a point: 12.5',
      (wrong 'type = "number", value = 12,5,'))
    assert.equal('parameter "x": 1,05 is read as two values; write a point: 1.05',
      (wrong 'type = "percent", value = 1,05,'))
  end)
  it("keeps it too: a comma between thousands", function()
    assert.equal('parameter "x": 1,500 is read as two values; write 1500, or '
      .. "1.500 with a point", (wrong 'type = "number", value = 1,500,'))
  end)
  it("keeps it too: a name that is no part of it", function()
    assert.truthy(wrong('type = "months", valeu = 24'):find("'valeu' is not part "
      .. "of parameter \"x\"; did you mean 'value'?", 1, true))
    assert.truthy(wrong('type = "months", "24"'):find('a value without a name '
      .. 'stands in parameter "x"; write its name and = in front of it', 1, true))
  end)
  it("is told in a layer in the same words", function()
    assert.equal('parameter "limit": 12,5 is read as two values; write a whole '
      .. "number, without a comma",
      (refusal 'parameter "limit" { value = 12,5, source = "s" }'))
  end)
end)

describe("a layer's own parameter", function()
  it("is of a type that there is, and written once", function()
    assert.truthy(refusal('parameter "org.x" { value = 2, source = "us" }')
      :find("the type is missing", 1, true))
    local own = 'parameter "org.x" { type = "count", source = "us" }\n'
    assert.equal('parameter "org.x" is already declared in acme/acme.lua line '
      .. "1; write value = ... there", refusal(own .. own))
  end)
end)

describe("what lint says of a layer's parameters", function()
  local function findings(text)
    local runtime = open(text, { baseline = BASELINE .. LIMIT, tolerant = true })
    local list = {}
    for _, d in ipairs(support.decode(runtime.lint()).diagnostics) do
      if d.file == "acme/acme.lua" then
        list[#list + 1] = d.code .. " " .. d.message
      end
    end
    return list
  end
  it("lets the grounds stand that a milder value needs", function()
    assert.same({}, findings('parameter "most" { value = 3, source = "us", '
      .. GROUNDS .. " }"))
  end)
  it("says of a value that does not fit, once, what to write", function()
    assert.same({ "L013 Parameter \"most\": found 'two' in place of a value." },
      findings 'parameter "most" { value = "two", source = "us" }')
  end)
  it("knows the parts of one of its own", function()
    local found = table.concat(findings('parameter "org.x" { type = "count", '
      .. 'because = "x" }'), "\n")
    assert.truthy(found:find("L014 'because' is not part of parameter \"org.x\"",
      1, true), found)
  end)
end)

describe("a parameter that a layer changes", function()
  -- Three armed: more than the baseline's two, so a lapse.
  local people = { complete = true, items = { { name = "A", armed = true },
    { name = "B", armed = true }, { name = "C", armed = true } } }
  local function report_with(text, options)
    options = options or {}
    options.baseline = LIMIT
    return report_of(text, { people = people }, options)
  end
  local function change(value, more)
    return ('parameter "most" { value = %d, source = "us", %s }'):format(value,
      more or "")
  end

  it("to a stricter value changes the house rating alone", function()
    local report = report_of(change(1), { a = { total = 2 } },
      { baseline = LIMIT })
    local result = support.result(report, "1.5")
    assert.equal("conformance", result.outcome)
    assert.equal("minor-nonconformance", result.with_layers.outcome)
    assert.equal("As stated: More than 1.", result.with_layers.reason)
    assert.equal("conformance", report.member.rating)
    assert.equal("minor-nonconformance", report.member.house_rating.rating)
    assert.is_false(report.changes[1].weakens)
  end)
  it("to a looser one needs grounds, and names the limit", function()
    assert.truthy(refusal(change(3), { baseline = LIMIT }):find("this value can "
      .. "turn an outcome more favourable than the one beneath (2), and because, "
      .. "by, until_date are missing; write because = the reason, by = who "
      .. "decided it, until_date = the last day it holds, such as "
      .. "\"2014-12-31\", or keep it at most 2", 1, true))
  end)
  it("to a looser one with grounds favours the house alone", function()
    local report = report_with(change(3, GROUNDS))
    local result = support.result(report, "1.5")
    assert.equal("minor-nonconformance", result.outcome)
    assert.equal("As stated: More than 2.", result.reason)
    assert.equal("conformance", result.with_layers.outcome)
    assert.equal("minor-nonconformance", report.member.rating)
    assert.equal("conformance", report.member.house_rating.rating)
    assert.is_true(report.changes[1].weakens)
    assert.equal(3, report.changes[1].value)
    assert.equal(2, report.changes[1].instead_of)
  end)
  it("is judged against every layer beneath", function()
    local message = refusal(nil, { baseline = LIMIT, layers = {
      layer(change(0), "first"), layer(change(1), "second") } })
    assert.truthy(message:find("(0)", 1, true))
  end)
  it("is read by the layer's own checks", function()
    local own = '\ncheck "1.org.1" { title = "Few", points = { "SHALL" },\n'
      .. 'ask = "Ask.", expect = "a.total is at most most" }'
    local report = report_with(change(3, GROUNDS) .. own)
    local result = support.result(report, "1.org.1")
    assert.equal("conformance", result.outcome)
    local read = {}
    for _, fact in ipairs(result.facts) do read[fact.fact] = fact end
    assert.equal(3, read.most.value)
    assert.equal("us", read.most.source)
    assert.equal("acme", read.most.layer)
    for _, fact in ipairs(support.result(report, "1.5").facts) do
      if fact.fact == "most" then assert.equal("test", fact.layer) end
    end
  end)
  it("under a prohibition is judged the other way round", function()
    local baseline = LIMIT:gsub('expect = %b{}',
      'expect = none { "a.total is at most most" }')
    assert.is_nil(select(2, open(change(3), { baseline = baseline })))
    assert.truthy(refusal(change(1), { baseline = baseline })
      :find("keep it at least 2", 1, true))
  end)
  it("to a limit where none was stated is stricter, and needs no grounds",
    function()
      local baseline = BASELINE .. 'parameter "longest" { type = "months",\n'
        .. 'may_be_none = true, value = "none-stated", source = "base" }\n'
        .. 'check "1.6" { title = "New", points = { "SHALL" }, ask = "Ask.",\n'
        .. 'expect = all { "b.flag is yes", { "a.day is within longest of '
        .. 'today",\notherwise = "Too old." } } }\n'
      local set = 'parameter "longest" { value = 3, source = "us" }'
      local report = report_of(set, WELL, { baseline = baseline })
      local result = support.result(report, "1.6")
      assert.equal("conformance", result.outcome)
      assert.equal("minor-nonconformance", result.with_layers.outcome)
      assert.is_false(report.changes[1].weakens)
      assert.equal("The layer acme changes longest from no limit to 3 (source: "
        .. "us), for the house rating alone", report.changes[1].text)
      -- Beside another part of `any`, a limit that is kept may stand in for it.
      assert.truthy(refusal(set, { baseline = baseline:gsub("= all {",
        "= any {") }):find("more favourable", 1, true))
    end)
  it("that stands in a gate always needs grounds", function()
    local baseline = LIMIT:gsub('expect = %b{}',
      'expect = "a.flag is yes", applies = "a.total is at most most"')
    assert.truthy(refusal(change(1), { baseline = baseline })
      :find("more favourable", 1, true))
    assert.truthy(refusal(change(3), { baseline = baseline })
      :find("more favourable", 1, true))
  end)
end)
