-- What an author may have meant by a condition that is not understood: the slip
-- is named, and the sentence as it should stand is written out.

local amounts = require "base.amounts"
local day_hints = require "pack.day_hints"
local diagnostic = require "base.diagnostic"
local nearest = require "base.nearest"

local say <const> = diagnostic.new

local sentence_hints = {}

local STARTS <const> = { is = true, includes = true, covers = true }

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

-- "is between 2 and 5"
local function between(text, name, rest)
  local least, most = rest:match "^is between (%S+) and (%S+)$"
  if not least then return nil end
  least, most = amounts.number(least) or least, amounts.number(most) or most
  return say("two-conditions", { it = text, group = "all",
    first = ("%s is at least %s"):format(name, least),
    second = ("%s is at most %s"):format(name, most) })
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
  "^is not more than (.+) old$", "^is at most (.+) old$",
  "^is less than (.+) old$" }

local OLD <const> = { "^is older than (.+)$", "^is more than (.+) old$" }

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

local SAME <const> = {
  { "is greater than", "is more than" }, { "is bigger than", "is more than" },
  { "is larger than", "is more than" }, { "is higher than", "is more than" },
  { "is over", "is more than" }, { "is above", "is more than" },
  { "exceeds", "is more than" }, { "is smaller than", "is less than" },
  { "is lower than", "is less than" }, { "is fewer than", "is less than" },
  { "is below", "is less than" }, { "is under", "is less than" },
  { "is no more than", "is at most" }, { "is not more than", "is at most" },
  { "is up to", "is at most" }, { "is no less than", "is at least" },
  { "is not less than", "is at least" }, { "is a minimum of", "is at least" },
  { "is equal to", "is" }, { "equals", "is" }, { "are", "is" },
  { "has", "includes" }, { "have", "includes" }, { "contains", "includes" },
  { "include", "includes" }, { "is one of", "is" }, { "is any of", "is" },
  { "isn't", "is not" }, { "is later than", "is after" },
  { "is earlier than", "is before" }, { "is not before", "is on or after" },
  { "is not after", "is on or before" }, { "is since", "is on or after" },
  { "is until", "is on or before" }, { "cover all of", "covers all of" },
  { "covers", "covers all of" },
}

local function same_in_other_words(text, name, rest)
  for _, pair in ipairs(SAME) do
    local words, phrase = pair[1], pair[2]
    if rest:lower():sub(1, #words + 1) == words .. " " then
      return say("other-words", { it = text, words = words,
        sentence = ("%s %s%s"):format(name, phrase, rest:sub(#words + 1)) })
    end
  end
end

-- "arms.used is yes."
local function full_stop(text)
  return text:match "%a%.$" and say("full-stop", { it = text,
    sentence = text:sub(1, -2) })
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
local function ends_early(text, rest, phrases)
  return nearest.is_in(rest, phrases) and say("ends-early", { it = text })
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
local function phrase_unknown(text, rest, phrases)
  local head = rest:match("^(%S+%s+%S+%s+%S+)") or rest:match("^(%S+%s+%S+)")
    or rest
  local near = nearest.find(head, phrases)
  return say("phrase-unknown", { it = text, near = near, allowed = phrases },
    near and "did-you-mean")
end

-- What is wrong with the sentence `text`, which begins with `name`; `phrases`
-- are those that might follow.
function sentence_hints.not_understood(text, name, rest, phrases)
  return sign(text) or two_in_one(text, name) or share(text)
    or age(text, name, rest) or same_in_other_words(text, name, rest)
    or between(text, name, rest) or missing_space(text, name, rest)
    or ends_early(text, rest, phrases) or full_stop(text)
    or no_verb(text, name, rest) or many_words(text, name, rest)
    or phrase_unknown(text, rest, phrases)
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

-- "1,000", or "3 persons"
local function bare_number(operand)
  local digits = operand:match "^(%d[%d,]*)$" or operand:match "^(%d+) %a+$"
  return digits and amounts.number((digits:gsub(",", "")))
end

local function no_amount(args, head)
  local operand = args.operand
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

local WRONG <const> = { moment = no_moment, amount = no_amount, span = no_span }

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
    or age(text, name, rest) or WRONG[shape]({ it = text, operand = operand }, head)
end

return sentence_hints
