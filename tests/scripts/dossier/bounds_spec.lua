-- What is known of a fact in part leaves just what its possible values do: every
-- shape against every value that it allows.
local support = require "support.host"
local small = require "support.small"
local unknowns = require "support.unknowns"

local json = support.json

local function at_least(n) return function(v) return math.type(v) and v >= n end end
local function at_most(n) return function(v) return math.type(v) and v <= n end end
local function from(day) return function(v) return v >= day end end
local function until_day(day) return function(v) return v <= day end end
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
  day = { values = { "1999-12-31", "2012-12-31", "2013-01-01", "2013-06-29", "2013-06-30",
      "2013-11-30" },
    conditions = { "a.day is on or after 2013-01-01", "a.day is before 2013-06-30",
      "a.day is within 6 months of today" },
    shapes = { { nil, any }, { { at_least = "2013-01-01" }, from "2013-01-01" },
      { { at_least = "2013-06-30" }, from "2013-06-30" },
      { { at_most = "2012-12-31" }, until_day "2012-12-31" },
      { { at_most = "2013-01-01" }, until_day "2013-01-01" },
      { "2013", from "2013-01-01" } } },
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
        a = { day = fact.day, [name] = value }, b = { flag = true } }))
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

-- Part and whole together: every shape of each against every pair that it allows.
local MOST <const> = 9
local PARTS <const> = {
  { nil, any },
  { { share = "all" }, function(done, total) return done == total end },
  { { share = "some" }, function(done, total) return 0 < done and done < total end },
  { { share = "none" }, function(done) return done == 0 end },
  { { percent = 100 }, function(done, total) return done == total end },
  { { percent = 50 }, function(done, total) return total > 0 and done * 2 == total end },
  { { percent = 0 }, function(done) return done == 0 end },
  { { at_least = 1 }, function(done) return done >= 1 end },
  { { at_least = 3 }, function(done) return done >= 3 end },
  { { at_most = 2 }, function(done) return done <= 2 end },
  { 0, function(done) return done == 0 end },
  { 2, function(done) return done == 2 end },
}
local WHOLES <const> = {
  { nil, any }, { { at_least = 2 }, function(total) return total >= 2 end },
  { { at_most = 4 }, function(total) return total <= 4 end },
  { 4, function(total) return total == 4 end },
}

describe("what is known in part of a part and its whole", function()
  local CONDITIONS <const> = { "a.done covers all of a.total" }
  local runtime = runtime_for(CONDITIONS)
  local function mask_of(done, total)
    return unknowns.ranges(assert(support.evaluate(runtime, small.dossier {
      a = { done = done, total = total }, b = { flag = true } })))["check 1.1 f"]
  end
  local exact = {}
  for total = 0, MOST do
    exact[total] = {}
    for done = 0, total do exact[total][done] = mask_of(done, total) end
  end
  for _, whole in ipairs(WHOLES) do
    for _, part in ipairs(PARTS) do
      it(("leaves what its values do: %s of %s"):format(json.write { part[1] },
        json.write { whole[1] }), function()
        local union = 0
        for total = 0, MOST do
          for done = 0, total do
            local fits = whole[2](total) and part[2](done, total)
            union = union | (fits and exact[total][done] or 0)
          end
        end
        assert.equal(union, mask_of(part[1], whole[1]))
      end)
    end
  end
end)
