-- Whether `or` is or and `and` is and in a sentence, and what is offered where it
-- is not.  A cure is read again: it is accepted, and means what it says.
local diagnostic = require "base.diagnostic"
local small = require "support.small"

-- What is wrong with one sentence, or nil.
local function problem(sentence)
  local runtime = assert(small.open(small.check(("{ %q, otherwise = \"X.\" }")
    :format(sentence)), { tolerant = true }))
  local d = runtime.model().diagnostics[1]
  return d and diagnostic.core(d.says)
end

-- The outcome where a.kinds holds `kinds`.
local function outcome(condition, kinds)
  return small.result(('{ %s, otherwise = "X." }'):format(condition),
    { a = { kinds = kinds } }).outcome
end

describe("several values", function()
  for _, sentence in ipairs { "a.level is none or partial",
    "a.level is none, partial", "a.level is not none or partial",
    "a.kinds includes any of x or y", "a.kinds includes any of x, y",
    "a.kinds includes all of x and y", "a.kinds includes x and y",
    "a.kinds includes none of x or y" } do
    it("are joined by their word: " .. sentence, function()
      assert.is_nil(problem(sentence))
    end)
  end

  local function two_readings(sentence, any, all)
    it("are read in two ways: " .. sentence, function()
      local says = problem(sentence)
      assert.equal(any, says and says.args.any)
      assert.equal(all, says.args.all)
      assert.is_nil(problem(any))
      assert.is_nil(problem(all))
    end)
  end
  local ANY <const>, ALL <const> = "a.kinds includes any of x or y",
    "a.kinds includes all of x and y"
  two_readings("a.kinds includes x or y", ANY, ALL)
  two_readings("a.kinds includes x, y", ANY, ALL)
  two_readings("a.kinds includes any of x and y", ANY, ALL)
  two_readings("a.kinds includes all of x or y", ANY, ALL)
  two_readings("a.kinds is x, y", ANY, ALL)
  two_readings("a.kinds includes none of x and y",
    "a.kinds includes none of x or y", ALL)
  two_readings("a.kinds is not x and y", "a.kinds includes none of x or y", ALL)

  local function healed(sentence, cure)
    it("are cured by what they mean: " .. sentence, function()
      local says = problem(sentence)
      assert.equal(cure, says and says.args.sentence)
      assert.is_nil(problem(cure))
    end)
  end
  healed("a.kinds is x and y", ALL)
  healed("a.kinds is x or y", ANY)
  healed("a.kinds is not x or y", "a.kinds includes none of x or y")
  two_readings("a.kinds does not include x, y", "a.kinds includes none of x or y", ALL)
  two_readings("a.kinds includes only x and y", "a.kinds includes only x or y", ALL)
  healed("a.level is none and partial", "a.level is none or partial")
  healed("a.level is not none and partial", "a.level is not none or partial")

  it("mean what their word says", function()
    assert.equal("conformance", outcome(("%q"):format(ANY), { "x", "z" }))
    assert.equal("minor-nonconformance", outcome(("%q"):format(ALL),
      { "x", "z" }))
    assert.equal("conformance", outcome(("%q"):format(ALL), { "x", "y" }))
    assert.equal("minor-nonconformance",
      outcome('"a.kinds includes none of x or y"', { "y" }))
  end)
end)
