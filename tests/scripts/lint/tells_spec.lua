-- Slips that rules load with, and those that make one message and no more.
local small = require "support.small"
local support = require "support.host"

-- What lint tells of `rules`, as "slip" or "slip of it", examples apart.
local function told(rules, layer)
  local layers = layer and { { name = "ours", files = { { path = "pack.lua",
    text = layer } } } }
  local runtime = assert(small.open(rules, { tolerant = true, layers = layers }))
  local slips, first = {}, nil
  for _, d in ipairs(support.decode(runtime.lint()).diagnostics) do
    local here = d.file:find "c%.lua$" or d.file:find "^ours/"
    if here and not d.code:find "^L0[34]" then
      slips[#slips + 1], first = d.slip, first or d
    end
  end
  return slips, first, runtime
end

local function tells(title, rules, slip, cure)
  it(title, function()
    local slips, first = told(rules)
    assert.same({ slip }, slips)
    assert.truthy(first.cure:find(cure, 1, true), first.cure)
  end)
end

local REST <const> = 'remedy = "Mend it."'
local function check(expect) return small.check(expect, REST) end

describe("lint tells", function()
  tells("an otherwise beside a group", check('{ all { "a.flag is yes", '
    .. '"b.flag is yes" }, otherwise = "Not so." }'), "beside-group",
    'Write all { ..., otherwise = "..." }')
  tells("an otherwise beside the items of a list", check('{ every "people" { '
    .. '"armed is no" }, otherwise = "Not so." }'), "beside-group",
    'Write every "people" { ..., otherwise = "..." }')
  tells("a remedy beside a group", check '{ any { "a.flag is yes" }, remedy = "Do." }',
    "beside-group", 'any { ..., remedy = "..." }')
  tells("{missing} where no set is compared", check('{ "a.flag is yes", '
    .. 'otherwise = "It lacks {missing}." }'), "missing-without-set", "name of a fact")
  tells("{missing} of one value", check('{ "a.kinds includes x", '
    .. 'otherwise = "It lacks {missing}." }'), "missing-without-set", "name of a fact")
  tells("a fact in round brackets", check('{ "a.flag is yes", '
    .. 'otherwise = "It is (a.flag) so." }'), "round-brackets", "Write {a.flag}")
  tells("a fact in square brackets", check('{ "a.flag is yes", '
    .. 'otherwise = "It is [a.flag]." }'), "round-brackets", "Write {a.flag}")
  tells("the words of a new check", small.check('{ "a.flag is yes", otherwise = "X." }',
    'remedy = "What would put it right, as one sentence."'), "scaffold-words",
    "Write your own")
end)

describe("lint tells nothing of", function()
  for title, expect in pairs {
    ["{missing} where a set lacks some values"] = '{ "a.kinds includes all of x and '
      .. 'y", otherwise = "It lacks {missing}." }',
    ["words in brackets"] = '{ "a.flag is yes", otherwise = "It is so (again)." }',
    ["an otherwise beside expect"] = 'all { "a.flag is yes", "b.flag is yes" }, '
      .. 'otherwise = "One flag is down."',
  } do
    it(title, function() assert.same({}, (told(check(expect)))) end)
  end

  it("an otherwise beside expect, and it is the finding", function()
    local result = small.result('"a.flag is yes", otherwise = "The flag is {a.flag}."',
      { a = { flag = false } })
    assert.equal("major-nonconformance", result.outcome)
    assert.truthy(result.reason:find("The flag is no", 1, true), result.reason)
  end)
end)

describe("one fault makes one message:", function()
  local READ <const> = check('{ "n.new is yes", otherwise = "X." }')
    .. ' check "1.2" { title = "T", points = { "SHALL" }, ask = "Ask.", '
    .. 'remedy = "Mend.", expect = { "n.new is no", otherwise = "X." } }\n'
  local function one(title, declaration, slip)
    it(title, function()
      assert.same({ slip }, (told(declaration .. "\n" .. READ)))
    end)
  end
  one("a misspelt word", 'fcat "n.new" { type = "yes/no", ask = "New?" }',
    "word-unknown")
  one("a misspelt part", 'fact "n.new" { typ = "yes/no", ask = "New?" }', "not-part")
  one("a misspelt type", 'fact "n.new" { type = "yesno", ask = "New?" }',
    "type-unknown")

  one("a name in capitals", 'fact "N.new" { type = "yes/no", ask = "New?" }',
    "name-no-path")
  one("values in one pair of quotes", 'fact "n.new" { type = "choice", '
    .. 'values = "a, b", ask = "New?" }', "part-kind")

  one("values of a fact of a list in one pair of quotes", 'list "guests" { ask = '
    .. '"Who?", facts = { fact "id" { type = "choice", values = "a, b", ask = "?" }, '
    .. 'fact "n.seen" { type = "yes/no", ask = "Seen?" } } }\n'
    .. 'fact "n.new" { type = "yes/no", ask = "New?" }', "part-kind")
  it("a layer's part of a fact that there is not", function()
    assert.same({ "of-baseline" }, (told(check '{ "a.flag is yes", otherwise = "X." }',
      'fact "org.x" { type = "count", of = "a.totl", ask = "X?" } check "1.org.x" { '
      .. 'title = "X", points = { "SHALL" }, ask = "Ask.", remedy = "Do.", expect = { '
      .. '"org.x covers all of a.total", otherwise = "X." } }')))
  end)
  for _, group in ipairs { 'all { when "a.flag is yes", "b.flag is yes" }',
    'all { any "a.flag is yes", "b.flag is yes" }', 'all { none "people", "armed is no" }' }
  do
    one("a word without braces: " .. group,
      'fact "n.new" { type = "yes/no", ask = "New?" }\n'
      .. small.check(group, REST):gsub("1%.1", "1.3"), "asks-for-nothing")
  end

  -- Of all files: what stands in examples too.
  local function with_examples(title, rules, examples, slip)
    it(title, function()
      local runtime = assert(small.open(rules, { tolerant = true,
        more = { ["d.lua"] = examples } }))
      local slips = {}
      for _, d in ipairs(support.decode(runtime.lint()).diagnostics) do
        if d.severity == "error" or d.slip == "fact-unread"
          and d.file == "c.lua" then
          slips[#slips + 1] = d.slip
        end
      end
      assert.same({ slip }, slips)
    end)
  end
  with_examples("a broken check, whose examples answer its prompt",
    check 'auditor "seen" { ask = "Seen?" }, ["were"] = "a.flag is yes"',
    'examples "1.1" { { gives = "conformance", because = "so", '
    .. 'records = { { prompt = "1.1/seen", answer = "yes" } } } }', "not-part")
  with_examples("a name that a check and its examples misspell",
    check '{ "a.flagg is yes", otherwise = "X." }',
    'examples "1.1" { { gives = "conformance", because = "so", '
    .. 'facts = { "a.flagg is yes" } } }', "name-unknown")
  with_examples("a check that was taken out, and its facts",
    'fact "n.new" { type = "yes/no", ask = "New?" } '
    .. check '{ "a.flag is yes", otherwise = "X." }',
    'examples "1.7" { { gives = "conformance", because = "so", '
    .. 'facts = { "n.new is yes" } } }', "examples-of-none")
  with_examples("a misspelt gives",
    check '{ "a.flag is yes", otherwise = "X." }',
    'examples "1.1" { { give = "conformance", because = "so", '
    .. 'facts = { "a.flag is yes" } } }', "not-part")

  it("in a test too, before the examples that fail", function()
    local runtime = assert(small.open('fcat "n.new" { type = "yes/no" }\n' .. READ,
      { tolerant = true, more = { ["d.lua"] = 'examples "1.1" { { gives = '
      .. '"conformance", because = "so", facts = { "n.new is yes" } } }' } }))
    assert.equal(1, #support.decode(runtime.test()).problems)
  end)
end)

describe("a check that is called stricter", function()
  local BASE <const> = check '{ "a.level is full", otherwise = "X." }'
  local function stricter(expect)
    return told(BASE, ('check "1.org.s" { title = "S", stricter_than = "1.1", ask = '
      .. '"Ask.", %s, expect = { %q, otherwise = "X." } }'):format(REST, expect))
  end
  it("and asks less is told, with an answer that shows it", function()
    local slips, first = stricter "a.level is partial or full"
    assert.same({ "never-stricter" }, slips)
    assert.truthy(first.message:find("a.level is partial", 1, true), first.message)
  end)
  for _, expect in ipairs { "a.level is full", "b.flag is yes", "a.kinds includes x",
    "a.day is within 12 months of today", "a.total is at least 2" } do
    it("and asks as much, or something else, is not: " .. expect, function()
      assert.same({}, (stricter(expect)))
    end)
  end
end)
