local support = require "support.host"
local diagnostic = require "base.diagnostic"
local sentence = require "pack.sentence"
assert(support)

local function parsed(text)
  local ast, wrong = sentence.parse(text)
  return assert(ast, wrong)
end
local function problem(text)
  local ast, wrong = sentence.parse(text)
  assert.is_nil(ast)
  return diagnostic.text(wrong)
end

describe("a sentence", function()
  it("is read by its phrase", function()
    local cases = {
      { "a.b is yes", "is", { "yes" } },
      { "a.b is not none", "is_not", { "none" } },
      { "a.b is partial or adequate", "is", { "partial", "adequate" } },
      { "a.b includes x, y and z", "includes", { "x", "y", "z" } },
      { "a.b includes all of x, y", "includes", { "x", "y" } },
      { "a.b includes any of x, y", "includes_any", { "x", "y" } },
      { "a.b includes none of x", "includes_none", { "x" } },
      { "a.b is at least 3", "at_least", { number = 3 } },
      { "a.b is at most 2.5", "at_most", { number = 2.5 } },
      { "a.b is more than c.d", "more_than", { name = "c.d" } },
      { "a.b is less than -1", "less_than", { number = -1 } },
      { "a.b is exactly 0", "exactly", { number = 0 } },
      { "a.b covers all of c.d", "covers", { name = "c.d" } },
      { "a.b is on or after today", "on_or_after", { today = true } },
      { "a.b is on or before 2013-11-30", "on_or_before",
        { date = "2013-11-30" } },
      { "a.b is after c.d", "after", { name = "c.d" } },
      { "a.b is before 30 days after today", "before",
        { today = true, shift = 30, unit = "days" } },
      { "a.b is on or after 2 months before c.d", "on_or_after",
        { name = "c.d", shift = -2, unit = "months" } },
      { "a.b is within 12 months of today", "within", { number = 12 } },
      { "a.b is within c.limit of today", "within", { name = "c.limit" } },
    }
    for _, case in ipairs(cases) do
      local ast = parsed(case[1])
      assert.equal("a.b", ast.fact)
      assert.equal(case[2], ast.op, case[1])
      assert.same(case[3], ast.operand, case[1])
    end
  end)

  it("is printed in its plainest form, however it is typed", function()
    for typed, plain in pairs {
      ["a.b IS yes"] = "a.b is yes", ["a.b is 'yes'"] = "a.b is yes",
      ["a.b Is At Least 3"] = "a.b is at least 3",
      ["a.b includes x AND y"] = "a.b includes all of x and y",
      ["a.b is x, y"] = "a.b is x or y",
      ["a.b includes none of x"] = "a.b does not include x",
      ["a.b is before Today"] = "a.b is before today",
      ["a.b is within 1 Months of Today"] = "a.b is within 1 month of today",
      ['a.b is "New York" or \'The Hague\''] = "a.b is 'New York' or 'The Hague'",
      ["a.b is 'salt and pepper'"] = "a.b is 'salt and pepper'",
    } do
      assert.equal(plain, parsed(typed).text)
    end
  end)

  it("may be broken over lines", function()
    assert.equal("a.b is yes", parsed("a.b\n      is   yes ").text)
  end)

  it("that is not understood names the nearest phrase or the cure", function()
    assert.matches("did you mean 'is at least'", problem "a.b is at laest 3")
    assert.matches("in words", problem "a.b == 3")
    assert.matches("in words", problem "a.b >= 3")
    assert.matches("whole condition", problem "a.b")
    assert.matches("not a number", problem "a.b is at least many things")
    assert.matches("not a date", problem "a.b is after 3 weeks before today")
    assert.matches([[write "a.b is 'yes'"]], problem "a.b is \u{2018}yes\u{2019}", 1, true)
  end)

  it("is written out as it should stand where the slip is a usual one", function()
    local function says(cure, text)
      assert.truthy(problem(text):find(cure, 1, true), problem(text))
    end
    says('"a.b is at least 3"', "a.b >= 3")
    says('"a.b is yes"', "a.b=yes")
    says('"a.b is more than 2"', "a.b is greater than 2")
    says('"a.b includes x"', "a.b contains x")
    says('"a.b is yes"', "a.bis yes")
    says('all { "a.b is yes", "c.d is no" }', "a.b is yes and c.d is no")
    says('any { "a.b is yes", "c.d is at least 3" }',
      "a.b is yes or c.d is at least 3")
    says('write "a.b is before 2013-11-30"', "a.b is before 30.11.2013")
    says('write "a.b is before 2013-11-30"', "a.b is before 11/30/2013")
    says('write "a.b is before 2013-11-05", or "a.b is before 2013-05-11"',
      "a.b is before 5.11.2013")
    says('write "a.b is on or after 2013-11-30"', "a.b is at least 2013-11-30")
    says("digits alone", "a.b is at most 5%")
    says('write numbers in figures: "a.b is more than 100"',
      "a.b is more than one hundred")
    says('write "a.b is within 12 months of today"', "a.b is within 12 months")
    says('write "a.b is within c.limit of today"', "a.b is within c.limit")
    says('any { "a.b is yes", "a.b is no" }', "a.b is yes or is no")
    says('all { "a.b is at least 3", "a.b is at most 5" }',
      "a.b is at least 3 and is at most 5")
  end)

  it("is mended where a word, a figure or a full stop is amiss", function()
    local function says(cure, text)
      assert.truthy(problem(text):find(cure, 1, true), problem(text))
    end
    says('write "a.b is yes"', "a.b is yes.")
    says('write "a.b is yes"', "a.b yes")
    says('write "a.b is yes"', "the a.b is yes")
    says("the name 'a b' holds spaces", "a b is yes")
    says("'a.b is at least' ends too early", "a.b is at least")
    says("'a.b is' ends too early", "a.b is")
    says("such as 'is between 2 and 5'", "a.b is between 2")
    says('"a.b is at least 3"', "a.b is at least 3 persons")
    says('"a.b is at least 1000"', "a.b is at least 1,000")
    says('write "a.b is before 2013-03-01"', "a.b is before 1 March 2013")
    says('write "a.b is before 2013-03-01"', "a.b is before March 1, 2013")
    says("such as 2013-11-30", "a.b is before 1 Mars 2013")
  end)

  -- A year is twelve months and a week seven days; a month is no number of days.
  it("on a span of time is counted again only where that is exact", function()
    local function says(cure, text)
      assert.truthy(problem(text):find(cure, 1, true), problem(text))
    end
    for _, said in ipairs { "2 years of today", "two years", "24 months",
      "the last 2 years" } do
      says('write "a.b is within 24 months of today"', "a.b is within " .. said)
    end
    says('write "a.b is within 12 months of today"',
      "a.b is within a year of today")
    says("'is within' counts in whole months; write days as \"a.b is on or after "
      .. '90 days before today"', "a.b is within 90 days of today")
    says('"a.b is on or after 28 days before today"', "a.b is within 4 weeks")
    says('write "a.b is after 21 days before today"',
      "a.b is after 3 weeks before today")
    says('write "a.b is within 12 months of today"',
      "a.b is not older than 12 months")
    says('write "a.b is before 24 months before today"',
      "a.b is older than 2 years")
  end)

  it("on a share is shown as a function of the two", function()
    for text, returns in pairs {
      ["a.b is at least 50% of c.d"] = "100 * part >= 50 * whole",
      ["a.b covers 50 % of c.d"] = "100 * part >= 50 * whole",
      ["a.b is at most 5% of c.d"] = "100 * part <= 5 * whole",
      ["a.b is half of c.d"] = "2 * part == 1 * whole",
      ["a.b is more than half c.d"] = "2 * part > 1 * whole",
      ["a.b is less than a third of c.d"] = "3 * part < 1 * whole",
      ["a.b is at least two thirds of c.d"] = "3 * part >= 2 * whole",
      ["a.b is at least three quarters of c.d"] = "4 * part >= 3 * whole",
    } do
      assert.truthy(problem(text):find('write compute { facts = { "a.b", "c.d" }, '
        .. "function(part, whole) return " .. returns .. " end", 1, true),
        problem(text))
    end
  end)
end)

