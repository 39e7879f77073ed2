-- Names that lead nowhere: the nearest is looked for, but not for ever.
local support = require "support.host"
local json = support.json

-- A runtime that counts what its host is charged.
local charged = 0
local function counting()
  local host = setmetatable({ charge = function(units) charged = charged + units end },
    { __index = support.host })
  local runtime = assert(loadfile(support.root .. "/scripts/main.lua"))(host)
  assert(runtime.open { pack = { name = "cop11-2013", files = support.builtin_files() },
    layers = {}, max_depth = 64 })
  return runtime
end
local runtime = counting()
teardown(function() require("base.work").charge_to(support.host.charge) end)

local function validate(document)
  document.format = "cop11.dossier/1"
  document.assessment = { date = "2013-11-30" }
  charged = 0
  return support.decode(assert(runtime.validate(json.write(document), {})))
end

local function records(count, name)
  local list = {}
  for i = 1, count do
    list[i] = { kind = "override", check = "11.1.1", facility = name .. i,
      outcome = "conformance", by = "A", party = "auditor", authority = "L",
      date = "2013-11-01", why = "B" }
  end
  return json.array(list)
end

local function named(count, name)
  local list = {}
  for i = 1, count do list[i] = { id = name .. i, kind = "document" } end
  return json.array(list)
end

local function facilities(count)
  local list = named(count, "site-one-of-thousand-")
  for _, one in ipairs(list) do one.kind = nil end
  return list
end

describe("references to facilities that are not there", function()
  it("cost no more where a near name could be found", function()
    for _, count in ipairs { 50, 400, 700 } do
      validate { records = records(1000, "site-one-of-thousand-x"),
        facilities = facilities(count) }
      assert.truthy(charged < 6000000, ("%d: %d"):format(count, charged))
    end
  end)
  it("show ten of the ids where none is near, and how many more there are", function()
    local told = validate { records = records(1, "unheard-of-"),
      facilities = facilities(13) }.problems[1].message
    assert.equal("'unheard-of-1' is not the id of a facility; the ids are "
      .. "'site-one-of-thousand-1', 'site-one-of-thousand-2', 'site-one-of-thousand-3', "
      .. "'site-one-of-thousand-4', 'site-one-of-thousand-5', 'site-one-of-thousand-6', "
      .. "'site-one-of-thousand-7', 'site-one-of-thousand-8', 'site-one-of-thousand-9', "
      .. "'site-one-of-thousand-10', and 3 more", told)
    told = validate { records = records(1, "unheard-of-") }.problems[1].message
    assert.equal("'unheard-of-1' is not the id of a facility; the ids are none: no "
      .. "facility is listed", told)
  end)
end)

describe("evidence that is nearly there", function()
  -- Its ids stand in facts, whose order in the text must not show.
  local function nearly(count, name)
    local ids = {}
    for i = 1, count do ids[i] = name .. i end
    return { evidence = named(count, "evidence-of-guards-"), facilities = json.array { {
      id = "a", conduct = { policy_written = { value = true,
        evidence = json.array(ids) } } } } }
  end
  it("costs a bounded search, whatever the names", function()
    for _, name in ipairs { "evidence-on-guards-", "sdraug-fo-ecnedive-",
      "of-evidence-guards-" } do
      validate(nearly(400, name))
      assert.truthy(charged < 4000000, ("%s: %d"):format(name, charged))
    end
  end)
  it("is told with the nearest first, and then with where to look", function()
    local found = validate(nearly(400, "evidence-on-guards-")).problems
    local near = 0
    for _, one in ipairs(found) do
      local has_near = one.message:find("did you mean 'evidence-of-guards-", 1, true)
      assert.truthy(has_near or one.message:find("; add it to the dossier's list "
        .. "\"evidence\"", 1, true), one.message)
      near = near + (has_near and 1 or 0)
    end
    assert.truthy(near >= 5 and near < 400, near)
  end)
end)
