-- What an entered finding names must be there, and its days must be possible.
local support = require "support.host"
local small = require "support.small"

local runtime = assert(small.open(small.check '"a.flag is yes"' .. [[
provision "2" { title = "Two", scope = "member" }
check "2.1" { title = "T", points = { "SHALL" }, ask = "Ask.",
  expect = "member.flag is yes" }]]))

local function problems_of(findings)
  return support.decode(runtime.validate(support.json.write(small.dossier({},
    { findings = findings })), {})).problems
end

local function finding(more)
  local one = { id = "F1", provision = "1", rating = "minor-nonconformance",
    nature = "A door is open.", by = "A. Auditor", party = "auditor" }
  for key, value in pairs(more or {}) do one[key] = value or nil end
  return one
end

local function refused(key, text, more)
  local problems = problems_of { finding(more) }
  assert.equal(1, #problems)
  assert.equal("error", problems[1].kind)
  assert.equal("/findings/0" .. key, problems[1].pointer)
  assert.matches(text, problems[1].message, 1, true)
end

describe("an entered finding", function()
  it("is taken with all that corrective action needs", function()
    assert.same({}, problems_of { finding { check = "1.1", facility = "f",
      raised = "2013-11-30", cause = "c", containment = "k", action = "a",
      owner = "o", due = "2014-05-01", verified_by = "v",
      closed_on = "2013-11-30", auditor_approved = true } })
  end)
  it("names what there is, or is told the nearest", function()
    refused("/provision", "there is no provision '11'", { provision = "11" })
    refused("/check", "there is no check '1.11'; did you mean '1.1'?",
      { check = "1.11" })
    refused("/facility", "'ff' is not the id of a facility; did you mean 'f'?",
      { facility = "ff" })
    refused("/provision", "check 2.1 belongs to provision 2, not to 1",
      { check = "2.1" })
    refused("/facility", "provision 2 is asked of the Member",
      { provision = "2", facility = "f" })
  end)
  it("names who entered it", function()
    refused("", "'by' is missing", { by = false })
    refused("", "'party' is missing", { party = false })
    refused("/party", "expected one of: auditor, member, third-party",
      { party = "Auditor" })
  end)
  it("is of possible days", function()
    refused("/raised", "2013-12-01 is after the as-of date 2013-11-30",
      { raised = "2013-12-01" })
    refused("/closed_on", "2013-12-01 is after the as-of date",
      { closed_on = "2013-12-01" })
    refused("/closed_on", "closed on 2013-01-01, before it was raised on "
      .. "2013-05-01", { raised = "2013-05-01", closed_on = "2013-01-01" })
  end)
  it("has an id that is used once, and does not repeat itself", function()
    local problems = problems_of { finding(), finding() }
    assert.equal("/findings/1/id", problems[1].pointer)
    refused("/repeat_of", "cannot repeat itself", { repeat_of = "F1" })
  end)
  it("holds no key that is not known", function()
    refused("/root_cause", "'root_cause' is not known here",
      { root_cause = "c" })
  end)
end)