describe("a sentence written again is the same:", function()
  for _, text in ipairs { "a.b is yes", "a is x, y or z", "a is not x",
    "a includes x", "a includes all of x and y", "a includes any of x, y or z",
    "a includes none of x or y", "a does not include x", "a includes only x or y",
    "a is empty", "a is not empty", "a is between 2 and 5", "a is not 'x y' or z",
    "a is between 2013-01-01 and 30 days before today", "a is on 2013-05-01",
    "a is on 18 months after b", "a is within 18 months after b",
    "a is within 1 day before 2013-05-01", "a is within 18 months of b",
    "a is at least 2", "a is at most 2.5",
    "a is more than b.c", "a is less than 1", "a is exactly 0",
    "a covers all of b", "a is on or after today", "a is on or before "
    .. "2013-11-30", "a is after b", "a is before 1 day before today",
    "a is on or after 30 days after b", "a is within 12 months of today",
    "a is within 1 month of today", "a is within b of today" } do
    it(text, function() assert.equal(text, sentence.write(parsed(text))) end)
  end
end)

-- A cure never changes the meaning; where there are two, both are offered.
describe("a cure says what was meant:", function()
  local function healed(text, cure)
    it(text, function()
      local _, wrong = sentence.parse(text)
      assert.equal(cure, wrong and wrong.args.sentence)
      assert.truthy(sentence.parse(cure), cure)
    end)
  end
  healed("a.b is more than 0,5", "a.b is more than 0.5")
  healed("a.b is more than 2,5", "a.b is more than 2.5")
  healed("a.b is greater than or equal to 3", "a.b is at least 3")
  healed("a.b is less than or equal to 3", "a.b is at most 3")
  healed("a.b is not at least 3", "a.b is less than 3")
  healed("a.b equals c.d", "a.b is exactly c.d")
  healed("a.b equals yes", "a.b is yes")
  healed("a.b isn't yes", "a.b is not yes")
  healed("a.b excludes x", "a.b does not include x")
  healed("a.b includes either x or y", "a.b includes any of x or y")
  healed("a.b includes both x and y", "a.b includes x and y")
  healed("a.b is all of c.d", "a.b covers all of c.d")
  healed("a.b is more than 18 months ago", "a.b is before 18 months before today")
  healed("a.b is not more than 12 months ago", "a.b is within 12 months of today")

  local function both(text, first, second)
    it(text, function()
      local _, wrong = sentence.parse(text)
      assert.equal(first, wrong and wrong.args.first)
      assert.equal(second, wrong.args.second)
      assert.truthy(sentence.parse(first), first)
    end)
  end
  both("a.b is more than 1,000", "a.b is more than 1000", "a.b is more than 1")
  both("a.b is more than 1.000", "a.b is more than 1000", "a.b is more than 1")
  both("a.b is more than 1.250", "a.b is more than 1250", "a.b is more than 1.25")
  both("not a.b is yes", "a.b is yes", nil) -- inside none { ... }
  it("not a.b is yes, denied", function()
    assert.equal('write none { "a.b is yes" }',
      diagnostic.cure(select(2, sentence.parse "not a.b is yes")))
  end)
  it("a fraction below one stays one", function()
    assert.equal(0.125, parsed("a.b is more than 0.125").operand.number)
  end)
end)
