-- What an author may have meant by a condition that is not understood: the slip
-- is named, and the sentence as it should stand is written out.

local amounts = require "base.amounts"
local day_hints = require "pack.day_hints"
local diagnostic = require "base.diagnostic"
local nearest = require "base.nearest"
local phrases = require "pack.phrases"

local say <const> = diagnostic.new

local sentence_hints = {}

local STARTS <const> = phrases.begins

-- ---- signs --------------------------------------------------------------

local SIGNS <const> = { ["="] = "is", ["=="] = "is", ["~="] = "is not",
  ["!="] = "is not", ["<>"] = "is not", [">="] = "is at least",
  ["=>"] = "is at least", ["<="] = "is at most", ["=<"] = "is at most",
  [">"] = "is more than", ["<"] = "is less than" }

local function sign(text)
  local name, found, value = text:match("^(%S-)%s*([=<>~!]+)%s*(.-)$")
  if not found then return nil end
  local phrase = SIGNS[found]
  if not phrase or name == "" or value == "" then
    return say("sign-alone", { it = text })
  end
  return say("sign", { it = text, sign = found,
    sentence = ("%s %s %s"):format(name, phrase, value) })
end

-- ---- two conditions in one ----------------------------------------------

local GROUPS <const> = { { " and ", "all" }, { " or ", "any" } }

-- The second of two conditions that `joint` joins, where `rest` begins with one:
-- "arms.used is no", or "is no" of the fact `name` again.
local function second_of(name, rest)
  if STARTS[rest:match "^%S+ (%a+) "] then return rest end
  return STARTS[rest:match "^(%a+) "] and name .. " " .. rest
end

