-- Whether a parsed sentence fits the fact it speaks of: right kind of phrase,
-- allowed values, names of the right type.  Answers with one sentence, or nil
-- when all is well.

local amounts = require "base.amounts"
local dates = require "base.dates"
local nearest = require "base.nearest"

local fit = {}

local NUMBERS <const> = { number = true, count = true, percent = true,
  months = true }
local CHOICES <const> = { ["yes/no"] = true, choice = true, months = true }
local SETS <const> = { choices = true }
local DATES <const> = { date = true }
local COUNTS <const> = { count = true }

local TYPES_OF <const> = {
  is = CHOICES, is_not = CHOICES,
  includes = SETS, includes_any = SETS, includes_none = SETS,
  at_least = NUMBERS, at_most = NUMBERS, more_than = NUMBERS,
  less_than = NUMBERS, exactly = NUMBERS, covers = COUNTS,
  on_or_after = DATES, on_or_before = DATES, after = DATES, before = DATES,
  within = DATES,
}

-- What an author may write after a fact of each type.
local PHRASES_FOR <const> = {
  ["yes/no"] = "'is yes' or 'is no'",
  choice = "'is ...' or 'is not ...' with one of its values",
  choices = "'includes ...', 'includes any of ...' or 'includes none of ...'",
  number = "'is at least', 'is at most', 'is more than', 'is less than' or "
    .. "'is exactly' with a number",
  date = "'is on or after', 'is on or before', 'is after', 'is before' with a "
    .. "date, or 'is within 12 months of today'",
  text = "nothing: a text can stand in a sentence, not in a condition",
}
PHRASES_FOR.percent = PHRASES_FOR.number
PHRASES_FOR.months = PHRASES_FOR.number .. ", or 'is none-stated'"
PHRASES_FOR.count = PHRASES_FOR.number .. ", or 'covers all of' another count"

local function allowed_words(entry)
  if entry.type == "yes/no" then return { "yes", "no" } end
  if entry.type == "months" then
    return entry.may_be_none and { "none-stated" } or {}
  end
  return entry.values
end

-- Nothing a rule says depends on whether something is known: see
-- "What is not known" in the README of the rules.
local KNOWING <const> = { "given", "known", "missing", "unknown", "withheld" }

local function wrong_value(entry, word)
  local allowed = allowed_words(entry)
  for _, value in ipairs(allowed) do
    if value == word then return nil end
  end
  if nearest.is_in(word, KNOWING) then
    return ("no condition can ask whether '%s' is %s; take it out, for what is not "
      .. "known leaves the outcome open by itself"):format(entry.path, word)
  end
  return ("'%s' cannot be '%s'; it is one of: %s%s"):format(entry.path, word,
    table.concat(allowed, ", "), nearest.hint(word, allowed))
end

-- Of which types a name on the right may be.
local MONTHS <const> = { months = true }
local WANTED <const> = { within = MONTHS, covers = COUNTS, on_or_after = DATES,
  on_or_before = DATES, after = DATES, before = DATES }

-- What may stand in place of a name.
local DIGITS <const> = {
  [NUMBERS] = "digits, such as 3, or the name of a fact or "
    .. "parameter",
  [COUNTS] = "the name of the count that is the whole",
  [DATES] = "a date such as 2013-11-30, today, or the name of one",
  [MONTHS] = "months in digits, such as \"is within 12 months of today\", or the "
    .. "name of one",
}

local function wrong_operand_type(node, other, wanted)
  if wanted[other.type] then return nil end
  return ("'%s' compares with '%s', which is %s; write %s"):format(node.text,
    other.path, fit.with_article(other.type), DIGITS[wanted])
end

function fit.with_article(type)
  return type == "choices" and "a set" or "a " .. type
end

-- The phrase for a set where the one for a single value stands, and back.
local OTHER <const> = { choices = { is = "includes", is_not = "includes none of" },
  choice = { includes = "is", includes_any = "is", includes_none = "is not" } }

local function other_phrase(node, entry)
  local phrase = (OTHER[entry.type] or {})[node.op]
  if phrase == "includes" and #node.operand > 1 then phrase = "includes any of" end
  return phrase and ("'%s' does not fit: '%s' is %s; write \"%s %s %s\""):format(
    node.text, entry.path, fit.with_article(entry.type), entry.path, phrase,
    table.concat(node.operand, ", "))
end

-- "is more than one"
local function in_words(node, name)
  local number = amounts.number(name)
  return number and ("'%s' is not a fact or parameter; write numbers in figures: "
    .. "\"%s\""):format(name, (node.text:gsub(" " .. name .. "%f[%W]", " " .. number)))
end

local function wrong_operand(node, entry, resolve)
  local operand = node.operand
  if node.operand[1] then
    for _, word in ipairs(operand) do
      local wrong = wrong_value(entry, word)
      if wrong then return wrong end
    end
    return nil
  end
  if operand.date and not dates.parse(operand.date) then
    return ("'%s' is no date of the calendar; write year, month and day of one, "
      .. "such as 2013-11-30"):format(operand.date)
  end
  if not operand.name then return nil end
  local wanted = WANTED[node.op] or NUMBERS
  local other, problem = resolve(operand.name)
  if not other then
    return in_words(node, operand.name)
      or problem:find("; did you", 1, true) and problem
      or ("%s; write %s"):format(problem:match "^(.-); " or problem,
        DIGITS[wanted])
  end
  return wrong_operand_type(node, other, wanted)
end

-- nil, or what is wrong with the sentence `node` about the fact `entry`.
function fit.problem(node, entry, resolve)
  local number = NUMBERS[entry.type] and node.op == "is" and #node.operand == 1
    and amounts.number(node.operand[1])
  if number then
    return ("'%s' does not say how to compare; write \"%s is exactly %d\"")
      :format(node.text, entry.path, number)
  elseif not TYPES_OF[node.op][entry.type] then
    return other_phrase(node, entry)
      or ("'%s' does not fit: '%s' is %s; write %s"):format(node.text, entry.path,
      fit.with_article(entry.type), PHRASES_FOR[entry.type])
  end
  return wrong_operand(node, entry, resolve)
end

return fit
