-- Over every sample dossier: to support a fact better never weakens the basis of
-- an outcome, and only what decided an outcome can change its basis.
local support = require "support.host"

local runtime = support.open_builtin()

local RANK <const> = { stated = 1, evidenced = 2, ["auditor-verified"] = 3 }
local EACH <const> = 7 -- one fact of so many, for time

-- The pointers of the facts that checks read, each once, in their order.
local function facts_of(report)
  local list, seen = {}, {}
  for _, result in ipairs(report.results) do
    for _, fact in ipairs(result.facts) do
      if fact.fact and fact.state == "known" and fact.pointer
        and not seen[fact.pointer] then
        seen[fact.pointer], list[#list + 1] = true, fact
      end
    end
  end
  return list
end

local function with_attestation(dossier, pointer)
  local changed = support.copy(dossier)
  local records = support.json.array(support.copy(changed.records or {}))
  records[#records + 1] = { kind = "attestation", fact = pointer,
    by = "A. Auditor", party = "auditor", authority = "lead",
    date = dossier.assessment.date,
    why = "seen" }
  changed.records = records
  return changed
end

-- What a check expects decides where all of it holds; a report leaves that out.
local function expected_of(check)
  return support.decode(assert(runtime.describe("rules/" .. check))).expect.text
end

local function decides(result, name)
  local deciding = result.deciding
  if #deciding == 0 then return expected_of(result.check):find(name, 1, true) end
  for _, one in ipairs(deciding) do
    if one.condition:find(name, 1, true) then return true end
  end
  return false
end

local function check_result(before, after, fact)
  local where = before.check .. " by " .. fact.pointer
  assert.equal(before.outcome, after.outcome, where)
  if before.basis == after.basis then return end
  assert(RANK[after.basis] > RANK[before.basis], where .. " was weakened")
  assert(decides(after, fact.fact), where .. ", which did not decide")
end

for _, sample in ipairs(support.samples()) do
  it("only what decided changes a basis in " .. sample.name, function()
    local dossier = support.decode(sample.text)
    local before = assert(support.evaluate(runtime, dossier))
    local facts = facts_of(before)
    for i = 1, #facts, EACH do
      -- What is said for all facilities is verified at one of them.
      local pointer = facts[i].pointer:gsub("^/all_facilities/", "/facilities/items/0/")
      local after = assert(support.evaluate(runtime, with_attestation(dossier,
        pointer)))
      for k, result in ipairs(before.results) do
        check_result(result, after.results[k], facts[i])
      end
    end
  end)
end