local function two_in_one(text, name)
  for _, pair in ipairs(GROUPS) do
    local joint, group = pair[1], pair[2]
    local at = text:find(joint, 1, true)
    local second = at and second_of(name, text:sub(at + #joint))
    if second then
      return say("two-conditions", { it = text, group = group,
        first = text:sub(1, at - 1):gsub(",$", ""), second = second })
    end
  end
end

-- ---- shares -------------------------------------------------------------

-- "50% of", "half of" a number.
local COMPARED <const> = { ["is at most"] = "<=", ["is less than"] = "<",
  ["is more than"] = ">", ["is exactly"] = "==" }

local function share(text)
  local name, phrase, part, whole =
    text:match "^(%S+) (%l[%l ]-) (%d+) ?%%? of (%S+)$"
  if not name then
    name, phrase, whole = text:match "^(%S+) (%l[%l ]-) half of (%S+)$"
  end
  return name and say("share", { it = text, part = name, whole = whole,
    sign = COMPARED[phrase] or ">=", percent = part or 50 })
end

-- ---- how old a day may be -------------------------------------------------

-- "the last 2 years before today" -> "2 years".
local function plain_span(text)
  local plain = text:gsub("^the ", ""):gsub("^last ", ""):gsub("^past ", "")
  return (plain:gsub(" of today$", ""):gsub(" before today$", ""))
end

-- The sentence for "within" so long, and whether it speaks of days instead.
local function within(name, said)
  local count, unit = amounts.span(plain_span(said))
  if not count then return nil end
  if unit == "months" then
    return ("%s is within %s of today"):format(name, amounts.said(count, unit))
  end
  return ("%s is on or after %s before today"):format(name,
    amounts.said(count, unit)), true
end

-- The diagnostic `code` on `text`, whose cure is the sentence that within() gave.
local function in_months(code, args, said, in_days)
  args.sentence, args.note = said, in_days and say "whole-months" or nil
  return say(code, args, in_days and "write-days" or "write-sentence")
end

local RECENT <const> = { "^is not older than (.+)$", "^is no older than (.+)$",
  "^is not more than (.+) ago$", "^is at most (.+) ago$",
  "^is less than (.+) ago$",
  "^is not more than (.+) old$", "^is at most (.+) old$",
  "^is less than (.+) old$" }

local OLD <const> = { "^is older than (.+)$", "^is more than (.+) old$",
  "^is more than (.+) ago$" }

local function too_old(name, rest)
  for _, pattern in ipairs(OLD) do
    local count, unit = amounts.span(rest:match(pattern) or "")
    if count then
      return ("%s is before %s before today"):format(name,
        amounts.said(count, unit))
    end
  end
end

local function recent(name, rest)
  for _, pattern in ipairs(RECENT) do
    local age = rest:match(pattern)
    local said, in_days = within(name, age or "")
    if said then return said, in_days end
  end
end

local function age(text, name, rest)
  local said, in_days = recent(name, rest)
  said = said or too_old(name, rest)
  return said and in_months("age", { it = text }, said, in_days)
end

-- ---- other words for a phrase -------------------------------------------

-- What is counted is exactly so many, or as many as another fact.
local function counted(phrase, operand)
  return phrase == "is" and (operand:find "^%d" or operand:find "^%a[%w_]*%.%S+$")
    and "is exactly" or phrase
end

local function same_in_other_words(text, name, rest)
  for _, pair in ipairs(phrases.OTHER_WORDS) do
    local words, phrase = pair[1], pair[2].says
    if rest:lower():sub(1, #words + 1) == words .. " " then
      local operand = rest:sub(#words + 2)
      return say("other-words", { it = text, words = words,
        sentence = ("%s %s %s"):format(name, counted(phrase, operand), operand) })
    end
  end
end

-- "arms.used is yes."
local function full_stop(text)
  return text:match "%a%.$" and say("full-stop", { it = text,
    sentence = text:sub(1, -2) })
end

-- "not arms.used is yes" is the opposite of what follows.
local function begins_with_not(text, name, rest)
  return name:lower() == "not" and rest:find " " and say("begins-with-not",
    { it = text, first = rest })
end

-- Whole phrases, said in other words.
local WHOLE <const> = { ["is in the past"] = "is before today",
  ["is in the future"] = "is after today" }

local function whole_phrase(text, name, rest)
  local phrase = WHOLE[rest:lower()]
  if rest == "exists" or rest == "is given" then
    return say("asks-whether-known", { it = "known", fact = name })
  end
  return phrase and say("other-words", { it = text, words = rest,
    sentence = name .. " " .. phrase })
end

-- 'arms.used is "yes"'
local function quotes_inside(text)
  local plain = text:gsub("(['\"])([^'\"]*)%1", "%2")
  return plain ~= text and say("quotes-inside", { it = text, sentence = plain })
end

-- "arms.used yes"
local function no_verb(text, name, rest)
  if not rest:find "^[%w_-]+$" or STARTS[rest] then return nil end
  return say("verb-missing", { it = text,
    sentence = ("%s is %s"):format(name, rest) })
end

-- "the arms.used is yes", "arms used is yes"
local function many_words(text, name, rest)
  if STARTS[rest:match "^%a+"] then return nil end
  local behind = rest:match "^(%S+%.%S+ %a+ .+)$"
  if behind and not name:find(".", 1, true)
    and STARTS[behind:match "^%S+ (%a+) "] then
    return say("begins-with", { it = text, word = name, sentence = behind })
  end
  local verb = rest:find " is " or rest:find " includes "
  return verb and say("name-with-spaces",
    { it = name .. " " .. rest:sub(1, verb - 1) })
end

-- "arms.armed_count is at least"
local function ends_early(text, rest)
  return nearest.is_in(rest, phrases.WORDS) and say("ends-early", { it = text })
end

-- "arms.usedis yes"
local function missing_space(text, name, rest)
  local before = name:match "^(.+)is$"
  if before and not STARTS[rest:match "^%a+"] then
    return say("space-missing", { it = text,
      sentence = ("%s is %s"):format(before, rest) })
  end
end

-- ---- the answers --------------------------------------------------------

-- The start of the phrase tells what an author may have meant.
local function phrase_unknown(text, rest)
  local head = rest:match("^(%S+%s+%S+%s+%S+)") or rest:match("^(%S+%s+%S+)")
    or rest
  local near = nearest.find(head, phrases.WORDS)
  return say("phrase-unknown", { it = text, near = near,
    allowed = phrases.WORDS },
    near and "did-you-mean")
end

-- What is wrong with the sentence `text`, which begins with `name`.
function sentence_hints.not_understood(text, name, rest)
  return begins_with_not(text, name, rest) or quotes_inside(text) or sign(text)
    or two_in_one(text, name) or share(text) or age(text, name, rest)
    or whole_phrase(text, name, rest)
    or same_in_other_words(text, name, rest)
    or missing_space(text, name, rest)
    or ends_early(text, rest) or full_stop(text)
    or no_verb(text, name, rest) or many_words(text, name, rest)
    or phrase_unknown(text, rest)
end

-- What is wrong with a text of one word.
function sentence_hints.no_sentence(text)
  return sign(text) or say("no-sentence", { it = text })
end

-- "2 weeks ago" or "1 year before today" as days or months.
local function moment_said(head, operand)
  local date = day_hints.plain(operand)
  if date then return head .. date end
  local said, side, base = operand:gsub(" ago$", " before today")
    :match "^(.+) (%a+) (%S+)$"
  local count, unit = amounts.span(said or "")
  return count and (side == "before" or side == "after")
    and ("%s%s %s %s"):format(head, amounts.said(count, unit), side, base)
end

local function no_moment(args, head)
  args.sentence = moment_said(head, args.operand) or nil
  return say("no-moment", args, args.sentence and "write-sentence")
end

-- "3 persons"
local function bare_number(operand)
  return amounts.number(operand:match "^(%d+) %a+$" or "")
end

-- "1,000" and "1.000" may be a thousand or one; "0,5" is a half.
local function marked_number(args, head)
  local whole, mark, rest = args.operand:match "^(%-?%d+)([.,])(%d+)$"
  if not whole then return nil end
  if #rest ~= 3 or not whole:find "^%-?[1-9]%d?%d?$" then
    if mark == "." then return nil end
    args.sentence = ("%s%s.%s"):format(head, whole, rest)
    return say("no-amount", args, "write-sentence")
  end
  args.first = head .. whole .. rest
  args.second = ("%s%s.%s"):format(head, whole, (rest:gsub("0+$", "")))
    :gsub("%.$", "")
  return say("two-numbers", args)
end

local function no_amount(args, head)
  local operand = args.operand
  local marked = marked_number(args, head)
  if marked then return marked end
  local count = amounts.number(operand) or bare_number(operand)
  args.sentence = count and ("%s%d"):format(head, count)
  return say("no-amount", args, count and "numbers-in-figures"
    or operand:match "^%d%d%d%d%-%d%d?%-%d%d?$" and "compare-dates" or nil)
end

local function no_span(args, head)
  local said, in_days = within(head:match "^%S+", args.operand)
  if not said then return say("no-span", args) end
  return in_months("no-span", args, said, in_days)
end

local function no_bounds(args)
  return say("no-bounds", args)
end

local WRONG <const> = { bounds = no_bounds, moment = no_moment, amount = no_amount, span = no_span }

local function no_day(text, operand, shape)
  if shape == "span" and (operand:find "^%d+ months?$"
    or operand:find "^%a[%w_.]*$") then
    return say("of-which-day", { it = text, sentence = text .. " of today" })
  end
end

-- What is wrong with what stands behind a phrase that wants a `shape` of WRONG.
function sentence_hints.wrong_operand(text, operand, shape)
  local head, name, rest = text:sub(1, #text - #operand), text:match "^(%S+) (.+)$"
  return no_day(text, operand, shape) or two_in_one(text, name) or share(text)
    or age(text, name, rest) or same_in_other_words(text, name, rest)
    or WRONG[shape]({ it = text, operand = operand }, head)
end

return sentence_hints
