-- Whether a parsed sentence fits the fact it speaks of: right kind of phrase,
-- allowed values, names of the right type.  Answers with a diagnostic, or nil when
-- all is well.

local amounts = require "base.amounts"
local dates = require "base.dates"
local diagnostic = require "base.diagnostic"
local nearest = require "base.nearest"
local phrases = require "pack.phrases"
local sentence = require "pack.sentence"

local say <const> = diagnostic.new

local fit = {}

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

-- The sentence about `entry` with this phrase and values.
local function said(entry, op, operand)
  return sentence.write { fact = entry.path, op = op, operand = operand }
end

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

local function wrong_value(entry, word, node)
  local allowed = allowed_words(entry)
  for _, value in ipairs(allowed) do
    if value == word then return nil end
  end
  local plain = entry.type == "yes/no" and #node.operand == 1 and YES_NO[word]
  if plain then
    return say("no-such-value", { it = word, fact = entry.path,
      sentence = said(entry, node.op, { plain }) }, "write-sentence")
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
  return say("operand-misfit", { it = node.text, other = other.path,
    type = fit.with_article(other.type) }, DIGITS[wanted])
end

function fit.with_article(type)
  return type == "choices" and "a set" or "a " .. type
end

-- ---- several values -----------------------------------------------------

-- Both readings of several values that are joined by the wrong word, or by none.
local function two_readings(node, entry)
  local none = node.op == "includes_none" or node.op == "is_not"
  return say(none and "none-or-not-all" or "any-or-all", { it = node.text,
    any = said(entry, none and "includes_none" or "includes_any", node.operand),
    all = said(entry, "includes", node.operand) })
end

-- `or` is or, and `and` is and: what is wrong with how several values of a set, or
-- of a choice, are joined.
local function joint_problem(node, entry)
  local joins, joint = phrases.of[node.op].joins, node.joint
  if #node.operand < 2 or not joins then return nil end
  -- "includes a, b" does not say whether one is enough.
  local open = node.says == "includes" and joint == nil
  if joint == joins or joint == nil and not open then return nil end
  if entry.type == "choices" then return two_readings(node, entry) end
  return say("one-value", { it = node.text,
    sentence = said(entry, node.op, node.operand) })
end

-- The sentence with the phrase that is meant where this one does not fit.
local function other_phrase(node, entry)
  local phrase = phrases.of[node.op]
  local op = (phrase.instead or {})[entry.type]
  if op == "includes" and node.joint == " or " then op = "includes_any" end
  return op and said(entry, op, node.operand)
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
      local wrong = wrong_value(entry, word, node)
      if wrong then return wrong end
    end
    return nil
  end
  if operand.date and not dates.parse(operand.date) then
    return say("day-unknown", { it = operand.date })
  end
  if not operand.name then return nil end
  local wanted = phrases.of[node.op].compares
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
  local number = phrases.NUMBERS[entry.type] and node.op == "is" and #node.operand == 1
    and amounts.number(node.operand[1])
  local asks = asks_whether_known(node, entry)
  if asks then
    return asks
  elseif number then
    return say("no-comparison", { it = node.text,
      sentence = ("%s is exactly %d"):format(entry.path, number) })
  elseif not phrases.of[node.op].fits[entry.type] then
    if entry.type == "choices" and #node.operand > 1 and not (node.op == "is"
      and node.joint) and not (node.op == "is_not" and node.joint == " or ") then
      return two_readings(node, entry)
    end
    local instead = other_phrase(node, entry)
    return say("phrase-misfit", { it = node.text, fact = entry.path,
      type = fit.with_article(entry.type), sentence = instead },
      instead and "write-sentence" or PHRASES_FOR[entry.type])
  end
  return joint_problem(node, entry) or wrong_operand(node, entry, resolve)
end

return fit
