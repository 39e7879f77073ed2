-- A cure never changes the meaning.  Conditions are made from the table of phrases,
-- each is worded amiss in every way below, and what lint then offers is judged over
-- dossiers: one cure means what was meant; of two, one does; none is a dead end.
local offered = require "support.offered"
local other_words = require "pack.other_words"
local phrases = require "pack.phrases"
local sentence = require "pack.sentence"
local small = require "support.small"
local support = require "support.host"

local ROUNDS <const> = tonumber(os.getenv "CURES") or 3

local seed = 7
local function random(n) -- 1..n; the same on every machine
  seed = (seed * 1103515245 + 12345) & 0x7fffffff
  return (seed >> 8) % n + 1
end
local function one_of(list) return list[random(#list)] end

-- ---- what is meant ----------------------------------------------------------

local FACTS <const> = [[
fact "f.flag" { type = "yes/no", ask = "Flag?" }
fact "f.step" { type = "choice", values = { "low", "middle", "high" },
  order = { "low", "middle", "high" }, ask = "Step?" }
fact "f.kinds" { type = "choices", values = { "red", "green", "blue" },
  may_be_none = true, ask = "Kinds?" }
fact "f.total" { type = "count", ask = "Total?" }
fact "f.part" { type = "count", of = "f.total", ask = "Part?" }
fact "f.amount" { type = "number", ask = "Amount?" }
fact "f.day" { type = "date", may_be_never = true, ask = "Day?" }
fact "f.other_day" { type = "date", ask = "Other day?" }
fact "f.place" { type = "country", ask = "Where?" }
]]

local NUMBERS <const> = { 0, 1, 2, 3, 12 }
local DAYS <const> = { "2012-11-30", "2013-02-01", "2013-05-28", "2013-11-29" }
local VALUES <const> = { flag = { "yes", "no" }, step = { "low", "middle", "high" },
  kinds = { "red", "green", "blue" }, place = { "GH", "DE" } }

local function some_of(list, most)
  local first = random(#list)
  local some = { list[first] }
  if most > 1 and random(2) == 1 then some[2] = list[first % #list + 1] end
  return some
end

local operand = {}
function operand.words(fact, op)
  local most = (op:find "^includes" or op == "is_not") and fact == "kinds" and 2
    or fact ~= "flag" and fact ~= "place" and 2 or 1
  return some_of(VALUES[fact], most)
end
function operand.amount(fact)
  if fact == "step" then return { name = "middle" } end
  if fact == "part" then return { name = "f.total" } end
  if fact == "amount" then return { number = 2.5 } end
  return { number = one_of(NUMBERS) }
end
function operand.bounds(fact)
  if fact == "day" then return { low = { date = DAYS[1] }, high = { today = true } } end
  return { low = { number = 1 }, high = { number = 3 } }
end
function operand.moment()
  return one_of { { today = true }, { date = one_of(DAYS) }, { name = "f.other_day" },
    { today = true, shift = -28, unit = "days" } }
end
function operand.span() return { number = one_of { 6, 12, 24 } } end
function operand.nothing() return {} end

local FITS <const> = { flag = { "is", "is_not" }, step = { "is", "is_not", "at_least",
  "at_most", "more_than", "less_than" }, kinds = { "includes", "includes_any",
  "includes_none", "includes_only", "empty", "not_empty" },
  total = { "at_least", "at_most", "more_than", "less_than", "exactly", "between" },
  part = { "covers", "at_least" }, amount = { "at_least", "less_than", "between" },
  day = { "on_or_after", "on_or_before", "after", "before", "on", "between", "within",
    "never" }, place = { "is", "is_not" } }

local function leaf(fact, op)
  return { fact = "f." .. fact, op = op,
    operand = operand[phrases.of[op].operand](fact, op) }
end

-- ---- how it is worded -------------------------------------------------------

-- Each calls add(typed) for other ways to say the sentence `text` of `one`.
local slips = {}

local function parts(one, text)
  local name = one.fact
  local phrase = phrases.of[one.op]
  local words = phrase.says_of_several and #one.operand > 1 and phrase.says_of_several
    or phrase.says
  return name, words, text:sub(#name + #words + 3)
end

function slips.other_words(one, text, add)
  local name, _, rest = parts(one, text)
  for _, words in ipairs(other_words[one.op] or {}) do
    add((name .. " " .. words .. " " .. rest):gsub(" $", ""))
  end
end

local SIGNS <const> = { at_least = { ">=", "=>" }, at_most = { "<=", "=<" },
  more_than = { ">" }, less_than = { "<" }, exactly = { "=", "==" }, is = { "=", "==" },
  is_not = { "!=", "~=", "<>" }, on_or_after = { ">=" }, before = { "<" },
  on = { "=" } }
function slips.signs(one, text, add)
  local name, _, rest = parts(one, text)
  if #one.operand > 1 then return end
  for _, sign in ipairs(SIGNS[one.op] or {}) do
    add(name .. " " .. sign .. " " .. rest)
    add(name .. sign .. rest)
  end
end

function slips.letters(one, text, add)
  local name, words, rest = parts(one, text)
  add((name .. " " .. words:upper() .. " " .. rest):gsub(" $", ""))
  add(text:gsub("^f", "F"))
  add((text:gsub("^f%.", "f ")))
  add("the " .. text)
  add(text .. ".")
  if one.op == "is" and #one.operand == 1 then
    add(name .. " " .. rest)
    add(name .. " is '" .. rest .. "'")
    add(name .. " is \"" .. rest .. '"')
    add(name .. "is " .. rest)
  end
  if phrases.of[one.op].operand == "words" then add(name .. " " .. words .. " "
    .. rest:gsub("^%l", string.upper)) end
end

local IN_WORDS <const> = { [0] = "zero", "one", "two", "three", [12] = "twelve" }
function slips.numbers(one, text, add)
  local number = one.operand.number
  if not number or one.op == "within" then return end
  local name, words = parts(one, text)
  local function put(said) add(("%s %s %s"):format(name, words, said)) end
  if math.type(number) == "float" then return put((tostring(number):gsub("%.", ","))) end
  put(IN_WORDS[number])
  put(number .. " persons")
  if one.op == "exactly" then add(name .. " is " .. number) end
  if one.op == "at_least" then add(("%s is %d or more"):format(name, number)) end
  if one.op == "at_most" then add(("%s is %d or less"):format(name, number)) end
end

local MONTHS <const> = { "January", "February", "March", "April", "May", "June", "July",
  "August", "September", "October", "November", "December" }
function slips.days(one, text, add)
  local year, month, day = (one.operand.date or ""):match "(%d+)-(%d+)-(%d+)"
  if not year then return end
  local name, words = parts(one, text)
  local function put(said) add(("%s %s %s"):format(name, words, said)) end
  put(("%d %s %s"):format(day, MONTHS[tonumber(month)], year))
  put(("%s %d, %s"):format(MONTHS[tonumber(month)], day, year))
  put(("%d.%d.%s"):format(day, month, year))
  put(("%d/%d/%s"):format(month, day, year))
end

function slips.spans(one, text, add)
  local name = one.fact
  if one.op == "within" then
    local months = one.operand.number
    add(("%s is within %d months"):format(name, months))
    add(("%s is within the last %d months"):format(name, months))
    add(("%s is not older than %d months"):format(name, months))
    add(("%s is no more than %d months old"):format(name, months))
    if months % 12 == 0 then
      add(("%s is within %d years of today"):format(name, months // 12))
    end
  elseif one.operand.shift then
    add((text:gsub("28 days", "4 weeks")))
    add((text:gsub("28 days before today", "28 days ago")))
  end
end

function slips.joiners(one, text, add)
  local name = one.fact
  local a, b = table.unpack(one.operand)
  if one.op == "includes" and b then
    for _, joint in ipairs { " & ", " as well as ", " plus ", "/" } do
      add(("%s includes %s%s%s"):format(name, a, joint, b))
    end
  elseif one.op == "includes_any" and b then
    add(("%s includes %s and/or %s"):format(name, a, b))
    add(("%s includes %s or %s or both"):format(name, a, b))
  elseif one.op == "is" and b then
    add(("%s is %s/%s"):format(name, a, b))
    add(("%s is one of: %s, %s"):format(name, a, b))
  elseif one.op == "is_not" and b then
    add(("%s is not %s and not %s"):format(name, a, b))
  end
  if one.op == "on_or_after" or one.op == "before" then
    add((text:gsub("f%.other_day", "the f.other_day")))
  end
end

local SIGN_OF <const> = { at_least = ">=", at_most = "<=", more_than = ">",
  less_than = "<" }
function slips.limits(one, text, add)
  local sign, number = SIGN_OF[one.op], one.operand.number
  if not sign or not number then return end
  add(("%s is %s %s"):format(one.fact, sign, number))
  if one.op == "at_least" and math.type(number) == "integer" then
    add(("%s is %s+"):format(one.fact, number))
  end
  if one.op == "at_least" or one.op == "at_most" then
    add(("%s is %s %s"):format(one.fact, number, one.op:gsub("_", " ")))
  end
  add(text .. "!")
end

local function group(word, ...)
  local list = { ... }
  for i, text in ipairs(list) do list[i] = ("%q"):format(text) end
  return ("%s { %s }"):format(word, table.concat(list, ", "))
end

-- What is said of several sentences together, with what it means.
local function together(text, other, add)
  add("not " .. text, group("none", text))
  add("neither " .. text .. " nor " .. other, group("none", text, other))
  for _, joint in ipairs { " and ", ", and ", "; ", " & ", " as well as ", ", but " } do
    add(text .. joint .. other, group("all", text, other))
  end
  for _, joint in ipairs { " or ", " and/or ", " unless " } do
    add(text .. joint .. other, group("any", text, other))
  end
  for _, joint in ipairs { " if ", " where ", ", provided that " } do
    add(text .. joint .. other, ("when %q { %q }"):format(other, text))
  end
  add(("%s and %s and %s"):format(text, other, text), group("all", text, other))
end

-- What is said of a number, or a set, by two conditions in one.
local function two_of_one(add)
  local function of(name, how, ...)
    local list = { ... }
    for i, rest in ipairs(list) do list[i] = name .. " " .. rest end
    return group(how, table.unpack(list))
  end
  add("f.total is 1 or 2", of("f.total", "any", "is exactly 1", "is exactly 2"))
  add("f.total is neither 1 nor 2", of("f.total", "none", "is exactly 1", "is exactly 2"))
  add("f.total is more than 1 but less than 3", of("f.total", "all", "is more than 1",
    "is less than 3"))
  add("f.part differs from f.total", of("f.part", "none", "is exactly f.total"))
  add("f.kinds includes red but not blue", of("f.kinds", "all", "includes red",
    "does not include blue"))
  add("f.kinds includes everything but blue", of("f.kinds", "all",
    "includes all of red and green", "does not include blue"))
  add("f.kinds includes exactly red and green", of("f.kinds", "all",
    "includes all of red and green", "does not include blue"))
  add("f.kinds does not include both red and blue", of("f.kinds", "none",
    "includes all of red and blue"))
end

local NAMES <const> = {}
for name in pairs(slips) do NAMES[#NAMES + 1] = name end
table.sort(NAMES)

-- ---- dossiers ---------------------------------------------------------------

local function dossier()
  local facts = { flag = random(2) == 1, step = one_of(VALUES.step),
    kinds = one_of { "none", support.json.array { "red" },
      support.json.array { "green", "blue" },
      support.json.array { "red", "green", "blue" } },
    amount = one_of { 2, 2.5, 3, 25 }, day = one_of { "never", "2012-11-29",
      "2012-11-30", "2012-12-01", "2013-02-01", "2013-05-28", "2013-11-02",
      "2013-11-30" }, other_day = one_of(DAYS), place = one_of { "GH", "DE", "ML" } }
  facts.total = random(4) - 1
  facts.part = random(facts.total + 1) - 1
  if random(12) == 1 then facts.total = 12 end
  for name in pairs(VALUES) do
    if random(9) == 1 then facts[name] = nil end
  end
  return { f = facts }
end

-- ---- the property -----------------------------------------------------------

local function check(number, condition)
  return ('check "1.%d" { title = "T", points = { "SHALL" }, ask = "Ask.", remedy = '
    .. '"Mend it.", expect = all { %s, otherwise = "X is so." } }\n'):format(number,
    condition)
end

local function open(conditions, options)
  local text = {}
  for i, condition in ipairs(conditions) do text[i] = check(i, condition) end
  options = options or {}
  options.more = { ["m.lua"] = FACTS }
  return assert(small.open(table.concat(text), options))
end

-- What is wrong with each of `conditions`, by number.
local function faults(conditions)
  local told = {}
  for _, d in ipairs(open(conditions, { tolerant = true }).model().diagnostics) do
    told[d.line] = told[d.line] or d
  end
  return told
end

-- The outcome of each of `conditions` over dossiers, as one text each.
local function judged(conditions)
  local runtime, judgements = open(conditions), {}
  for i in ipairs(conditions) do judgements[i] = {} end
  for n = 1, 14 do
    local report = assert(support.evaluate(runtime, small.dossier(dossier())))
    for i in ipairs(conditions) do
      local outcome = support.result(report, "1." .. i, "f").outcome
      judgements[i][n] = outcome == "conformance" and "+"
        or outcome == "insufficient-evidence" and "?" or "-"
    end
  end
  for i, list in ipairs(judgements) do judgements[i] = table.concat(list) end
  return judgements
end

local function slipped()
  local list = {}
  for fact, ops in pairs(FITS) do
    for _, op in ipairs(ops) do list[#list + 1] = { fact = fact, op = op } end
  end
  table.sort(list, function(a, b)
    return a.fact .. " " .. a.op < b.fact .. " " .. b.op
  end)
  local all = {}
  for _, one in ipairs(list) do
    local meant = leaf(one.fact, one.op)
    local text = sentence.write(meant)
    local function add(typed, means)
      all[#all + 1] = { typed = typed, means = means or ("%q"):format(text) }
    end
    for _, name in ipairs(NAMES) do
      slips[name](meant, text, function(typed) add(typed) end)
    end
    together(text, "f.flag is yes", add)
  end
  two_of_one(function(typed, means) all[#all + 1] = { typed = typed, means = means } end)
  return all
end

it("a cure means what was meant", function()
  local diagnostic = require "base.diagnostic"
  local tried, offers = 0, 0
  for _ = 1, ROUNDS do
    local all = slipped()
    local typed, conditions, groups = {}, {}, {}
    for i, one in ipairs(all) do typed[i] = ("%q"):format(one.typed) end
    local told = faults(typed)
    for i, one in ipairs(all) do
      local cures = told[i] and offered(diagnostic.cure(told[i].says) or "")
        or { typed[i] }
      assert.truthy(#cures > 0, ("%s\n%s"):format(one.typed, told[i]
        and diagnostic.text(told[i].says)))
      conditions[#conditions + 1] = one.means
      groups[i] = { first = #conditions, cures = cures }
      table.move(cures, 1, #cures, #conditions + 1, conditions)
      tried, offers = tried + 1, offers + #cures
    end
    for i, d in pairs(faults(conditions)) do
      error(conditions[i] .. ": " .. diagnostic.text(d.says))
    end
    local judgements = judged(conditions)
    for i, offer in ipairs(groups) do
      local same = false
      for n = 1, #offer.cures do
        same = same or judgements[offer.first] == judgements[offer.first + n]
      end
      assert.truthy(same, ("%s\nmeans %s\nand is cured by %s"):format(all[i].typed,
        all[i].means, table.concat(offer.cures, " or ")))
    end
  end
  assert.truthy(tried > 800, tried)
  assert.truthy(offers < tried * 1.1, offers)
end)
