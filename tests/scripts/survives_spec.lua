-- No rule that loads can break an assessment.  Packs are made from the table of
-- phrases and the joining words, dossiers from the vocabulary, both from a fixed
-- seed; whatever opens, evaluates.  SURVIVE=1000 tries so many packs.
local phrases = require "pack.phrases"
local small = require "support.small"
local support = require "support.host"

local PACKS <const> = tonumber(os.getenv "SURVIVE") or 60
local DOSSIERS <const> = 6

local seed
local function random(n) -- 1..n; the same on every machine
  seed = (seed * 1103515245 + 12345) & 0x7fffffff
  return (seed >> 8) % n + 1
end
local function one_of(list) return list[random(#list)] end

-- ---- rules ----------------------------------------------------------------

local MORE <const> = [[
fact "d.part" { type = "count", ask = "Part?" }
fact "d.share" { type = "percent", ask = "Share?" }
fact "d.amount" { type = "number", ask = "Amount?" }
fact "d.since" { type = "date", may_be_never = true, ask = "Since?" }
fact "c.whole" { type = "count", ask = "Whole?" }
fact "d.name" { type = "text", ask = "Name?" }
fact "d.step" { type = "choice", values = { "a", "b", "c" }, order = { "c", "a" },
  ask = "Step?" }
fact "c.part" { type = "count", of = "c.whole", ask = "Part?" }
]]

local function with_entries(model)
  local list = {}
  for _, entry in ipairs(model.vocabulary.ordered) do
    if entry.scope == "facility" and entry.path ~= "facility.id" then
      list[#list + 1] = entry
    end
  end
  return list
end

local function fitting(entry)
  local list = {}
  for _, phrase in ipairs(phrases.ALL) do
    local empties = phrase.operand == "nothing" and not entry.may_be_none
    if phrase.fits[entry.order and "ordered choice" or entry.type] and not empties
      then list[#list + 1] = phrase end
  end
  return list
end

local function named(entries, types)
  local list = {}
  for _, entry in ipairs(entries) do
    if types[entry.type] then list[#list + 1] = entry.path end
  end
  return #list > 0 and one_of(list)
end

local WORDS <const> = { ["yes/no"] = { "yes", "no" }, months = { "none-stated" },
  text = { "words", "'other words'" } }
local rights = {}
function rights.words(entry, phrase)
  local values, list = entry.values or WORDS[entry.type], {}
  local most = phrase.op == "includes_only" and #values - 1 or 3
  for i = 1, random(most) do list[i] = one_of(values) end
  return table.concat(list, phrase.op == "is" and " or " or ", ")
end
function rights.nothing() return "" end
function rights.bounds(entry)
  if entry.type == "date" then return "2013-05-01 and 30 days before today" end
  return ("%d and %d"):format(random(5), random(9))
end
local ENDS <const> = { more_than = "c", less_than = "a" }
function rights.amount(entry, phrase, entries)
  if entry.order then return ENDS[phrase.op] or one_of { "a", "c" } end
  local name = random(2) == 1 and named(entries, phrase.compares)
  return name or tostring(random(6) - 2)
end
function rights.moment(_, phrase, entries)
  local base = one_of { "today", "2013-05-01", named(entries, phrase.compares) }
  return random(3) > 1 and base
    or ("%d %s %s %s"):format(random(400), one_of { "days", "months" },
      one_of { "before", "after" }, base)
end
function rights.span(_, phrase, entries)
  if random(3) == 1 then
    return ("%d %s %s %s"):format(random(40), one_of { "days", "months" },
      one_of { "before", "after", "of" }, named(entries, phrases.DATES))
  end
  return (random(2) == 1 and named(entries, phrase.compares)
    or random(40) .. " months") .. " of today"
end

local function leaf(entries)
  local entry = one_of(entries)
  local list = fitting(entry)
  if #list == 0 then return leaf(entries) end
  local phrase = one_of(list)
  return ("%q"):format(("%s %s %s"):format(entry.path, phrase.says,
    rights[phrase.operand](entry, phrase, entries)))
end

local condition -- forward

local function several(entries, depth, joint)
  local list = {}
  for i = 1, random(3) do list[i] = condition(entries, depth + 1) end
  return table.concat(list, joint or ", ")
end

local ITEMS <const> = { '"armed is yes"', '"trained is no"',
  'all { "armed is yes", "trained is yes" }', 'none { "armed is no" }' }

local makers = {
  function(e, d) return ("all { %s }"):format(several(e, d)) end,
  function(e, d) return ("any { %s }"):format(several(e, d)) end,
  function(e, d) return ("none { %s }"):format(several(e, d)) end,
  function(e, d)
    return ("when(%s) { %s }"):format(condition(e, d + 1), several(e, d))
  end,
  function()
    return ('%s "people" { where = %s, %s }'):format(one_of { "every", "any",
      "none" }, one_of(ITEMS), one_of(ITEMS))
  end,
  function() return ('auditor "q%d" { ask = "Is it so?" }'):format(random(9)) end,
  function(e)
    local a, b = one_of(e).path, one_of(e).path
    return ('compute { facts = { %q, %q }, function(a, b) return a == b end, '
      .. 'otherwise = "X." }'):format(a, b)
  end,
}

function condition(entries, depth)
  if depth > 3 or random(2) == 1 then return leaf(entries) end
  return one_of(makers)(entries, depth)
end

local function rules(entries)
  local lines = { MORE }
  for i = 1, 6 do
    lines[#lines + 1] = ('check "1.%d" { title = "T", points = { %q }, '
      .. 'ask = "Ask.", applies = %s, expect = %s }'):format(i,
      one_of { "SHALL", "SHOULD", "COULD" }, condition(entries, 1),
      condition(entries, 1))
  end
  return table.concat(lines, "\n")
end

-- ---- dossiers -------------------------------------------------------------

local LARGEST <const> = (1 << 53) - 1
local plain = {
  ["yes/no"] = function() return random(2) == 1 end,
  choice = function(entry) return one_of(entry.values) end,
  choices = function(entry) return support.json.array { one_of(entry.values) } end,
  count = function() return one_of { 0, 1, 2, 3, 4, LARGEST } end,
  number = function() return (random(40) - 1) / 4 end,
  percent = function() return random(101) - 1 end,
  months = function() return one_of { 1, 6, 12, 24, LARGEST } end,
  date = function()
    return one_of { "2013", "2013-06", "2012-02-29", "2014-01-01", "1900-01-01" }
  end,
  text = function() return "words" end,
}
local SPECIAL <const> = { count = { { at_least = 2 }, { at_most = 3 },
  { share = "some" }, { share = "all" }, { percent = 40 } },
  months = { "none-stated", { at_least = 3 } }, date = { { at_most = "2013" },
    "never" },
  choices = { { includes = { "x" } } } }

local function value_of(entry)
  local way = random(7)
  if way == 1 then return nil end
  if way == 2 then return { state = "unknown" } end
  if way == 3 then return { state = "withheld", withheld_reason = "No." } end
  if way == 4 and entry.type == "choice" then
    return { one_of = { entry.values[1], entry.values[2] } }
  end
  if way == 4 and SPECIAL[entry.type] then return one_of(SPECIAL[entry.type]) end
  return plain[entry.type](entry)
end

local function put(object, keys, value)
  for i = 1, #keys - 1 do
    object[keys[i]] = object[keys[i]] or {}
    object = object[keys[i]]
  end
  object[keys[#keys]] = value
end

local function dossier(entries)
  local facts, people = {}, {}
  for _, entry in ipairs(entries) do
    local value = value_of(entry)
    if value ~= nil then put(facts, entry.keys, value) end
  end
  for i = 1, random(4) - 1 do
    people[i] = { armed = random(2) == 1, trained = random(3) == 1 or nil }
  end
  facts.people = { items = support.json.array(people),
    complete = random(2) == 1 or nil }
  return small.dossier(facts)
end

-- ---- the property -----------------------------------------------------------

it("whatever loads can be assessed", function()
  local host = support.host
  local first = assert(small.open(small.check '"a.flag is yes"',
    { more = { ["m.lua"] = MORE } }))
  local entries = with_entries(first.model())
  local assessed, refused = 0, 0
  for number = 1, PACKS do
    seed = number
    local text = rules(entries)
    local runtime, wrong = small.open(text)
    assert.truthy(runtime, wrong and wrong.message .. "\n" .. text)
    for _ = 1, DOSSIERS do
      local written = host.json.write(dossier(entries))
      local ok, report, problem = pcall(runtime.evaluate, written, {})
      assert.truthy(ok, ("pack %d: %s\n%s\n%s"):format(number, tostring(report),
        text, written))
      if report then assessed = assessed + 1 else
        refused = refused + 1
        assert.equal("dossier", problem.status)
      end
    end
  end
  assert.truthy(assessed > refused, assessed .. " " .. refused)
end)

describe("what broke an assessment once", function()
  local BEYOND <const> = [[
fact "c.part" { type = "count", ask = "Part?" }
fact "c.whole" { type = "count", ask = "Whole?" }
]]
  local COVERS <const> = '{ "c.part covers all of c.whole", otherwise = "X." }'

  it("leaves open what a part above its whole means", function()
    local runtime = assert(small.open(BEYOND .. small.check(COVERS)))
    local report = assert(support.evaluate(runtime, small.dossier {
      c = { part = 4, whole = 3 } }))
    local result = support.result(report, "1.1", "f")
    assert.equal("insufficient-evidence", result.outcome)
    assert.same({ "not-applicable", "conformance", "minor-nonconformance",
      "major-nonconformance" }, result.range)
    assert.truthy(result.reason:find("contradicts itself", 1, true), result.reason)
  end)

  -- A limit that is not stated cannot be too long, or too short.
  for _, case in ipairs { { "none-stated", "not-applicable" },
    { 6, "minor-nonconformance" }, { 12, "conformance" } } do
    it("compares a limit only where one is stated: " .. case[1], function()
      local result = small.result('{ "a.limit is at least 12", otherwise = "X." }',
        { a = { limit = case[1] } })
      assert.equal(case[2], result.outcome)
    end)
  end
  it("leaves open whether a limit is stated that nobody knows", function()
    local result = small.result('{ "a.limit is at least 12", otherwise = "X." }',
      { a = { flag = true } })
    assert.same({ "not-applicable", "conformance", "minor-nonconformance" },
      result.range)
  end)

  local function refuses(title, text, says)
    it("is refused: " .. title, function()
      local runtime, problem = small.open(text)
      assert.is_nil(runtime)
      assert.truthy(problem.message:find(says, 1, true), problem.message)
    end)
  end
  local CHECK <const> = small.check '"a.flag is yes"'
  refuses("a part of something that is no count", 'fact "c.x" { type = "count", '
    .. 'of = "a.flag", ask = "X?" }\n' .. CHECK, "'a.flag', which is no count")
  refuses("a part of what there is not", 'fact "c.x" { type = "count", '
    .. 'of = "a.totl", ask = "X?" }\n' .. CHECK, "did you mean 'a.total'?")
  refuses("a part that is no count itself", 'fact "c.x" { type = "yes/no", '
    .. 'of = "a.total", ask = "X?" }\n' .. CHECK, "take it out")

  -- Nothing else read them, and nothing said so.
  for _, written in ipairs { 'advise { "Look." }', '{ "Look.", when = "a.flag is '
    .. 'yes" }' } do
    it("or was lost is refused: prompts = " .. written, function()
      local runtime = assert(small.open(small.check('"a.flag is yes"',
        "prompts = " .. written), { tolerant = true }))
      local broken = runtime.model().check_by_id["1.1"].broken
      assert.truthy(broken and broken.message:find("beside its prompts", 1, true))
    end)
  end
end)
