-- Ranges against brute force: every way in which the unknown facts of a small
-- dossier could really be.  A range holds them all; where each fact is read
-- once it holds nothing else.
local support = require "support.host"
local small = require "support.small"
local unknowns = require "support.unknowns"

local FACTS = {
  { "a", "flag", { true, false } },
  { "b", "flag", { true, false } },
  { "a", "level", { "none", "partial", "full" } },
  { "a", "total", { 0, 1, 2, 3 } },
}

-- Every check reads each fact at most once.
local ONCE = {
  'all { "a.flag is yes", "a.level is full" }',
  'any { "a.flag is yes", "a.level is partial or full" }',
  'none { "a.flag is yes", "b.flag is yes" }',
  'all { any { "a.flag is yes", "b.flag is yes" }, "a.total is at least 2" }',
  'when "b.flag is yes" { "a.level is full" }',
  'any { all { "a.flag is yes", "a.total is exactly 0" }, "a.level is none" }',
}
-- These read a fact twice: the range may be wider than what can be.
local TWICE = {
  'any { "a.flag is yes", "a.flag is no" }',
  'all { when "a.flag is yes" { "a.level is full" }, "a.flag is yes" }',
}

local function put(facts, fact, value)
  facts[fact[1]] = facts[fact[1]] or {}
  facts[fact[1]][fact[2]] = value
end

-- Visits every choice of a value, or of "not known", for each fact.
local function each_dossier(visit)
  local chosen = {}
  local function fill(index)
    if index > #FACTS then return visit(chosen) end
    for choice = 0, #FACTS[index][3] do
      chosen[index] = choice
      fill(index + 1)
    end
  end
  fill(1)
end

local function facts_of(chosen)
  local facts = {}
  for index, choice in ipairs(chosen) do
    if choice > 0 then
      put(facts, FACTS[index], FACTS[index][3][choice])
    end
  end
  return facts
end

-- The mask of check 1.1 and of the Member for each choice, evaluated once.
local function table_of(expect, applies)
  local runtime = assert(small.open(small.check(expect, applies)))
  local masks = {}
  each_dossier(function(chosen)
    local facts = facts_of(chosen)
    facts.people = { { name = "someone" } } -- so that it counts as assessed
    local report = assert(support.evaluate(runtime, small.dossier(facts)))
    local ranges = unknowns.ranges(report)
    masks[table.concat(chosen, ",")] = ranges["check 1.1 f"]
  end)
  return masks
end

-- The union over every completion of the unknowns in `chosen`.
local function completed(masks, chosen)
  local mask, complete = 0, {}
  local function fill(index)
    if index > #FACTS then
      mask = mask | masks[table.concat(complete, ",")]
      return
    end
    local first, last = chosen[index], chosen[index]
    if first == 0 then first, last = 1, #FACTS[index][3] end
    for choice = first, last do
      complete[index] = choice
      fill(index + 1)
    end
  end
  fill(1)
  return mask
end

local function compare(expect, applies, equal)
  local masks = table_of(expect, applies)
  each_dossier(function(chosen)
    local range = masks[table.concat(chosen, ",")]
    local truth = completed(masks, chosen)
    if truth & ~range ~= 0 or equal and range ~= truth then
      error(("%s with %s: the range is %d, completions reach %d"):format(expect,
        table.concat(chosen, ","), range, truth))
    end
  end)
end

describe("a range", function()
  for _, expect in ipairs(ONCE) do
    it("is just what completions reach: " .. expect, function()
      compare(expect, nil, true)
    end)
  end
  it("is so behind a gate too", function()
    compare('"a.level is full"', 'applies = "a.flag is yes"', true)
  end)
  for _, expect in ipairs(TWICE) do
    it("holds what completions reach: " .. expect, function()
      compare(expect, nil, false)
    end)
  end
end)
