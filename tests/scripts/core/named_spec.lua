-- Conditions that name what there is not are told in words, whatever holds them.
local support = require "support.host"
local small = require "support.small"

local PARAMETERS <const> = [[
parameter "way" { type = "choice", values = { "first", "second" }, ask = "Way?",
  value = "first", source = "the test" }
parameter "most" { type = "count", ask = "Most?", value = 2, source = "the test" }
]]

local function wrong(expect)
  local runtime = assert(small.open(PARAMETERS .. small.check(expect),
    { tolerant = true }))
  return support.decode(runtime.lint()).diagnostics[1]
end

local function says(title, expect, message, cure)
  it(title, function()
    local found = wrong(expect)
    assert.truthy(found.message:find(message, 1, true), found.message)
    assert.truthy(found.cure:find(cure, 1, true), found.cure)
  end)
end

describe("a reading", function()
  says("of no parameter", 'reading "wya" { first = "a.flag is yes" }',
    "'wya' is not a fact or parameter", "Did you mean 'way'?")
  says("of a parameter without choices", 'reading "most" { x = "a.flag is yes" }',
    "something else than a parameter", "of type choice")
  says("of a fact", 'reading "a.level" { none = "a.flag is yes" }',
    "something else than a parameter", "of type choice")
  says("that leaves a value out", 'reading "way" { first = "a.flag is yes" }',
    "says nothing for second", 'Write second = "..."')
  says("of a value that there is not", 'reading "way" { first = "a.flag is yes", '
    .. 'second = "a.flag is yes", third = "a.flag is yes" }',
    "'third' is no value of 'way'", "Write one of: first, second")
end)

describe("a function", function()
  says("of a fact that there is not", "compute { facts = { \"a.flg\" }, "
    .. "function(a) return a end }", "'a.flg' is not a fact", "'a.flag'")
  says("of something that is no name", "compute { facts = { 3 }, "
    .. "function(a) return a end }", "lacks its facts", "Write compute {")
end)
