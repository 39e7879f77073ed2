-- Whether a parsed sentence fits the fact it speaks of: right kind of phrase,
-- allowed values, names of the right type.  Answers with a diagnostic, or nil when
-- all is well.

local amounts = require "base.amounts"
local dates = require "base.dates"
local diagnostic = require "base.diagnostic"
local nearest = require "base.nearest"

local say <const> = diagnostic.new

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

-- The cure that says what an author may write after a fact of each type.
local PHRASES_FOR <const> = { ["yes/no"] = "phrases-for-yes-no",
  choice = "phrases-for-choice", choices = "phrases-for-choices",
  number = "phrases-for-number", percent = "phrases-for-number",
  months = "phrases-for-months", count = "phrases-for-count",
  date = "phrases-for-date", text = "phrases-for-text" }

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
    return say("asks-whether-known", { it = word, fact = entry.path })
  end
  return diagnostic.none_of("no-such-value", { it = word, fact = entry.path },
    allowed)
end

-- Of which types a name on the right may be.
local MONTHS <const> = { months = true }
local WANTED <const> = { within = MONTHS, covers = COUNTS, on_or_after = DATES,
  on_or_before = DATES, after = DATES, before = DATES }

-- The cure that says what may stand in place of a name.
local DIGITS <const> = { [NUMBERS] = "write-number", [COUNTS] = "write-count",
  [DATES] = "write-date", [MONTHS] = "write-months" }

local function wrong_operand_type(node, other, wanted)
  if wanted[other.type] then return nil end
  return say("operand-misfit", { it = node.text, other = other.path,
    type = fit.with_article(other.type) }, DIGITS[wanted])
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
  return phrase and ("%s %s %s"):format(entry.path, phrase,
    table.concat(node.operand, ", "))
end

-- "is more than one"
local function in_words(node, problem, name)
  local number = amounts.number(name)
  return number and diagnostic.with_cure(problem, "numbers-in-figures",
    { sentence = node.text:gsub(" " .. name .. "%f[%W]", " " .. number) })
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
    return say("day-unknown", { it = operand.date })
  end
  if not operand.name then return nil end
  local wanted = WANTED[node.op] or NUMBERS
  local other, problem = resolve(operand.name)
  if not other then
    return in_words(node, problem, operand.name)
      or problem.args.near and problem
      or diagnostic.with_cure(problem, DIGITS[wanted])
  end
  return wrong_operand_type(node, other, wanted)
end

-- nil, or what is wrong with the sentence `node` about the fact `entry`.
function fit.problem(node, entry, resolve)
  local number = NUMBERS[entry.type] and node.op == "is" and #node.operand == 1
    and amounts.number(node.operand[1])
  if number then
    return say("no-comparison", { it = node.text,
      sentence = ("%s is exactly %d"):format(entry.path, number) })
  elseif not TYPES_OF[node.op][entry.type] then
    local sentence = other_phrase(node, entry)
    return say("phrase-misfit", { it = node.text, fact = entry.path,
      type = fit.with_article(entry.type), sentence = sentence },
      sentence and "write-sentence" or PHRASES_FOR[entry.type])
  end
  return wrong_operand(node, entry, resolve)
end

return fit
