-- Whom a head-count leaves out is named.
local support = require "support.host"

local json = support.json

describe("Whom a head-count leaves out, in a report,", function()
  local runtime = support.open_builtin()

  -- The sentence of 11.3.2 where these are engaged, on duty and trained.
  local function reason(engaged, on_duty, trained, people)
    local report = support.report(runtime, {
      format = "cop11.dossier/1", assessment = { date = "2013-11-30" },
      member = { id = "m", has_mining_facilities = true },
      facilities = { complete = true, items = json.array { { id = "a",
        kind = json.array { "mine" }, people = people, security = { private_used = true,
          private_engaged = engaged, private_count = on_duty },
        vpshr = { trained_private = trained } } } } })
    for _, result in ipairs(assert(report).results) do
      if result.id == "a/11.3.2" then return result.reason end
    end
  end

  it("is told where both are known", function()
    assert.matches("; 88 not on duty, of whom no more is known", reason(800, 712, 712), 1,
      true)
  end)
  it("is told at least where they are bounds", function()
    assert.matches("; at least 88 not on duty, of whom no more is known",
      reason({ at_least = 800 }, 712, { share = "all" }), 1, true)
    assert.matches("; at least 50 not on duty", reason({ at_least = 800, at_most = 900 },
      { at_least = 700, at_most = 750 }, { share = "all" }), 1, true)
  end)
  it("is not told where it may be nobody", function()
    for _, on_duty in ipairs { 800, { at_most = 800 } } do
      assert.is_nil(reason(800, on_duty, { share = "all" }):find("not on duty", 1, true))
    end
  end)
  it("is told in all beside those who are listed", function()
    local person = { employer = "private", deployed = "on_leave", vpshr_trained = false }
    assert.matches("; 1 on leave, not trained; 88 not on duty in all",
      reason(800, 712, 712, { items = json.array { person } }), 1, true)
  end)
end)
