-- Whether a parsed sentence fits the fact it speaks of: right kind of phrase,
-- allowed values, names of the right type.  Answers with a diagnostic, or nil when
-- all is well.

local amounts = require "base.amounts"
local countries = require "base.countries"
local dates = require "base.dates"
local diagnostic = require "base.diagnostic"
local meanings = require "pack.meanings"
local nearest = require "base.nearest"
local operands = require "pack.operands"
local phrases = require "pack.phrases"
local sentence = require "pack.sentence"

local say <const> = diagnostic.new

local fit = {}

-- The cure that says what an author may write after a fact of each type.
local PHRASES_FOR <const> = { ["yes/no"] = "phrases-for-yes-no",
  choice = "phrases-for-choice", ["ordered choice"] = "phrases-for-ordered-choice",
  choices = "phrases-for-choices", number = "phrases-for-number", percent = "phrases-for-number",
  months = "phrases-for-months", count = "phrases-for-count",
  date = "phrases-for-date", text = "phrases-for-text" }

local function allowed_words(entry)
  if entry.type == "yes/no" then return { "yes", "no" } end
  if entry.type == "months" then
    return entry.may_be_none and { "none-stated" } or {}
  end
  return entry.values
end

-- The type by which phrases fit `entry`.
local function type_of(entry)
  return entry.order and "ordered choice" or entry.type
end

-- The sentence about `entry` with this phrase and values.
local function said(entry, op, operand)
  return sentence.write { fact = entry.path, op = op, operand = operand }
end

-- The sentence as its author wrote it.
local function typed(node) return node.typed or node.text end

-- Nothing a rule says depends on whether something is known: see
-- "What is not known" in the README of the rules.
local KNOWING <const> = { "given", "known", "missing", "unknown", "withheld" }

local function asks_whether_known(node, entry)
  local word = node.operand[1]
  return word and nearest.is_in(word, KNOWING)
    and not nearest.is_in(word, entry.values or {})
    and say("asks-whether-known", { it = word, fact = entry.path })
end

local YES_NO <const> = { ["true"] = "yes", ["false"] = "no" }

-- Of a text, any words; of a country, its code.
local function wrong_text(entry, word, node)
  if not entry.is_country or countries.is_code(word) then return nil end
  local code = countries.code_for(word)
  if not code then return say("no-country", { it = word, fact = entry.path }) end
  local operand = {}
  for i, one in ipairs(node.operand) do
    operand[i] = countries.code_for(one) or one
  end
  return say("no-country", { it = word, fact = entry.path,
    sentence = said(entry, node.op, operand) }, "write-sentence")
end

-- "includes all", "includes none": of all values there are.
local ALL_OF <const> = { all = "includes", everything = "includes", any = "not_empty",
  something = "not_empty", none = "empty", nothing = "empty" }

local function of_all_values(entry, word, node)
  local op = entry.type == "choices" and #node.operand == 1 and ALL_OF[word]
  if not op then return nil end
  if node.op ~= "includes" then return nil end
  return say("no-such-value", { it = word, fact = entry.path,
    sentence = said(entry, op, entry.values) }, "write-sentence")
end

local function wrong_value(entry, word, node)
  if entry.type == "text" then return wrong_text(entry, word, node) end
  local allowed = allowed_words(entry)
  for _, value in ipairs(allowed) do
    if value == word then return nil end
  end
  local of_all = of_all_values(entry, word, node)
  if of_all then return of_all end
  local op, operand = node.op, { YES_NO[word] }
  if entry.type == "months" then
    op, operand = "exactly", { number = amounts.number(word) }
  end
  if #node.operand == 1 and next(operand) and entry.type ~= "choice" then
    return say("no-such-value", { it = word, fact = entry.path,
      sentence = said(entry, op, operand) }, "write-sentence")
  end
  return diagnostic.none_of("no-such-value", { it = word, fact = entry.path },
    allowed)
end

-- The cure that says what may stand in place of a name.
local DIGITS <const> = { [phrases.NUMBERS] = "write-number",
  [phrases.COUNTS] = "write-count", [phrases.DATES] = "write-date",
  [phrases.MONTHS] = "write-months" }

local function wrong_operand_type(node, other, wanted)
  if wanted[other.type] then return nil end
  return say("operand-misfit", { it = typed(node), other = other.path,
    type = fit.with_article(other.type) }, DIGITS[wanted])
end

function fit.with_article(type)
  return type == "choices" and "a set" or "a " .. type
end

-- ---- several values -----------------------------------------------------

-- Both readings of several values that are joined by the wrong word, or by none.
local function two_readings(node, entry)
  if node.op == "includes_only" then
    return say("only-or-each", { it = typed(node),
      any = said(entry, "includes_only", node.operand),
      all = said(entry, "includes", node.operand) })
  end
  local none = node.op == "includes_none" or node.op == "is_not"
  return say(none and "none-or-not-all" or "any-or-all", { it = typed(node),
    any = said(entry, none and "includes_none" or "includes_any", node.operand),
    all = said(entry, "includes", node.operand) })
end

-- `or` is or, and `and` is and: what is wrong with how several values of a set, or
-- of a choice, are joined.
local function joint_problem(node, entry)
  local phrase, joint = phrases.of[node.op], node.joint
  local joins = phrase.joins
  if #node.operand < 2 or not joins then return nil end
  -- "includes a, b" does not say whether one is enough.
  local open = phrase.bare and phrase.bare == node.says and joint == nil
  if joint == joins or joint == nil and not open then return nil end
  if entry.type == "choices" then return two_readings(node, entry) end
  return say("one-value", { it = typed(node),
    sentence = said(entry, node.op, node.operand) })
end

local NOUGHT <const> = { none = 0, no = 0, nothing = 0 }

