-- Reports that are not whole: refused with the place, before they are shown.
local support = require "support.host"
local schema_report = require "schema.report"
local shape = require "schema.shape"

local runtime = support.open_builtin()
local SCHEMA <const> = schema_report.build { about = {} }
local TEXT <const> = assert(runtime.evaluate(support.samples()[1].text, {}))

local function changed(change)
  local report = support.decode(TEXT)
  change(report)
  return support.json.write(report)
end

local function refused(text)
  local shown, problem = runtime.render(text, "text")
  assert.is_nil(shown)
  assert.equal("dossier", problem.status)
  return problem.where, problem.message
end

local NONE <const> = {}
local BROKEN <const> = {
  { "/member", "'rating' is missing", function(r) r.member.rating = nil end },
  { "/member/rating", "expected one of: ", function(r)
    r.member.rating = "certified"
  end },
  { "", "'results' is missing", function(r) r.results = nil end },
  { "/results", "expected a list, found a text", function(r)
    r.results = "none"
  end },
  { "/results/0", "expected an object, found a number", function(r)
    r.results[1] = 7
  end },
  { "/results/1/reason", "expected a text, found true or false", function(r)
    r.results[2].reason = true
  end },
  { "/member/completeness/settled", "expected a whole number, found a number",
    function(r) r.member.completeness.settled = 1.5 end },
}

describe("the shape of a report", function()
  it("is that of every sample", function()
    for _, one in ipairs(support.samples()) do
      local report = support.decode(assert(runtime.evaluate(one.text, {})))
      assert.same(NONE, { shape.problem(report, SCHEMA, function() end) })
    end
  end)

  for _, case in ipairs(BROKEN) do
    it("is missed where " .. case[1] .. " is wrong: " .. case[2], function()
      local where, message = refused(changed(case[3]))
      assert.equal(case[1], where)
      assert.truthy(message:find(case[2], 1, true), message)
    end)
  end

  it("is missed in a report that says nothing", function()
    local where, message = refused '{"format":"cop11.report/1"}'
    assert.equal("", where)
    assert.truthy(message:find("is missing", 1, true), message)
  end)

  it("may have fields that this version does not know", function()
    assert.truthy(runtime.render(changed(function(r) r.later = { 1 } end),
      "text"))
  end)

  it("is looked at with work that is charged", function()
    local spent = 0
    shape.problem(support.decode(TEXT), SCHEMA, function(units)
      spent = spent + units
    end)
    assert.is_true(spent > 1000)
  end)
end)
