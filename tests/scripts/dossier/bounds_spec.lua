-- What is known of a fact in part leaves just what its possible values do: every
-- shape against every value that it allows.
local support = require "support.host"
local small = require "support.small"
local unknowns = require "support.unknowns"

local json = support.json

local function at_least(n) return function(v) return math.type(v) and v >= n end end
local function at_most(n) return function(v) return math.type(v) and v <= n end end
local function any() return true end
local function holds(...)
  local names = { ... }
  return function(set)
    for _, name in ipairs(names) do
      local found = false
      for _, one in ipairs(set) do found = found or one == name end
      if not found then return false end
    end
    return true
  end
end

local function subsets(values)
  local all = {}
  for mask = 1, (1 << #values) - 1 do
    local set = {}
    for i, value in ipairs(values) do
      if mask & 1 << i - 1 ~= 0 then set[#set + 1] = value end
    end
    all[#all + 1] = json.array(set)
  end
  return all
end

-- fact -> its values, conditions on it, and shapes with the values they allow.
local FACTS <const> = {
  limit = { values = { 1, 6, 9, 10, 11, 12, 24, "none-stated" }, day = "2013-01-15",
    conditions = { "a.day is within a.limit of today", "a.limit is at least 10",
      "a.limit is none-stated" },
    shapes = { { nil, any }, { { at_least = 11 }, at_least(11) },
      { { at_most = 9 }, at_most(9) }, { { at_most = 1 }, at_most(1) },
      { { at_least = 10, at_most = 11 }, function(v)
        return v == 10 or v == 11
      end } } },
  level = { values = { "none", "partial", "full" },
    conditions = { "a.level is full", "a.level is not none" },
    shapes = { { nil, any },
      { { one_of = { "none", "full" } }, function(v) return v ~= "partial" end },
      { { one_of = { "partial", "full" } }, function(v) return v ~= "none" end },
      { { one_of = { "full" } }, function(v) return v == "full" end } } },
  kinds = { values = subsets { "x", "y", "z" },
    conditions = { "a.kinds includes x, y", "a.kinds includes any of y, z",
      "a.kinds includes none of z" },
    shapes = { { { includes = json.array { "x" } }, holds "x" },
      { { includes = json.array { "x", "y" } }, holds("x", "y") },
      { { includes = json.array { "x", "y", "z" } }, holds("x", "y", "z") } } },
  total = { values = { 0, 1, 2, 3, 4, 9 },
    conditions = { "a.total is at least 3", "a.total is exactly 0",
      "a.total is less than 2" },
    shapes = { { nil, any }, { { at_least = 1 }, at_least(1) },
      { { at_least = 3 }, at_least(3) }, { { at_most = 0 }, at_most(0) },
      { { at_most = 2 }, at_most(2) } } },
}

local function runtime_for(conditions)
  local checks = {}
  for i, condition in ipairs(conditions) do
    checks[i] = ('check "1.%d" { title = "T", points = { "SHALL" }, ask = "?", '
      .. 'expect = "%s" }'):format(i, condition)
  end
  return assert(small.open(table.concat(checks, "\n")))
end

describe("what is known in part", function()
  for name, fact in pairs(FACTS) do
    local runtime = runtime_for(fact.conditions)
    local function masks_of(value)
      local report = assert(support.evaluate(runtime, small.dossier {
        a = { [name] = value, day = fact.day }, b = { flag = true } }))
      local ranges, masks = unknowns.ranges(report), {}
      for i = 1, #fact.conditions do masks[i] = ranges[("check 1.%d f"):format(i)] end
      return masks
    end
    for _, shape in ipairs(fact.shapes) do
      it(("of a %s leaves what its values do: %s"):format(name,
        json.write { shape[1] }), function()
        local union = {}
        for _, value in ipairs(fact.values) do
          if shape[2](value) then
            for i, mask in ipairs(masks_of(value)) do
              union[i] = (union[i] or 0) | mask
            end
          end
        end
        assert.same(union, masks_of(shape[1]))
      end)
    end
  end
end)
