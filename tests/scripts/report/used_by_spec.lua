-- Evidence names the checks whose outcomes rest on it.
local support = require "support.host"
local rows = require "report.rows"

local json = support.json
local runtime = support.open_builtin()

-- By id of evidence, what the rows of `report` rest on: settled outcomes alone.
local function used_by(report)
  local used = {}
  local function add(ids, check)
    for _, id in ipairs(ids or {}) do
      used[id] = used[id] or {}
      used[id][check] = true
    end
  end
  rows.each(report, function(row)
    if #row.range > 1 or row.outcome == "error" then return end
    for _, key in ipairs(row.rests_on) do
      add(report.facts[key].evidence, row.check)
      add(report.facts[key].evidence_against, row.check)
    end
  end)
  return used
end

local function as_set(list)
  local set
  for _, one in ipairs(list or {}) do
    set = set or {}
    assert.is_nil(set[one], one)
    set[one] = true
  end
  return set
end

describe("what uses a piece of evidence", function()
  it("is what the results rest on, in every sample", function()
    local count = 0
    for _, sample in ipairs(support.samples()) do
      local report = support.report(runtime, sample.text)
      local used = used_by(report)
      for id, one in pairs(report.evidence) do
        assert.same(used[id], as_set(one.used_by), sample.name .. " " .. id)
        count = count + (one.used_by and #one.used_by or 0)
      end
    end
    assert.is_true(count > 50, count)
  end)

  local function evidence_of(facts)
    local report = support.report(runtime, {
      format = "cop11.dossier/1", assessment = { date = "2013-11-30" },
      member = { id = "m", has_mining_facilities = false },
      evidence = json.array {
        { id = "E", kind = "document", title = "Notice", date = "2013-05-01" } },
      facilities = { complete = true, items = json.array { facts } } })
    return assert(report).evidence.E
  end

  it("are the checks in the order of the rules", function()
    local unarmed = evidence_of { id = "a", kind = json.array { "office" },
      security = { inhouse_used = true },
      arms = { used = { value = false, evidence = json.array { "E" } } } }
    assert.is_true(#unarmed.used_by > 1)
    for i = 2, #unarmed.used_by do
      local before, after = unarmed.used_by[i - 1], unarmed.used_by[i]
      assert.is_true(#before < #after or #before == #after and before < after, after)
    end
    for _, id in ipairs(unarmed.used_by) do assert.matches("^11%.2%.", id) end
  end)
  it("is nothing where all that rests on it is open, or nothing names it", function()
    assert.is_nil(evidence_of { id = "a", kind = json.array { "office" } }.used_by)
    assert.is_nil(evidence_of { id = "a", kind = json.array { "office" },
      arms = { used = { state = "unknown", evidence = json.array { "E" } } } }.used_by)
  end)
  it("are the checks of a provision that does not apply", function()
    local used = as_set(evidence_of { id = "a",
      kind = { value = json.array { "office" }, evidence = json.array { "E" } } }.used_by)
    assert.is_true(used["11.3.1"] and used["11.3.2"])
  end)
end)
