-- Ids and keys hold no position: a report on a dossier whose lists stand in another
-- order has the same rows by the same ids, on another day the same ids.
local support = require "support.host"

local json = support.json
local runtime = support.open_builtin()

-- Every list in another order, the same on every machine: `turn` items from its end
-- to its beginning, and then backwards.
local function reordered(value, turn)
  if type(value) ~= "table" then return value end
  local out, count = setmetatable({}, getmetatable(value)), #value
  for key, inner in pairs(value) do
    local at = math.type(key) and count - (key + turn - 1) % count or key
    out[at] = reordered(inner, turn)
  end
  return out
end

-- The rows of a report by id.
local function rows_of(report)
  local rows = {}
  local function add(part, id, row)
    local key = part .. " " .. id
    assert(rows[key] == nil, key)
    rows[key] = row
  end
  for _, part in ipairs { "results", "facilities", "findings", "records" } do
    for i, one in ipairs(report[part]) do add(part, one.id or i, one) end
  end
  for _, part in ipairs { "checks", "points", "facts", "evidence", "parameters" } do
    for key, one in pairs(report[part]) do add(part, key, one) end
  end
  for _, question in ipairs(report.prompts) do
    for _, at in ipairs(question.at) do
      add("prompts " .. question.kind .. question.text, at.id, at)
    end
  end
  for _, question in ipairs(report.missing) do
    for _, at in ipairs(question.at) do
      add("missing", at.fact, { at = at, ask = question.ask })
    end
  end
  return rows
end

-- A value as text in which the order of lists does not show, nor where the dossier
-- holds what it speaks of.
local function unordered(value)
  if type(value) ~= "table" then return (tostring(value):gsub("^/.*", "(a pointer)")) end
  local parts = {}
  for key, inner in pairs(value) do
    local name = math.type(key) and "" or key .. "="
    parts[#parts + 1] = name .. unordered(inner)
  end
  table.sort(parts)
  return "{" .. table.concat(parts, ", ") .. "}"
end

local function ids_of(rows)
  local ids = {}
  for id in pairs(rows) do ids[#ids + 1] = id end
  table.sort(ids)
  return ids
end

local function report_on(dossier, as_of)
  return assert(support.report(runtime, json.write(dossier), { as_of = as_of }))
end

describe("the ids of a report on the sample", function()
  for _, sample in ipairs(support.samples()) do
    it(sample.name .. " and their rows survive any order of lists", function()
      local dossier = support.decode(sample.text)
      local before = rows_of(report_on(dossier))
      for turn = 0, 2 do
        local after = rows_of(report_on(reordered(dossier, turn)))
        assert.same(ids_of(before), ids_of(after))
        for id, row in pairs(before) do
          assert.equal(unordered(row), unordered(after[id]), id)
        end
      end
    end)
  end
  it("stay the same on another day, of facts and results", function()
    local dossier = support.decode(support.samples()[3].text)
    local day, later = report_on(dossier, "2013-11-30"), report_on(dossier, "2013-12-31")
    local there = rows_of(later)
    for id in pairs(rows_of(day)) do
      assert.truthy(there[id] or id:find "^prompts" or id:find "^missing", id)
    end
  end)
end)

describe("a list whose items have no id", function()
  it("names them by number, and says no name that is sensitive", function()
    local dossier = support.decode(support.samples()[3].text)
    for _, person in ipairs(dossier.facilities.items[1].people.items) do
      person.id = nil
    end
    local _, text = assert(runtime.evaluate(json.write(dossier), {}))
    local report = assert(support.report(runtime, json.write(dossier)))
    local found
    for _, result in ipairs(report.results) do
      for _, one in ipairs(result.deciding or {}) do found = found or one.items end
    end
    assert.same({ "pit/people[#2]" }, found)
    assert.is_nil(tostring(text):find("Guard 2", 1, true))
  end)
end)