-- The sentence with the phrase that is meant where this one does not fit: its cure
-- is tried before it is offered, and so may still have a fault.
local function other_phrase(node, entry)
  local phrase = phrases.of[node.op]
  local op = (phrase.instead or {})[type_of(entry)] or (phrase.instead or {})[entry.type]
  if op == "includes" and node.joint == " or " then op = "includes_any" end
  if not op then return nil end
  if phrase.operand == phrases.of[op].operand then
    return said(entry, op, node.operand)
  end
  local words = operands.KINDS[phrase.operand].write(node.operand, phrase.joins)
  return ("%s %s %s"):format(entry.path, phrases.of[op].says,
    amounts.number(words) or NOUGHT[words] or words)
end

-- "is 3 or more", and "is 2-5" of a number.
local OR_MORE <const> = { more = "is at least", above = "is at least",
  greater = "is at least", higher = "is at least", less = "is at most",
  fewer = "is at most", below = "is at most", lower = "is at most",
  later = "is on or after", earlier = "is on or before" }

local function limit(node, entry)
  local first, side = node.operand[1], node.operand[2]
  local low, high = tostring(first):match "^(%d+)%-(%d+)$"
  local said_so
  if low and phrases.NUMBERS[entry.type] and not side then
    said_so = ("is between %s and %s"):format(low, high)
  elseif OR_MORE[side] and node.joint == " or " and not node.operand[3]
    and not nearest.is_in(side, entry.values or {}) then
    said_so = OR_MORE[side] .. " " .. first
  end
  return node.op == "is" and said_so and say("other-words", { it = typed(node),
    words = typed(node):sub(#node.fact + 2),
    sentence = entry.path .. " " .. said_so }) or nil
end

-- "is not 3" of a number, and the like: what must not be is said inside none.
local function denied(node, entry)
  local words = node.op == "is_not" and #node.operand == 1 and node.operand[1]
  local phrase = words and phrases.of.is.instead[entry.type]
  if not phrase or entry.type == "choices" then return nil end
  return say("phrase-misfit", { it = typed(node), fact = entry.path,
    type = fit.with_article(entry.type), first = ("%s %s %s"):format(entry.path,
      phrases.of[phrase].says, amounts.number(words) or NOUGHT[words] or words) },
    "write-denied")
end

-- "is more than one"
local function in_words(node, problem, name)
  local number = amounts.number(name)
  return number and diagnostic.with_cure(problem, "numbers-in-figures",
    { sentence = node.text:gsub(" " .. name .. "%f[%W]", " " .. number) })
end

local function wrong_name(node, resolve)
  local name = node.operand.name
  local wanted = phrases.of[node.op].compares
  local other, problem = resolve(name)
  if other then return wrong_operand_type(node, other, wanted) end
  return in_words(node, problem, name) or problem.args.near and problem
    or diagnostic.with_cure(problem, DIGITS[wanted])
end

-- Of an ordered choice: a value that has a place, and others on its side.
local function wrong_rank(node, entry)
  local value = node.operand.name
  local list = value and meanings.ranked(node.op, entry, value)
  if not list then
    return diagnostic.none_of("no-such-value", { it = value or node.operand.number,
      fact = entry.path }, entry.order)
  end
  return #list == 0 and say("no-value-beyond", { it = typed(node) }) or nil
end

-- Both ends of what lies between are what the fact holds: days, or numbers.
local function wrong_bound(node, entry)
  for _, bound in pairs(node.operand) do
    local is_day = bound.date or bound.today or bound.shift
    if entry.type == "date" and bound.number or entry.type ~= "date" and is_day then
      return say("bounds-misfit", { it = typed(node),
        type = fit.with_article(entry.type) })
    end
  end
end

local function wrong_operand(node, entry, resolve)
  local operand = node.operand
  if operand[1] then
    for _, word in ipairs(operand) do
      local wrong = wrong_value(entry, word, node)
      if wrong then return wrong end
    end
  elseif entry.order then
    return wrong_rank(node, entry)
  elseif operand.low then
    return wrong_bound(node, entry)
  elseif operand.date and not dates.parse(operand.date) then
    return say("day-unknown", { it = operand.date })
  elseif operand.name then
    return wrong_name(node, resolve)
  end
end

-- Only what may be empty, or may be never, can be asked for it, and some value is
-- left out where only others may be there.
local function wrong_question(node, entry)
  local op = node.op
  if op == "never" and not entry.may_be_never then
    return say("never-never", { it = typed(node), fact = entry.path })
  elseif (op == "empty" or op == "not_empty") and not entry.may_be_none then
    return say("never-empty", { it = typed(node), fact = entry.path })
  elseif op == "includes_only" and #meanings.others(entry, node.operand) == 0 then
    return say("only-all", { it = typed(node) })
  end
end

-- nil, or what is wrong with the sentence `node` about the fact `entry`.
function fit.problem(node, entry, resolve)
  local other = asks_whether_known(node, entry) or limit(node, entry)
  if other then
    return other
  elseif not phrases.of[node.op].fits[type_of(entry)] then
    if entry.type == "choices" and #node.operand > 1 and not (node.op == "is"
      and node.joint) and not (node.op == "is_not" and node.joint == " or ") then
      return two_readings(node, entry)
    end
    local none_of = denied(node, entry)
    if none_of then return none_of end
    local instead = other_phrase(node, entry)
    return say("phrase-misfit", { it = typed(node), fact = entry.path,
      type = fit.with_article(entry.type), sentence = instead },
      instead and "write-sentence" or PHRASES_FOR[type_of(entry)])
  end
  return joint_problem(node, entry) or wrong_operand(node, entry, resolve)
    or wrong_question(node, entry)
end

return fit
