-- The phrases of sentences: the one table.  A new phrase is an entry here, its
-- meaning (in other phrases in pack/meanings.lua, or else in plugin/core/node.c) and a
-- line in the README of the rules; what is forgotten
-- fails tests/scripts/pack/phrases_spec.lua, or the test of that README.
-- An entry says:
--
--   op        its name in parsed sentences, and in the core
--   says      the words behind the fact's name; `says_of_several` where it names
--             more than one value
--   operand   what follows it: a kind of pack/operands.lua
--   joins     how several values are joined: commas alone will do, the other word
--             would say something else; `bare`, its words that do not say whether
--             one of several values is meant or each
--   fits      the types of facts that it can be said of; an ordered choice is a type
--             of its own here
--   compares  the types that a name on its right may have
--   eases     1 where a larger right side makes it easier to meet, -1 where harder
--   slips     what it is easily mistaken for; `slips_of_several` in addition, where
--             it names more than one value
--   denied    true where it has no opposite: the slip is then to deny it
--   least, unit  the smallest number on its right, and what that counts
--   instead   by type, the phrase that is meant where this one does not fit

local other_words = require "pack.other_words"

local function types(...)
  local set = {}
  for _, name in ipairs { ... } do set[name] = true end
  return set
end

local CHOICES <const> = types("yes/no", "choice", "ordered choice", "months", "text")
local SETS <const>, DATES <const> = types "choices", types "date"
local NUMBERS <const> = types("number", "count", "percent", "months")
local COUNTS <const>, MONTHS <const> = types "count", types "months"
-- What can be more or less; and what can lie between two others.
local AMOUNTS <const> = types("number", "count", "percent", "months",
  "ordered choice")
local MEASURED <const> = types("number", "count", "percent", "months", "date")

local ALL <const> = {
  { op = "is", says = "is", operand = "words", joins = " or ", fits = CHOICES,
    slips = { "is_not" },
    instead = { choices = "includes", date = "on", number = "exactly",
      count = "exactly", percent = "exactly" } },
  { op = "is_not", says = "is not", operand = "words", joins = " or ",
    fits = CHOICES, slips = { "is" }, instead = { choices = "includes_none" } },
  { op = "includes", says = "includes", says_of_several = "includes all of",
    bare = "includes", operand = "words", joins = " and ", fits = SETS, slips = { "includes_none" },
    slips_of_several = { "includes_any" }, instead = { choice = "is" } },
  { op = "includes_any", says = "includes any of", operand = "words",
    joins = " or ", fits = SETS, slips = { "includes_none" },
    slips_of_several = { "includes" }, instead = { choice = "is" } },
  { op = "includes_none", says = "does not include",
    says_of_several = "includes none of", bare = "does not include",
    operand = "words", joins = " or ", fits = SETS, slips = { "includes_any" },
    instead = { choice = "is_not" } },
  { op = "includes_only", says = "includes only", operand = "words",
    joins = " or ", fits = SETS, slips = {}, instead = { choice = "is" } },
  { op = "empty", says = "is empty", operand = "nothing", fits = SETS, slips = {} },
  { op = "not_empty", says = "is not empty", operand = "nothing", fits = SETS,
    slips = {} },
  { op = "at_least", says = "is at least", operand = "amount", fits = AMOUNTS,
    compares = NUMBERS, eases = -1, slips = { "less_than", "more_than" },
    instead = { date = "on_or_after" } },
  { op = "at_most", says = "is at most", operand = "amount", fits = AMOUNTS,
    compares = NUMBERS, eases = 1, slips = { "more_than", "less_than" },
    instead = { date = "on_or_before" } },
  { op = "more_than", says = "is more than", operand = "amount", fits = AMOUNTS,
    compares = NUMBERS, eases = -1, slips = { "at_most", "at_least" },
    instead = { date = "after" } },
  { op = "less_than", says = "is less than", operand = "amount", fits = AMOUNTS,
    compares = NUMBERS, eases = 1, slips = { "at_least", "at_most" },
    instead = { date = "before" } },
  { op = "exactly", says = "is exactly", operand = "amount", fits = NUMBERS,
    compares = NUMBERS, slips = { "at_least", "at_most" },
    instead = { choice = "is", ["yes/no"] = "is", ["ordered choice"] = "is",
      date = "on" } },
  { op = "between", says = "is between", operand = "bounds", fits = MEASURED,
    compares = MEASURED, slips = {} },
  { op = "covers", says = "covers all of", operand = "amount", fits = COUNTS,
    compares = COUNTS, eases = -1, slips = { "at_least" }, denied = true },
  { op = "on_or_after", says = "is on or after", operand = "moment", fits = DATES,
    compares = DATES, slips = { "before", "after" } },
  { op = "on_or_before", says = "is on or before", operand = "moment",
    fits = DATES, compares = DATES, slips = { "after", "before" } },
  { op = "after", says = "is after", operand = "moment", fits = DATES,
    compares = DATES, slips = { "on_or_before", "on_or_after" } },
  { op = "before", says = "is before", operand = "moment", fits = DATES,
    compares = DATES, slips = { "on_or_after", "on_or_before" } },
  { op = "on", says = "is on", operand = "moment", fits = DATES, compares = DATES,
    slips = {} },
  { op = "never", says = "is never", operand = "nothing", fits = DATES, slips = {} },
  { op = "within", says = "is within", operand = "span", fits = DATES,
    compares = MONTHS, eases = 1, slips = {}, denied = true, least = 1,
    unit = "months" },
}

local phrases = { ALL = ALL, AMOUNTS = AMOUNTS, NUMBERS = NUMBERS, DATES = DATES,
  COUNTS = COUNTS, MONTHS = MONTHS }

-- By op; by the words an author writes; and those words as a list, the help text.
phrases.of, phrases.by_words, phrases.WORDS = {}, {}, {}
-- The words that a phrase can begin with.
phrases.begins = {}
-- { other words, the phrase }, the longest first.
phrases.OTHER_WORDS = {}

local function add_words(phrase, words)
  phrases.by_words[words] = phrase
  phrases.begins[words:match "^%a+"] = true
  table.insert(phrases.WORDS, phrase.operand == "span" and words .. " ... of today"
    or words)
end

for _, phrase in ipairs(ALL) do
  phrases.of[phrase.op] = phrase
  add_words(phrase, phrase.says)
  if phrase.says_of_several then add_words(phrase, phrase.says_of_several) end
  for _, words in ipairs(other_words[phrase.op] or {}) do
    table.insert(phrases.OTHER_WORDS, { words, phrase })
  end
end

table.sort(phrases.OTHER_WORDS, function(a, b)
  if #a[1] ~= #b[1] then return #a[1] > #b[1] end
  return a[1] < b[1]
end)

return phrases
