-- Facts are found by a word.
local search = require "model.search"
local support = require "support.host"

local runtime = support.open_builtin()
local vocabulary = runtime.model().vocabulary

local function holds(word, path)
  local found = search.facts(vocabulary, word)
  for _, one in ipairs(found) do
    if one == path then return #found <= 3 end
  end
  return false, table.concat(found, ", ")
end

describe("a word", function()
  for word, path in pairs { armed = "arms.used", trained = "arms.trained_count",
    consulted = "consultation.government_last",
    alarms = "theft_detection.alarm_answered", ["risk_assesment_date"] =
      "risk_assessment.date", complaints = "grievance.route_exists" } do
    it(word .. " leads to " .. path, function() assert.is_true(holds(word, path)) end)
  end
  it("that nothing speaks of leads nowhere", function()
    for _, word in ipairs { "xylophone", "", "a", "12", "!!" } do
      assert.same({}, search.facts(vocabulary, word))
    end
  end)
  it("may stand for the name of a fact in a command", function()
    local _, problem = runtime.describe "rules/armed"
    assert.truthy(problem.message:find("facts that speak of it: ", 1, true),
      problem.message)
    assert.truthy(problem.message:find("arms.used", 1, true))
  end)
end)
