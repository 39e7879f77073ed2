-- Sensitive values in problems: what stands in the wrong place may be a name.
local support = require "support.host"

local runtime = support.open_builtin()

local function dossier(facility)
  return '{"format":"cop11.dossier/1","assessment":{"date":"2013-11-30"},'
    .. '"evidence":[{"id":"E1","kind":"document"}],"facilities":[{"id":"f",'
    .. facility .. "}]}"
end

-- Wrong dossiers, each with the pointer of its first problem; SECRET stands
-- where it must not.  The lists are sensitive, the facts in them are not all.
local INCIDENTS <const> = "/facilities/0/incidents"
local WRONG <const> = {
  { '"incidents":[{"shipment_lost_by":"SECRET-carrier"}]',
    INCIDENTS .. "/0/shipment_lost_by" },
  { '"incidents":[{"force_excessive":"SECRET"}]',
    INCIDENTS .. "/0/force_excessive" },
  { '"incidents":["SECRET"]', INCIDENTS .. "/0" },
  { '"incidents":"SECRET"', INCIDENTS },
  { '"incidents":{"items":[],"note":" ","evidence":["SECRET"]}',
    INCIDENTS .. "/evidence/0" },
  { '"incidents":[{"force_excessive":{"value":true,"state":"SECRET"}}]',
    INCIDENTS .. "/0/force_excessive/state" },
  { '"incidents":[{"force_excessive":{"value":"SECRET"}}]',
    INCIDENTS .. "/0/force_excessive/value" },
  { '"incidents":[{"force_excessive":{"value":true,"evidence":["SECRET"]}}]',
    INCIDENTS .. "/0/force_excessive/evidence/0" },
  { '"people":[{"licence":"SECRET"}]', "/facilities/0/people/0/licence" },
}

local function messages(text, call)
  local told = {}
  for i, one in ipairs(support.decode(assert(runtime.validate(text, call)))
    .problems) do
    told[i] = one.message
  end
  return table.concat(told, "\n")
end

describe("a key where the rules ask nothing at all", function()
  it("is said to be of no use", function()
    local small = support.open(require("support.small_pack").files())
    local told = support.decode(assert(small.validate(
      '{"format":"cop11.dossier/1","assessment":{"date":"2013-11-30"}}', {})))
    assert.equal("'date' is not in the vocabulary; these rules ask nothing of it",
      told.problems[1].message)
  end)
end)

-- Who wrote a key in the wrong place must find it again.
describe("a key in the wrong place", function()
  for _, case in ipairs {
    { '"incidents":[{"force_excesive":true}]', "/0/force_excesive" },
    { '"incidents":{"items":[],"cmplete":true}', "/cmplete" },
    { '"incidents":[{"force_excessive":{"value":true,"evidense":[]}}]',
      "/0/force_excessive/evidense" },
  } do
    it("is named and gets a hint, in a sensitive list too: " .. case[1],
      function()
        local _, problem = runtime.evaluate(dossier(case[1]), {})
        assert.equal(INCIDENTS .. case[2], problem.where)
        assert.matches("^'" .. case[2]:match "[^/]+$" .. "' is not .*; did you "
          .. "mean '", problem.message)
      end)
  end
end)

describe("sensitive values in problems", function()
  for _, case in ipairs(WRONG) do
    local text, pointer = dossier(case[1]), case[2]
    it("are kept back: " .. case[1], function()
      local report, problem = runtime.evaluate(text, {})
      assert.is_nil(report)
      assert.equal("dossier", problem.status)
      assert.equal(pointer, problem.where)
      assert.is_nil(problem.message:find("SECRET", 1, true), problem.message)
      assert.truthy(problem.message:find("(kept back)", 1, true),
        problem.message)
      assert.is_nil(runtime.validate(text, {}):find("SECRET", 1, true))
    end)
    it("are told to a caller who asks: " .. case[1], function()
      local call = { show_sensitive = true }
      local _, problem = runtime.evaluate(text, call)
      assert.truthy(problem.message:find("'SECRET", 1, true), problem.message)
      assert.truthy(messages(text, call):find("'SECRET", 1, true))
    end)
  end

  it("are kept back of a date that lies ahead, and of what is nearly right",
    function()
      local text = dossier '"incidents":[{"shipment_lost_by":"carier"}]'
      assert.is_nil(messages(text, {}):find "did you mean")
      local licence = dossier '"people":[{"licence":{"expires":"2013-13-01"}}]'
      assert.is_nil(messages(licence, {}):find("2013-13-01", 1, true))
    end)

  it("leave what is not sensitive as clear as ever", function()
    assert.truthy(messages(dossier '"arms":{"used":"maybe","usd":1}', {})
      :find("'maybe'", 1, true))
    assert.truthy(messages(dossier '"arms":{"usd":1}', {})
      :find("'usd' is not in the vocabulary; did you mean 'used'?", 1, true))
  end)
end)

describe("a name that is not in the vocabulary", function()
  it("leads to the facts that speak of it, where no name is near", function()
    assert.truthy(messages(dossier '"armed":"yes"', {}):find("'armed' is not in the "
      .. "vocabulary; see ", 1, true))
    assert.truthy(messages(dossier '"armed":"yes"', {}):find("arms.used", 1, true))
  end)
  it("and is what people call a fact leads there, though a name looks nearer", function()
    assert.equal("'army' is not in the vocabulary; see security.public_engaged",
      messages(dossier '"army":true', {}))
  end)
  for word, holds in pairs { firearms = '{"used":true}', weapons = '{"x":1}',
    guns = '{"licensed_count":1}' } do
    it("leads to the group that is meant: " .. word, function()
      assert.equal(("'%s' is not in the vocabulary; did you mean 'arms'?"):format(word),
        messages(dossier(('"%s":%s'):format(word, holds)), {}))
    end)
  end
  it("leads to facts where an answer stands under it", function()
    assert.equal("'guns' is not in the vocabulary; see arms.used", messages(
      dossier '"guns":{"value":true,"note":"two"}', {}))
  end)
  it("in a list leads to the list's own names", function()
    assert.equal("'date' is not in the vocabulary; it may hold carrier, "
      .. "crew_protected, guarded, id, name, protection", messages(
      dossier '"shipments":[{"date":"2013-01-01"}]', {}))
  end)
  it("and belongs into a fact is sent there", function()
    assert.equal("'auditor' stands in a fact, beside its answer; write that answer as "
      .. "\"value\", and \"auditor\" in the same braces", messages(
      dossier '"arms":{"used":true,"auditor":{"value":false}}', {}))
  end)
  it("of a facility, said of the Member, is sent there, and back", function()
    local text = '{"format":"cop11.dossier/1","assessment":{"date":"2013-11-30"},'
      .. '"member":{"conduct":{"policy_written":true}}}'
    assert.equal("'conduct' is said of a facility, not of the Member; write it at each "
      .. "facility, or in all_facilities", messages(text, {}))
    assert.equal("'icoc' is said of the Member, not of a facility; write it in member",
      messages(dossier '"icoc":{"signatory":"none"}', {}))
  end)
end)

describe("a wrong member of a list of values", function()
  it("is told where it stands, with the nearest that is right", function()
    local report = support.decode(assert(runtime.validate(
      dossier '"kind":["mine","refinary"]', {})))
    assert.equal("/facilities/0/kind/1", report.problems[1].pointer)
    assert.truthy(report.problems[1].message:find("'refinary'", 1, true))
    assert.truthy(report.problems[1].message:find("did you mean 'refinery'?", 1, true))
  end)
end)
