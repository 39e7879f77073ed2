-- Two answers that may both be so, but that an auditor should weigh against each
-- other: each pair raises its question, and changes no outcome.

local assert = require "luassert"
local support = require "support.host"

local questions = {}

local runtime = support.open_builtin()
local array <const> = support.json.array

-- A mine guarded by its own people and a company; `change` speaks the rest.
function questions.report_on(change, member)
  local here = {
    id = "here", kind = array { "mine" }, handles_jewellery_products = true,
    security = { inhouse_used = true, private_used = true,
      public_engaged = false, inhouse_count = 4, private_count = 12 },
    conduct = {}, force = {}, vpshr = {}, arms = {},
  }
  change(here)
  local report, problem = support.evaluate(runtime, { format = "cop11.dossier/1",
    assessment = { date = "2013-11-30", kind = "certification" },
    member = member or { id = "M-1", has_mining_facilities = true },
    facilities = { items = array { here } } })
  return assert(report, problem and problem.message)
end

-- The change that an allegation is on record.
function questions.alleged(one)
  return function(here) here.allegations = { items = array { one } } end
end

-- The question of `check` that holds these words, or nil.
local function asked(report, check, words)
  for _, one in ipairs(report.prompts) do
    if one.check == check and one.kind == "advisory"
      and one.text:find(words, 1, true) then
      return one
    end
  end
end

-- A case is: what is asked; a part of the question; its check; a dossier that raises
-- it; one that does not.
function questions.test(case)
  local words, check = case[2], case[3]
  assert.is_truthy(asked(questions.report_on(case[4]), check, words))
  assert.is_nil(asked(questions.report_on(case[5]), check, words))
end

return questions
