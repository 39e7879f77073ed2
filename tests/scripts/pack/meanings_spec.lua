-- What a phrase means that others say: over every answer it agrees with what its
-- words say, and what is not known stays open.
local small = require "support.small"
local support = require "support.host"

local FACTS <const> = [[
fact "o.level" { type = "choice", values = { "full", "none", "partial", "other" },
  order = { "none", "partial", "full" }, ask = "Level?" }
fact "o.number" { type = "count", ask = "How many?" }
fact "o.name" { type = "text", ask = "Name?" }
fact "o.country" { type = "country", ask = "Country?" }
]]

local function open(sentence)
  return assert(small.open(small.check(("{ %q, otherwise = \"X.\" }")
    :format(sentence)), { more = { ["m.lua"] = FACTS } }))
end

-- Whether `sentence` holds where the facts are `facts`: true, false, or nil.
local function holds(runtime, facts)
  local report = assert(support.evaluate(runtime, small.dossier(facts)))
  local outcome = support.result(report, "1.1", "f").outcome
  if outcome == "insufficient-evidence" then return nil end
  return outcome == "conformance"
end

-- `sentence` holds of those among `answers` alone for which `wanted` says so, and
-- is open where nothing is known.  `place` puts an answer into facts.
local function means(sentence, answers, place, wanted)
  it(sentence, function()
    local runtime = open(sentence)
    for _, answer in ipairs(answers) do
      local shown = type(answer) == "table" and table.concat(answer, ",") or answer
      assert.equal(wanted(answer), holds(runtime, place(answer)), shown)
    end
    assert.is_nil(holds(runtime, {}))
  end)
end

local function has(set, value)
  for _, one in ipairs(set) do if one == value then return true end end
  return false
end

describe("of sets:", function()
  local KINDS <const> = { { "x" }, { "y" }, { "z" }, { "x", "y" }, { "x", "z" },
    { "y", "z" }, { "x", "y", "z" } }
  local function kinds(answer) return { a = { kinds = answer } } end
  local TASKS <const> = { "none", { "x" }, { "y" }, { "x", "y" } }
  local function tasks(answer) return { a = { tasks = answer } } end

  means("a.kinds does not include x", KINDS, kinds, function(set)
    return not has(set, "x")
  end)
  means("a.kinds does not include x or y", KINDS, kinds, function(set)
    return not has(set, "x") and not has(set, "y")
  end)
  means("a.kinds includes only x", KINDS, kinds, function(set)
    return #set == 1 and set[1] == "x"
  end)
  means("a.kinds includes only x or y", KINDS, kinds, function(set)
    return not has(set, "z")
  end)
  means("a.tasks includes only x", TASKS, tasks, function(set)
    return set ~= "none" and not has(set, "y")
  end)
  means("a.tasks is empty", TASKS, tasks, function(set) return set == "none" end)
  means("a.tasks is not empty", TASKS, tasks, function(set)
    return set ~= "none"
  end)
end)

describe("of ordered choices:", function()
  local LEVELS <const> = { "none", "partial", "full", "other" }
  local RANK <const> = { none = 1, partial = 2, full = 3 }
  local function level(answer) return { o = { level = answer } } end
  local function ranks(sentence, wanted)
    means(sentence, LEVELS, level, function(answer)
      return RANK[answer] ~= nil and wanted(RANK[answer])
    end)
  end
  ranks("o.level is at least partial", function(rank) return rank >= 2 end)
  ranks("o.level is at most partial", function(rank) return rank <= 2 end)
  ranks("o.level is more than none", function(rank) return rank > 1 end)
  ranks("o.level is less than full", function(rank) return rank < 3 end)
end)

describe("of numbers and days:", function()
  local function number(answer) return { o = { number = answer } } end
  means("o.number is between 2 and 4", { 0, 1, 2, 3, 4, 5 }, number, function(n)
    return n >= 2 and n <= 4
  end)
  local function day(answer) return { a = { day = answer } } end
  local DAYS <const> = { "2013-01-30", "2013-01-31", "2013-02-01", "2013-02-27",
    "2013-02-28", "2013-03-01", "2013-03-31", "2013-04-01" }
  local function days(sentence, first, last)
    means(sentence, DAYS, day, function(answer)
      return answer >= first and answer <= last
    end)
  end
  days("a.day is on 2013-02-28", "2013-02-28", "2013-02-28")
  days("a.day is on 1 month after 2013-01-31", "2013-02-28", "2013-02-28")
  days("a.day is between 2013-01-31 and 2013-02-28", "2013-01-31", "2013-02-28")
  days("a.day is between 2013-01-31 and 30 days after 2013-01-29", "2013-01-31",
    "2013-02-28")
  days("a.day is within 1 month after 2013-01-31", "2013-01-31", "2013-02-28")
  days("a.day is within 1 month before 2013-02-28", "2013-01-28", "2013-02-28")
  days("a.day is within 1 day of 2013-02-28", "2013-02-27", "2013-03-01")

  it("one date near another", function()
    local runtime = open "a.day is within 2 months of a.expiry"
    local function near(a, b) return holds(runtime, { a = { day = a, expiry = b } }) end
    assert.is_true(near("2013-03-31", "2013-05-31"))
    assert.is_true(near("2013-07-31", "2013-05-31"))
    assert.is_false(near("2013-03-30", "2013-05-31"))
    assert.is_false(near("2013-08-01", "2013-05-31"))
    assert.is_nil(near("2013-03-31", nil))
    assert.is_true(near("2013-04", "2013-05")) -- any day of either month
    assert.is_nil(near("2013-04", "2013-06"))
  end)
end)

describe("of texts:", function()
  local NAMES <const> = { "North", "South pit", "salt and pepper" }
  local function name(answer) return { o = { name = answer } } end
  means("o.name is North", NAMES, name, function(n) return n == "North" end)
  means("o.name is 'South pit' or North", NAMES, name, function(n)
    return n ~= "salt and pepper"
  end)
  means("o.name is not 'salt and pepper'", NAMES, name, function(n)
    return n ~= "salt and pepper"
  end)
  means("o.country is GH or ML", { "GH", "ML", "DE" }, function(code)
    return { o = { country = code } }
  end, function(code) return code ~= "DE" end)
end)

describe("is refused where it says nothing:", function()
  for sentence, why in pairs {
    ["a.kinds is empty"] = "always holds something",
    ["a.kinds includes only x, y or z"] = "names every value",
    ["o.level is more than full"] = "leaves no value",
    ["o.level is at least other"] = "cannot be 'other'",
    ["o.level is at least 2"] = "cannot be '2'",
    ["o.number is between 2013-01-01 and today"] = "two numbers for the rest",
    ["a.day is between 2 and 5"] = "two days for a date",
    ["o.country is Ghana"] = 'write "o.country is GH"',
  } do
    it(sentence, function()
      local _, wrong = small.open(small.check(("%q"):format(sentence)),
        { more = { ["m.lua"] = FACTS } })
      assert.truthy(wrong.message:lower():find(why:lower(), 1, true), wrong.message)
    end)
  end
end)
