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

-- An id without the words of its prompt.
local function bare(ids)
  local set = {}
  for id in pairs(ids) do set[id:gsub("^prompts .* (%S+)$", "prompts %1")] = true end
  return set
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
end)

describe("on another day, the ids of a report on", function()
  for _, sample in ipairs(support.samples()) do
    it(sample.name .. " stay the same: of results, facts and all but what is asked",
      function()
        local dossier = support.decode(sample.text)
        local report = report_on(dossier)
        local before, year = rows_of(report), tonumber(report.as_of:sub(1, 4))
        for years, day in pairs { [0] = "12-31", [2] = "01-01" } do
          local there = rows_of(report_on(dossier, ("%04d-%s"):format(year + years, day)))
          for id in pairs(before) do
            assert.truthy(there[id] or id:find "^prompts" or id:find "^missing", id)
          end
        end
      end)
  end
end)

-- The sample with items that have neither id nor a name that may be told; the last
-- two answer the same.
local function without_ids()
  local dossier = support.decode(support.samples()[3].text)
  local people = dossier.facilities.items[1].people.items
  for _, person in ipairs(people) do person.id = nil end
  local twin = support.copy(people[#people])
  twin.name = "Twin"
  people[#people + 1] = twin
  dossier.facilities.items[1].people.count = #people
  return dossier, people
end

-- The items of the first condition that names some.
local function items_of(report)
  for _, result in ipairs(report.results) do
    for _, one in ipairs(result.deciding or {}) do
      if one.items then return one.items end
    end
  end
end

describe("a list whose items have no id", function()
  it("names them by what they answer, and says no name that is sensitive", function()
    local dossier = without_ids()
    local _, text = assert(runtime.evaluate(json.write(dossier), {}))
    assert.truthy(items_of(report_on(dossier))[1]:find "^pit/people%[#%x+%]$")
    assert.is_nil(tostring(text):find("Guard 2", 1, true))
  end)
  it("calls them the same in any order", function()
    local dossier, people = without_ids()
    local before = rows_of(report_on(dossier))
    for turn = 0, #people - 1 do
      local after = rows_of(report_on(reordered(dossier, turn)))
      assert.same(ids_of(before), ids_of(after))
      for id, row in pairs(before) do
        assert.equal(unordered(row), unordered(after[id]), id)
      end
    end
  end)
  it("shows people the number that each has in the list", function()
    local text = assert(runtime.evaluate(json.write((without_ids())),
      { format = "text" }))
    assert.truthy(text:find("Except people[#2]", 1, true))
  end)
end)

-- ---- another version of the rules ------------------------------------------

local ADDED <const> = [[
check "11.1.99" { title = "Security is looked at", points = { "P11.1-04" },
  ask = "Show who guards.", remedy = "Say who guards.",
  expect = "security.present is yes" }
]]

-- The built-in pack as another version: a check moved to a file of its own with
-- another condition, a check more, and the files in the opposite order.
local function another_version()
  local files, moved = support.builtin_files(), nil
  for _, file in ipairs(files) do
    local from = file.text:find('check "11.1.7" {', 1, true)
    if from and not file.path:find "examples" then
      local _, to = assert(file.text:find("\n}\n", from, true))
      moved = file.text:sub(from, to):gsub("expect  = all", "expect  = any")
      file.text = file.text:sub(1, from - 1) .. file.text:sub(to + 1)
    end
  end
  files[#files + 1] = { path = "provisions/another.lua", text = moved .. ADDED }
  for i = 1, #files // 2 do
    files[i], files[#files + 1 - i] = files[#files + 1 - i], files[i]
  end
  return assert(support.open_files(files))
end

describe("with another version of the rules, the ids of a report on", function()
  local another = another_version()

  for _, sample in ipairs(support.samples()) do
    it(sample.name .. " stay, and those of an added check are added", function()
      local before = bare(rows_of(assert(support.report(runtime, sample.text))))
      local after = bare(rows_of(assert(support.report(another, sample.text))))
      for id in pairs(before) do
        local may_go = id:find "^missing" or id:find "^points"
          or id:find "11%.1%.7" -- its prompts follow its outcome
        assert.truthy(after[id] or may_go and not id:find "^results", id)
      end
      for id in pairs(after) do
        assert.truthy(before[id] or id:find "11%.1%.99" or id:find "^missing"
          or id:find "^points" or id:find "11%.1%.7" and not id:find "^results", id)
      end
    end)
  end
end)
