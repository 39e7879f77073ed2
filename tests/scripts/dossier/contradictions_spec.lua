-- Adding a contradiction never narrows a range: what one takes away must not
-- hide another, or who adds a lie would gain by it.
local support = require "support.host"
local unknowns = require "support.unknowns"

local runtime = support.open_builtin()
local array, null = support.json.array, support.json.null

local function assess(dossier)
  return assert(support.evaluate(runtime, dossier))
end

local function facilities_of(dossier)
  return dossier.facilities.items or dossier.facilities
end

-- ---- contradictions within one facility ---------------------------------

local function one_facility(here)
  here.id, here.kind = "here", here.kind or array { "retail" }
  return { format = "cop11.dossier/1",
    assessment = { date = "2013-11-30", kind = "self" },
    member = { id = "M-1" },
    evidence = array { { id = "E-1", kind = "interview",
      collected_by = "auditor" } },
    facilities = { complete = true, items = array { here } } }
end

local function range_of(here, check)
  return support.result(assess(one_facility(here)), check).range
end

-- From not applicable to major: neither end was settled away.
local function assert_open(here, check)
  local range = range_of(here, check)
  assert.equal("not-applicable", range[1])
  assert.equal("major-nonconformance", range[#range])
end

describe("arms said not to be used, yet two counted", function()
  local function arms(licensed, count)
    return { security = { private_used = true }, arms = { used = false,
      armed_count = count or 2, trained_count = 0,
      licence_required_by_law = true, licensed_count = licensed } }
  end
  it("stay contradictory beside more licences than armed persons", function()
    assert_open(arms(0), "11.2.14")
    assert_open(arms(3), "11.2.14")
    assert_open(arms(3), "11.2.13")
  end)
  it("stay contradictory where evidence speaks against the count", function()
    local count = { value = 2, evidence = array { { id = "E-1",
      supports = "against" } } }
    assert_open(arms(nil, count), "11.2.14")
  end)
  it("stay contradictory where evidence gives another count", function()
    local count = { value = 0, evidence = array { { id = "E-1", says = 2 } } }
    assert_open(arms(nil, count), "11.2.14")
  end)
  it("stay contradictory where a list gives another count", function()
    local here = arms()
    here.people = { complete = true, items = array {
      { name = "A", armed = false } } }
    assert_open(here, "11.2.14")
  end)
  it("stay contradictory where the list, not the count, shows them", function()
    local here = arms(nil, 0)
    here.people = { complete = true, items = array {
      { name = "A", armed = true } } }
    assert_open(here, "11.2.14")
  end)
end)

describe("a list against its own count", function()
  local function shipments(count)
    return { ships_product = true, protect = { own_shipments = "adequate" },
      shipping = { own_carriage = true },
      shipments = { count = count, items = array {
        { carrier = "own", protection = "none" } } } }
  end
  it("still contradicts what is said of its items", function()
    local before = assess(one_facility(shipments()))
    local after = assess(one_facility(shipments(0)))
    assert.is_nil(unknowns.lost(before, after))
  end)
end)

-- ---- over the samples ---------------------------------------------------

-- Each turned against what the facility says elsewhere.
local function lie(here)
  for group, facts in pairs { arms = { used = false },
    security = { inhouse_used = false, private_used = false,
      public_engaged = false }, conduct = { policy_written = false },
    risk_assessment = { exists = false } } do
    local object = type(here[group]) == "table" and here[group] or {}
    for name, value in pairs(facts) do object[name] = value end
    here[group] = object
  end
end

local function add_leg(fact)
  local envelope = type(fact) == "table" and fact[1] == nil
    and getmetatable(fact) == nil and fact or { value = fact }
  envelope.evidence = array { table.unpack(envelope.evidence or {}) }
  table.insert(envelope.evidence, { id = "LIE", supports = "against" })
  return envelope
end

local NO_FACT <const> = { id = true, name = true }

local SAYS <const> = { "value", "share", "percent", "at_least", "at_most",
  "one_of", "includes" }

local function is_fact(value)
  if type(value) ~= "table" then return value ~= null end
  for _, key in ipairs(SAYS) do if value[key] ~= nil then return true end end
  return type(value[1]) == "string"
end

-- Calls take(object, key, pointer) for each known fact beneath `object`, and
-- take_list for each list.
local function each_fact(object, pointer, take, take_list)
  local keys = {}
  for key in pairs(object) do keys[#keys + 1] = key end
  table.sort(keys, function(a, b) return tostring(a) < tostring(b) end)
  for _, key in ipairs(keys) do
    local value, at = object[key], pointer .. "/" .. tostring(key)
    if not NO_FACT[key] and is_fact(value) then
      take(object, key, at)
    elseif type(value) == "table" and not value.state then
      local items = value.items or type(value[1]) == "table" and value
      if items then
        take_list(object, key, at)
        for i, item in ipairs(items) do
          each_fact(item, at .. "/" .. i - 1, take, take_list)
        end
      else
        each_fact(value, at, take, take_list)
      end
    end
  end
end

-- Dossiers that are `dossier` with one contradiction more, in turn: each list
-- miscounted, and evidence against every fifth fact.
local function each_contradiction(dossier, try)
  local facts = 0
  local function with(object, key, value, pointer)
    local was = object[key]
    object[key] = value
    try(pointer)
    object[key] = was
  end
  for i, here in ipairs(facilities_of(dossier)) do
    each_fact(here, "/" .. i - 1, function(object, key, pointer)
      facts = facts + 1
      if facts % 5 ~= 1 then return end
      with(object, key, add_leg(support.copy(object[key])), pointer)
    end, function(object, key, pointer)
      local list = object[key]
      local items = list.items or list
      local longer = { complete = true, count = #items + 1, items = items }
      if list.items and list.count == nil and list.complete then
        with(object, key, longer, pointer .. " counted one more")
      end
    end)
  end
end

for _, sample in ipairs(support.samples()) do
  describe("in " .. sample.name, function()
    local function try_all(dossier)
      dossier.evidence = dossier.evidence or array {}
      table.insert(dossier.evidence, { id = "LIE", kind = "interview",
        collected_by = "auditor" })
      local before, tried = assess(dossier), 0
      each_contradiction(dossier, function(pointer)
        tried = tried + 1
        local less = unknowns.lost(before, assess(dossier))
        if less then error(pointer .. " contradicted: " .. less) end
      end)
      assert.is_true(tried > 0)
    end
    it("one contradiction never narrows a range", function()
      try_all(support.decode(sample.text))
    end)
    it("one more among several never narrows a range", function()
      local dossier = support.decode(sample.text)
      for _, here in ipairs(facilities_of(dossier)) do lie(here) end
      try_all(dossier)
    end)
  end)
end
