-- Rules in which nothing is wrong can be compiled to a program: what the core in C would
-- refuse is told where it stands.
local support = require "support.host"
local program = require "program"
local small = require "support.small"

-- A fact of each number from 0 to `last`: under `parts` conditions on the one before it
-- it does not apply.
local function facts(last, parts)
  local list = { 'fact "t.f0" { type = "yes/no", ask = "?" }' }
  for i = 1, last do
    local gates = ('"t.f%d is no", '):format(i - 1):rep(parts)
    list[i + 1] = ('fact "t.f%d" { type = "yes/no", ask = "?", not_applicable_when = all { %s } }')
      :format(i, gates)
  end
  return table.concat(list, "\n") .. "\n"
end

-- Whether the core takes the program of `rules`, which hold nothing wrong.
local function is_taken(rules)
  local runtime, problem = small.open(rules)
  assert(runtime, problem and problem.message)
  assert.same({}, runtime.model().diagnostics)
  local core = support.host.program
  return (core.check((program.compile(runtime.model(), core.layout()))))
end

local function refused(rules, words, line)
  local runtime, problem = small.open(rules)
  assert.is_nil(runtime)
  assert.equal("pack", problem.status)
  assert.matches(words, problem.message, 1, true)
  assert.same({ "c.lua", line }, { problem.where, problem.line })
end

describe("conditions that lean on each other", function()
  local function chain(last)
    return facts(last, 1) .. small.check(('"t.f%d is yes"'):format(last))
  end
  it("are taken as far down as the core goes", function()
    assert.is_true(is_taken(chain(127))) -- `all` and a sentence for each, and the check
  end)
  it("are refused beyond it, where they stand", function()
    refused(chain(128), "256 on the longest way down", 130)
    refused(chain(300), "256 on the longest way down", 130)
  end)
  it("are told by lint", function()
    local runtime = assert(small.open(chain(128), { tolerant = true }))
    local found = support.decode(runtime.lint()).diagnostics[1]
    assert.same({ "error", "c.lua", 130 }, { found.severity, found.file, found.line })
    assert.matches("256 on the longest way down", found.message, 1, true)
  end)

  -- By 32 conditions on each fact before it, t.f1 is met as 34 conditions, t.f2 as 1,090
  -- and t.f3 as 34,882: with the one that joins them 2 to the 20th.
  local FULL <const> = ('"t.f3 is yes", '):rep(30) .. '"t.f2 is yes", '
    .. ('"t.f1 is yes", '):rep(30) .. ('"t.f0 is yes", '):rep(5)
  it("are taken as often as the core meets them", function()
    assert.is_true(is_taken(facts(3, 32) .. small.check(("all { %s }"):format(FULL))))
  end)
  it("are refused where they are met more often", function()
    refused(facts(3, 32) .. small.check(('all { %s"t.f0 is no" }'):format(FULL)),
      "1048576 may be met in all", 5)
  end)
end)

describe("a number in a sentence", function()
  local function check(digits)
    return small.check(('"a.total is at most %s"'):format(digits))
  end
  it("is taken as far as a number goes", function()
    assert.is_true(is_taken(check("1" .. ("0"):rep(308))))
  end)
  it("is refused beyond it", function()
    refused(check("1" .. ("0"):rep(309)), "the number is beyond 1.8e308", 1)
    refused(check("-1" .. ("0"):rep(309)), "the number is beyond 1.8e308", 1)
  end)
end)
