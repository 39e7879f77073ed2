-- What an author may have meant by a condition that is not understood: the slip
-- is named, and the sentence as it should stand is written out.

local amount_hints = require "pack.amount_hints"
local amounts = require "base.amounts"
local day_hints = require "pack.day_hints"
local diagnostic = require "base.diagnostic"
local nearest = require "base.nearest"
local operands = require "pack.operands"
local phrases = require "pack.phrases"
local time_hints = require "pack.time_hints"

local say <const> = diagnostic.new

local sentence_hints = {}

local STARTS <const> = phrases.begins

-- ---- signs --------------------------------------------------------------

local SIGNS <const> = { ["="] = "is", ["=="] = "is", ["~="] = "is not",
  ["!="] = "is not", ["<>"] = "is not", [">="] = "is at least",
  ["=>"] = "is at least", ["<="] = "is at most", ["=<"] = "is at most",
  [">"] = "is more than", ["<"] = "is less than" }

-- Of days; "is at least 30 days before today" is said of what lies further back.
local DAY_SIGNS <const> = { [">="] = "is on or after", ["=>"] = "is on or after",
  ["<="] = "is on or before", ["=<"] = "is on or before", [">"] = "is after",
  ["<"] = "is before" }

local function sign(text)
  local name, found, value = text:match("^(%S-)%s*([=<>~!]+)%s*(.-)$")
  if not found then return nil end
  local moment = operands.KINDS.moment.read(value)
  local is_day = moment and (moment.shift or moment.date or moment.today)
  local phrase = is_day and DAY_SIGNS[found] or SIGNS[found]
  if not phrase or name == "" or value == "" then
    return say("sign-alone", { it = text })
  end
  return say("sign", { it = text, sign = found,
    sentence = ("%s %s %s"):format(name, phrase, value) })
end

-- ---- several conditions in one ----------------------------------------------

local GROUPS <const> = { { " and ", "all" }, { " or ", "any" } }

-- The second of two conditions that `joint` joins, where `rest` begins with one:
-- "arms.used is no", or "is no" of the fact `name` again.
local function second_of(name, rest)
  if STARTS[rest:match "^%S+ (%a+) "] or rest:find "^%S+ ?[=<>~!]+ ?%S+$" then
    return rest
  end
  return STARTS[rest:match "^(%a+) "] and name .. " " .. rest
end

