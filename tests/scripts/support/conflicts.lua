-- What a facility with some facts contradicts itself on.

local assert = require "luassert"
local support = require "support.host"

local runtime = support.open_builtin { tolerant = true }
local array <const> = support.json.array

-- What is found in a facility with these facts: the pointers below it of facts
-- that are conflicting, sorted.
return function(here, member)
  here.id, here.kind = "here", here.kind or array { "trade" }
  member = member or {}
  member.id = "M-1"
  local validation = support.decode(assert(runtime.validate(
    support.json.write { format = "cop11.dossier/1",
      assessment = { date = "2013-11-30", kind = "self" }, member = member,
      facilities = { complete = true, items = array { here } } }, {})))
  assert.is_true(validation.valid)
  local found = {}
  for _, problem in ipairs(validation.problems) do
    assert.equal("conflict", problem.kind, problem.message)
    found[#found + 1] = problem.pointer:gsub("^/facilities/items/0", "")
  end
  return found
end
