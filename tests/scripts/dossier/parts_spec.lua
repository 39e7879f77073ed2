-- What is said without a head-count gives every conclusion that follows from it:
-- ranges against brute force, over every pair of a part and its whole.
local support = require "support.host"
local small = require "support.small"
local unknowns = require "support.unknowns"

local CONDITIONS <const> = { "a.done covers all of a.total",
  "a.done is more than 0", "a.done is at least 3", "a.done is exactly 2",
  "a.total is at least 3", "a.total is exactly 1", "a.total is at most 5" }
local FULL <const> = 15
-- Whatever can follow here does within so many.
local MOST <const> = 60

local function rules()
  local checks = {}
  for i, condition in ipairs(CONDITIONS) do
    checks[i] = ('check "1.%d" { title = "T", points = { "SHALL" }, ask = "?", '
      .. 'expect = "%s" }'):format(i, condition)
  end
  return table.concat(checks, "\n")
end

local runtime = assert(small.open(rules()))

-- ---- shapes, and which numbers each of them allows ------------------------

local function exactly(n)
  return { n, function(k) return k == n end }
end
local function bounds(lo, hi)
  return { { at_least = lo, at_most = hi }, function(k)
    return k >= (lo or 0) and k <= (hi or MOST)
  end }
end
local UNKNOWN <const> = { nil, function() return true end }

local WHOLES <const> = { UNKNOWN, exactly(0), exactly(1), exactly(2), exactly(3),
  exactly(5), exactly(38), bounds(2), bounds(nil, 1), bounds(nil, 4),
  bounds(3, 9) }

local function percent(p, decimals)
  local half = 0.5 * 10.0 ^ -(decimals or 0)
  return { { percent = p }, function(k, whole)
    return k > 0 and k < whole and math.abs(k / whole * 100 - p) <= half + 1e-9
  end }
end

local PARTS <const> = { UNKNOWN, exactly(0), exactly(2), bounds(1), bounds(3),
  bounds(nil, 0), bounds(nil, 2), bounds(1, 2),
  { { share = "all" }, function(k, whole) return k == whole end },
  { { share = "some" }, function(k, whole) return k > 0 and k < whole end },
  { { share = "none" }, function(k) return k == 0 end },
  { { percent = 100 }, function(k, whole) return k == whole end },
  { { percent = 0 }, function(k) return k == 0 end },
  percent(50), percent(60), percent(33), percent(33.3, 1), percent(97),
  percent(97.4, 1), percent(97.3684, 4) }

local function masks_of(part, whole)
  local report = assert(support.evaluate(runtime, small.dossier { b = { flag = true },
    a = { done = part, total = whole } }))
  local ranges, masks = unknowns.ranges(report), {}
  for i = 1, #CONDITIONS do masks[i] = ranges[("check 1.%d f"):format(i)] end
  return masks, report
end

-- What each pair of numbers gives, known exactly.
local exact = {}
local function exact_masks(part, whole)
  local key = math.min(part, 4) .. " " .. math.min(whole, 6) .. " "
    .. tostring(part == whole)
  exact[key] = exact[key] or masks_of(part, whole)
  return exact[key]
end

-- The union over all completions of the two shapes; nil where there is none.
local function completed(part, whole)
  local union
  for w = 0, MOST do
    for p = 0, w do
      if whole[2](w) and part[2](p, w) then
        union = union or { 0, 0, 0, 0, 0, 0, 0 }
        for i, mask in ipairs(exact_masks(p, w)) do union[i] = union[i] | mask end
      end
    end
  end
  return union
end

local function shown(shape) return support.json.write { shape[1] } end

local function conflict_in(report)
  for _, problem in ipairs(report.problems) do
    if problem.kind == "conflict" then return problem end
  end
end