-- Where `joint` stands between two conditions in `text`, and the second of them.
local function joint_of(text, name, joint)
  local at = 0
  while true do
    at = text:lower():find(joint, at + 1, true)
    local second = at and second_of(name, text:sub(at + #joint))
    if second or not at then return at, second end
  end
end

-- The conditions that `joint` joins in `text`; nil where it joins none.
local function joined_by(joint, text, name)
  local parts = { separator = '", "' }
  repeat
    local at, rest = joint_of(text, name, joint)
    parts[#parts + 1] = (text:sub(1, (at or 0) - 1):gsub(",$", ""))
    text, name = rest, rest and rest:match "^%S+"
  until not at
  return #parts > 1 and parts
end

local function several_in_one(text, name)
  for _, pair in ipairs(GROUPS) do
    local parts = joined_by(pair[1], text, name)
    if parts then
      return say("several-conditions", { it = text, group = pair[2], parts = parts })
    end
  end
end

-- ---- shares -------------------------------------------------------------

-- "50% of", "half of" a number.
local COMPARED <const> = { ["is at most"] = "<=", ["is less than"] = "<",
  ["is more than"] = ">", ["is exactly"] = "==", is = "==" }

-- Fractions by their names, the longest first: the part, and the whole.
local FRACTIONS <const> = { { "three quarters of", 3, 4 }, { "one quarter of", 1, 4 },
  { "two thirds of", 2, 3 }, { "a quarter of", 1, 4 }, { "one third of", 1, 3 },
  { "one half of", 1, 2 }, { "a third of", 1, 3 }, { "half of", 1, 2 },
  { "half", 1, 2 } }

local function fraction(text)
  for _, one in ipairs(FRACTIONS) do
    local head, whole = text:match("^(%S+ %l[%l ]-) " .. one[1] .. " (%S+)$")
    if head then return head, one[2], one[3], whole end
  end
end

local function share(text)
  local head, part, whole = text:match "^(%S+ %l[%l ]-) (%d+) ?%%? of (%S+)$"
  local of = 100
  if not head then head, part, of, whole = fraction(text) end
  if not head then return nil end
  local name, phrase = head:match "^(%S+) (.+)$"
  return say("share", { it = text, part = name, whole = whole,
    sign = COMPARED[phrase] or ">=", share = part, of = of })
end

-- ---- other words for a phrase -------------------------------------------

-- What is counted is exactly so many, or as many as another fact.
local function counted(phrase, operand)
  return phrase == "is" and operand:find "^%a[%w_]*%.%S+$" and "is exactly" or phrase
end

-- How many bytes of `rest` a phrase takes: what is longer may be other words for one.
local function phrase_bytes(rest)
  local bytes, lower = 0, rest:lower()
  for words in pairs(phrases.by_words) do
    if #words > bytes and (lower .. " "):sub(1, #words + 1) == words .. " " then
      bytes = #words
    end
  end
  return bytes
end

local function same_in_other_words(text, name, rest)
  local taken = phrase_bytes(rest)
  for _, pair in ipairs(phrases.OTHER_WORDS) do
    local words, phrase = pair[1], pair[2]
    local alone = phrase.operand == "nothing"
    if #words > taken and (rest:lower() .. " "):sub(1, #words + 1) == words .. " "
      and alone == (#rest == #words) then
      local operand = rest:sub(#words + 2)
      return say("other-words", { it = text, words = words,
        sentence = name .. " " .. counted(phrase.says, operand)
          .. (alone and "" or " " .. operand) })
    end
  end
end

-- "is from 2 to 5", "is 2 to 5"
local FROM_TO <const> = { "^is from (.+) to (.+)$", "^is from (.+) until (.+)$",
  "^is in the range (%S+) to (%S+)$", "^is (%d+) to (%d+)$", "^is (%d+) %- (%d+)$",
  "^is between (.+) to (.+)$", "^is from (.+) through (.+)$" }

local function from_to(text, name, rest)
  for _, pattern in ipairs(FROM_TO) do
    local low, high = rest:match(pattern)
    if low then
      return say("other-words", { it = text, words = rest,
        sentence = ("%s is between %s and %s"):format(name, low, high) })
    end
  end
end

-- "is not between 2 and 5": what is denied stands in none.
local function denied(text, name, rest)
  local phrase = rest:match "^is not (.+)$"
  local plain = phrase and "is " .. phrase or rest:match "^does not (.+)$"
  local of = plain and phrases.by_words[plain:match "^%a+ %a+" or ""]
  return of and say("denied", { it = text, first = name .. " " .. plain })
end

-- "arms.used is yes."
local function full_stop(text)
  return text:match "%w[.!]$" and say("full-stop", { it = text,
    sentence = text:sub(1, -2) })
end

-- "not arms.used is yes" is the opposite of what follows.
local function begins_with_not(text, name, rest)
  local first = name:lower() == "not" and rest
    or text:match "^[iI]t is not so that (.+)$" or text:match "^[nN]ot so: (.+)$"
  return first and first:find " " and say("begins-with-not",
    { it = text, first = first })
end

local function asks_whether_known(name, rest)
  return (rest == "exists" or rest == "is given")
    and say("asks-whether-known", { it = "known", fact = name })
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
  local verb
  for at, word in rest:gmatch "() (%a+)" do
    if STARTS[word:lower()] then verb = at; break end
  end
  if not verb then return nil end
  local several = name .. " " .. rest:sub(1, verb - 1)
  return say("name-with-spaces", { it = several, fact = several,
    rest = rest:sub(verb) })
end

-- "arms.armed_count is at least"
local function ends_early(text, name, rest)
  return phrases.by_words[rest:lower()] and say("ends-early", { it = text,
    fact = name })
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

-- A phrase that stands there, with words behind it that are no values.
local function unread(text, name, rest)
  local operand = rest:match "^[iI][sS] (.+)$" or rest:match "^includes (.+)$"
  local near = nearest.find(rest:match "^(%S+%s+%S+%s+%S+)" or "", phrases.WORDS)
  return operand and not near and say("words-unread", { it = text, fact = name,
    operand = operand, head = rest:sub(1, #rest - #operand) })
end

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
    or several_in_one(text, name) or share(text) or time_hints.age(text, name, rest)
    or asks_whether_known(name, rest) or from_to(text, name, rest)
    or same_in_other_words(text, name, rest)
    or time_hints.apart(text, name, rest)
    or time_hints.in_period(text, name, rest) or denied(text, name, rest)
    or missing_space(text, name, rest)
    or ends_early(text, name, rest) or full_stop(text)
    or no_verb(text, name, rest) or many_words(text, name, rest)
    or unread(text, name, rest) or phrase_unknown(text, rest)
end

-- What is wrong with a text of one word.
function sentence_hints.no_sentence(text)
  return sign(text) or say("no-sentence", { it = text })
end

-- "1.1.2013 and 31.12.2013", "two and five"
local function no_bounds(args, head)
  local low, high = args.operand:match "^(.-) and (.+)$"
  local function plain(said) return day_hints.plain(said) or amounts.number(said) or said end
  if not low then return say("no-bounds", args) end
  local operand = plain(low) .. " and " .. plain(high)
  args.sentence = operand ~= args.operand and head .. operand or nil
  return say("no-bounds", args, args.sentence and "write-sentence")
end

local WRONG <const> = { bounds = no_bounds, moment = time_hints.no_moment,
  amount = amount_hints.no_amount, span = time_hints.no_span }

-- What is wrong with what stands behind a phrase that wants a `shape` of WRONG.
function sentence_hints.wrong_operand(text, operand, shape)
  local head, name, rest = text:sub(1, #text - #operand), text:match "^(%S+) (.+)$"
  return time_hints.no_day(text, operand, shape) or full_stop(text)
    or several_in_one(text, name) or share(text)
    or time_hints.age(text, name, rest) or same_in_other_words(text, name, rest)
    or WRONG[shape]({ it = text, operand = operand, fact = name, head = head },
      head)
end

return sentence_hints