describe("a part and its whole", function()
  for _, part in ipairs(PARTS) do
    it("leave just what completions reach: " .. shown(part), function()
      for _, whole in ipairs(WHOLES) do
        local masks, report = masks_of(part[1], whole[1])
        local union = completed(part, whole)
        local name = shown(part) .. " of " .. shown(whole)
        assert.equal(union == nil, conflict_in(report) ~= nil, name)
        for i, condition in ipairs(CONDITIONS) do
          local wanted = union and union[i]
          if not wanted then -- both read as unknown
            wanted = i == 1 and FULL or masks_of(nil, nil)[i]
          end
          assert.equal(wanted, masks[i], name .. ": " .. condition)
        end
      end
    end)
  end

  it("that cannot be are told with both places", function()
    local _, report = masks_of({ percent = 60 }, 3)
    local problem = conflict_in(report)
    assert.same({ "/facilities/items/0/a/done", "/facilities/items/0/a/total" },
      problem.pointers)
    assert.equal("a.done is said to be 60% of a.total, and no number of them is",
      problem.message)
  end)
  it("show what follows, and from what", function()
    local _, report = masks_of({ percent = 60 }, nil)
    for _, fact in ipairs(support.result(report, "1.5").facts) do
      assert.same({ fact = "a.total", pointer = "/facilities/items/0/a/total",
        state = "known", value = { at_least = 5 },
        from = "a.done" }, fact)
    end
  end)
  it("weigh against what a list gives", function()
    local list = { complete = true, items = {} }
    for i = 1, 3 do list.items[i] = { armed = true, trained = i > 1 } end
    local report = assert(support.evaluate(runtime, small.dossier {
      people = list, a = { done = { share = "all" } } }))
    assert.truthy(conflict_in(report))
    report = assert(support.evaluate(runtime, small.dossier {
      people = list, a = { done = { percent = 67 } } }))
    assert.is_nil(conflict_in(report))
  end)
  it("that contradict others show nothing of each other", function()
    local report = assert(support.evaluate(runtime, small.dossier({
      a = { done = { value = 4, evidence = { { id = "D", says = 5 } } } } },
      { evidence = { { id = "D", kind = "document" } } })))
    assert.equal("insufficient-evidence", support.result(report, "1.5").outcome)
  end)
end)

-- ---- one-sided dates and numbers -----------------------------------------

local DAYS <const> = { "1990-01-01", "2011-06-30", "2012-11-29", "2012-11-30",
  "2012-12-01", "2013-01-01", "2013-01-31", "2013-02-01", "2013-02-28", "2013-03-01",
  "2013-11-30" }
local ON_DAYS <const> = { "a.day is within 12 months of today",
  "a.day is within a.limit of today", "a.day is on or after 2013-02-01",
  "a.day is before 2012-12-01", "a.day is on or before today" }
local SHAPES <const> = { "2013", "2013-02", "2012-11",
  { at_least = "2013-02-01" }, { at_least = "2012-11-30" }, { at_least = "2013-11-30" },
  { at_most = "2013-02-01" }, { at_most = "2012-11-29" }, { at_most = "2011" },
  { at_most = "2014-06-30" }, { at_least = "2012-12-01", at_most = "2013-02" } }

-- Whether `day` lies in what `shape` says; texts of days compare as days do.
local function allows(shape, day)
  if type(shape) == "string" then return day:sub(1, #shape) == shape end
  return day >= (shape.at_least or "") and day <= (shape.at_most or "9") .. "z"
end

describe("a day that is not known exactly", function()
  local checks = {}
  for i, condition in ipairs(ON_DAYS) do
    checks[i] = ('check "1.%d" { title = "T", points = { "SHALL" }, ask = "?", '
      .. 'expect = "%s" }'):format(i, condition)
  end
  local on_days = assert(small.open(table.concat(checks, "\n")))
  local function ranges_of(day)
    local ranges, of_checks = unknowns.ranges(assert(support.evaluate(on_days,
      small.dossier { a = { day = day, limit = 10 } }))), {}
    for i = 1, #ON_DAYS do of_checks[i] = ranges[("check 1.%d f"):format(i)] end
    return of_checks
  end
  for _, shape in ipairs(SHAPES) do
    it("leaves what its days do: " .. support.json.write { shape }, function()
      local union = {}
      for _, day in ipairs(DAYS) do
        if allows(shape, day) then
          for name, mask in pairs(ranges_of(day)) do
            union[name] = (union[name] or 0) | mask
          end
        end
      end
      assert.same(union, ranges_of(shape))
    end)
  end
end)
